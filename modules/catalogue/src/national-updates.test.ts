// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { fixedClock } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveNationalUpdate, rejectNationalUpdate } from './commands/decide-national-update.ts';
import { takeNationalUpdate } from './commands/take-national-update.ts';
import { importProcedures, procedureOn, procedureVersion } from './index.ts';
import { nationalDifference, nationalFaults, nationalItems, nationalUpdates } from './views/national-updates.ts';

const at = Temporal.Instant.from('2026-11-17T09:00:00+07:00');
const [uploader, second] = [{ id: 'k', name: 'Cán bộ Kiểm Soát' }, { id: 'q', name: 'Quản Trị Tỉnh' }];
const published = gunzipSync(await readFile(path.join(import.meta.dirname, '../../../data/procedures/procedures.jsonl.gz'))).toString('utf8').split('\n').slice(0, 200);
const codeOf = (line: string): string => { const code: unknown = JSON.parse(line, (key, value: unknown) => (key === '' || key === 'code' ? value : undefined)); return typeof code === 'object' && code !== null && 'code' in code && typeof code.code === 'string' ? code.code : ''; };
const codes = published.map(codeOf);
const [first = '', next = '', third = '', last = ''] = [codes[0], codes[1], codes[2], codes[199]];

/** The list as the ministry sends it later: two renamed, the last one left out, one new, two lines spoiled. */
const renamed = (line: string): string => line.replace(/"name": ?"/u, '$&Bản sau: ');
const later = [...published.slice(0, 2).map((line) => line.replace(/("code": ?"[^"]+", ?"name": ?")/u, '$1Bản sau: ')), ...published.slice(2, 199), JSON.stringify({ code: '9.900001', name: 'Thủ tục mới', decision: { number: '5/QĐ-BTP', date: '2026-11-01' } }), '{"code":', JSON.stringify({ name: 'Không mã' })];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await importProcedures(database.db, published, { clock: fixedClock(at), source: 'test' });
});
afterAll(async () => { await database.drop(); });

async function taken(lines: readonly string[], isWhole = false): Promise<string> {
  const done = await takeNationalUpdate(database.db, { bytes: gzipSync(lines.join('\n')), fileName: 'danh-muc.jsonl.gz', isWhole, by: uploader, at });
  if (!done.ok) throw new Error(done.error);
  return done.value.id;
}
const chosen = (id: string, picked: readonly string[], by = second) => ({ id, clientKey: randomUUID(), codes: picked, by, at });
const decided = { validFrom: '2026-12-01', decision: { number: '9/QĐ-UBND', date: '2026-11-16' } };
const counts = async (id: string) => { const [row] = await nationalUpdates(database.db, id); return row && [row.new, row.changed, row.gone, row.same, row.unreadable, row.open]; };

describe('cập nhật từ dữ liệu quốc gia (what a file of national records would change)', () => {
  test('finds nothing in the very list that is here', async () => {
    expect(await counts(await taken(published, true))).toEqual([0, 0, 0, 200, 0, 0]);
  });

  test('tells new, changed, the same, unreadable and, in a whole list only, what is gone; the catalogue stays as it is', async () => {
    const [part, whole] = [await taken(later), await taken(later, true)];

    expect([await counts(part), await counts(whole)]).toEqual([[1, 2, 0, 197, 2, 3], [1, 2, 1, 197, 2, 4]]);
    expect((await nationalItems(database.db, whole, { kind: 'gone', after: undefined })).items.map(({ code }) => code)).toEqual([last]);
    expect((await nationalFaults(database.db, whole, 0)).faults.map(({ line, reasons }) => [line, reasons.join()])).toEqual([[201, expect.stringContaining('không phải JSON')], [202, expect.stringContaining('code')]]);
    expect((await procedureOn(database.db, first, '2026-12-01'))?.version).toBe(1);
  });

  test('shows by meaning what a record changes, and a procedure that is gone as removed', async () => {
    const id = await taken(later, true);

    const [changed, gone] = [await nationalDifference(database.db, id, first), await nationalDifference(database.db, id, last)];

    expect(changed?.lines.filter(({ change }) => change !== 'same').map(({ path: place, change }) => [place, change])).toEqual([['name', 'changed']]);
    expect([gone?.from, gone?.lines[0]?.change]).toEqual([1, 'removed']);
  });

  test.each([
    ['gzip that unfolds without end', gzipSync(Buffer.alloc(170 * 1024 * 1024)), 'lớn hơn 160 MB'],
    ['broken gzip', gzipSync(published.join('\n')).subarray(0, 4000), 'hỏng'],
    ['letters that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 'UTF-8'],
    ['too many lines', Buffer.from('\n'.repeat(20_001)), '20.000'],
    ['nothing', Buffer.from('\n\n'), 'không có dòng nào'],
    ['another kind of file', Buffer.from('<html>'), 'Dòng 1'],
  ])('refuses %s, saying why, and keeps nothing', async (_name, bytes, words) => {
    const before = (await nationalUpdates(database.db, null)).length;

    const refused = await takeNationalUpdate(database.db, { bytes, fileName: 'x', isWhole: false, by: uploader, at });

    expect(refused).toEqual({ ok: false, error: expect.stringContaining(words) });
    expect((await nationalUpdates(database.db, null)).length).toBe(before);
  });
});

describe('duyệt cập nhật (a second person decides)', () => {
  test('refuses who uploaded, a day that has passed and an unknown update', async () => {
    const id = await taken(later);

    expect(await approveNationalUpdate(database.db, chosen(id, [first], uploader), decided)).toEqual({ ok: false, error: { code: 'national-update-second-person' } });
    expect(await rejectNationalUpdate(database.db, chosen(id, [first], uploader), 'vì thế')).toEqual({ ok: false, error: { code: 'national-update-second-person' } });
    expect(await approveNationalUpdate(database.db, chosen(id, [first]), { ...decided, validFrom: '2026-11-16' })).toEqual({ ok: false, error: { code: 'national-update-day-passed' } });
    expect(await approveNationalUpdate(database.db, chosen(randomUUID(), [first]), decided)).toEqual({ ok: false, error: { code: 'national-update-unknown' } });
  });

  test('publishes what is approved from its day, abolishes what is gone, and leaves the rejected as it is, with the reason', async () => {
    const id = await taken(later, true);

    const approved = await approveNationalUpdate(database.db, chosen(id, [first, last, '9.900001', '9.999999']), decided);
    const rejected = await rejectNationalUpdate(database.db, chosen(id, [next]), 'Tên ghi sai, đã báo bộ');

    expect(approved).toEqual({ ok: true, value: [
      { code: first, ok: true, version: 2, text: null }, { code: last, ok: true, version: 1, text: null }, { code: '9.900001', ok: true, version: 1, text: null }, { code: '9.999999', ok: false, version: null, text: expect.stringContaining('không có trong lần cập nhật') },
    ] });
    expect(rejected).toMatchObject({ ok: true, value: [{ ok: true }] });
    const on = async (code: string, day: string) => (await procedureOn(database.db, code, day))?.procedure.name;
    expect([await on(first, '2026-11-30'), await on(first, '2026-12-01')]).toEqual([expect.not.stringContaining('Bản sau'), expect.stringContaining('Bản sau')]);
    expect([await on(last, '2026-11-30') === undefined, await on(last, '2026-12-01'), await on('9.900001', '2026-12-01')]).toEqual([false, undefined, 'Thủ tục mới']);
    expect((await procedureVersion(database.db, '9.900001', 1))?.procedure.decision).toEqual({ number: '5/QĐ-BTP', date: '2026-11-01' });
    expect(await on(next, '2026-12-01')).not.toContain('Bản sau');
    expect((await nationalItems(database.db, id, { kind: 'changed', after: undefined })).items.find(({ code }) => code === next)).toMatchObject({ state: 'rejected', note: 'Tên ghi sai, đã báo bộ', decidedBy: second.name });
    expect(await counts(await taken(later, true))).toEqual([0, 1, 0, 199, 2, 1]);
  });

  test('does nothing twice: the same press answers what it did, another press says the row is decided', async () => {
    const id = await taken([renamed(published[2] ?? '')]);
    const press = chosen(id, [third]);

    const [once, again] = [await approveNationalUpdate(database.db, press, decided), await approveNationalUpdate(database.db, press, decided)];
    const other = await approveNationalUpdate(database.db, chosen(id, [third]), decided);

    expect([once, again]).toEqual([once, once]);
    expect(other).toMatchObject({ ok: true, value: [{ ok: false, text: 'Đã được duyệt trước đó.' }] });
    expect((await procedureOn(database.db, third, '2026-12-01'))?.version).toBe(2);
    expect(await rejectNationalUpdate(database.db, press, 'vì thế')).toEqual({ ok: false, error: { code: 'national-update-press-used' } });
  });

  test('lets the others through when one cannot be published, and the one stays open with the reason', async () => {
    const records = [{ code: '9.900010', name: 'Không quyết định' }, { code: '9.900011', name: 'Có quyết định', decision: { number: '6/QĐ-BTP', date: '2026-11-02' } }].map((record) => JSON.stringify(record));
    const id = await taken(records);

    const done = await approveNationalUpdate(database.db, chosen(id, ['9.900010', '9.900011']), { validFrom: '2026-12-01', decision: null });

    expect(done).toMatchObject({ ok: true, value: [{ ok: false, text: expect.stringContaining('chưa ghi đủ số và ngày') }, { ok: true, version: 1 }] });
    expect((await nationalItems(database.db, id, { kind: 'new', after: undefined })).items.map(({ state, note }) => [state, note !== null])).toEqual([['open', true], ['approved', false]]);
    await approveNationalUpdate(database.db, chosen(id, ['9.900010']), decided);
    expect(await counts(await taken(records))).toEqual([0, 0, 0, 2, 0, 0]);
  });

  test('refuses a row whose procedure got another version since the file was compared', async () => {
    const record = (name: string) => JSON.stringify({ code: '9.900010', name, decision: { number: '7/QĐ-BTP', date: '2026-11-03' } });
    const [early, late] = [await taken([record('Tên A')]), await taken([record('Tên B')])];
    await approveNationalUpdate(database.db, chosen(late, ['9.900010']), decided);

    const behind = await approveNationalUpdate(database.db, chosen(early, ['9.900010']), decided);

    expect(behind).toMatchObject({ ok: true, value: [{ ok: false, text: expect.stringContaining('bản khác từ khi so') }] });
  });
});
