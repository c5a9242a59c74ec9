// SPDX-License-Identifier: EUPL-1.2
import { execFileSync, spawnSync } from 'node:child_process';
import { constants, createPrivateKey, sign as signBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallPdf } from '../testing.ts';
import { validatePdf } from '../validation/validate-pdf.ts';
import type { LongTermProofs, SigningIdentity } from './model.ts';
import { revocationSource } from './revocation-client.ts';
import { signPdf } from './sign-pdf.ts';
import { createTestAuthority, type IssuedCertificate, type TestAuthority } from './test-authority.ts';
import { type AuthorityServices, authorityServices } from './test-authority-services.ts';
import { timestampAuthority } from './timestamp-client.ts';

const start = Temporal.Instant.from('2026-11-20T09:41:00+07:00');

describe('chữ ký dài hạn (long-term signatures) against an authority', () => {
  let folder: string;
  let now = start;
  let authority: TestAuthority;
  let services: AuthorityServices;
  let issued: IssuedCertificate;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'motcua-lta-'));
    authority = await createTestAuthority({ at: start.subtract({ hours: 48 }) });
    services = await authorityServices(authority, { now: () => now });
    issued = await authority.issue({ kind: 'officer', name: 'Phạm Văn Ví Dụ', organisation: 'UBND', at: start.subtract({ hours: 24 }), addresses: { ocsp: 'ocsp', list: 'list' } });
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  const identity = ({ certificate, chain, privateKey }: IssuedCertificate = issued, scheme: 'rsa-pkcs1' | 'rsa-pss' = 'rsa-pkcs1'): SigningIdentity => {
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    const how = scheme === 'rsa-pss' ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : key;
    return { kind: 'officer', name: 'Phạm Văn Ví Dụ', certificate, chain, scheme, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, how))) };
  };
  const transport = {
    post: (url: string, request: Uint8Array) => (url === 'ocsp' ? services.ocsp(request) : Promise.resolve(null)),
    get: (url: string) => (url === 'list' ? services.list() : Promise.resolve(null)),
  };
  const proofs = (level: LongTermProofs['level']): LongTermProofs => ({ level, timestamps: timestampAuthority(services.stamp), revocation: revocationSource(transport) });
  const signed = (level: LongTermProofs['level'], signer = identity()) => signPdf(smallPdf, { signer, reason: 'Duyệt', at: now, proofs: proofs(level) });
  const judged = (pdf: Uint8Array, revocation?: { readonly crls: readonly Uint8Array[]; readonly ocsps: readonly Uint8Array[] }) =>
    validatePdf(pdf, { trust: { roots: [authority.root] }, ...(revocation === undefined ? {} : { revocation }) });

  test('B-T proves the time by a stamp, not by the signer\'s word', async () => {
    now = start.add({ seconds: 30 });

    expect(await judged(await signed('B-T'))).toMatchObject({ document: 'valid', signatures: [{ timeProof: 'timestamp', signedAt: now, coversWholeFile: true }] });
  });

  test('B-LT carries what is needed to check it, B-LTA stamps the whole on top; both stay valid', async () => {
    const [lt, lta] = [await judged(await signed('B-LT')), await judged(await signed('B-LTA'))];

    expect([lt.document, ...lt.signatures.map(({ changesAfter }) => changesAfter)]).toEqual(['valid', 'signatures-only']);
    expect([lta.document, ...lta.signatures.map(({ kind, coversWholeFile }) => [kind, coversWholeFile])]).toEqual(['valid', ['signature', false], ['timestamp', true]]);
  });

  test('RSA-PSS is signed and judged like the others', async () => {
    const pdf = await signed('B-T', identity(issued, 'rsa-pss'));
    const pss = Buffer.from(pdf).toString('latin1').toLowerCase().includes('06092a864886f70d01010a');

    expect([pss, (await judged(pdf)).document]).toEqual([true, 'valid']);
  });

  test('Poppler accepts the signature under its stamps', async () => {
    for (const scheme of ['rsa-pkcs1', 'rsa-pss'] as const) {
      const file = path.join(folder, `${scheme}.pdf`);
      writeFileSync(file, await signed('B-LTA', identity(issued, scheme)));
      expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toMatch(/Signature is Valid\./u);
    }
  });

  test('OpenSSL reads our stamp and our list of revoked certificates', async () => {
    const [query, reply, root, list] = ['q2', 'r2', 'root.pem', 'list.crl'].map((name) => path.join(folder, name));
    spawnSync('openssl', ['ts', '-query', '-digest', '22'.repeat(32), '-sha256', '-cert', '-out', query ?? '']);
    writeFileSync(reply ?? '', await services.stamp(readFileSync(query ?? '')));
    writeFileSync(root ?? '', new X509Certificate(authority.root).toString());
    writeFileSync(list ?? '', await services.list());

    expect(spawnSync('openssl', ['ts', '-verify', '-queryfile', query ?? '', '-in', reply ?? '', '-CAfile', root ?? '', '-no_check_time'], { encoding: 'utf8' })).toMatchObject({ status: 0 });
    expect(spawnSync('openssl', ['crl', '-inform', 'DER', '-in', list ?? '', '-CAfile', root ?? '', '-noout'], { encoding: 'utf8' }).stderr).toContain('verify OK');
  });

  test('a certificate revoked later leaves a stamped signature valid and an unstamped one in doubt; revoked before, nothing counts', async () => {
    const other = await authority.issue({ kind: 'officer', name: 'Người Khác', organisation: 'UBND', at: start.subtract({ hours: 24 }), addresses: { ocsp: 'ocsp', list: 'list' } });
    const [stamped, plain] = [await signed('B-T', identity(other)), await signPdf(smallPdf, { signer: identity(other), reason: 'Duyệt', at: now })];
    services.revoke(other.certificate, now.add({ hours: 1 }));
    const list = { crls: [await services.list()], ocsps: [] };
    services.revoke(other.certificate, now.subtract({ hours: 1 }));
    const earlier = { crls: [await services.list()], ocsps: [] };

    expect((await judged(stamped, list)).document).toBe('valid');
    expect((await judged(plain, list)).signatures[0]).toMatchObject({ verdict: 'indeterminate', code: 'maybe-revoked' });
    expect((await judged(stamped, earlier)).signatures[0]).toMatchObject({ verdict: 'invalid', code: 'revoked' });
  });

  test.each([['behind', -26], ['ahead', 26]] as const)('signs nothing when the clock of the authority is far %s, and says by how much', async (_where, minutes) => {
    const astray = await authorityServices(authority, { now: () => start.add({ minutes }) });
    now = start;
    const [agreed, far] = [services, astray].map(({ stamp }) => timestampAuthority((request) => stamp(request), { now: () => start }));

    await expect(far?.stamp(new Uint8Array(32))).rejects.toThrow('lệch 26 phút');
    expect((await agreed?.stamp(new Uint8Array(32)))?.byteLength).toBeGreaterThan(0);
  });

  test('signs nothing halfway when the stamp is for another file, or nobody answers', async () => {
    let first: Uint8Array | undefined;
    const forAnother = (asked: Uint8Array) => services.stamp(first ??= asked);
    await timestampAuthority(forAnother).stamp(Buffer.alloc(32, 1));
    const refusal = (post: (asked: Uint8Array) => Promise<Uint8Array | null>) => signPdf(smallPdf, { signer: identity(), reason: 'Duyệt', at: now, proofs: { level: 'B-T', timestamps: timestampAuthority(post) } });
    const unknown = await authority.issue({ kind: 'officer', name: 'Không Rõ', organisation: 'UBND', at: start.subtract({ hours: 24 }), addresses: { ocsp: 'silent', list: 'silent' } });

    for (const post of [forAnother, () => Promise.resolve(null), () => Promise.resolve(Buffer.from('x'))]) await expect(refusal(post)).rejects.toThrow(/thời gian/u);
    await expect(signed('B-LT', identity(unknown))).rejects.toThrow(/thu hồi/u);
  });
});
