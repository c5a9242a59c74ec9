// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { abolishProcedure, importProcedures, procedureOn, publishVersion, setHandling } from '@motcua/catalogue';
import { inTransaction } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { importHolidays, setOfficeHours } from '@motcua/deadlines';
import { officeHours } from '@motcua/deadlines/testing';
import { type Officer, fixedClock } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterList } from './commands/enter-list.ts';
import { changeStatistics, changesIn, publications } from './views/publications.ts';

const data = path.join(import.meta.dirname, '../../../data');
const clock = fixedClock(Temporal.Instant.from('2026-09-10T09:00:00+07:00'));
const today = '2026-09-10';
const officer: Officer = { kind: 'officer', id: 'k', name: 'Cán bộ Kiểm Soát', postings: [] };
const record = (code: string, number: string, date: string): string => JSON.stringify({ code, name: `Thủ tục ${code}`, type: 'STANDARD', decision: { number, date }, methods: [{ channel: 'DIRECT', time: { value: 5, unit: 'WORKING_DAY' }, fees: [] }] });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await importHolidays(database.db, JSON.parse(await readFile(path.join(data, 'holidays/vn-holidays-2018-2027.json'), 'utf8')));
  await setOfficeHours(database.db, officeHours());
  // Friday 28 August 2026; 31 August (swapped with 22 August), 1 and 2 September are off.
  await importProcedures(database.db, [record('9.300001', '5/QĐ-BTP', '2026-08-28'), record('9.300002', '5/QĐ-BTP', '2026-08-28'), record('9.300003', '6/QĐ-BTP', '2026-09-08'), record('9.300004', '1/QĐ-BTP', '2026-05-01'), record('9.300005', '5/QĐ-BTP', '2026-08-28')], { clock, source: 'test' });
  await setHandling(database.db, ['9.300001', '9.300002', '9.300003', '9.300004'].map((procedureCode) => ({ procedureCode, agency: 'A', processKey: 'x', eformKey: 'y', unit: null, resultSymbol: 'QĐ', ownModel: true, validFrom: '2026-01-01' })));
});
afterAll(async () => { await database.drop(); });

const seen = () => publications(database.db, { today, mayEnter: true, scopes: ['VN'] });
const enter = (given: object = {}, key = randomUUID()) => enterList(database.db, { clientKey: key, ministryDecision: '5/QĐ-BTP', ministryDay: '2026-08-28', number: '30/QĐ-UBND', day: '2026-09-08', publicOn: '2026-09-09', ...given }, { by: officer, at: clock.now() });

describe('thời hạn công bố (clocks of publication)', () => {
  test('count working days without holidays, of what is handled here and watched', async () => {
    const { lists, late } = await seen();

    expect(lists.map(({ decision, procedures, clock: { due, state, lateDays } }) => [decision, procedures.length, due, state, lateDays])).toEqual([
      ['6/QĐ-BTP', 1, '2026-09-15', 'open', 0], ['5/QĐ-BTP', 2, '2026-09-09', 'late', 1],
    ]);
    expect(late).toBe(1);
  });

  test.each([
    ['a decision before the ministry’s', { day: '2026-08-27' }, 'day'], ['a decision that is not signed yet', { day: '2026-09-11', publicOn: '2026-09-11' }, 'day'],
    ['made public before it was decided', { publicOn: '2026-09-07' }, 'publicOn'], ['made public tomorrow', { publicOn: '2026-09-11' }, 'publicOn'],
  ])('refuse %s, naming the field', async (_name, given, field) => {
    expect(await enter(given)).toMatchObject({ ok: false, error: { code: 'list-bad', field } });
  });

  test('are stopped by the province’s decision, once; the same press again adds nothing', async () => {
    const key = randomUUID();
    const twice = [await enter({}, key), await enter({}, key)];
    const other = await enter({ number: '31/QĐ-UBND' });
    const done = (await seen()).lists.find(({ decision }) => decision === '5/QĐ-BTP');

    expect([twice.map(({ ok }) => ok), other]).toEqual([[true, true], { ok: false, error: { code: 'list-known' } }]);
    expect([done?.clock.state, done?.entry?.state, done?.published?.number]).toEqual(['done', 'done', '30/QĐ-UBND']);
  });

  test('tell of the province’s own publication whether its decision came early enough', async () => {
    const found = await procedureOn(database.db, '9.300001', today);
    if (found === undefined) throw new Error('not in force');
    const by = { id: 'k', name: 'Cán bộ Kiểm Soát' };
    await inTransaction(database.db, (tx) => publishVersion(tx, found.procedure, { decision: { number: '40/QĐ-UBND', date: today }, validFrom: '2026-09-14', by, at: clock.now() }));
    await inTransaction(database.db, (tx) => publishVersion(tx, { ...found.procedure, code: '9.300009' }, { decision: { number: '41/QĐ-UBND', date: today }, validFrom: '2026-09-17', by, at: clock.now() }));
    await setHandling(database.db, [{ procedureCode: '9.300009', agency: 'A', processKey: 'x', eformKey: 'y', unit: null, resultSymbol: 'QĐ', ownModel: true, validFrom: '2026-01-01' }]);
    const { own } = await seen();

    expect(own.map(({ decision, lead, entry }) => [decision, lead.state, lead.due, entry.state]).sort()).toEqual([['40/QĐ-UBND', 'done-late', '2026-09-17', 'done'], ['41/QĐ-UBND', 'done', '2026-09-17', 'done']]);
  });
});

describe('thống kê theo tháng (statistics by month)', () => {
  test('count what is new, changed and abolished by the day of effect, without what was there at first, each with its list', async () => {
    await inTransaction(database.db, (tx) => abolishProcedure(tx, '9.300004', { decision: { number: '42/QĐ-UBND', date: today }, validFrom: '2026-09-20', by: officer, at: clock.now(), reason: 'Luật mới' }));
    const { months } = await changeStatistics(database.db, today);
    const [changed, abolished] = await Promise.all((['changed', 'abolished'] as const).map((kind) => changesIn(database.db, { month: '2026-09', kind })));

    expect([months.length, months[0]]).toEqual([12, { month: '2026-09', new: 1, changed: 1, abolished: 1 }]);
    expect(months.slice(1).every((row) => row.new + row.changed + row.abolished === 0)).toBe(true);
    expect([changed?.changes.map(({ code }) => code), abolished?.changes.map(({ code }) => code)]).toEqual([['9.300001'], ['9.300004']]);
  });
});
