// SPDX-License-Identifier: EUPL-1.2
import type { IntakeRefusalView } from '../model.ts';

/** Prints the paper as PDF/A, A5. */
export function renderIntakeRefusal(_view: IntakeRefusalView): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}
