// SPDX-License-Identifier: EUPL-1.2
import { cadesSignature, sha256 } from './cades.ts';
import type { SigningIdentity } from './model.ts';

/** A detached CAdES signature (DER) over any bytes, as `openssl cms -verify` reads it. */
export function signContent(bytes: Uint8Array, signer: SigningIdentity): Promise<Uint8Array> {
  return cadesSignature({ digest: sha256(bytes) }, signer);
}
