// SPDX-License-Identifier: EUPL-1.2
import type { ControlSlipView } from '../model.ts';

/** Prints the paper as PDF/A, A5. */
export function renderControlSlip(_view: ControlSlipView): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}
