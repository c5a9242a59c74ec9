// SPDX-License-Identifier: EUPL-1.2
import type { ApologyAndExtensionView } from '../model.ts';
import { printSlip } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết as PDF/A, A5. The head names the agency that solves.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderApologyAndExtension(view: ApologyAndExtensionView): Promise<Uint8Array> {
  const { receivedAt, owedAt, newReturnAt } = view;
  return printSlip('apology-and-extension', view, { received: momentWords(receivedAt), owed: momentWords(owedAt), returned: momentWords(newReturnAt) });
}
