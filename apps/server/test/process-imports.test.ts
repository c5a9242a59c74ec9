// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findHandling } from '@motcua/catalogue';
import { getDefinition, readInternalProcedure } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

type Shown = { mayPublish: boolean; records: { place: number; id: string; refusal: string | null; questions: string[]; publishedVersion: number | null; fault: string | null; decision: { choice: string; by: string; at: string; note: string | null } | null }[] };

const file = path.join(import.meta.dirname, '../../../data/internal-procedures/internal-procedures.json');
const table = readFileSync(file, 'utf8');
const records = JSON.parse(table) as readonly { readonly id: string; readonly procedure_codes: readonly string[] }[];

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const post = async (who: string, url: string, payload: object) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const handIn = async (text: string): Promise<string> => (await post('kiemsoat.tinh', '/api/process-imports', { clientKey: randomUUID(), fileName: 'bang.json', text })).json<{ id: string }>().id;
const shown = async (id: string, who = 'kiemsoat.tinh'): Promise<Shown> => (await get(who, `/api/process-imports/${id}`)).json();
const decide = (id: string, place: number, choice: string) => post('kiemsoat.tinh', `/api/process-imports/${id}/decisions`, { clientKey: randomUUID(), place, choice, note: null });
const publish = (id: string, validFrom = '2026-12-01', who = 'quantri.tinh') => post(who, `/api/process-imports/${id}/publication`, { validFrom });

describe('nạp quy trình nội bộ hàng loạt (bulk import of internal procedures)', () => {
  test('reads every record of the published tables, lists contradictions for a person, publishes what was decided and leaves out what was left out', async () => {
    const id = await handIn(table);
    const before = await shown(id);
    const asked = before.records.filter(({ questions }) => questions.length > 0);
    expect([before.records.length, before.records.filter(({ refusal }) => refusal !== null).length, asked.length]).toEqual([65, 0, 7]);

    expect((await publish(id)).json()).toMatchObject({ status: 409, code: 'import-undecided' });
    for (const { place, id: record } of asked) expect((await decide(id, place, record === 'H19-2776-04' ? 'sum' : record === 'H14-2022-17' ? 'leave-out' : 'as-decided')).statusCode).toBe(201);
    const left: number[] = [];
    do left.push((await publish(id)).json<{ left: number }>().left); while ((left.at(-1) ?? 0) > 0);

    const after = (await shown(id)).records;
    expect(left).toEqual([39, 14, 0]);
    expect(after.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(after.filter(({ publishedVersion }) => publishedVersion === null).map(({ id: record }) => record)).toEqual(['H14-2022-17']);
    expect(after.find(({ id: record }) => record === 'H19-2776-04')?.decision).toMatchObject({ choice: 'sum', by: one.province.officer('kiemsoat.tinh').name });
    expect((await getDefinition(one.database.db, 'H19-2776-01'))).toMatchObject({ validFrom: '2026-12-01', decisionNumber: expect.stringContaining('2776') });
  });

  test('gives every published record back in the same table, with the sum where a person took it', async () => {
    const back = (await get('kiemsoat.tinh', '/api/process-tables')).json<readonly { id: string; totals: { text: string }[]; check: { stated_total_hours: number } }[]>();
    const same = records.filter(({ id }) => id !== 'H19-2776-04' && id !== 'H14-2022-17');

    expect(same.map((record) => readInternalProcedure(back.find(({ id }) => id === record.id)))).toEqual(same.map(readInternalProcedure));
    expect(back.find(({ id }) => id === 'H19-2776-04')).toMatchObject({ totals: [{ text: '120 giờ làm việc' }], check: { stated_total_hours: 120, match: true } });
  });

  test('lets a procedure that one record names be handled by it from its day on', async () => {
    const record = { ...records[0], id: 'QT-RIENG', procedure_codes: ['1.013227'] };
    const id = await handIn(JSON.stringify([record]));

    await publish(id, '2027-02-01');

    const handled = async (day: string) => (await findHandling(one.database.db, { procedure: '1.013227', agency: 'Y99.21', day }))?.processKey;
    expect([await handled('2027-01-31') === 'QT-RIENG', await handled('2027-02-01')]).toEqual([false, 'QT-RIENG']);
  });

  test('keeps a record that cannot be read, and one that stands twice, with why; the others are published', async () => {
    const id = await handIn(JSON.stringify([{ id: 'HONG', name: 'Hỏng', steps: [] }, { ...records[0], id: 'QT-HAI' }, { ...records[1], id: 'QT-HAI' }, 7, { ...records[2], id: 'QT-NUL', name: 'a\u0000b\ud800c' }]));
    await publish(id);

    expect((await shown(id)).records.map(({ id: record, refusal, publishedVersion }) => [record, refusal?.slice(0, 25) ?? null, publishedVersion])).toEqual([
      ['HONG', 'bản ghi thiếu hoặc sai: p', null], ['QT-HAI', null, 1], ['QT-HAI', 'mã QT-HAI đã có ở bản ghi', null], ['#4', 'bản ghi thiếu hoặc sai: ', null], ['QT-NUL', null, 1],
    ]);
  });

  test.each([['what is no JSON', '{', 'import-not-a-table'], ['what is no list', '{}', 'import-not-a-table'], ['an empty list', '[]', 'import-not-a-table'], ['too long a list', `[${'1,'.repeat(2000)}1]`, 'import-too-many']])('refuses %s', async (_what, text, code) => {
    const answer = await post('kiemsoat.tinh', '/api/process-imports', { clientKey: randomUUID(), fileName: 'x', text });

    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
  });

  test('is not published by who handed it in, nor for a day that has passed; a decided record closes once published', async () => {
    const id = await handIn(JSON.stringify([{ ...records[0], id: 'QT-BON' }]));

    expect((await publish(id, '2026-12-01', 'kiemsoat.tinh')).json()).toMatchObject({ status: 403, code: 'import-second-person' });
    expect((await publish(id, '2026-01-01')).json()).toMatchObject({ status: 422, code: 'import-day-passed' });
    expect([(await shown(id)).mayPublish, (await shown(id, 'quantri.tinh')).mayPublish]).toEqual([false, true]);
    await publish(id);
    expect((await decide(id, 1, 'sum')).json()).toMatchObject({ status: 409, code: 'import-record-closed' });
  });
});
