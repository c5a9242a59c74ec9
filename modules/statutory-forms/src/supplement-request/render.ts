// SPDX-License-Identifier: EUPL-1.2
import type { SupplementRequestView } from '../model.ts';

/** Prints the paper as PDF/A, A5. */
export function renderSupplementRequest(_view: SupplementRequestView): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}
