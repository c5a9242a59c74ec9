// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept, assign, replay, takeIn } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, allInOrder, anIntake, done, places, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const serials = (codes: readonly string[]): readonly number[] => codes.map((code) => Number(code.slice(-4))).toSorted((a, b) => a - b);
const officer = () => province.officer('tiepnhan');

describe('cùng một lúc (at the same moment)', () => {
  test('50 intakes of one agency on one day get codes and receipts without a gap, also when some are refused half-way', async () => {
    // Every fifth is refused after its code was taken: a paper was not seen.
    const bodies = Array.from({ length: 50 }, (_, at) => anIntake(at % 5 === 0 ? { receivingAgency: places.commune, solvingAgency: places.commune, papers: [] } : {}));
    const papers = (await go.state(await go.taken())).papers.length;
    const outcomes = await Promise.all(bodies.map((body) => takeIn(province.ctx, { actor: officer(), body })));
    const codes = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.code] : []));
    const receipts = await Promise.all(codes.map(async (code) => Number((await go.state(code)).receipt?.number.split('/')[0])));

    expect(codes).toHaveLength(papers === 0 ? 50 : 40);
    expect(serials(codes)).toEqual(Array.from(codes, (_, at) => at + 2));
    expect(receipts.toSorted((a, b) => a - b)).toEqual(Array.from(codes, (_, at) => at + 2));
  });

  test('the next day begins at one again', async () => {
    province.clock.set(startOfTest.add({ hours: 24 }));
    const code = await go.taken();
    province.clock.set(startOfTest);

    expect(code).toBe('Y99.21-261118-0001');
  });

  test('the same intake sent twice makes one dossier and answers the same', async () => {
    const body = anIntake();
    const [first, second] = await Promise.all([takeIn(province.ctx, { actor: officer(), body }), takeIn(province.ctx, { actor: officer(), body })]);
    const third = await takeIn(province.ctx, { actor: officer(), body });

    expect(done(second)).toEqual(done(first));
    expect(done(third)).toEqual(done(first));
  });

  test('the same act sent several times is done once and answers the same', async () => {
    const code = await go.filed();
    const asked = { ...await go.by('tiepnhan', code), body: { papers: allInOrder, limitOverride: null } };
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => accept(province.ctx, asked)));
    const again = await accept(province.ctx, asked);

    for (const outcome of outcomes) expect(done(outcome)).toEqual(done(again));
    expect((await eventsOf(database.db, (await go.state(code)).id)).map(({ type }) => type)).toEqual(['submitted', 'accepted']);
  });

  test('the same key of another person is another act', async () => {
    const clientKey = randomUUID();
    const [a, b] = [await takeIn(province.ctx, { actor: officer(), body: anIntake({ clientKey }) }), await takeIn(province.ctx, { actor: province.officer('truongbophan'), body: anIntake({ clientKey }) })];

    expect(done(a).code).not.toBe(done(b).code);
  });

  test('of two officers on the same version one wins, the other learns who and when', async () => {
    const code = await go.taken();
    const [mine, yours] = [await go.onTask('chuyenvien', code, 'appraise'), await go.onTask('chuyenvien2', code, 'appraise')];
    const outcomes = await Promise.all([mine, yours].map((asked) => assign(province.ctx, { ...asked, body: { officer: null, reason: null } })));
    const winner = (await go.task(code, 'appraise')).assignee?.name;

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, error: { code: 'changed-meanwhile', who: winner, at: startOfTest.toString() } });
  });

  test('leaves a ledger that replays', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
