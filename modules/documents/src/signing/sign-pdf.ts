// SPDX-License-Identifier: EUPL-1.2
import { PDFDocument } from '@cantoo/pdf-lib';
import { cadesSignature, sha256 } from './cades.ts';
import { drawAppearance } from './appearance.ts';
import { withValidationData } from './long-term.ts';
import { placeOfPicture } from './look.ts';
import type { SignatureOrder, TimestampAuthority } from './model.ts';
import { type Prepared, withRoomForSignature, withSignature } from './placeholder.ts';

const digestOf = ({ bytes, hole }: Prepared): Uint8Array => sha256(bytes.subarray(0, hole.from), bytes.subarray(hole.to));

/** The last page of a PDF: its number, from 1, and its size in points. */
export async function lastPageOf(pdf: Uint8Array): Promise<{ readonly page: number; readonly width: number; readonly height: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const page = document.getPageCount();
  return { page, ...document.getPage(page - 1).getSize() };
}

/** A time-stamp over the whole file as it is now (PAdES B-LTA): to be laid anew before its own certificate runs out. */
export async function stampPdf(pdf: Uint8Array, timestamps: TimestampAuthority, at: Temporal.Instant): Promise<Uint8Array> {
  const prepared = await withRoomForSignature(pdf, { kind: 'timestamp', name: '', reason: '', at, seen: null });
  return withSignature(prepared, await timestamps.stamp(digestOf(prepared)));
}

/**
 * Adds a PAdES signature (chữ ký số) behind the file's end, B-B or as high as its proofs reach; what was there before, earlier signatures too, stays byte for byte.
 *
 * @legal nd-30-2020/digital-signature
 * @throws TimestampRefused, RevocationUnknown when the proofs asked for cannot be had: nothing is signed halfway
 */
export async function signPdf(pdf: Uint8Array, { signer, reason, at, appearance, isInitial = false, look, proofs }: SignatureOrder): Promise<Uint8Array> {
  const { kind, name } = signer;
  const place = appearance === undefined || look?.kind !== 'picture' ? appearance : placeOfPicture(appearance, look.picture);
  const seen = place === undefined ? null : { place, pdf: await drawAppearance({ kind, name, at, place, isInitial, look }) };
  const prepared = await withRoomForSignature(pdf, { kind: 'signature', name, reason, at, seen });
  const signed = withSignature(prepared, await cadesSignature({ digest: digestOf(prepared), stamp: proofs?.timestamps.stamp }, signer));
  if (proofs === undefined || proofs.level === 'B-T') return signed;
  const provable = await withValidationData(signed, proofs.revocation);
  return proofs.level === 'B-LT' ? provable : stampPdf(provable, proofs.timestamps, at);
}
