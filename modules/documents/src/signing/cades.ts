// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { SigningIdentity } from './model.ts';

/** The object identifiers of a CAdES signature. */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  mgf1: '1.2.840.113549.1.1.8',
  rsaPss: '1.2.840.113549.1.1.10',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecPublicKey: '1.2.840.10045.2.1',
} as const;

/** SHA-256 of the given parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** A copy in a buffer of its own, as the ASN.1 libraries want it. */
export function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** Positive and of full length, so that two numbers are never the same. */
export function serialNumber(): asn1js.Integer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return new asn1js.Integer({ valueHex: ownBuffer(bytes) });
}

const octets = (bytes: Uint8Array): asn1js.OctetString => new asn1js.OctetString({ valueHex: ownBuffer(bytes) });
const sequence = (...value: asn1js.BaseBlock[]): asn1js.Sequence => new asn1js.Sequence({ value });

/** ESSCertIDv2: ties the signature to one certificate; PAdES refuses a signature without it. */
function signingCertificate(certificate: pkijs.Certificate, der: Uint8Array): asn1js.Sequence {
  const issuer = new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [certificate.issuer.toSchema()] });
  return sequence(sequence(sequence(octets(sha256(der)), sequence(sequence(issuer), certificate.serialNumber))));
}

const attribute = (type: string, value: asn1js.BaseBlock): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] });
const encoded = (value: pkijs.Attribute): Uint8Array => new Uint8Array(value.toSchema().toBER());

/** PAdES forbids the attribute signing-time: the time stands in the PDF's signature dictionary. */
function signedAttributes(digest: Uint8Array, contentType: string, certificate: pkijs.Certificate, der: Uint8Array): pkijs.SignedAndUnsignedAttributes {
  const attributes = [
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: contentType })),
    attribute(oid.messageDigest, octets(digest)),
    attribute(oid.signingCertificateV2, signingCertificate(certificate, der)),
  ];
  // DER writes a SET OF in the order of its members' encodings.
  attributes.sort((one, other) => Buffer.compare(encoded(one), encoded(other)));
  return new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes });
}

const saltLength = 32;

function signatureAlgorithm(certificate: pkijs.Certificate, isPss: boolean): pkijs.AlgorithmIdentifier {
  if (certificate.subjectPublicKeyInfo.algorithm.algorithmId === oid.ecPublicKey) return new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
  if (!isPss) return new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new asn1js.Null() });
  const hashAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() });
  const parameters = new pkijs.RSASSAPSSParams({ hashAlgorithm, maskGenAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.mgf1, algorithmParams: hashAlgorithm.toSchema() }), saltLength });
  return new pkijs.AlgorithmIdentifier({ algorithmId: oid.rsaPss, algorithmParams: parameters.toSchema() });
}

/** What is signed: a digest that stands apart from the signature, or a content carried inside it. `stamp` answers the time-stamp token for the SHA-256 of the signature value. */
export type CadesContent = {
  readonly digest: Uint8Array;
  readonly inside?: { readonly type: string; readonly bytes: Uint8Array };
  readonly stamp?: ((digest: Uint8Array) => Promise<Uint8Array>) | undefined;
};

/** A CAdES-BES signature (DER) over a content of the given SHA-256; with a time-stamp it is CAdES-T. */
export async function cadesSignature({ digest, inside, stamp }: CadesContent, { certificate: der, chain, scheme, sign }: Omit<SigningIdentity, 'kind' | 'name'>): Promise<Uint8Array> {
  const certificate = pkijs.Certificate.fromBER(ownBuffer(der));
  const signedAttrs = signedAttributes(digest, inside?.type ?? oid.data, certificate, der);
  const toBeSigned = new Uint8Array(signedAttrs.toSchema().toBER());
  // Signed as a SET OF (0x31), stored as [0] (0xA0).
  toBeSigned[0] = 0x31;
  const signature = await sign(toBeSigned);
  const token = stamp === undefined ? null : await stamp(sha256(signature));
  const digestAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 });
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm,
    signedAttrs,
    signatureAlgorithm: signatureAlgorithm(certificate, scheme === 'rsa-pss'),
    signature: octets(signature),
    ...(token === null ? {} : { unsignedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute(oid.timestampToken, asn1js.fromBER(ownBuffer(token)).result)] }) }),
  });
  const signed = new pkijs.SignedData({
    version: inside === undefined ? 1 : 3,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: inside?.type ?? oid.data, ...(inside === undefined ? {} : { eContent: octets(inside.bytes) }) }),
    certificates: [certificate, ...chain.map((link) => pkijs.Certificate.fromBER(ownBuffer(link)))],
    signerInfos: [signer],
  });
  return new Uint8Array(new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) }).toSchema().toBER());
}
