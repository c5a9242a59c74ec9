// SPDX-License-Identifier: EUPL-1.2
import type { IntakeReceiptView } from '../model.ts';

/** Prints the paper as PDF/A, A5. */
export function renderIntakeReceipt(_view: IntakeReceiptView): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}
