// SPDX-License-Identifier: EUPL-1.2
import type { Place } from '@motcua/documents';
import type { HandOverNoteView } from '../model.ts';
import { printOwnToSign } from '../paper/print.ts';
import { placeNamed } from '../paper/places.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Phiếu bàn giao hồ sơ giấy as PDF/A, A4, with a place for the signature of each side. The law asks for the hand-over and gives it no form: the layout is ours.
 *
 * @legal nd-118-2025/d18
 */
export async function renderHandOverNote(view: HandOverNoteView): Promise<{ readonly pdf: Uint8Array; readonly places: { readonly giver: Place; readonly receiver: Place } }> {
  const { lines } = view;
  const totals = { total: lines.reduce((sum, { count }) => sum + count, 0), stays: lines.reduce((sum, { stay }) => sum + stay, 0) };
  const { pdf, places } = await printOwnToSign({ template: 'hand-over-note', titleLines: ['Phiếu bàn giao hồ sơ giấy'] }, view, { when: momentWords(view.issuedAt), ...totals });
  return { pdf, places: { giver: placeNamed('giver', places), receiver: placeNamed('receiver', places) } };
}
