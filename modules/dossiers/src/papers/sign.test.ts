// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type AuthorityServices, authorityServices, readDocument, revocationSource, testAuthorityOf, timestampAuthority, validatePdf } from '@motcua/documents';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, checkPaper, renewPaperStamps } from '../index.ts';
import { type SmallProvince, aCause, done, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let services: AuthorityServices;
let isUp = true;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  services = await authorityServices(await testAuthorityOf(database.db, province.secret, startOfTest), province.clock);
  const timestamps = timestampAuthority((request) => (isUp ? services.stamp(request) : Promise.resolve(null)));
  province = { ...province, ctx: { ...province.ctx, proofs: { level: 'B-LTA', timestamps, revocation: revocationSource({ post: () => Promise.resolve(null), get: () => Promise.resolve(null) }) } } };
  go = walk(province);
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const appraised = async (): Promise<string> => {
  const code = await go.taken();
  await go.appraised(code);
  return code;
};

describe('kết quả ký số (a result with its proofs)', () => {
  test('carries the time of each signature by a stamp, and a stamp over the whole', async () => {
    const code = await appraised();
    await go.approved(code);
    await go.issued(code);
    const file = await readDocument(database.db, province.ctx.files, (await go.state(code)).result?.documentId ?? '');
    const trust = { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] };
    const { document, signatures } = await validatePdf(file?.bytes ?? new Uint8Array(), { trust });

    expect([document, ...signatures.map(({ kind, timeProof, coversWholeFile }) => [kind, timeProof, coversWholeFile])])
      .toEqual(['valid', ['signature', 'timestamp', false], ['signature', 'timestamp', false], ['timestamp', 'timestamp', true]]);
  });

  test('is not signed while the time-stamp authority is silent: the step waits where it was, and goes on when it answers', async () => {
    const code = await appraised();
    const before = (await go.state(code)).version;
    isUp = false;
    const refused = await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } });
    isUp = true;

    expect(refused).toMatchObject({ ok: false, error: { code: 'proof-unavailable', why: expect.stringMatching(/dấu thời gian/iu) as unknown } });
    expect((await go.state(code)).version).toBe(before);
    expect(done(await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } })).version).toBeGreaterThan(before);
  });

  test('is renewed before its stamps end, and both files are told to be genuine', async () => {
    const code = await appraised();
    await go.approved(code);
    await go.issued(code);
    const { ctx } = province;
    const id = (await go.state(code)).result?.documentId ?? '';
    const now = startOfTest.add({ hours: 24 * 680 });
    const clock = { now: () => now };
    const later = await authorityServices(await testAuthorityOf(database.db, province.secret, startOfTest), clock);
    const fresh = { ...ctx, clock, proofs: { level: 'B-LTA', timestamps: timestampAuthority((request) => later.stamp(request)), revocation: revocationSource({ post: () => Promise.resolve(null), get: () => Promise.resolve(null) }) } } as const;
    const hashOf = async (): Promise<string> => createHash('sha256').update((await readDocument(database.db, ctx.files, id))?.bytes ?? '').digest('hex');
    const first = await hashOf();
    const round = await renewPaperStamps(fresh);
    const second = await hashOf();
    const told = await Promise.all([first, second, '0'.repeat(64)].map(async (sha256) => (await checkPaper(fresh, { sha256 })).verdict));

    expect([round.renewed > 0, round.remaining, first === second]).toEqual([true, 0, false]);
    expect(told).toEqual(['genuine', 'genuine', 'mismatch']);
  });
});
