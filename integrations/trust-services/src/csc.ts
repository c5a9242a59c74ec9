// SPDX-License-Identifier: EUPL-1.2
import { createHash, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { SignerKind, SigningIdentity } from '@motcua/documents';
import { RemoteRefused, toDerSignature } from './signature-form.ts';

/** A service that signs with keys it keeps, by the API of the Cloud Signature Consortium. `secret` opens the service for us; `pin` and `otp` are the signer's own. */
export type CscAccount = {
  /** Such as `https://ky.nha-cung-cap.vn/csc/v2`. */
  readonly url: string;
  readonly version: 'v1' | 'v2';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userId: string;
  /** Which of the signer's keys; the first when not said. */
  readonly credential?: string;
  readonly authorise: () => Promise<{ readonly pin?: string; readonly otp?: string }>;
};

const patience = 20_000;
const sha256Oid = '2.16.840.1.101.3.4.2.1';
const algorithms = { rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' } as const;

const Token = z.object({ access_token: z.string() });
const Credentials = z.object({ credentialIDs: z.array(z.string()).min(1) });
const Info = z.object({ multisign: z.number().int().positive().catch(1), key: z.object({ status: z.string(), algo: z.array(z.string()) }), cert: z.object({ certificates: z.array(z.string()).min(1), status: z.string().optional() }) });
const Authorised = z.object({ SAD: z.string() });
const Signed = z.object({ signatures: z.array(z.string()).min(1) });
const Fault = z.object({ error: z.string(), error_description: z.string().optional() });

type Asked = { readonly url: string; readonly token: string | null; readonly body: Readonly<Record<string, unknown>> };

async function ask<Shape extends z.ZodType>(shape: Shape, { url, token, body }: Asked): Promise<z.infer<Shape>> {
  const response = await fetch(url, {
    method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(patience), headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  }).catch((cause: unknown) => { throw new RemoteRefused('Dịch vụ ký số từ xa không trả lời. Thử lại sau ít phút.', { cause }); });
  const answer: unknown = await response.json().catch(() => null);
  const read = shape.safeParse(answer);
  if (response.ok && read.success) return read.data;
  const fault = Fault.safeParse(answer);
  throw new RemoteRefused(`Dịch vụ ký số từ xa từ chối${fault.success ? `: ${fault.data.error_description ?? fault.data.error}` : ''}. Kiểm tra mã PIN, mã OTP và hạn của chứng thư số.`);
}

/** The signing identity behind an account: its certificate now, its key asked for each signature anew. @throws RemoteRefused */
export async function cscIdentity(account: CscAccount, { kind, name }: { readonly kind: SignerKind; readonly name: string }): Promise<SigningIdentity> {
  const base = account.url.replace(/\/$/u, '');
  const { access_token: token } = await ask(Token, { url: `${base}/oauth2/token`, token: null, body: { grant_type: 'client_credentials', client_id: account.clientId, client_secret: account.clientSecret } });
  const listed = await ask(Credentials, { url: `${base}/credentials/list`, token, body: { userID: account.userId } });
  const credentialID = account.credential ?? listed.credentialIDs[0] ?? '';
  const { key, cert, multisign } = await ask(Info, { url: `${base}/credentials/info`, token, body: { credentialID, certificates: 'chain', certInfo: true } });
  if (key.status !== 'enabled' || (cert.status !== undefined && cert.status !== 'valid')) throw new RemoteRefused('Chứng thư số ở dịch vụ ký số từ xa đang bị khóa hoặc hết hạn.');
  const [certificate = new Uint8Array(), ...chain] = cert.certificates.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const isRsa = new X509Certificate(certificate).publicKey.asymmetricKeyType === 'rsa';
  const signedOnce = async (toBeSigned: readonly Uint8Array[]): Promise<readonly Uint8Array[]> => {
    const list = toBeSigned.map((bytes) => createHash('sha256').update(bytes).digest('base64'));
    const { pin, otp } = await account.authorise();
    const isV1 = account.version === 'v1';
    const hashes = isV1 ? { hash: list } : { hashes: list, hashAlgorithmOID: sha256Oid };
    const authorisation = isV1 ? { PIN: pin, OTP: otp } : { authData: [...pin === undefined ? [] : [{ id: 'PIN', value: pin }], ...otp === undefined ? [] : [{ id: 'OTP', value: otp }]] };
    const { SAD } = await ask(Authorised, { url: `${base}/credentials/authorize`, token, body: { credentialID, numSignatures: list.length, ...hashes, ...authorisation } });
    const { signatures } = await ask(Signed, {
      url: `${base}/signatures/signHash`, token, body: { credentialID, SAD, ...hashes, ...(isV1 ? { hashAlgo: sha256Oid } : {}), signAlgo: isRsa ? algorithms.rsa : algorithms.ec },
    });
    return toBeSigned.map((bytes, at) => toDerSignature(certificate, bytes, Buffer.from(signatures[at] ?? '', 'base64')));
  };
  const signMany = async (toBeSigned: readonly Uint8Array[]): Promise<readonly Uint8Array[]> => {
    const signed: Uint8Array[] = [];
    // As many at once as the service allows for one authorisation.
    for (let from = 0; from < toBeSigned.length; from += multisign) signed.push(...await signedOnce(toBeSigned.slice(from, from + multisign)));
    return signed;
  };
  return { kind, name, certificate, chain, signMany, sign: async (toBeSigned) => (await signMany([toBeSigned]))[0] ?? new Uint8Array() };
}
