// SPDX-License-Identifier: EUPL-1.2
import type { ApologyAndExtensionView } from '../model.ts';
import { type PaperToSign, printSlipToSign } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết as PDF/A, A5, before the set of 2025 «Phiếu xin lỗi và hẹn lại ngày trả kết quả».
 * The head names the agency that solves; who signs and in whose stead stands as in any signed paper, with a place for the signature.
 *
 * @legal tt-03-2025-vpcp/forms
 * @legal nd-30-2020/d13
 */
export function renderApologyAndExtension(view: ApologyAndExtensionView): Promise<PaperToSign> {
  const { receivedAt, owedAt, newReturnAt, signatory } = view;
  const title = signatory.title === '' ? 'Thủ trưởng cơ quan, đơn vị' : signatory.title;
  return printSlipToSign('apology-and-extension', view, { signatory: { ...signatory, title }, received: momentWords(receivedAt), owed: momentWords(owedAt), returned: momentWords(newReturnAt) });
}
