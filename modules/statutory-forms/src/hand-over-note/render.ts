// SPDX-License-Identifier: EUPL-1.2
import type { HandOverNoteView } from '../model.ts';
import { printOwn } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Phiếu bàn giao hồ sơ giấy as PDF/A, A4. The law asks for the hand-over and gives it no form: the layout is ours.
 *
 * @legal nd-118-2025/d18
 */
export function renderHandOverNote(view: HandOverNoteView): Promise<Uint8Array> {
  const total = view.lines.reduce((sum, { count }) => sum + count, 0);
  return printOwn({ template: 'hand-over-note', titleLines: ['Phiếu bàn giao hồ sơ giấy'] }, view, { when: momentWords(view.issuedAt), total });
}
