// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { officeDay, systemClock } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportedProcedures, importProcedures, procedureOn, procedureVersion, searchProcedures, setHandling, timeLimitOf } from './index.ts';

const file = path.join(import.meta.dirname, '../../../data/procedures/procedures.jsonl.gz');
const lines = () => createInterface({ input: createReadStream(file).pipe(createGunzip()) });
const day = officeDay(systemClock.now()).toString();
const options = { clock: systemClock, source: 'test' };

describe('importing the published procedures (thủ tục hành chính)', () => {
  let database: TestDatabase;
  let imported: ImportedProcedures;
  beforeAll(async () => {
    database = await testDatabase();
    imported = await importProcedures(database.db, lines(), options);
  });
  afterAll(async () => { await database.drop(); });

  test('takes all 4,739 records', () => {
    expect([imported.taken, imported.refused]).toEqual([4739, []]);
  });

  test('lists the procedures that lack a mandatory part', () => {
    expect(imported.incomplete.filter(({ missing }) => missing.includes('papers'))).toHaveLength(85);
    expect(imported.incomplete.filter(({ missing }) => missing.includes('legal-bases'))).toHaveLength(118);
  });

  test('changes nothing the second time', async () => {
    const again = await importProcedures(database.db, lines(), options);

    expect([again.taken, again.unchanged, again.replaced]).toEqual([4739, 4739, 0]);
  });

  test('keeps the procedure with 224 papers whole', async () => {
    const page = await searchProcedures(database.db, { day, limit: 5000 });
    const largest = await Promise.all(page.procedures.map(async ({ code }) => (await procedureOn(database.db, code, day))?.procedure.papers.flatMap(({ papers }) => papers).length ?? 0));

    expect(Math.max(...largest)).toBe(224);
  });

  test('leaves no Ð, no decomposed letter and no symbol-font character', async () => {
    const page = await searchProcedures(database.db, { day, limit: 5000 });

    expect(page.procedures.filter(({ name }) => /[\u00D0\uE000-\uF8FF]/u.test(name) || name !== name.normalize('NFC'))).toEqual([]);
  });

  test('finds a procedure without tone marks', async () => {
    const page = await searchProcedures(database.db, { day, text: 'dang ky khai sinh' });

    expect(page.procedures.map(({ name }) => name)).toContain('Thủ tục đăng ký khai sinh');
  });

  test('pages through everything exactly once', async () => {
    const codes: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await searchProcedures(database.db, { day, text: 'giay phep', after, limit: 50 });
      codes.push(...page.procedures.map(({ code }) => code));
      if (page.next === null) break;
      after = page.next;
    }

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe((await searchProcedures(database.db, { day, text: 'giay phep', limit: 5000 })).procedures.length);
  });

  test('finds by agency what is handled there on the day, and nothing else', async () => {
    const handled = { agency: 'Y99.21', processKey: 'x', eformKey: 'y', unit: null, resultSymbol: 'QĐ', ownModel: true } as const;
    await setHandling(database.db, [{ ...handled, procedureCode: '1.013227', validFrom: '2020-01-01' }, { ...handled, procedureCode: '1.013225', validFrom: '2099-01-01' }]);
    const at = async (agency: string) => (await searchProcedures(database.db, { day, agency })).procedures.map(({ code }) => code);

    expect([await at('Y99.21'), await at('Y99.99')]).toEqual([['1.013227'], []]);
  });

  test('gives a new version to a changed record and ends the one before', async () => {
    const record = { code: '9.000001', name: 'Thủ tục thử', methods: [{ channel: 'DIRECT', time: { value: 5, unit: 'WORKING_DAY' }, fees: [] }] };
    await importProcedures(database.db, [JSON.stringify(record)], options);

    await importProcedures(database.db, [JSON.stringify({ ...record, name: 'Thủ tục thử, bản sau' })], options);

    const [first, second] = [await procedureVersion(database.db, '9.000001', 1), await procedureOn(database.db, '9.000001', day)];
    expect([first?.procedure.name, first?.validUntil !== null, second?.version, second?.procedure.name]).toEqual(['Thủ tục thử', true, 2, 'Thủ tục thử, bản sau']);
  });
});

describe('a record that cannot be taken', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await testDatabase(); });
  afterAll(async () => { await database.drop(); });

  test.each([
    ['{"code":"1.1"', 'không phải JSON'],
    ['{"name":"Không mã"}', 'code'],
    ['{"code":"1.2","name":"   "}', 'name'],
    ['{"code":"1.3","name":"Tên","methods":[{"channel":"FAX"}]}', 'methods.0.channel'],
    ['[]', 'bản ghi'],
  ])('is refused with its reason: %s', async (line, reason) => {
    const { refused } = await importProcedures(database.db, [line], options);

    expect(refused[0]?.reasons.join(' ')).toContain(reason);
  });

  test('stores nothing in a dry run', async () => {
    await importProcedures(null, ['{"code":"1.9","name":"Tên"}'], options);

    expect(await procedureOn(database.db, '1.9', day)).toBeUndefined();
  });

  test('does not keep the good ones from being taken', async () => {
    const { taken, refused } = await importProcedures(database.db, ['oops', '{"code":"1.4","name":"Tốt"}', '{"code":"1.4","name":"Lại"}'], options);

    expect([taken, refused.map(({ line }) => line)]).toEqual([1, [1, 3]]);
  });
});

describe('the time limit (thời hạn giải quyết) of a dossier', () => {
  const method = (channel: string, value: number, unit: string) => ({ channel, time: { value, unit }, fees: [] });

  test.each([
    [[method('DIRECT', 5, 'WORKING_DAY'), method('ONLINE', 3, 'WORKING_DAY')], 'ONLINE', { value: 3, unit: 'working-day' }],
    [[method('DIRECT', 5, 'WORKING_DAY')], 'POSTAL', { value: 5, unit: 'working-day' }],
    [[method('DIRECT', 0.5, 'WORKING_DAY')], 'DIRECT', { value: 4, unit: 'working-hour' }],
    [[method('DIRECT', 2, 'YEAR')], 'DIRECT', { value: 24, unit: 'month' }],
    [[method('DIRECT', 1, 'OTHER')], 'DIRECT', null],
  ] as const)('of %j by %s is %j', async (methods, channel, limit) => {
    const { readRecord } = await import('./rules/read-record.ts');
    const read = readRecord({ code: '1', name: 'n', methods });

    expect(read.ok && timeLimitOf(read.value, { channel, circumstance: null })).toEqual(limit);
  });
});
