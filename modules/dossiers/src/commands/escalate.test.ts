// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { escalateDue, extend, officerDossier, replay, requestPayment } from '../index.ts';
import { type EscalationRule, hasCome, rulesFor } from '../rules/escalation.ts';
import { type SmallProvince, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { workCounts, workOf } from '../views/lists.ts';
import { enterDatedRow } from './dated-tables.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  for (const values of [
    { timing: 'before', value: '4', unit: 'working-hour', to_role: 'division-head', procedure_code: '' }, { timing: 'after', value: '1', unit: 'working-day', to_role: 'leader', procedure_code: '' },
    { timing: 'after', value: '3', unit: 'working-day', to_role: 'province-leader', procedure_code: '' },
  ]) done(await enterDatedRow(province.ctx, { officer: province.officer('kiemsoat.tinh'), table: 'escalation-rules', body: { from: '2026-11-17', source: null, unsure: null, values } }));
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const owed = async (code: string): Promise<Temporal.Instant> => Temporal.Instant.from((await go.state(code)).clock?.owedAt ?? '');
const toldOf = async (code: string): Promise<readonly string[]> => ((await go.state(code)).escalations ?? []).map(({ timing, role }) => `${timing} ${role}`);
const listed = async (who: string, code: string): Promise<string | null | undefined> => (await workOf(province.ctx, database.db, province.officer(who), { list: 'escalated' })).dossiers.find((row) => row.code === code)?.alert?.kind;
const rule = (about: Partial<EscalationRule>): EscalationRule => ({ id: 'a', timing: 'before', value: 4, unit: 'working-hour', to: 'leader', procedure: null, ...about });

describe('nhắc lên cấp trên (escalation)', () => {
  test('tells each level when its hour comes, once, in the ledger and in that person’s list', async () => {
    const code = await go.taken();
    const due = await owed(code);
    await escalateDue(province.ctx);
    const early = await toldOf(code);
    province.clock.set(due.subtract({ hours: 1 }));
    await escalateDue(province.ctx);
    const again = await escalateDue(province.ctx);
    const near = await toldOf(code);
    province.clock.set(due.add({ hours: 24 * 4 }));
    await escalateDue(province.ctx);
    const late = await toldOf(code);
    province.clock.set(due.add({ hours: 24 * 8 }));
    await escalateDue(province.ctx);
    const shown = await officerDossier(province.ctx, database.db, province.officer('lanhdao'), code);

    expect([early, near, again, late, await toldOf(code)]).toEqual([[], ['before division-head'], 0, ['before division-head', 'after leader'], ['before division-head', 'after leader', 'after province-leader']]);
    expect([await listed('lanhdao', code), await listed('lanhdao.tinh', code), await listed('tiepnhan', code)]).toEqual(['escalated', 'escalated', undefined]);
    expect((await workCounts(province.ctx, database.db, province.officer('lanhdao')))['escalated']).toBeGreaterThanOrEqual(1);
    expect(done(shown).timeline[0]).toMatchObject({ type: 'escalated', words: 'Nhắc lên cấp trên: đã quá hẹn', detail: 'Lãnh đạo tỉnh' });
  });

  test('begins anew when the day owed moves, and is over when the result is there', async () => {
    const code = await go.taken();
    province.clock.set((await owed(code)).subtract({ hours: 30 }));
    done(await extend(province.ctx, { ...await go.by('lanhdao', code), body: { value: 2, reason: 'Phải kiểm tra thêm.' } }));
    province.clock.set((await owed(code)).subtract({ hours: 1 }));
    await escalateDue(province.ctx);
    const told = await toldOf(code);
    await go.appraised(code);
    await go.approved(code);
    await go.issued(code);

    expect(told).toEqual(['before division-head']);
    expect(await listed('truongphong', code)).toBeUndefined();
    expect((await go.state(code)).decidedAt).not.toBeNull();
  });

  test('leaves a dossier alone whose clock stands still', async () => {
    const code = await go.taken();
    const due = await owed(code);
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 10_000, reason: 'Lệ phí' } }));
    province.clock.set(due.add({ hours: 24 * 10 }));
    await escalateDue(province.ctx);

    expect(await toldOf(code)).toEqual([]);
  });

  test('follows the procedure’s own rule before the one for all', () => {
    const rules = [rule({ id: 'all' }), rule({ id: 'own', procedure: procedures.permits }), rule({ id: 'late', timing: 'after' })];

    expect(rulesFor(rules, procedures.permits).map(({ id }) => id)).toEqual(['own', 'late']);
    expect(rulesFor(rules, procedures.births).map(({ id }) => id)).toEqual(['all', 'late']);
  });

  test.each<[string, Partial<EscalationRule>, Parameters<typeof hasCome>[1], boolean]>([
    ['before, too early', {}, { isPast: false, left: 241, late: 0 }, false], ['before, at its hour', {}, { isPast: false, left: 240, late: 0 }, true], ['before, when the day is past', {}, { isPast: true, left: 0, late: 5 }, false],
    ['after, too early', { timing: 'after' }, { isPast: true, left: 0, late: 239 }, false], ['after, at its hour', { timing: 'after' }, { isPast: true, left: 0, late: 240 }, true], ['after, in days of eight hours', { timing: 'after', value: 1, unit: 'working-day' }, { isPast: true, left: 0, late: 479 }, false],
  ])('%s', (_when, about, standing, expected) => {
    expect(hasCome(rule(about), standing)).toBe(expected);
  });
});
