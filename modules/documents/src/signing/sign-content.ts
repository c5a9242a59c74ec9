// SPDX-License-Identifier: EUPL-1.2
import { cadesSignature, sha256 } from './cades.ts';
import { type Judgement, judgeSignature } from './judge-signature.ts';
import type { SigningIdentity, Trust } from './model.ts';

/** Whether a detached signature is for some bytes, and whose it is. */
export type ContentVerdict = Judgement;

/** A detached CAdES signature (DER) over any bytes, as `openssl cms -verify` reads it. */
export function signContent(bytes: Uint8Array, signer: SigningIdentity): Promise<Uint8Array> {
  return cadesSignature(sha256(bytes), signer);
}

/** Judges a detached signature over some bytes. `at`: the moment the certificates must have been in force at. */
export function verifyContent(bytes: Uint8Array, asked: { readonly signature: Uint8Array; readonly trust: Trust; readonly at: Temporal.Instant }): ContentVerdict {
  return judgeSignature({ signature: asked.signature, signed: [bytes], at: asked.at, trust: asked.trust, claimedName: '' });
}
