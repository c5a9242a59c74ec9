// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, sign as signBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { cadesSignature, oid, ownBuffer, serialNumber, sha256 } from './cades.ts';
import type { TestAuthority } from './test-authority.ts';

/** What an authority does beside issuing: it stamps times, answers about certificates, lists the revoked. Requests and answers are DER, as they travel. */
export type AuthorityServices = {
  /** RFC 3161: a request for a time-stamp. */
  readonly stamp: (request: Uint8Array) => Promise<Uint8Array>;
  /** RFC 6960: a question about a certificate. */
  readonly ocsp: (request: Uint8Array) => Promise<Uint8Array>;
  /** RFC 5280: the list of revoked certificates. */
  readonly list: () => Promise<Uint8Array>;
  readonly revoke: (certificate: Uint8Array, at: Temporal.Instant) => void;
};

const policy = '1.3.6.1.4.1.99999.1';
const hashOfStamps = oid.sha256;
const legacy = (at: Temporal.Instant): Date => new globalThis.Date(Math.floor(at.epochMilliseconds / 1000) * 1000);
const statusOf = (status: pkijs.PKIStatus): pkijs.PKIStatusInfo => new pkijs.PKIStatusInfo({ status });
const derOf = (object: { readonly toSchema: () => asn1js.BaseBlock }): Uint8Array => new Uint8Array(object.toSchema().toBER());

/** The services of an authority by its own clock. Made for demonstrations and tests: they keep nothing when the program ends. */
export async function authorityServices(authority: TestAuthority, clock: { readonly now: () => Temporal.Instant }): Promise<AuthorityServices> {
  const root = pkijs.Certificate.fromBER(ownBuffer(authority.root));
  const rootKey = await webcrypto.subtle.importKey('pkcs8', new Uint8Array(authority.privateKey), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const stamper = await authority.issue({ kind: 'timestamp', name: 'Dấu thời gian', organisation: 'Một Cửa', at: clock.now().subtract({ hours: 1 }) });
  const stampKey = createPrivateKey({ key: Buffer.from(stamper.privateKey), format: 'der', type: 'pkcs8' });
  const revoked = new Map<string, { readonly serial: asn1js.Integer; readonly at: Temporal.Instant }>();
  const serialOf = (certificate: pkijs.Certificate): string => Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex');
  const single = (certID: pkijs.CertID): pkijs.SingleResponse => {
    const found = revoked.get(Buffer.from(certID.serialNumber.valueBlock.valueHexView).toString('hex'));
    const certStatus = found === undefined ? new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } })
      : new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new asn1js.GeneralizedTime({ valueDate: legacy(found.at) })] });
    return new pkijs.SingleResponse({ certID, certStatus, thisUpdate: legacy(clock.now()), nextUpdate: legacy(clock.now().add({ hours: 24 })) });
  };
  return {
    revoke: (der, at) => {
      const certificate = pkijs.Certificate.fromBER(ownBuffer(der));
      revoked.set(serialOf(certificate), { serial: certificate.serialNumber, at });
    },
    stamp: async (request) => {
      const { messageImprint, nonce } = new pkijs.TimeStampReq({ schema: asn1js.fromBER(ownBuffer(request)).result });
      if (messageImprint.hashAlgorithm.algorithmId !== hashOfStamps || messageImprint.hashedMessage.valueBlock.valueHexView.byteLength !== 32) return derOf(new pkijs.TimeStampResp({ status: statusOf(pkijs.PKIStatus.rejection) }));
      const info = derOf(new pkijs.TSTInfo({ version: 1, policy, messageImprint, serialNumber: serialNumber(), genTime: legacy(clock.now()), ...(nonce === undefined ? {} : { nonce }) }));
      const token = await cadesSignature({ digest: sha256(info), inside: { type: oid.tstInfo, bytes: info } }, {
        certificate: stamper.certificate, chain: stamper.chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, stampKey))),
      });
      return derOf(new pkijs.TimeStampResp({ status: statusOf(pkijs.PKIStatus.granted), timeStampToken: new pkijs.ContentInfo({ schema: asn1js.fromBER(ownBuffer(token)).result }) }));
    },
    ocsp: async (request) => {
      const { tbsRequest } = new pkijs.OCSPRequest({ schema: asn1js.fromBER(ownBuffer(request)).result });
      const basic = new pkijs.BasicOCSPResponse({ certs: [root] });
      basic.tbsResponseData.responderID = root.subject;
      basic.tbsResponseData.producedAt = legacy(clock.now());
      basic.tbsResponseData.responses = tbsRequest.requestList.map(({ reqCert }) => single(reqCert));
      await basic.sign(rootKey, 'SHA-256');
      const responseBytes = new pkijs.ResponseBytes({ responseType: '1.3.6.1.5.5.7.48.1.1', response: new asn1js.OctetString({ valueHex: ownBuffer(derOf(basic)) }) });
      return derOf(new pkijs.OCSPResponse({ responseStatus: new asn1js.Enumerated({ value: 0 }), responseBytes }));
    },
    list: async () => {
      const time = (at: Temporal.Instant): pkijs.Time => new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: legacy(at) });
      const list = new pkijs.CertificateRevocationList({ version: 1, issuer: root.subject, thisUpdate: time(clock.now()), nextUpdate: time(clock.now().add({ hours: 24 })) });
      if (revoked.size > 0) list.revokedCertificates = [...revoked.values()].map(({ serial, at }) => new pkijs.RevokedCertificate({ userCertificate: serial, revocationDate: time(at) }));
      await list.sign(rootKey, 'SHA-256');
      return new Uint8Array(Buffer.from(list.toString('base64'), 'base64'));
    },
  };
}

