// SPDX-License-Identifier: EUPL-1.2
import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ownBuffer, serialNumber } from './cades.ts';
import type { SignerKind } from './model.ts';

/** A new key pair with its certificate. The key is PKCS#8, all are DER. */
export type IssuedCertificate = {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly privateKey: Uint8Array;
  readonly validFrom: Temporal.Instant;
  readonly validUntil: Temporal.Instant;
};

/** Where the standing of a certificate is asked: written into it. */
export type StandingAddresses = { readonly ocsp: string; readonly list: string };

/** Who a certificate is made out to. `at` is when it comes into force, `until` when it ends (two years later when not said). */
export type CertificateSubject = {
  readonly kind: SignerKind | 'timestamp'; readonly name: string; readonly organisation: string; readonly at: Temporal.Instant; readonly until?: Temporal.Instant; readonly addresses?: StandingAddresses;
};

/** A certification authority for demonstrations: every name it writes says «BẢN TRÌNH DIỄN». */
export type TestAuthority = {
  /** The root certificate, DER. */
  readonly root: Uint8Array;
  /** The root's key, PKCS#8, DER. */
  readonly privateKey: Uint8Array;
  /** An officer's key is RSA 2048, an agency's and a time-stamp maker's ECDSA P-256. */
  readonly issue: (subject: CertificateSubject) => Promise<IssuedCertificate>;
};

const { subtle } = webcrypto;
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const demonstration = 'BẢN TRÌNH DIỄN';

const attributeTypes = { country: '2.5.4.6', organisation: '2.5.4.10', unit: '2.5.4.11', commonName: '2.5.4.3' } as const;
const extensionTypes = { extendedKeyUsage: '2.5.29.37', access: '1.3.6.1.5.5.7.1.1', lists: '2.5.29.31', subjectKey: '2.5.29.14', keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19', authorityKey: '2.5.29.35' } as const;
// Bits of KeyUsage, first bit left: digitalSignature and nonRepudiation; keyCertSign and cRLSign.
const keyUsage = { signing: 0b1100_0000, issuing: 0b0000_0110 } as const;

const yearsAfter = (at: Temporal.Instant, years: number): Temporal.Instant => at.toZonedDateTimeISO('UTC').add({ years }).toInstant();
const pkcs8 = async (key: webcrypto.CryptoKey): Promise<Uint8Array> => new Uint8Array(await subtle.exportKey('pkcs8', key));
// The certificate library speaks Date; its times come from the caller all the same.
const legacyTime = (at: Temporal.Instant): pkijs.Time => new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: new globalThis.Date(at.epochMilliseconds) });

/** Each part a set of its own: the library would put all of them into one, which readers show as one long word. */
function nameOf(commonName: string, organisation: string): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: asn1js.BaseBlock): asn1js.Set =>
    new asn1js.Set({ value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })] });
  const parts = new asn1js.Sequence({ value: [
    part(attributeTypes.country, new asn1js.PrintableString({ value: 'VN' })),
    part(attributeTypes.organisation, new asn1js.Utf8String({ value: organisation })),
    part(attributeTypes.unit, new asn1js.Utf8String({ value: demonstration })),
    part(attributeTypes.commonName, new asn1js.Utf8String({ value: commonName })),
  ] });
  return pkijs.RelativeDistinguishedNames.fromBER(parts.toBER());
}

const extension = (extnID: string, value: asn1js.BaseBlock, critical = false): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
const keyIdentifier = async (publicKey: webcrypto.CryptoKey): Promise<ArrayBuffer> =>
  subtle.digest('SHA-1', await subtle.exportKey('spki', publicKey));

const timeStamping = '1.3.6.1.5.5.7.3.8';
const ocspAccess = '1.3.6.1.5.5.7.48.1';
const addressName = (value: string): pkijs.GeneralName => new pkijs.GeneralName({ type: 6, value });

function standingExtensions({ ocsp, list }: StandingAddresses): readonly pkijs.Extension[] {
  return [
    extension(extensionTypes.access, new pkijs.InfoAccess({ accessDescriptions: [new pkijs.AccessDescription({ accessMethod: ocspAccess, accessLocation: addressName(ocsp) })] }).toSchema()),
    extension(extensionTypes.lists, new pkijs.CRLDistributionPoints({ distributionPoints: [new pkijs.DistributionPoint({ distributionPoint: [addressName(list)] })] }).toSchema()),
  ];
}

type Issuance = {
  readonly subject: pkijs.RelativeDistinguishedNames;
  readonly issuer: pkijs.RelativeDistinguishedNames;
  readonly publicKey: webcrypto.CryptoKey;
  readonly issuerKeyIdentifier: ArrayBuffer;
  readonly issuerKey: webcrypto.CryptoKey;
  readonly authority: boolean;
  readonly isStamp?: boolean;
  readonly addresses?: StandingAddresses | undefined;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
};

async function makeOut(order: Issuance): Promise<Uint8Array> {
  const { subject, issuer, publicKey, authority } = order;
  const certificate = new pkijs.Certificate({ version: 2, serialNumber: serialNumber(), subject, issuer });
  certificate.notBefore = legacyTime(order.from);
  certificate.notAfter = legacyTime(order.until);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  const usage = new Uint8Array([authority ? keyUsage.issuing : keyUsage.signing]);
  certificate.extensions = [
    extension(extensionTypes.basicConstraints, new pkijs.BasicConstraints(authority ? { cA: true, pathLenConstraint: 0 } : {}).toSchema(), true),
    extension(extensionTypes.keyUsage, new asn1js.BitString({ valueHex: usage.buffer, unusedBits: authority ? 1 : 6 }), true),
    extension(extensionTypes.subjectKey, new asn1js.OctetString({ valueHex: await keyIdentifier(publicKey) })),
    extension(extensionTypes.authorityKey, new pkijs.AuthorityKeyIdentifier({
      keyIdentifier: new asn1js.OctetString({ valueHex: order.issuerKeyIdentifier }) }).toSchema()),
    ...order.isStamp === true ? [extension(extensionTypes.extendedKeyUsage, new pkijs.ExtKeyUsage({ keyPurposes: [timeStamping] }).toSchema(), true)] : [],
    ...order.addresses === undefined ? [] : standingExtensions(order.addresses),
  ];
  await certificate.sign(order.issuerKey, 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER());
}

function issuing(root: Uint8Array, issuerKey: webcrypto.CryptoKey): TestAuthority['issue'] {
  return async ({ kind, name, organisation, at, until: end, addresses }) => {
    const keys = kind === 'officer'
      ? await subtle.generateKey(rsa, true, ['sign', 'verify'])
      : await subtle.generateKey(elliptic, true, ['sign', 'verify']);
    const issuer = pkijs.Certificate.fromBER(ownBuffer(root));
    const issuerKeyIdentifier = await keyIdentifier(await issuer.getPublicKey());
    const until = end ?? yearsAfter(at, 2);
    const certificate = await makeOut({
      subject: nameOf(name, organisation), issuer: issuer.subject, publicKey: keys.publicKey, issuerKeyIdentifier, issuerKey, authority: false, from: at, until,
      isStamp: kind === 'timestamp', addresses,
    });
    return { certificate, chain: [root], privateKey: await pkcs8(keys.privateKey), validFrom: at, validUntil: until };
  };
}

/** Makes an authority with a fresh root, in force for ten years from `at`. */
export async function createTestAuthority({ at }: { readonly at: Temporal.Instant }): Promise<TestAuthority> {
  const keys = await subtle.generateKey(elliptic, true, ['sign', 'verify']);
  const name = nameOf(`Chứng thực chữ ký số Một Cửa - ${demonstration}`, 'Một Cửa');
  const root = await makeOut({
    subject: name, issuer: name, publicKey: keys.publicKey, issuerKeyIdentifier: await keyIdentifier(keys.publicKey), issuerKey: keys.privateKey,
    authority: true, from: at, until: yearsAfter(at, 10),
  });
  return { root, privateKey: await pkcs8(keys.privateKey), issue: issuing(root, keys.privateKey) };
}

/** The authority again, from what was kept of it. */
export async function openTestAuthority(kept: Pick<TestAuthority, 'root' | 'privateKey'>): Promise<TestAuthority> {
  const key = await subtle.importKey('pkcs8', new Uint8Array(kept.privateKey), elliptic, true, ['sign']);
  return { root: kept.root, privateKey: kept.privateKey, issue: issuing(kept.root, key) };
}
