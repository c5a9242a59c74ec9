// SPDX-License-Identifier: EUPL-1.2
import { verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ownBuffer } from '../signing/cades.ts';

/** Lists of revoked certificates and answers about single ones (CRL, OCSP), DER, as they came: from the file or from a folder. */
export type RevocationData = { readonly crls: readonly Uint8Array[]; readonly ocsps: readonly Uint8Array[] };

/** What the data say of one certificate. */
export type Standing = { readonly state: 'good'; readonly asOf: Temporal.Instant } | { readonly state: 'revoked'; readonly since: Temporal.Instant } | { readonly state: 'unknown' };

const types = { ocspBasic: '1.3.6.1.5.5.7.48.1.1', ocspSigning: '1.3.6.1.5.5.7.3.9', extendedKeyUsage: '2.5.29.37' } as const;
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1', '1.2.840.113549.1.1.11': 'sha256', '1.2.840.113549.1.1.12': 'sha384', '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256', '1.2.840.10045.4.3.3': 'sha384', '1.2.840.10045.4.3.4': 'sha512',
};
const unknown: Standing = { state: 'unknown' };
const instantOf = (time: { readonly getTime: () => number }): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(time.getTime());
const parsedOf = (certificate: X509Certificate): pkijs.Certificate => pkijs.Certificate.fromBER(ownBuffer(certificate.raw));

function holds(tbs: Uint8Array, signature: Uint8Array, algorithm: string, issuer: X509Certificate): boolean {
  const hash = hashes[algorithm] ?? (algorithm === '1.3.101.112' || algorithm === '1.3.101.113' ? null : undefined);
  return hash !== undefined && verify(hash, tbs, issuer.publicKey, signature);
}

function byList(der: Uint8Array, certificate: X509Certificate, issuer: X509Certificate): Standing {
  const crl = pkijs.CertificateRevocationList.fromBER(ownBuffer(der));
  const own = parsedOf(certificate);
  if (!crl.issuer.isEqual(parsedOf(issuer).subject)) return unknown;
  if (!holds(new Uint8Array(crl.tbsView), crl.signatureValue.valueBlock.valueHexView, crl.signatureAlgorithm.algorithmId, issuer)) return unknown;
  const entry = crl.revokedCertificates?.find(({ userCertificate }) => userCertificate.isEqual(own.serialNumber));
  return entry === undefined ? { state: 'good', asOf: instantOf(crl.thisUpdate.value) } : { state: 'revoked', since: instantOf(entry.revocationDate.value) };
}

/** Who signed an answer: the issuer itself, or one whom the issuer certified for answering. */
function responderOf(basic: pkijs.BasicOCSPResponse, issuer: X509Certificate): readonly X509Certificate[] {
  const sent = (basic.certs ?? []).map((item) => ({ item, node: new X509Certificate(Buffer.from(item.toSchema(true).toBER())) }));
  const named = sent.filter(({ item, node }) => {
    const usage: unknown = item.extensions?.find(({ extnID }) => extnID === types.extendedKeyUsage)?.parsedValue;
    return usage instanceof pkijs.ExtKeyUsage && usage.keyPurposes.includes(types.ocspSigning) && node.checkIssued(issuer) && node.verify(issuer.publicKey);
  });
  return [issuer, ...named.map(({ node }) => node)];
}

function byAnswer(der: Uint8Array, certificate: X509Certificate, issuer: X509Certificate): Standing {
  const outer = asn1js.fromBER(ownBuffer(der)).result;
  const response = new pkijs.OCSPResponse({ schema: outer });
  if (response.responseBytes?.responseType !== types.ocspBasic) return unknown;
  const basic = new pkijs.BasicOCSPResponse({ schema: asn1js.fromBER(response.responseBytes.response.valueBlock.valueHexView).result });
  const tbs = new Uint8Array(basic.tbsResponseData.tbsView);
  const signed = responderOf(basic, issuer).some((each) => holds(tbs, basic.signature.valueBlock.valueHexView, basic.signatureAlgorithm.algorithmId, each));
  if (!signed) return unknown;
  const own = parsedOf(certificate);
  const single = basic.tbsResponseData.responses.find(({ certID }) => certID.serialNumber.isEqual(own.serialNumber));
  const status: unknown = single?.certStatus;
  if (single === undefined || !(status instanceof asn1js.BaseBlock)) return unknown;
  if (status.idBlock.tagNumber === 0) return { state: 'good', asOf: instantOf(single.thisUpdate) };
  const [since] = status instanceof asn1js.Constructed ? status.valueBlock.value : [];
  return status.idBlock.tagNumber === 1 && since instanceof asn1js.GeneralizedTime ? { state: 'revoked', since: instantOf(since.toDate()) } : unknown;
}

const attempt = (ask: () => Standing): Standing => {
  try {
    return ask();
  } catch {
    return unknown;
  }
};

/** What is known of a certificate under its issuer: a revocation wins over every answer that it is good. */
export function standingOf({ crls, ocsps }: RevocationData, certificate: X509Certificate, issuer: X509Certificate): Standing {
  const all = [
    ...crls.map((der) => attempt(() => byList(der, certificate, issuer))),
    ...ocsps.map((der) => attempt(() => byAnswer(der, certificate, issuer))),
  ];
  return all.find(({ state }) => state === 'revoked') ?? all.find(({ state }) => state === 'good') ?? unknown;
}
