// SPDX-License-Identifier: EUPL-1.2
import type { SignatureVerdict, Trust } from './model.ts';

/** Judges every signature of a PDF, oldest first; an unsigned or unreadable file has none. Revocation is not asked for. */
export function verifyPdfSignatures(_pdf: Uint8Array, _trust: Trust): Promise<readonly SignatureVerdict[]> {
  return Promise.reject(new Error('not built yet'));
}
