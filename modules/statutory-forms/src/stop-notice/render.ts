// SPDX-License-Identifier: EUPL-1.2
import type { StopNoticeView } from '../model.ts';
import { printSlip } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Thông báo dừng giải quyết hồ sơ as PDF/A, A5. The published field list was not at hand: the fields are those the act needs.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderStopNotice(view: StopNoticeView): Promise<Uint8Array> {
  return printSlip('stop-notice', view, { asked: momentWords(view.askedAt) });
}
