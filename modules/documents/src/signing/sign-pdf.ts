// SPDX-License-Identifier: EUPL-1.2
import { cadesSignature, sha256 } from './cades.ts';
import { drawAppearance } from './appearance.ts';
import type { SignatureOrder } from './model.ts';
import { withRoomForSignature, withSignature } from './placeholder.ts';

/**
 * Adds a PAdES B-B signature (chữ ký số) behind the file's end; what was there before, earlier signatures too, stays byte for byte.
 *
 * @legal nd-30-2020/digital-signature
 */
export async function signPdf(pdf: Uint8Array, { signer, reason, at, appearance }: SignatureOrder): Promise<Uint8Array> {
  const { kind, name } = signer;
  const seen = appearance === undefined ? null : { place: appearance, pdf: await drawAppearance({ kind, name, at, place: appearance }) };
  const prepared = await withRoomForSignature(pdf, { name, reason, at, seen });
  const { bytes, hole } = prepared;
  const digest = sha256(bytes.subarray(0, hole.from), bytes.subarray(hole.to));
  return withSignature(prepared, await cadesSignature(digest, signer));
}
