// SPDX-License-Identifier: EUPL-1.2
import type { SignatureOrder } from './model.ts';

/**
 * Adds a PAdES B-B signature (chữ ký số) behind the file's end; what was there before, earlier signatures too, stays byte for byte.
 *
 * @legal nd-30-2020/digital-signature
 */
export function signPdf(_pdf: Uint8Array, _order: SignatureOrder): Promise<Uint8Array> {
  return Promise.reject(new Error('not built yet'));
}
