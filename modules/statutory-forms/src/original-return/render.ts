// SPDX-License-Identifier: EUPL-1.2
import type { OriginalReturnView } from '../model.ts';
import { printOwn } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Giấy trả lại bản chính as PDF/A, A4: which papers handed in went back, to whom and how. The law gives it no form: the layout is ours.
 *
 * @legal nd-118-2025/d18
 */
export function renderOriginalReturn(view: OriginalReturnView): Promise<Uint8Array> {
  return printOwn({ template: 'original-return', titleLines: ['Giấy trả lại bản chính'] }, view, { when: momentWords(view.issuedAt) });
}
