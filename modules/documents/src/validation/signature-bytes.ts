// SPDX-License-Identifier: EUPL-1.2
import { PDFHexString } from '@cantoo/pdf-lib';
import type { FoundSignature } from './field-tree.ts';
import { entryOf, type Revision } from './pdf-revision.ts';

/** The bytes of a signature and those it is over. */
export type SignatureBytes = { readonly signature: Uint8Array; readonly signed: readonly Uint8Array[] };

/** The hole of the signed range must be exactly the signature's own text, and the text of this signature: a larger one would hide unsigned content. Null when it is not. */
export function signatureBytesOf(pdf: Uint8Array, revision: Revision, { dict, range }: FoundSignature): SignatureBytes | null {
  const [start = -1, from = -1, to = -1, rest = -1, ...more] = range;
  const whole = range.length === 4 && more.length === 0 && range.every((place) => Number.isSafeInteger(place) && place >= 0);
  if (!whole || start !== 0 || from >= to || to + rest > pdf.byteLength) return null;
  const hole = Buffer.from(pdf.subarray(from, to)).toString('latin1');
  const written = entryOf(revision, dict, 'Contents');
  if (!/^<[0-9A-Fa-f\s]+>$/u.test(hole) || !(written instanceof PDFHexString) || written.asString() !== hole.slice(1, -1)) return null;
  return { signature: Buffer.from(hole.slice(1, -1).replace(/\s/gu, ''), 'hex'), signed: [pdf.subarray(0, from), pdf.subarray(to, to + rest)] };
}
