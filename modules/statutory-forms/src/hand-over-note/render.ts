// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import type { HandOverNoteView } from '../model.ts';
import { cleaned, headData, templateNamed } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Phiếu bàn giao hồ sơ giấy as PDF/A, A4. The law asks for the hand-over and gives it no form: the layout is ours.
 *
 * @legal nd-118-2025/d18
 */
export function renderHandOverNote(view: HandOverNoteView): Promise<Uint8Array> {
  const data = {
    ...cleaned({ ...view, when: momentWords(view.issuedAt), total: view.lines.reduce((sum, { count }) => sum + count, 0) }),
    ...headData(view, view.issuedAt), titleLines: ['Phiếu bàn giao hồ sơ giấy'],
  };
  return renderPaper({ template: templateNamed('hand-over-note'), data, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt) });
}
