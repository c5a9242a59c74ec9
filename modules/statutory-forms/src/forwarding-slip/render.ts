// SPDX-License-Identifier: EUPL-1.2
import type { ForwardingSlipView } from '../model.ts';
import { printOwn } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

/**
 * Phiếu chuyển xử lý as PDF/A, A4: the agencies of a dossier handled together, in order, with the work and the deadline of each. The law gives it no form.
 *
 * @legal nd-118-2025/d20
 */
export function renderForwardingSlip(view: ForwardingSlipView): Promise<Uint8Array> {
  const { receivedAt, returnAt } = view;
  return printOwn({ template: 'forwarding-slip', titleLines: ['Phiếu chuyển xử lý hồ sơ'] }, view, { received: momentWords(receivedAt), returned: returnAt === null ? null : momentWords(returnAt) });
}
