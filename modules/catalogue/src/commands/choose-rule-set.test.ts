// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { importHolidays, setOfficeHours } from '@motcua/deadlines';
import { officeHours } from '@motcua/deadlines/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseRuleSet, deadlineRuleOf, importProcedures, setHandling, withdrawRuleChoice } from '../index.ts';
import type { RuleChosen } from '../store/tables.ts';
import { ruleChoiceEffects } from '../views/rule-choice-effects.ts';
import { ruleOverview } from '../views/rule-overview.ts';

const data = path.join(import.meta.dirname, '../../../../data');
const now = Temporal.Instant.from('2026-11-17T15:30:00+07:00');
const permits = '1.013225';
const others = ['1.001193', '1.014199'];
const handled = { agency: 'A', processKey: 'x', eformKey: 'y', unit: null, resultSymbol: 'QĐ', ownModel: true, validFrom: '2026-01-01' } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const published = gunzipSync(await readFile(path.join(data, 'procedures/procedures.jsonl.gz'))).toString('utf8').split('\n');
  await importProcedures(database.db, published.filter((line) => [permits, ...others].some((code) => line.slice(0, 40).includes(`"${code}"`))), { clock: { now: () => now }, source: 'test' });
  await importHolidays(database.db, JSON.parse(await readFile(path.join(data, 'holidays/vn-holidays-2018-2027.json'), 'utf8')));
  await setOfficeHours(database.db, officeHours());
  await setHandling(database.db, [permits, ...others].map((procedureCode) => ({ ...handled, procedureCode })));
});
beforeEach(async () => { await sql`delete from catalogue.deadline_rule where valid_from >= '2026-11-17'`.execute(database.db); });
afterAll(async () => { await database.drop(); });

const choice = (given: Partial<RuleChosen> = {}): RuleChosen => ({ set: 'by-day', procedure: permits, channel: null, validFrom: '2026-12-01', firstAppointment: null, ...given });
const choosing = () => ({ by: { id: 'quantri', name: 'Cán bộ Quản Trị' }, at: now, clientKey: randomUUID(), decision: 'Quyết định 12/QĐ-UBND' });
const choose = (given: Partial<RuleChosen> = {}, key = choosing()) => chooseRuleSet(database.db, choice(given), key);
const modeOn = async (day: string, procedure = permits) => (await deadlineRuleOf(database.db, { procedure, channel: 'counter', day })).mode;
const overview = () => ruleOverview(database.db, { today: '2026-11-17', mayChoose: true });

describe('chọn cách tính thời hạn (choosing how time counts)', () => {
  test('holds for the procedure from its day on, and is logged with who chose it and why; the same press again adds nothing', async () => {
    const press = choosing();
    const twice = [await choose({}, press), await choose({}, press)];
    const { rules, log } = await overview();

    expect(twice).toEqual(Array(2).fill({ ok: true, value: null }));
    expect([await modeOn('2026-11-30'), await modeOn('2026-12-01'), await modeOn('2026-12-01', others[0])]).toEqual(['by-hour', 'by-day', 'by-hour']);
    expect(log.filter(({ id }) => id === press.clientKey)).toMatchObject([{ kind: 'chosen', by: 'Cán bộ Quản Trị', decision: 'Quyết định 12/QĐ-UBND', validFrom: '2026-12-01', procedure: { code: permits } }]);
    expect(rules.filter(({ validFrom }) => validFrom === '2026-12-01')).toMatchObject([{ procedure: { code: permits }, mayWithdraw: true, basis: expect.stringMatching(/Bộ luật Dân sự/u) }]);
  });

  test.each<readonly [string, Partial<RuleChosen>, string]>([
    ['a day that has passed', { validFrom: '2026-11-16' }, 'validFrom'],
    ['an unknown procedure', { procedure: '9.999999' }, 'procedure'],
    ['an unknown set', { set: 'none' }, 'set'],
    ['two appointments for all procedures', { procedure: null, firstAppointment: 2 }, 'firstAppointment'],
    ['a first appointment that is not before the second', { firstAppointment: 400 }, 'firstAppointment'],
  ])('refuses %s and names the field', async (_name, given, field) => {
    expect(await choose(given)).toMatchObject({ ok: false, error: { code: 'rule-choice-bad', field } });
    expect((await overview()).rules.every(({ validFrom }) => validFrom < '2026-11-17')).toBe(true);
  });

  test('may begin today, and once for a procedure, a way of filing and a day, also when two choose at once', async () => {
    const atOnce = await Promise.all([choose(), choose({ set: 'after-15h-next-day' })]);

    expect(atOnce.map((outcome) => (outcome.ok ? 'chosen' : outcome.error.code)).sort()).toEqual(['chosen', 'rule-already-chosen']);
    expect([await choose({ validFrom: '2026-11-17' }), await choose({ channel: 'online' }), await choose({ procedure: null })].every(({ ok }) => ok)).toBe(true);
  });

  test('is taken back before its day and not from its day on; the log keeps both', async () => {
    await choose();
    await choose({ validFrom: '2026-11-17' });
    const of = async (day: string) => (await overview()).rules.find(({ validFrom }) => validFrom === day)?.id ?? 0;
    const [later, today] = [await of('2026-12-01'), await of('2026-11-17')];
    const press = choosing();
    const taken = [await withdrawRuleChoice(database.db, later, press), await withdrawRuleChoice(database.db, later, press), await withdrawRuleChoice(database.db, later, choosing()), await withdrawRuleChoice(database.db, today, choosing())];

    expect(taken).toEqual([{ ok: true, value: null }, { ok: true, value: null }, { ok: false, error: { code: 'rule-unknown' } }, { ok: false, error: { code: 'rule-in-force' } }]);
    expect(await modeOn('2026-12-01')).toBe('by-day');
    expect((await overview()).log.find(({ id }) => id === press.clientKey)).toMatchObject({ kind: 'withdrawn', validFrom: '2026-12-01' });
    expect((await overview()).rules.filter(({ validFrom }) => validFrom < '2026-11-17').every(({ mayWithdraw }) => !mayWithdraw)).toBe(true);
  });
});

describe('xem trước (what a choice would change)', () => {
  const effects = (given: Partial<RuleChosen>) => ruleChoiceEffects(database.db, choice(given), { now, scopes: ['VN'] });

  test('counts the procedures that would count otherwise, and those that keep a rule of their own', async () => {
    const all = await effects({ procedure: null });
    await choose({ channel: 'counter' });
    await choose({ channel: 'online' });
    await choose({ channel: 'post' });
    const less = await effects({ procedure: null });

    expect([all.considered, all.procedures, all.ownRules]).toEqual([3, 3, 0]);
    expect([less.considered, less.procedures, less.ownRules]).toEqual([3, 2, 1]);
  });

  test('gives the day before and after of a dossier received now, by the engine, and the first appointment', async () => {
    const { receivedAt, samples } = await effects({ set: 'after-15h-next-day', channel: 'counter', firstAppointment: 2 });

    expect(receivedAt).toBe('2026-11-17T08:30:00Z');
    expect(samples).toMatchObject([{ procedures: 1, limit: { unit: 'working-day' } }]);
    expect(samples.map(({ limit, before, after, firstAppointment }) => [limit.value, before, after, firstAppointment])).toEqual([[10, '2026-12-03T11:00:00+07:00', '2026-12-03T14:30:00+07:00', '2026-11-20T08:30:00+07:00']]);
  });

  test('is nothing where the procedure counts so already, and writes nothing', async () => {
    const before = (await overview()).rules.length;

    expect(await effects({ set: 'by-hour' })).toMatchObject({ procedures: 0, samples: [] });
    expect((await overview()).rules).toHaveLength(before);
  });
});
