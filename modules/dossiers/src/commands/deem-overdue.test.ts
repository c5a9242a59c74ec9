// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deemOverdue, ownDossier, replay, requestPayment } from '../index.ts';
import { type SmallProvince, aCitizen, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { workOf } from '../views/lists.ts';

const legal = 'Điều 12 khoản 3 Luật thử nghiệm';

let database: TestDatabase;
let province: SmallProvince;
let owner: pg.Client;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  province.clock.set(startOfTest);
  await owner.query('delete from dossiers.deemed_outcome');
});
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  await owner.end();
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const law = (outcome: 'approval' | 'refusal', from: string, until: string | null = null) =>
  owner.query('insert into dossiers.deemed_outcome (procedure_code, valid_from, valid_until, outcome, legal) values ($1, $2, $3, $4, $5)', [procedures.permits, from, until, outcome, legal]);
const late = startOfTest.add({ hours: 24 * 30 });

describe('im lặng quá ngày hẹn (silence past the return day)', () => {
  test('means nothing where no law says so: the dossier is late', async () => {
    const code = await go.taken();
    province.clock.set(late);

    expect([await deemOverdue(province.ctx), (await go.state(code)).deemed]).toEqual([0, undefined]);
  });

  test.each([['approval', 'coi như chấp thuận'], ['refusal', 'coi như từ chối']] as const)('is %s where the procedure’s law says so: once, told to both sides, and the result is still owed', async (outcome, words) => {
    const code = await go.taken();
    await law(outcome, '2026-01-01');
    const early = await deemOverdue(province.ctx);
    province.clock.set(late);
    await deemOverdue(province.ctx);
    const again = await deemOverdue(province.ctx);
    const view = done(await ownDossier(province.ctx, database.db, aCitizen(), code));
    const row = (await workOf(province.ctx, database.db, province.officer('chuyenvien'), { list: 'todo' })).dossiers.find((one) => one.code === code);

    expect([early, again]).toEqual([0, 0]);
    expect(await go.state(code)).toMatchObject({ decidedAt: null, endedAt: null, deemed: { outcome, legal, at: late.toString() } });
    expect([view.timeline[0], view.notices[0]]).toMatchObject([{ words: expect.stringContaining(words), detail: `Theo ${legal}`, who: 'Hệ thống' }, { title: expect.stringContaining(words), text: expect.stringContaining(legal) }]);
    expect(row?.alert?.kind).toBe(`deemed-${outcome}`);
    await go.appraised(code);
    await go.approved(code);
    await go.issued(code);
    expect(await go.state(code)).toMatchObject({ status: 'decided', outcome: 'late', deemed: { outcome } });
  });

  test('is judged by the law of the day of acceptance, and not while the dossier stands still', async () => {
    const [old, still] = [await go.taken(), await go.taken()];
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', still), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }));
    await law('approval', '2026-11-18');
    province.clock.set(late);
    const after = await deemOverdue(province.ctx);
    await owner.query("update dossiers.deemed_outcome set valid_from = '2026-01-01'");
    await deemOverdue(province.ctx);

    expect([after, (await go.state(old)).deemed?.outcome, (await go.state(still)).deemed]).toEqual([0, 'approval', undefined]);
  });
});
