// SPDX-License-Identifier: EUPL-1.2
import type { IntakeRefusalView } from '../model.ts';
import { printSlip } from '../paper/print.ts';

/**
 * Phiếu từ chối tiếp nhận giải quyết hồ sơ as PDF/A, A5.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderIntakeRefusal(view: IntakeRefusalView): Promise<Uint8Array> {
  return printSlip('intake-refusal', view, {});
}
