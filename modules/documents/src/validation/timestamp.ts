// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual, type X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { oid, ownBuffer } from '../signing/cades.ts';
import { type Cms, digestOf, integrityOf, readCms } from './cms.ts';

/** A time-stamp (dấu thời gian, RFC 3161) that is for the given bytes; whether its maker is believed is asked elsewhere. */
export type Timestamp = { readonly at: Temporal.Instant; readonly cms: Cms; readonly nonce: asn1js.Integer | undefined };

/** What a stamp should be for: some bytes, or their SHA-256 when only that is known. */
export type Stamped = { readonly content: readonly Uint8Array[] } | { readonly digest: Uint8Array };

const digestFor = (over: Stamped, algorithm: string): Uint8Array | null => ('content' in over ? digestOf(algorithm, over.content) : algorithm === oid.sha256 ? over.digest : null);

const types = { extendedKeyUsage: '2.5.29.37', timeStamping: '1.3.6.1.5.5.7.3.8' } as const;

/** A stamp counts only under a certificate made for stamping and for nothing else. */
function mayStamp(certificate: X509Certificate): boolean {
  const parsed = pkijs.Certificate.fromBER(ownBuffer(certificate.raw));
  const usage: unknown = parsed.extensions?.find(({ extnID }) => extnID === types.extendedKeyUsage)?.parsedValue;
  return usage instanceof pkijs.ExtKeyUsage && usage.keyPurposes.length === 1 && usage.keyPurposes[0] === types.timeStamping;
}

/** Reads a time-stamp token (DER) and holds it against the bytes it should be for. Null when it is for others, or is none. */
export function readTimestamp(token: Uint8Array, over: Stamped): Timestamp | null {
  const cms = readCms(token);
  if (cms?.inside == null || cms.contentType !== oid.tstInfo) return null;
  try {
    const info = new pkijs.TSTInfo({ schema: asn1js.fromBER(ownBuffer(cms.inside)).result });
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const digest = digestFor(over, hashAlgorithm.algorithmId);
    const imprint = hashedMessage.valueBlock.valueHexView;
    if (digest === null || imprint.byteLength !== digest.byteLength || !timingSafeEqual(imprint, digest)) return null;
    if (integrityOf(cms, [cms.inside]) !== 'intact' || !mayStamp(cms.certificate)) return null;
    return { at: Temporal.Instant.fromEpochMilliseconds(info.genTime.getTime()), cms, nonce: info.nonce };
  } catch {
    return null;
  }
}
