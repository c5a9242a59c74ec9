// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, createPublicKey, type KeyObject, randomUUID, privateEncrypt, constants } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AuthorityServices, IssuedCertificate } from '@motcua/documents';
import { z } from 'zod';

/** Somebody whose key the remote service keeps. */
export type StandInSigner = { readonly userId: string; readonly issued: IssuedCertificate; readonly pin: string };

/** A running stand-in with what a test may do to it. */
export type TrustServices = {
  readonly origin: string;
  /** What the signer does on his telephone with the next transactions. */
  readonly telephone: (answer: 'signed' | 'rejected' | 'expired' | 'pending') => void;
  /** How many times somebody was asked to confirm, at either service. */
  readonly confirmations: () => number;
  readonly stop: () => Promise<void>;
};

type Answer = { readonly status: number; readonly body: unknown };
type Held = StandInSigner & { readonly key: KeyObject; readonly isRsa: boolean };

// What a service does that is given a hash: the signature over it, without seeing the content.
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

function signedHash({ key, isRsa }: Held, hash: Buffer): Buffer {
  if (!isRsa) throw new Error('the stand-in signs hashes with RSA keys only');
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([digestInfo, hash]));
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const fault = (error: string, words: string): Answer => ({ status: 400, body: { error, error_description: words } });

const Authorise = z.object({ credentialID: z.string(), numSignatures: z.number().int().positive(), PIN: z.string().optional(), authData: z.array(z.object({ id: z.string(), value: z.string() })).optional(), hash: z.array(z.string()).optional(), hashes: z.array(z.string()).optional() });
const SignHash = z.object({ credentialID: z.string(), SAD: z.string(), hash: z.array(z.string()).optional(), hashes: z.array(z.string()).optional() });

/** Signatures the stand-in gives for one authorisation. */
const most = 50;

/** The API of the Cloud Signature Consortium over the keys at hand; an authorisation is good for the hashes it names, once. */
function cscService(signers: readonly Held[], { secret, confirmed }: { readonly secret: string; readonly confirmed: () => void }): (path: string, body: unknown, bearer: string | undefined) => Answer {
  const token = randomUUID();
  const granted = new Map<string, string>();
  const holder = (id: string): Held | undefined => signers.find(({ userId }) => `key-${userId}` === id);
  const answer = (path: string, body: unknown, bearer: string | undefined): Answer => {
    if (path === 'oauth2/token') return z.object({ client_secret: z.literal(secret) }).safeParse(body).success ? ok({ access_token: token, token_type: 'Bearer', expires_in: 3600 }) : fault('invalid_client', 'wrong secret');
    if (bearer !== `Bearer ${token}`) return { status: 401, body: { error: 'invalid_token' } };
    if (path === 'credentials/list') {
      const asked = z.object({ userID: z.string() }).parse(body);
      return ok({ credentialIDs: signers.filter(({ userId }) => userId === asked.userID).map(({ userId }) => `key-${userId}`) });
    }
    const found = holder(z.object({ credentialID: z.string() }).parse(body).credentialID);
    if (found === undefined) return fault('invalid_request', 'no such credential');
    const service = onCredential[path];
    return service === undefined ? { status: 404, body: { error: 'not_found' } } : service(found, body);
  };
  const onCredential: Readonly<Record<string, (found: Held, body: unknown) => Answer>> = {
    'credentials/info': (found) =>
      ok({ multisign: most, key: { status: 'enabled', algo: ['1.2.840.113549.1.1.11'], len: 2048 }, cert: { status: 'valid', certificates: [found.issued.certificate, ...found.issued.chain].map((der) => Buffer.from(der).toString('base64')) } }),
    'credentials/authorize': (found, body) => {
      const asked = Authorise.parse(body);
      const list = asked.hash ?? asked.hashes ?? [];
      if (list.length !== asked.numSignatures || list.length > most) return fault('invalid_request', 'too many signatures for one authorisation');
      const pin = asked.PIN ?? asked.authData?.find(({ id }) => id === 'PIN')?.value;
      if (pin !== found.pin) return fault('invalid_pin', 'Mã PIN chưa đúng');
      const sad = randomUUID();
      granted.set(sad, list.join());
      confirmed();
      return ok({ SAD: sad, expiresIn: 300 });
    },
    'signatures/signHash': (found, body) => {
      const asked = SignHash.parse(body);
      const hashes = asked.hash ?? asked.hashes ?? [];
      const allowed = granted.get(asked.SAD) === hashes.join();
      granted.delete(asked.SAD);
      return allowed ? ok({ signatures: hashes.map((hash) => signedHash(found, Buffer.from(hash, 'base64')).toString('base64')) }) : fault('invalid_request', 'SAD is not for this hash');
    },
  };
  return answer;
}

const Begin = z.object({ user_id: z.string(), sign_files: z.array(z.object({ doc_id: z.string(), data_to_be_signed: z.string() })) });

/** Signing confirmed on a telephone: begun, asked again, signed when the person did. */
function phoneService(signers: readonly Held[], { telephone, confirmed }: { readonly telephone: () => 'signed' | 'rejected' | 'expired' | 'pending'; readonly confirmed: () => void }): (path: string, body: unknown) => Answer {
  const begun = new Map<string, z.infer<typeof Begin>>();
  const asked = new Map<string, number>();
  return (path, body) => {
    const who = z.object({ user_id: z.string() }).safeParse(body);
    const found = signers.find(({ userId }) => who.success && userId === who.data.user_id);
    if (path === 'credentials/get_certificate') {
      return ok({ data: { user_certificates: found === undefined ? [] : [{ serial_number: '1', cert_status_code: 'VALID', cert_data: Buffer.from(found.issued.certificate).toString('base64'), chain_data: { ca_cert: null, root_cert: Buffer.from(found.issued.chain.at(-1) ?? []).toString('base64') } }] } });
    }
    if (path === 'signatures/sign') {
      const transaction = randomUUID();
      begun.set(transaction, Begin.parse(body));
      confirmed();
      return ok({ data: { transaction_id: transaction } });
    }
    const [, transaction = ''] = /^signatures\/sign\/([^/]+)\/status$/u.exec(path) ?? [];
    const held = begun.get(transaction);
    const signer = signers.find(({ userId }) => userId === held?.user_id);
    if (held === undefined || signer === undefined) return { status: 404, body: {} };
    // Nobody looks at his telephone at once.
    const times = (asked.get(transaction) ?? 0) + 1;
    asked.set(transaction, times);
    const status = times < 2 ? 'pending' : telephone();
    return ok({ data: { status, ...(status === 'signed' ? { signatures: held.sign_files.map(({ doc_id: document, data_to_be_signed: hash }) => ({ doc_id: document, signature_value: signedHash(signer, Buffer.from(hash, 'hex')).toString('base64') })) } : {}) } });
  };
}

/**
 * Starts a server that stands in for all of them: `/tsa`, `/ocsp`, `/crl`, `/csc/v1`, `/csc/v2`, `/phone`.
 *
 * @param about - `signers`: whose keys the remote services keep (RSA); `secret`: what a client of the CSC service must know
 */
export async function startTrustServices({ services, signers = [], secret = 'mat-khau', port = 0 }: {
  readonly services: AuthorityServices; readonly signers?: readonly StandInSigner[]; readonly secret?: string; readonly port?: number;
}): Promise<TrustServices> {
  const held = signers.map((signer): Held => {
    const key = createPrivateKey({ key: Buffer.from(signer.issued.privateKey), format: 'der', type: 'pkcs8' });
    return { ...signer, key, isRsa: createPublicKey(key).asymmetricKeyType === 'rsa' };
  });
  let onTelephone: 'signed' | 'rejected' | 'expired' | 'pending' = 'signed';
  let confirmations = 0;
  const confirmed = (): void => { confirmations += 1; };
  const csc = cscService(held, { secret, confirmed });
  const phone = phoneService(held, { telephone: () => onTelephone, confirmed });
  const der: Readonly<Record<string, (body: Uint8Array) => Promise<Uint8Array>>> = { '/tsa': services.stamp, '/ocsp': services.ocsp, '/crl': services.list };
  const types: Readonly<Record<string, string>> = { '/tsa': 'application/timestamp-reply', '/ocsp': 'application/ocsp-response', '/crl': 'application/pkix-crl' };
  const server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const url = request.url ?? '';
      const binary = der[url];
      if (binary !== undefined) {
        response.writeHead(200, { 'content-type': types[url] ?? '' }).end(await binary(body));
        return;
      }
      const json: unknown = JSON.parse(body.toString('utf8') || '{}');
      const [, service = '', path = ''] = /^\/(csc\/v[12]|phone)\/(.+)$/u.exec(url) ?? [];
      const answer = service === 'phone' ? phone(path, json) : service === '' ? { status: 404, body: {} } : csc(path, json, request.headers.authorization);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    }).catch(() => { response.writeHead(400).end(); });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : port)}`,
    telephone: (answer) => { onTelephone = answer; },
    confirmations: () => confirmations,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.resolve();
    },
  };
}
