// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import type { Officer } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endFigure, enterFigure } from './commands/enter-figure.ts';
import { dayIn, readFigure } from './rules/figures.ts';
import { allFigures, figureOn } from './store/figures.ts';

const at = Temporal.Instant.from('2026-11-20T09:00:00+07:00');
const by: Officer = { kind: 'officer', id: 'k', name: 'Cán bộ Kiểm Soát', postings: [] };

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.drop(); });

const enter = (given: object = {}) => enterFigure(database.db, { kind: 'entry-ministry', value: '12', from: '2026-12-01', source: 'Nghị định mới, Điều 24', unsure: null, ...given }, { by, at });
const on = async (day: string) => figureOn(await allFigures(database.db), 'entry-ministry', day)?.value;

describe('mốc và số liệu (dated figures)', () => {
  test('came with the program with the numbers of the law and what is not sure of them', async () => {
    const rows = await allFigures(database.db);

    expect((['lead-ministry', 'lead-province', 'lead-delegated', 'entry-ministry', 'entry-province', 'entry-delegated', 'plan-sent'] as const).map((kind) => figureOn(rows, kind, '2026-11-20')?.value)).toEqual([20, 5, 5, 10, 5, 2, 131]);
    expect(figureOn(rows, 'gdp-per-person', '2026-11-20')?.unsure).not.toBeNull();
  });

  test('hold from their day on; the one before ends the day before, and goes on when the next is taken back', async () => {
    const entered = await enter();
    if (!entered.ok) throw new Error(entered.error.code);
    const both = [await on('2026-11-30'), await on('2026-12-01')];
    await endFigure(database.db, { id: entered.value.id, through: '2026-12-01' }, at);

    expect(both).toEqual([10, 12]);
    expect(await on('2026-12-01')).toBe(10);
  });

  test.each([
    ['no number', { value: 'mười' }, 'value'], ['a negative number', { value: '-5' }, 'value'], ['a day that is past', { from: '2026-11-19' }, 'from'], ['a product of a beggar', { kind: 'gdp-per-person', value: '5' }, 'value'],
  ])('refuse %s, naming the field', async (_what, given, field) => {
    expect(await enter(given)).toMatchObject({ ok: false, error: { code: 'figure-bad', field } });
  });

  test('read a month and a day as people write them', () => {
    expect([readFigure('plan-sent', '31/01'), readFigure('plan-sent', '31/2'), readFigure('plan-sent', '15'), dayIn(2027, 131)]).toEqual([131, null, null, '2027-01-31']);
  });
});
