// SPDX-License-Identifier: EUPL-1.2
import { constants, createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { oid, ownBuffer } from '../signing/cades.ts';

/** A signature of a CMS message (CAdES, PKCS#7), read but not believed. */
export type Cms = {
  readonly signer: pkijs.SignerInfo;
  readonly certificate: X509Certificate;
  readonly others: readonly X509Certificate[];
  /** The content carried inside; null when the signature stands apart from what it signs. */
  readonly inside: Uint8Array | null;
  readonly contentType: string;
};

/** Whether a signature is for some bytes: 'weak' when it is, by an algorithm that can be forged today. */
export type Integrity = 'intact' | 'weak' | 'changed' | 'unreadable';

type Digest = { readonly name: string; readonly weak?: true; readonly outputLength?: number };

const digests: Readonly<Record<string, Digest>> = {
  '1.3.14.3.2.26': { name: 'sha1', weak: true },
  [oid.sha256]: { name: 'sha256' },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384' },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512' },
  '2.16.840.1.101.3.4.2.4': { name: 'sha224' },
  '2.16.840.1.101.3.4.2.8': { name: 'sha3-256' },
  '2.16.840.1.101.3.4.2.9': { name: 'sha3-384' },
  '2.16.840.1.101.3.4.2.10': { name: 'sha3-512' },
  '2.16.840.1.101.3.4.2.11': { name: 'shake128', outputLength: 32 },
  '2.16.840.1.101.3.4.2.12': { name: 'shake256', outputLength: 64 },
};
const rsaPlain: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1', '1.2.840.113549.1.1.11': 'sha256', '1.2.840.113549.1.1.12': 'sha384', '1.2.840.113549.1.1.13': 'sha512', '1.2.840.113549.1.1.14': 'sha224',
};
const ecdsa: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.1': 'sha1', '1.2.840.10045.4.3.1': 'sha224', '1.2.840.10045.4.3.2': 'sha256', '1.2.840.10045.4.3.3': 'sha384', '1.2.840.10045.4.3.4': 'sha512',
};
const types = {
  rsaAny: '1.2.840.113549.1.1.1', rsaPss: '1.2.840.113549.1.1.10', ed25519: '1.3.101.112', ed448: '1.3.101.113',
  signingCertificate: '1.2.840.113549.1.9.16.2.12', timestamp: '1.2.840.113549.1.9.16.2.14',
} as const;
const leastRsaBits = 2048;

/** The hash of some parts, one after the other, by the object identifier of its algorithm; null for one that is not known. */
export function digestOf(algorithm: string, parts: readonly Uint8Array[]): Uint8Array | null {
  const digest = digests[algorithm];
  if (digest === undefined) return null;
  const hash = createHash(digest.name, digest.outputLength === undefined ? {} : { outputLength: digest.outputLength });
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.byteLength === other.byteLength && timingSafeEqual(one, other);

/** The common name in a certificate's subject or issuer, or its last part. */
export const commonName = (name: string): string => /^CN=(.*)$/mu.exec(name)?.[1] ?? name.split('\n').at(-1) ?? '';

function isOf(signer: pkijs.SignerInfo, certificate: pkijs.Certificate): boolean {
  if (signer.sid instanceof pkijs.IssuerAndSerialNumber) {
    return certificate.serialNumber.isEqual(signer.sid.serialNumber) && certificate.issuer.isEqual(signer.sid.issuer);
  }
  const named = signer.sid instanceof asn1js.BaseBlock ? Buffer.from(signer.sid.valueBeforeDecodeView).subarray(2) : Buffer.alloc(0);
  const own = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.extnValue.valueBlock.valueHexView;
  return own !== undefined && named.byteLength > 0 && Buffer.from(own).subarray(2).equals(named);
}

/** Reads a CMS signature (DER); behind it only zeros may follow. Null when it is none, or has more than one signer. */
export function readCms(der: Uint8Array): Cms | null {
  try {
    const read = asn1js.fromBER(ownBuffer(der));
    if (read.offset === -1 || der.subarray(read.offset).some((byte) => byte !== 0)) return null;
    const content = new pkijs.ContentInfo({ schema: read.result });
    const data = new pkijs.SignedData({ schema: content.content });
    const certificates = (data.certificates ?? []).filter((item): item is pkijs.Certificate => item instanceof pkijs.Certificate);
    const [signer, ...more] = data.signerInfos;
    const own = signer === undefined ? undefined : certificates.find((item) => isOf(signer, item));
    if (signer === undefined || own === undefined || more.length > 0) return null;
    const asNode = (item: pkijs.Certificate): X509Certificate => new X509Certificate(Buffer.from(item.toSchema(true).toBER()));
    const inside = data.encapContentInfo.eContent;
    return {
      signer, certificate: asNode(own), others: certificates.filter((item) => item !== own).map(asNode),
      inside: inside === undefined ? null : new Uint8Array(inside.getValue()), contentType: data.encapContentInfo.eContentType,
    };
  } catch {
    // The ASN.1 of a stranger: whatever it makes the parser throw, it proves nothing.
    return null;
  }
}

function attributeValues(list: readonly pkijs.Attribute[] | undefined, type: string): readonly asn1js.BaseBlock[] {
  const values: readonly unknown[] = list?.filter((item) => item.type === type).flatMap((item): readonly unknown[] => item.values) ?? [];
  return values.filter((value): value is asn1js.BaseBlock => value instanceof asn1js.BaseBlock);
}

const signedValues = ({ signer }: Cms, type: string): readonly asn1js.BaseBlock[] => attributeValues(signer.signedAttrs?.attributes, type);
const bytesOf = (block: asn1js.BaseBlock): Buffer => Buffer.from(block.toBER());

/** The time-stamp token over the signature itself, DER; null when there is none. */
export function timestampTokenOf({ signer }: Cms): Uint8Array | null {
  const [token] = attributeValues(signer.unsignedAttrs?.attributes, types.timestamp);
  return token === undefined ? null : new Uint8Array(token.toBER());
}

/** Whether the signed attributes name the certificate: else another holder of the same key could be put in its place. */
export function namesItsCertificate(cms: Cms): 'yes' | 'no' | 'not-named' {
  const named = [...signedValues(cms, oid.signingCertificateV2), ...signedValues(cms, types.signingCertificate)].map(bytesOf);
  if (named.length === 0) return 'not-named';
  const prints = Object.keys(digests).map((algorithm) => Buffer.from(digestOf(algorithm, [cms.certificate.raw]) ?? []));
  return named.every((attribute) => prints.some((print) => attribute.includes(print))) ? 'yes' : 'no';
}

type Scheme = { readonly hash: string | null; readonly pss?: { readonly saltLength: number } };

function schemeOf({ signer }: Cms, digest: string): Scheme | null {
  const { algorithmId } = signer.signatureAlgorithm;
  if (algorithmId === types.ed25519 || algorithmId === types.ed448) return { hash: null };
  if (algorithmId === types.rsaAny) return { hash: digest };
  if (algorithmId === types.rsaPss) {
    const parameters = new pkijs.RSASSAPSSParams({ schema: signer.signatureAlgorithm.algorithmParams });
    const hash = digests[parameters.hashAlgorithm.algorithmId]?.name;
    return hash === undefined ? null : { hash, pss: { saltLength: parameters.saltLength } };
  }
  const hash = rsaPlain[algorithmId] ?? ecdsa[algorithmId];
  return hash === undefined ? null : { hash };
}

function signatureHolds(cms: Cms, over: Uint8Array, { hash, pss }: Scheme): boolean {
  const signature = cms.signer.signature.valueBlock.valueHexView;
  const key = pss === undefined ? cms.certificate.publicKey : { key: cms.certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  return verify(hash, over, key, signature);
}

/** What the signature value is over: the attributes, if their digest is that of the content; else the content itself. Null when the digest is another. */
function signedBytes(cms: Cms, content: readonly Uint8Array[]): Uint8Array | null {
  const attributes = cms.signer.signedAttrs?.encodedValue;
  if (attributes === undefined) return Buffer.concat(content);
  const digest = digestOf(cms.signer.digestAlgorithm.algorithmId, content);
  const [claimed, ...more] = signedValues(cms, oid.messageDigest);
  const [contentType] = signedValues(cms, oid.contentType);
  const typed = contentType instanceof asn1js.ObjectIdentifier && contentType.getValue() === cms.contentType;
  if (digest === null || !(claimed instanceof asn1js.OctetString) || more.length > 0 || !typed) return null;
  return same(claimed.valueBlock.valueHexView, digest) ? new Uint8Array(attributes) : null;
}

const isShort = ({ certificate }: Cms): boolean => {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
  return (type === 'rsa' || type === 'rsa-pss') && (details?.modulusLength ?? 0) < leastRsaBits;
};

/** Whether a signature is for the given content. */
export function integrityOf(cms: Cms, content: readonly Uint8Array[]): Integrity {
  try {
    const digest = digests[cms.signer.digestAlgorithm.algorithmId];
    const scheme = digest === undefined ? null : schemeOf(cms, digest.name);
    if (digest === undefined || scheme === null) return 'unreadable';
    const over = signedBytes(cms, content);
    if (over === null || !signatureHolds(cms, over, scheme)) return 'changed';
    return digest.weak === true || scheme.hash === 'sha1' || isShort(cms) ? 'weak' : 'intact';
  } catch {
    return 'unreadable';
  }
}
