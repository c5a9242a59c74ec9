// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { oid, ownBuffer, sha256 } from './cades.ts';
import { leadsTo } from './chain.ts';
import type { SignatureVerdict, Trust } from './model.ts';

/** A signature as it lies in a file, with the bytes it is for. `signature` may be followed by zeros. */
export type FoundSignature = {
  readonly signature: Uint8Array;
  readonly signed: readonly Uint8Array[];
  readonly at: Temporal.Instant | null;
  readonly trust: Trust;
  readonly claimedName: string;
};

/** The verdict on the cryptography alone. */
export type Judgement = Pick<SignatureVerdict, 'verdict' | 'signer' | 'issuer' | 'explanation'>;

type Parsed = { readonly signer: pkijs.SignerInfo; readonly certificate: X509Certificate; readonly others: readonly X509Certificate[] };

const commonName = (subject: string): string => /^CN=(.*)$/mu.exec(subject)?.[1] ?? subject.split('\n').at(-1) ?? '';

function parsed(der: Uint8Array): Parsed | null {
  const read = asn1js.fromBER(ownBuffer(der));
  // Behind the signature only the zeros of the room may follow.
  if (read.offset === -1 || der.subarray(read.offset).some((byte) => byte !== 0)) return null;
  const content = new pkijs.ContentInfo({ schema: read.result });
  const data = new pkijs.SignedData({ schema: content.content });
  const certificates = (data.certificates ?? []).filter((item): item is pkijs.Certificate => item instanceof pkijs.Certificate);
  const [signer, ...more] = data.signerInfos;
  if (signer === undefined || more.length > 0 || !(signer.sid instanceof pkijs.IssuerAndSerialNumber)) return null;
  const { issuer, serialNumber } = signer.sid;
  const own = certificates.find((item) => item.serialNumber.isEqual(serialNumber) && item.issuer.isEqual(issuer));
  if (own === undefined) return null;
  const asNode = (item: pkijs.Certificate): X509Certificate => new X509Certificate(Buffer.from(item.toSchema(true).toBER()));
  return { signer, certificate: asNode(own), others: certificates.filter((item) => item !== own).map(asNode) };
}

function attributeBytes(signer: pkijs.SignerInfo, type: string): readonly Uint8Array[] {
  const attribute = signer.signedAttrs?.attributes.find((item) => item.type === type);
  const values: readonly unknown[] = attribute?.values ?? [];
  return values.filter((value): value is asn1js.BaseBlock => value instanceof asn1js.BaseBlock).map((value) => new Uint8Array(value.toBER()));
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.byteLength === other.byteLength && timingSafeEqual(one, other);
// OCTET STRING of 32 bytes: tag, length, value.
const digestIn = (encoded: Uint8Array): Uint8Array => encoded.subarray(2);

/** The certificate named inside the signature must be the one that verifies it, else another holder of the same key could be put in its place. */
function namesCertificate(signer: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  const [named] = attributeBytes(signer, oid.signingCertificateV2);
  return named !== undefined && Buffer.from(named).includes(Buffer.from(sha256(certificate.raw)));
}

function matches({ signer, certificate }: Parsed, signed: readonly Uint8Array[]): boolean {
  const [digest] = attributeBytes(signer, oid.messageDigest);
  const attributes = signer.signedAttrs?.encodedValue;
  if (digest === undefined || attributes === undefined || signer.digestAlgorithm.algorithmId !== oid.sha256) return false;
  if (!same(digestIn(digest), sha256(...signed)) || !namesCertificate(signer, certificate)) return false;
  return verify('sha256', new Uint8Array(attributes), certificate.publicKey, signer.signature.valueBlock.valueHexView);
}

const changed = 'Tệp đã bị sửa sau khi ký, hoặc chữ ký bị hỏng. Đề nghị nơi cấp gửi lại tệp gốc.';

/** Whether the signature is for these bytes, and whose it is. */
export function judgeSignature({ signature, signed, at, trust, claimedName }: FoundSignature): Judgement {
  try {
    const read = parsed(signature);
    if (read === null) return { verdict: 'broken', signer: claimedName, issuer: '', explanation: 'Chữ ký số không đọc được. Đề nghị nơi cấp gửi lại tệp gốc.' };
    const names = { signer: commonName(read.certificate.subject), issuer: commonName(read.certificate.issuer) };
    if (!matches(read, signed)) return { ...names, verdict: 'broken', explanation: changed };
    const doubt = leadsTo(read.certificate, { others: read.others, trust, at });
    return doubt === null ? { ...names, verdict: 'valid', explanation: '' } : { ...names, verdict: 'untrusted', explanation: doubt };
  } catch {
    // The ASN.1 of a stranger: whatever it makes the parser throw, it proves nothing.
    return { verdict: 'broken', signer: claimedName, issuer: '', explanation: changed };
  }
}
