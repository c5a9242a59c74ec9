// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock } from '@motcua/kernel';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replay, requestSupplement } from '../index.ts';
import { type SmallProvince, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { type Period, inForce, periodShelf } from './periods.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  await owner.end();
  province.remove();
  await database.drop();
});

const laterOn = (hours: number): string => startOfTest.add({ hours }).toString();
const items = [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }];
const askedToComplete = async (): Promise<string> => {
  const code = await go.taken();
  done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', code), body: { reason: 'Thiếu.', items } }));
  return code;
};

describe('thời hạn có ngày hiệu lực (dated periods)', () => {
  test('are the procedure\'s own before the rule for all, the newest begun before the others', () => {
    const row = (value: number, validFrom: string, procedure: string | null = null): Period => ({ key: 'keep-draft', procedure, validFrom, value, unit: 'calendar-day' });
    const rows = [row(30, '2020-01-01'), row(40, '2026-11-17'), row(99, '2026-11-18'), row(7, '2021-01-01', 'A'), { ...row(1, '2026-01-01'), key: 'due-soon' as const }];
    const valueOf = (procedure: string | null, at: Temporal.Instant): number | undefined => inForce(rows, { key: 'keep-draft', procedure, at })?.value;
    const midnight = Temporal.Instant.from('2026-11-17T00:00:00+07:00');

    expect([valueOf(null, startOfTest), valueOf('A', startOfTest), valueOf('B', startOfTest)]).toEqual([40, 7, 40]);
    expect([valueOf(null, midnight), valueOf(null, midnight.subtract({ seconds: 1 })), valueOf(null, Temporal.Instant.from('2019-06-01T00:00:00Z'))]).toEqual([40, 30, undefined]);
  });

  test('are fifteen days after appraisal and eight working hours for an online filing, as delivered', async () => {
    const [completed, filed] = [await go.state(await askedToComplete()), await go.state(await go.filed())];

    expect([completed.supplement?.answerBy, filed.answerBy]).toEqual([laterOn(15 * 24), laterOn(24)]);
  });

  test('change for one procedure from a day on, within a minute, and leave what was computed before', async () => {
    const before = await askedToComplete();
    await owner.query(`insert into dossiers.period (key, procedure_code, valid_from, value, unit, legal) values
      ('complete-after-appraisal', $1, '2026-11-01', 30, 'calendar-day', 'test'), ('due-soon', $1, '2026-11-01', 0.5, 'share', null), ('answer-online-filing', $1, '2026-11-01', 4, 'working-hour', 'test')`, [procedures.permits]);
    province.clock.set(startOfTest.add({ seconds: 59 }));
    const soon = await askedToComplete();
    province.clock.set(startOfTest.add({ minutes: 1 }));
    const after = await askedToComplete();
    const running = await go.state(await go.taken());
    const answers = await Promise.all([before, soon, after].map(async (code) => (await go.state(code)).supplement?.answerBy));
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(answers).toEqual([laterOn(15 * 24), startOfTest.add({ hours: 15 * 24, seconds: 59 }).toString(), startOfTest.add({ hours: 30 * 24, minutes: 1 }).toString()]);
    // Half of five working days: 18, 19 November and half of the 20th.
    expect(running.clock?.dueSoonAt).toBe(Temporal.Instant.from('2026-11-19T14:31:00+07:00').toString());
    expect(differences).toEqual([]);
    await owner.query("delete from dossiers.period where procedure_code is not null");
  });

  test('are asked of the database once a minute, also by many at once', async () => {
    const clock = fixedClock(startOfTest);
    const shelf = periodShelf(clock);
    const before = database.statements.length;
    const ask = () => shelf.of(database.db, { key: 'due-soon', procedure: procedures.permits, at: clock.now() });
    const shares = (await Promise.all(Array.from({ length: 10 }, ask))).map((period) => period?.value);
    const once = database.statements.length - before;
    clock.set(startOfTest.add({ minutes: 1 }));
    await ask();

    expect([new Set(shares), once, database.statements.length - before]).toEqual([new Set([0.2]), 1, 2]);
  });

  test('are changed by no act: the working role only reads them', async () => {
    await expect(database.pool.query('update dossiers.period set value = 1')).rejects.toThrow(/permission denied/u);
    expect((await go.state(await go.taken({ receivingAgency: places.commune }))).status).toBe('accepted');
  });
});
