// SPDX-License-Identifier: EUPL-1.2
import type { SupplementRequestView } from '../model.ts';
import { printSlip } from '../paper/print.ts';

/**
 * Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ as PDF/A, A5.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderSupplementRequest(view: SupplementRequestView): Promise<Uint8Array> {
  return printSlip('supplement-request', view, {});
}
