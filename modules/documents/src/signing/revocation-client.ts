// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { standingOf } from '../validation/revocation.ts';
import { ownBuffer } from './cades.ts';
import type { RevocationSource, SigningIdentity } from './model.ts';

/** Those a certificate names to be asked about it do not answer. */
export class RevocationUnknown extends Error {}

const types = { access: '1.3.6.1.5.5.7.1.1', ocsp: '1.3.6.1.5.5.7.48.1', lists: '2.5.29.31' } as const;

function addressesOf(certificate: pkijs.Certificate): { readonly ocsp: string | null; readonly list: string | null } {
  const parsed = (type: string): unknown => certificate.extensions?.find(({ extnID }) => extnID === type)?.parsedValue;
  const [access, lists] = [parsed(types.access), parsed(types.lists)];
  const responder: unknown = access instanceof pkijs.InfoAccess ? access.accessDescriptions.find(({ accessMethod }) => accessMethod === types.ocsp)?.accessLocation.value : undefined;
  const [point] = lists instanceof pkijs.CRLDistributionPoints ? lists.distributionPoints : [];
  const [name] = Array.isArray(point?.distributionPoint) ? point.distributionPoint : [];
  const list: unknown = name?.value;
  return { ocsp: typeof responder === 'string' ? responder : null, list: typeof list === 'string' ? list : null };
}

/** Carries questions to those a certificate names, and answers back, DER; null when there is no answer. */
export type RevocationTransport = { readonly post: (url: string, request: Uint8Array) => Promise<Uint8Array | null>; readonly get: (url: string) => Promise<Uint8Array | null> };

async function asked(post: RevocationTransport['post'], url: string, certificate: pkijs.Certificate, issuer: pkijs.Certificate): Promise<Uint8Array | null> {
  const question = new pkijs.OCSPRequest();
  await question.createForCertificate(certificate, { hashAlgorithm: 'SHA-1', issuerCertificate: issuer });
  return post(url, new Uint8Array(question.toSchema(true).toBER()));
}

/** Whether the issuer took a signer's certificate back. @throws RevocationUnknown */
export async function isRevoked({ certificate, chain }: Pick<SigningIdentity, 'certificate' | 'chain'>, source: RevocationSource): Promise<boolean> {
  const [issuer] = chain;
  if (issuer === undefined) return false;
  return standingOf(await source.dataFor(certificate, issuer), new X509Certificate(certificate), new X509Certificate(issuer)).state === 'revoked';
}

/** Asks those named in a certificate itself: the OCSP responder, else the revocation list. */
export function revocationSource({ post, get }: RevocationTransport): RevocationSource {
  return {
    dataFor: async (certificateDer, issuerDer) => {
      const [certificate, issuer] = [certificateDer, issuerDer].map((der) => pkijs.Certificate.fromBER(ownBuffer(der)));
      if (certificate === undefined || issuer === undefined) throw new RevocationUnknown('no certificate');
      const { ocsp, list } = addressesOf(certificate);
      // A certificate that names nobody to ask has no standing that could be asked for.
      if (ocsp === null && list === null) return { crls: [], ocsps: [] };
      const says = (data: { readonly crls: readonly Uint8Array[]; readonly ocsps: readonly Uint8Array[] }): boolean =>
        standingOf(data, new X509Certificate(certificateDer), new X509Certificate(issuerDer)).state !== 'unknown';
      const answer = ocsp === null ? null : await asked(post, ocsp, certificate, issuer);
      if (answer !== null && says({ crls: [], ocsps: [answer] })) return { crls: [], ocsps: [answer] };
      const crl = list === null ? null : await get(list);
      if (crl !== null && says({ crls: [crl], ocsps: [] })) return { crls: [crl], ocsps: [] };
      throw new RevocationUnknown('Chưa hỏi được tình trạng thu hồi của chứng thư số. Thử lại sau ít phút.');
    },
  };
}
