// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync } from 'node:crypto';
import { authorityServices, createTestAuthority, type IssuedCertificate, signPdf, type SigningIdentity, type TestAuthority, validatePdf } from '@motcua/documents';
import { smallPdf } from '@motcua/documents/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CscAccount, cscIdentity } from './csc.ts';
import { phoneIdentity } from './phone.ts';
import { revocationOverHttp, timestampsFrom } from './over-http.ts';
import { startTrustServices, type TrustServices } from './stand-in.ts';
import { type SoftToken, softToken } from './testing.ts';
import { tokenIdentity } from './token.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const who = { kind: 'officer', name: 'Phạm Văn Ví Dụ' } as const;

let authority: TestAuthority;
let issued: IssuedCertificate;
let running: TrustServices;
beforeAll(async () => {
  authority = await createTestAuthority({ at: at.subtract({ hours: 48 }) });
  // The address is written into the certificate, so it is chosen before anybody listens there.
  const port = 20_000 + Math.floor(process.pid % 20_000);
  const addresses = { ocsp: `http://127.0.0.1:${String(port)}/ocsp`, list: `http://127.0.0.1:${String(port)}/crl` };
  issued = await authority.issue({ ...who, organisation: 'UBND', at: at.subtract({ hours: 24 }), addresses });
  running = await startTrustServices({ port, services: await authorityServices(authority, { now: () => at }), signers: [{ userId: 'vidu', issued, pin: '2468' }] });
});
afterAll(async () => { await running.stop(); });

const judged = async (signer: SigningIdentity): Promise<unknown> => {
  const proofs = { level: 'B-LTA', timestamps: timestampsFrom(`${running.origin}/tsa`, { now: () => at }), revocation: revocationOverHttp() } as const;
  return (await validatePdf(await signPdf(smallPdf, { signer, reason: 'Duyệt', at, proofs }), { trust: { roots: [authority.root] } })).document;
};

describe('ký số từ xa theo CSC (remote signing by the Cloud Signature Consortium)', () => {
  const account = (version: 'v1' | 'v2', about: Partial<CscAccount> = {}): CscAccount => ({
    url: `${running.origin}/csc/${version}`, version, clientId: 'mot-cua', clientSecret: 'mat-khau', userId: 'vidu', authorise: () => Promise.resolve({ pin: '2468' }), ...about,
  });

  test.each(['v1', 'v2'] as const)('%s signs a file that is valid', async (version) => {
    expect(await judged(await cscIdentity(account(version), who))).toBe('valid');
  });

  test.each(['v1', 'v2'] as const)('%s signs as many as it allows by one authorisation, and the rest by another', async (version) => {
    const signer = await cscIdentity(account(version), who);
    const before = running.confirmations();
    const many = Array.from({ length: 70 }, (_, no) => new Uint8Array([no]));
    const signatures = await signer.signMany?.(many);

    expect(signatures).toHaveLength(70);
    expect(running.confirmations() - before).toBe(2);
  });

  test('refuses in words: a wrong PIN, a wrong secret, a service that is not there', async () => {
    const wrong = await cscIdentity(account('v2', { authorise: () => Promise.resolve({ pin: '0000' }) }), who);

    await expect(judged(wrong)).rejects.toThrow(/PIN/u);
    await expect(cscIdentity(account('v1', { clientSecret: 'x' }), who)).rejects.toThrow(/từ chối/u);
    await expect(cscIdentity(account('v2', { url: 'http://127.0.0.1:9' }), who)).rejects.toThrow(/không trả lời/u);
  });
});

describe('ký số xác nhận trên điện thoại (remote signing confirmed on a telephone)', () => {
  const account = () => ({ url: `${running.origin}/phone`, serviceId: 'mot-cua', serviceSecret: 'x', userId: 'vidu', patience: 200, interval: 10 });

  test('waits for the person, then signs a file that is valid', async () => {
    running.telephone('signed');

    expect(await judged(await phoneIdentity(account(), who))).toBe('valid');
  });

  test.each([['rejected', /từ chối trên điện thoại/u], ['expired', /Hết thời gian/u], ['pending', /Hết thời gian/u]] as const)('signs nothing when the answer is «%s»', async (answer, words) => {
    running.telephone(answer);

    await expect(judged(await phoneIdentity(account(), who))).rejects.toThrow(words);
  });

  test('refuses whoever has no certificate there', async () => {
    await expect(phoneIdentity({ ...account(), userId: 'nguoi-la' }, who)).rejects.toThrow(/từ chối/u);
  });
});

describe('thiết bị ký PKCS#11 (a token)', () => {
  let device: SoftToken;
  beforeAll(() => { device = softToken(); });
  afterAll(() => { device.remove(); });

  test('signs with an RSA key and with an ECDSA key that never leave it, and refuses a wrong PIN', async () => {
    for (const [id, kind] of [['01', 'officer'], ['02', 'agency']] as const) device.load(id, await authority.issue({ kind, name: who.name, organisation: 'UBND', at: at.subtract({ hours: 24 }) }));
    const { library, label, environment } = device;
    const token = (id: string, pin = device.pin) => tokenIdentity({ library, token: label, id, pin: () => Promise.resolve(pin), environment }, { ...who, chain: [authority.root] });

    expect([await judged(await token('01')), await judged(await token('02'))]).toEqual(['valid', 'valid']);
    await expect(judged(await token('01', '9999'))).rejects.toThrow(/PIN/u);
  });

  test('says what is missing when there is no device', async () => {
    await expect(tokenIdentity({ library: '/khong/co.so', token: 'x', id: '01', pin: () => Promise.resolve('1') }, { ...who, chain: [] })).rejects.toThrow(/Thiết bị ký không trả lời/u);
  });
});

describe('chữ ký nhận về (what comes back)', () => {
  test('from another key is refused before it is written anywhere', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'der', type: 'pkcs8' });
    const cheat = await startTrustServices({ services: await authorityServices(authority, { now: () => at }), signers: [{ userId: 'vidu', pin: '2468', issued: { ...issued, privateKey: new Uint8Array(other) } }] });
    const signer = await cscIdentity({ url: `${cheat.origin}/csc/v2`, version: 'v2', clientId: 'x', clientSecret: 'mat-khau', userId: 'vidu', authorise: () => Promise.resolve({ pin: '2468' }) }, who);

    await expect(judged(signer)).rejects.toThrow(/không khớp/u);
    await cheat.stop();
  });
});
