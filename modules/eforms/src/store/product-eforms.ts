// SPDX-License-Identifier: EUPL-1.2
import type { EformDefinition } from '../model.ts';

/** The e-forms the product carries (`definitions/*.json`), ready to be published. */
export function productEforms(): Promise<readonly EformDefinition[]> {
  return Promise.reject(new Error('not built yet'));
}
