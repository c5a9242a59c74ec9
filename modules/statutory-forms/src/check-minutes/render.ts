// SPDX-License-Identifier: EUPL-1.2
import type { CheckMinutesView } from '../model.ts';
import { printOwn } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Biên bản kiểm tra, xác minh as PDF/A, A4: time, place, who took part, what was found, and places to sign. The law asks for it in writing and gives it no form.
 *
 * @legal nd-118-2025/d19k4
 */
export function renderCheckMinutes(view: CheckMinutesView): Promise<Uint8Array> {
  return printOwn({ template: 'check-minutes', titleLines: ['Biên bản', view.onSite ? 'kiểm tra thực địa' : 'thẩm tra, xác minh hồ sơ'] }, view, { held: momentWords(view.heldAt) });
}
