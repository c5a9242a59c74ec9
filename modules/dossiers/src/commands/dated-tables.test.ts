// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { sql } from '@motcua/db-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { periodShelf } from '../clock/periods.ts';
import type { DatedTableView } from '../contract.ts';
import { type DatedTableName, datedTableNames } from '../rules/dated-tables.ts';
import { deemedConsentOn } from '../store/deemed-consent.ts';
import { handOverRuleOn } from '../store/hand-over.ts';
import { lateCausesOn } from '../store/late-causes.ts';
import { supplementReasonsOn } from '../store/supplement-reasons.ts';
import { type SmallProvince, done, procedures, smallProvince, startOfTest } from '../testing.ts';
import { datedTableView } from '../views/dated-tables.ts';
import { onSiteShares } from '../views/on-site.ts';
import { endRow, enterDatedRow } from './dated-tables.ts';

let database: TestDatabase;
let province: SmallProvince;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => { province.remove(); await database.drop(); });

const today = '2026-11-17';
const enter = async (table: DatedTableName, from: string, values: Record<string, string>, about: { readonly source?: string | null; readonly unsure?: string | null } = {}) =>
  enterDatedRow(province.ctx, { officer: province.officer('kiemsoat.tinh'), table, body: { from, source: 'Điều 9 Luật Thử', unsure: null, values, ...about } });
const rowsOf = async (name: DatedTableName): Promise<DatedTableView['rows']> => (await datedTableView(database.db, { name, day: today, mayEnter: true })).rows;
const apology = { key: 'apology-before-due', procedure_code: '', value: '2', unit: 'calendar-day' };
const fieldsOf = (outcome: { readonly ok: boolean; readonly error?: unknown }): readonly string[] => {
  const error = outcome.error;
  return typeof error === 'object' && error !== null && 'fields' in error && Array.isArray(error.fields) ? error.fields.map(({ path }: { path: string }) => path) : [];
};

describe('bảng có ngày hiệu lực (a dated table)', () => {
  test('takes a row from a day on: the one before it ends the day before, and stays', async () => {
    const before = (await rowsOf('periods')).filter(({ shown }) => shown['key'] === 'Xin lỗi, gia hạn trước ngày hẹn');
    done(await enter('periods', '2027-01-01', apology, { unsure: 'Chờ văn bản hướng dẫn.' }));
    const after = (await rowsOf('periods')).filter(({ shown }) => shown['key'] === 'Xin lỗi, gia hạn trước ngày hẹn');

    expect(before).toMatchObject([{ standing: 'in-force', through: null, entered: null }]);
    expect(after).toMatchObject([
      { from: '2027-01-01', standing: 'coming', through: null, source: 'Điều 9 Luật Thử', unsure: 'Chờ văn bản hướng dẫn.', entered: { who: 'Cán bộ kiemsoat.tinh' }, shown: { value: '2 ngày', unit: '' } },
      { ...before[0], through: '2026-12-31' },
    ]);
  });

  test('names every period there is in words', async () => {
    expect((await rowsOf('periods')).map(({ shown }) => shown['key']).filter((name) => /^[a-z-]*$/u.test(name ?? ''))).toEqual([]);
  });

  test('is read by what counts with it, on the days of each row', async () => {
    const key = 'keep-draft' as const;
    done(await enter('periods', '2026-11-20', { key, procedure_code: '', value: '45', unit: 'calendar-day' }));
    const on = async (at: string) => (await periodShelf(province.clock).of(database.db, { key, procedure: null, at: Temporal.Instant.from(at) }))?.value;

    expect([await on('2026-11-19T10:00:00+07:00'), await on('2026-11-20T10:00:00+07:00')]).toEqual([30, 45]);
  });

  test('of late causes, reasons, papers that travel, targets and silence is read the same way', async () => {
    done(await enter('late-causes', today, { code: 'workload', words: 'Quá nhiều hồ sơ', needs_note: '', sort: '1' }));
    done(await enter('supplement-reasons', today, { procedure_code: procedures.permits, what: 'Thiếu bản vẽ', how_to_mend: 'Nộp bản vẽ.', sort: '5' }));
    done(await enter('paper-rules', '2026-12-01', { kind: 'ordinary', cutoff: '16:00', opening_minutes: '30' }));
    done(await enter('on-site-targets', today, { share: '0,5', strict: 'yes' }));
    done(await enter('deemed-consent', today, { procedure_code: procedures.permits }));
    done(await enter('deemed-outcomes', today, { procedure_code: procedures.permits, outcome: 'approval' }));
    const outcome = (await rowsOf('deemed-outcomes'))[0];
    const paperRule = async (day: string) => handOverRuleOn(database.db, { kind: 'ordinary', day });

    expect(outcome).toMatchObject({ standing: 'in-force', shown: { outcome: 'Chấp thuận' } });
    expect((await lateCausesOn(database.db, today)).filter(({ code }) => code === 'workload')).toMatchObject([{ words: 'Quá nhiều hồ sơ' }]);
    expect((await supplementReasonsOn(database.db, { procedure: procedures.permits, day: today })).filter(({ own }) => own).map(({ what }) => what)).toContain('Thiếu bản vẽ');
    expect([await paperRule('2026-11-30'), await paperRule('2026-12-01')]).toMatchObject([{ openingMinutes: 60 }, { openingMinutes: 30 }]);
    expect((await onSiteShares(database.db, today)).target).toMatchObject({ share: 0.5, strict: true, since: today });
    expect([await deemedConsentOn(database.db, { procedure: procedures.permits, day: today }), await deemedConsentOn(database.db, { procedure: procedures.births, day: today })]).toEqual(['Điều 9 Luật Thử', null]);
  });

  test('says every field to mend at once and keeps nothing', async () => {
    const count = (await rowsOf('periods')).length;
    const outcomes = [
      await enter('periods', today, { key: 'nothing', procedure_code: '9.999999', value: '-1', unit: 'share' }), await enter('periods', today, { key: 'due-soon', procedure_code: '', value: '2', unit: 'share' }), await enter('deemed-consent', today, { procedure_code: '' }, { source: '' }),
      await enter('paper-rules', today, { kind: 'elsewhere', cutoff: '25:00', working_minutes: '' }), await enter('late-causes', today, { code: 'Bận', words: 'x', needs_note: '', sort: '1.5' }), await enter('on-site-targets', today, { share: '1.5', strict: '' }),
    ];

    expect(outcomes.map(fieldsOf)).toEqual([
      ['values.key', 'values.value', 'values.procedure_code', 'values.unit'], ['values.value'], ['values.procedure_code', 'source'], ['values.cutoff', 'values.working_minutes', 'values.cutoff'], ['values.sort', 'values.code'], ['values.share'],
    ]);
    expect((await rowsOf('periods')).length).toBe(count);
  });

  test('takes no name it does not know, and no first day that is past', async () => {
    const outcomes = [await enter('periods', today, { key: 'keep-draft', procedure: 'nope', value: '2', unit: 'calendar-day' }), await enter('periods', '2026-11-16', { key: 'keep-draft', procedure_code: '', value: '2', unit: 'calendar-day' })];

    expect(outcomes.map(fieldsOf)).toEqual([['values.procedure'], ['from']]);
  });

  test('takes no second row of one rule from the same day, of two who enter it at once neither', async () => {
    const twice = await Promise.all([enter('periods', '2027-06-01', apology), enter('periods', '2027-06-01', apology)]);

    expect(twice.map(fieldsOf).toSorted()).toEqual([[], ['from']]);
  });

  test('ends a row after a day that is not past; one that has not begun is taken back; what has ended is not ended again', async () => {
    const coming = done(await enter('deemed-consent', '2027-01-01', { procedure_code: procedures.births })).id;
    const running = done(await enter('deemed-consent', today, { procedure_code: procedures.rail })).id;
    const end = async (id: string, through: string) => endRow(province.ctx, { table: 'deemed-consent', id, through });
    const past = await end(running, '2026-11-16');
    done(await end(running, '2026-11-18'));
    done(await end(coming, '2027-02-01'));
    const again = await end(coming, '2027-02-01');
    const rows = await rowsOf('deemed-consent');

    expect([fieldsOf(past), again]).toMatchObject([['through'], { error: { code: 'no-such-row' } }]);
    expect([running, coming].map((id) => rows.find((row) => row.id === id))).toMatchObject([{ standing: 'in-force', through: '2026-11-18' }, { standing: 'past', through: '2026-12-31' }]);
    expect([await deemedConsentOn(database.db, { procedure: procedures.rail, day: '2026-11-18' }), await deemedConsentOn(database.db, { procedure: procedures.rail, day: '2026-11-19' }), await deemedConsentOn(database.db, { procedure: procedures.births, day: '2027-01-15' })]).toEqual(['Điều 9 Luật Thử', null, null]);
  });

  test('goes on when the row that would have followed it is taken back', async () => {
    const own = { source: 'Điều 1 Luật Đường sắt thử' };
    done(await enter('periods', today, { ...apology, procedure_code: procedures.rail }, own));
    const coming = done(await enter('periods', '2027-03-01', { ...apology, procedure_code: procedures.rail, value: '3' }, own)).id;
    const spans = async () => (await rowsOf('periods')).filter(({ source }) => source === own.source).map(({ standing, through }) => [standing, through]);
    const both = await spans();
    done(await endRow(province.ctx, { table: 'periods', id: coming, through: '2027-03-01' }));

    expect(both).toEqual([['coming', null], ['in-force', '2027-02-28']]);
    expect(await spans()).toEqual([['past', '2027-02-28'], ['in-force', null]]);
  });

  test.each(datedTableNames)('%s: is never written over: the working role may set the last day of a row and nothing else', async (name) => {
    const relation = { 'periods': 'period', 'supplement-reasons': 'supplement_reason', 'late-causes': 'late_cause', 'paper-rules': 'paper_hand_over_rule', 'on-site-targets': 'on_site_target', 'deemed-consent': 'deemed_consent', 'deemed-outcomes': 'deemed_outcome', 'second-person': 'second_person_rule', 'number-series': 'number_series', 'escalation-rules': 'escalation_rule', 'retention-rules': 'retention_rule', 'digitising-rules': 'digitising_rule', 'certified-copies': 'certified_copy_rule', 'digitising-fees': 'digitising_fee', 'security-papers': 'security_paper_rule', 'register-papers': 'register_paper', 'register-codes': 'register_code', 'travel-rules': 'paper_travel_rule', 'hand-over-signing': 'hand_over_signing_rule', 'check-alarms': 'check_alarm_rule', 'identity-papers': 'identity_paper' }[name];
    const attempt = async (statement: ReturnType<typeof sql>): Promise<string> => statement.execute(database.db).then(() => 'done', (fault: unknown) => (fault instanceof Error ? fault.message : ''));

    expect(await attempt(sql`update ${sql.table(`dossiers.${relation}`)} set valid_from = '2020-01-01'`)).toMatch(/permission denied/u);
    expect(await attempt(sql`delete from ${sql.table(`dossiers.${relation}`)}`)).toMatch(/permission denied/u);
  });
});
