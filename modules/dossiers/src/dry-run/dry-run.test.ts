// SPDX-License-Identifier: EUPL-1.2
import { procedureVersion } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { eformKind } from '@motcua/eforms';
import type { JsonValue } from '@motcua/proposals';
import { compileProcess, getDefinition } from '@motcua/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type SmallProvince, procedures, smallProvince, walk } from '../testing.ts';
import { dryRun } from './dry-run.ts';

let database: TestDatabase;
let province: SmallProvince;
let model: string;
let ended: string;
let running: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  const go = walk(province);
  ended = await go.taken();
  await go.appraised(ended);
  await go.approved(ended);
  await go.issued(ended);
  running = await go.taken();
  model = (await getDefinition(database.db, 'MC-XA-CHUAN'))?.xml ?? '';
});
afterAll(async () => { province.remove(); await database.drop(); });

const tried = async (kind: string, key: string, content: JsonValue) => (await dryRun(database.db, [{ kind, key, title: 'Thử', content }], 50))[0];
const process = (xml: string) => tried('process', 'MC-XA-CHUAN', { name: 'Quy trình', xml });
/** The user task whose name holds some words, as it is written. */
const taskNamed = (words: string): string => model.match(new RegExp(`<bpmn:userTask [^>]*name="[^"]*${words}[^"]*"[^>]*>`, 'u'))?.[0] ?? '';

describe('chạy thử trên hồ sơ cũ (dry run)', () => {
  test('finds nothing in the version the dossiers really lived under, and says how sure it is', async () => {
    expect(await process(model)).toMatchObject({ looked: 2, control: 2, same: 2, findings: [] });
  });

  test('says which steps a dossier would do that it did not do, and which it did that are gone', async () => {
    const signing = taskNamed('ký duyệt');
    const id = signing.match(/id="([^"]+)"/u)?.[1] ?? '';
    const renumbered = model.replace(signing, signing.replace(/motcua:role="[^"]*"/u, 'motcua:role="one-stop-head"')).replaceAll(new RegExp(`\\b${id}\\b`, 'gu'), 'Buoc_moi');

    expect((await compileProcess(renumbered)).ok).toBe(true);
    expect(signing).not.toBe('');
    const line = await process(renumbered);
    expect(line).toMatchObject({ looked: 2, control: 2 });
    expect(line?.findings.map(({ text }) => text.replace(/«.*»/u, '…'))).toEqual(expect.arrayContaining(['Thêm bước … mà hồ sơ cũ không làm.', 'Không còn bước … mà hồ sơ cũ đã làm.']));
    expect(line?.findings.every(({ examples }) => examples.every((code) => [ended, running].includes(code)))).toBe(true);
  });

  test('reads answers again by a stricter form, and names the field, never the answer', async () => {
    const [row] = (await database.pool.query<{ key: string }>(`select data -> 'eform' ->> 'key' as key from dossiers.event where type = 'submitted' limit 1`)).rows;
    const key = row?.key ?? '';
    const draft = (await eformKind({ clock: province.clock }).current(database.db, key))?.content ?? null;
    const field = { key: 'moi', control: 'text', label: 'Diện tích sàn', required: true, limits: { type: 'string' } };
    const Draft = z.looseObject({ sections: z.array(z.looseObject({ fields: z.array(z.json()) })) });
    const { sections, ...rest } = Draft.parse(draft);
    const stricter = z.json().parse({ ...rest, sections: sections.map((section, at) => (at === 0 ? { ...section, fields: [...section.fields, field] } : section)) });

    expect(await tried('eform', key, draft)).toMatchObject({ looked: 2, same: 2, findings: [] });
    expect(await tried('eform', key, stricter)).toMatchObject({ looked: 2, same: 0, findings: [{ dossiers: 2, text: expect.stringMatching(/Diện tích sàn/u) }] });
  });

  test('says what a changed procedure would have asked and promised', async () => {
    const found = await procedureVersion(database.db, procedures.permits, 1);
    const procedure = found?.procedure;
    const changed = z.json().parse(JSON.parse(JSON.stringify({
      ...procedure, methods: procedure?.methods.map((method) => ({ ...method, time: { value: 3, unit: 'WORKING_DAY' } })),
      papers: procedure?.papers.map((group) => ({ ...group, papers: [...group.papers, { code: null, name: 'Ảnh chụp công trình', originals: 1, copies: 0, required: true, eForm: false, resultOfOther: null, forms: [] }] })),
    })));
    const line = await tried('procedure', procedures.permits, changed);

    expect(line?.findings.map(({ text }) => text)).toEqual(expect.arrayContaining(['Phải nộp thêm «Ảnh chụp công trình».', expect.stringMatching(/^Thời hạn .+ thành 3 ngày làm việc\.$/u)]));
    expect(JSON.stringify(line)).not.toMatch(/Nguyễn/u);
  });

  test('tries nothing of a kind it knows nothing of, and leaves everything as it was', async () => {
    const before = await database.pool.query('select count(*) from dossiers.event');
    expect(await tried('note', 'x', {})).toBeUndefined();
    expect((await tried('process', 'MC-XA-CHUAN', { xml: '<x/>' }))?.looked).toBe(0);
    expect((await database.pool.query('select count(*) from dossiers.event')).rows).toEqual(before.rows);
  });
});
