// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { abolishProcedure, publishVersion } from './commands/publish-version.ts';
import { abolitionKind } from './kinds/abolition-kind.ts';
import { controlledProcedure } from './views/control.ts';
import { catalogueChanges } from './views/publications.ts';
import { importProcedures, procedureOn, procedureVersion, searchProcedures } from './index.ts';
import type { Procedure } from './model.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const record = (code: string, name: string): string => JSON.stringify({ code, name, decision: { number: '1/QĐ-BTP', date: '2026-05-01' }, methods: [{ channel: 'DIRECT', time: { value: 5, unit: 'WORKING_DAY' }, fees: [] }] });
const publishing = (validFrom: string) => ({ decision: { number: '12/QĐ-UBND', date: '2026-11-16' }, validFrom, by: { id: 'kiem-soat', name: 'Cán bộ Kiểm Soát' }, at });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await importProcedures(database.db, ['9.100001', '9.100002', '9.100003'].map((code) => record(code, `Thủ tục ${code}`)), { clock: fixedClock(at), source: 'test' });
});
afterAll(async () => { await database.drop(); });

const nameOn = async (code: string, day: string) => (await procedureOn(database.db, code, day))?.procedure.name;
const imported = async (code: string): Promise<Procedure> => {
  const found = await procedureVersion(database.db, code, 1);
  if (found === undefined) throw new Error(`no ${code}`);
  return found.procedure;
};

describe('phiên bản thủ tục theo ngày (versions of a procedure by day)', () => {
  test('one published for a coming day begins by itself on it, the one before ends there', async () => {
    const procedure = { ...await imported('9.100001'), name: 'Thủ tục, bản sau' };

    const published = await inTransaction(database.db, (tx) => publishVersion(tx, procedure, publishing('2026-12-01')));

    expect(published).toEqual({ ok: true, value: { version: 2 } });
    expect([await nameOn('9.100001', '2026-11-30'), await nameOn('9.100001', '2026-12-01')]).toEqual(['Thủ tục 9.100001', 'Thủ tục, bản sau']);
    expect((await searchProcedures(database.db, { day: '2026-12-01', text: 'ban sau' })).procedures.map(({ code }) => code)).toEqual(['9.100001']);
    expect((await searchProcedures(database.db, { day: '2026-11-30', text: 'ban sau' })).procedures).toEqual([]);
    expect((await procedureVersion(database.db, '9.100001', 2))?.procedure.decision).toEqual({ number: '12/QĐ-UBND', date: '2026-11-16' });
  });

  test('the first one known counts for the days before it was known', async () => {
    expect(await nameOn('9.100002', '2025-01-01')).toBe('Thủ tục 9.100002');
  });

  test('a procedure published here for the first time does not count before its day', async () => {
    const procedure = { ...await imported('9.100002'), code: '9.200001', name: 'Thủ tục mới của tỉnh' };

    await inTransaction(database.db, (tx) => publishVersion(tx, procedure, publishing('2026-12-15')));

    expect([await nameOn('9.200001', '2026-12-14'), await nameOn('9.200001', '2026-12-15')]).toEqual([undefined, 'Thủ tục mới của tỉnh']);
  });

  test.each([
    ['a day that has passed', '9.100002', '2026-11-16', 'Ngày này đã qua'],
    ['a day more than five years ahead', '9.100002', '2031-11-18', 'đến hết ngày 17/11/2031'],
  ])('refuses %s, naming the field', async (_name, code, validFrom, text) => {
    const refused = await inTransaction(database.db, async (tx) => publishVersion(tx, await imported(code), publishing(validFrom)));

    expect(refused).toMatchObject({ ok: false, error: [{ path: 'validFrom', text: expect.stringContaining(text), blocks: true }] });
  });

  test('of two published for one day the later counts on it, and the one it takes back on none', async () => {
    const [wrong, right] = ['Nhầm', 'Đã sửa'].map((name) => ({ code: '9.200002', name }));
    const procedure = await imported('9.100002');
    for (const version of [wrong, right]) await inTransaction(database.db, (tx) => publishVersion(tx, { ...procedure, ...version }, publishing('2026-12-15')));

    expect([await nameOn('9.200002', '2026-12-15'), (await procedureVersion(database.db, '9.200002', 1))?.validUntil]).toEqual(['Đã sửa', '2026-12-15']);
  });

  test('one published with a day too late is taken over by one that begins earlier: it counts on no day', async () => {
    const procedure = { ...await imported('9.100002'), code: '9.200003' };
    for (const [name, validFrom] of [['Đang dùng', '2026-11-17'], ['Nhầm năm', '2031-01-01'], ['Nhầm nữa', '2031-06-01'], ['Đã sửa', '2026-12-01']] as const) {
      expect(await inTransaction(database.db, (tx) => publishVersion(tx, { ...procedure, name }, publishing(validFrom)))).toMatchObject({ ok: true });
    }

    expect(await Promise.all(['2026-11-30', '2026-12-01', '2031-01-01', '2031-06-01'].map((day) => nameOn('9.200003', day)))).toEqual(['Đang dùng', 'Đã sửa', 'Đã sửa', 'Đã sửa']);
    expect((await controlledProcedure(database.db, '9.200003', { day: '2026-11-17', mayEnterHandling: false }))?.versions.map(({ standing }) => standing)).toEqual(['coming', 'over', 'over', 'in-force']);
    expect((await catalogueChanges(database.db, { from: '2026-12-01', until: '2032-01-01' })).filter(({ code }) => code === '9.200003').map(({ version }) => version)).toEqual([4]);
  });

  test('an abolition cannot be undone by publishing before its day', async () => {
    await inTransaction(database.db, async (tx) => publishVersion(tx, { ...await imported('9.100002'), code: '9.200004' }, publishing('2026-11-17')));
    await inTransaction(database.db, (tx) => abolishProcedure(tx, '9.200004', { ...publishing('2026-12-20'), reason: 'Luật mới bỏ thủ tục này' }));
    const published = await inTransaction(database.db, async (tx) => publishVersion(tx, { ...await imported('9.100002'), code: '9.200004' }, publishing('2026-12-10')));

    expect(published).toMatchObject({ ok: false, error: [{ path: 'validFrom' }] });
  });

  test('an abolished one counts until its day, is kept for the dossiers filed under it, and cannot be abolished twice', async () => {
    const abolish = () => inTransaction(database.db, (tx) => abolishProcedure(tx, '9.100003', { ...publishing('2026-12-01'), reason: 'Luật mới bỏ thủ tục này' }));

    expect([(await abolish()).ok, (await abolish()).ok]).toEqual([true, false]);
    expect([await nameOn('9.100003', '2026-11-30'), await nameOn('9.100003', '2026-12-01')]).toEqual(['Thủ tục 9.100003', undefined]);
    expect((await procedureVersion(database.db, '9.100003', 1))?.validUntil).toBe('2026-12-01');
  });

  test('one abolished before its next version begins withdraws that version, and the check says so first', async () => {
    const procedure = { ...await imported('9.100002'), code: '9.200005' };
    for (const [name, validFrom] of [['Đang dùng', '2026-11-17'], ['Bản sau', '2026-12-20']] as const) await inTransaction(database.db, (tx) => publishVersion(tx, { ...procedure, name }, publishing(validFrom)));
    const today = await controlledProcedure(database.db, '9.200005', { day: '2026-11-17', mayEnterHandling: false });
    const said = await abolitionKind({ clock: fixedClock(at) }).check(database.db, { key: '9.200005', content: { subject: { code: '9.200005', name: 'x' }, reason: 'Luật mới bỏ thủ tục này', insteadOf: null }, base: null });
    const abolished = await inTransaction(database.db, (tx) => abolishProcedure(tx, '9.200005', { ...publishing('2026-12-01'), reason: 'Luật mới bỏ thủ tục này' }));
    const changes = (await catalogueChanges(database.db, { from: '2026-12-01', until: '2027-02-01' })).filter(({ code }) => code === '9.200005');

    expect(today?.name).toBe('Đang dùng');
    expect(said.find(({ text }) => text.includes('rút luôn bản 2'))?.blocks).toBe(false);
    expect(abolished).toEqual({ ok: true, value: { version: 1 } });
    expect(await Promise.all(['2026-11-30', '2026-12-01', '2026-12-20'].map((day) => nameOn('9.200005', day)))).toEqual(['Đang dùng', undefined, undefined]);
    expect(changes.map(({ kind, version }) => [kind, version])).toEqual([['abolished', 1]]);
  });

  test('an import leaves a procedure alone that has a version to come, and says why', async () => {
    const again = await importProcedures(database.db, [record('9.100001', 'Thủ tục đổi ở bộ')], { clock: fixedClock(at), source: 'test' });

    expect([again.taken, again.refused.map(({ code, reasons }) => [code, reasons.join()])]).toEqual([0, [['9.100001', expect.stringContaining('có hiệu lực từ 2026-12-01')]]]);
    expect(await nameOn('9.100001', '2026-12-01')).toBe('Thủ tục, bản sau');
  });
});
