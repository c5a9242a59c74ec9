// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { openDatabase } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { documentStore, storeDocument } from '@motcua/documents';
import { systemClock } from '@motcua/kernel';
import { anIntake, done, smallProvince } from '@motcua/dossiers/testing';
import { takeIn } from '@motcua/dossiers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = path.join(import.meta.dirname, 'main.ts');
const procedures = path.resolve(import.meta.dirname, '../../../data/procedures/README.md');
let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-cli-'));
  database = await testDatabase();
  // The small province of the tests is sealed under this key; so is what the command line opens.
  fs.mkdirSync(path.join(folder, 'data'));
  fs.writeFileSync(path.join(folder, 'data', 'secret.key'), Buffer.alloc(32, 7).toString('hex'), { mode: 0o600 });
});
afterAll(async () => {
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs a command as a person at the terminal would, in a folder of its own. */
async function motcua(args: readonly string[], about: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: { PATH: process.env['PATH'], MOTCUA_DATA: path.join(folder, 'data'), TZ: process.env['TZ'], ...about.env } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(about.input ?? '');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, err };
}

const onDatabase = () => ({ env: { DATABASE_URL: database.ownerUrl } });
const shifts = [['07:30', '11:30'], ['13:00', '17:00']];
const aCase = {
  id: 'a', receivedAt: '2026-11-20T09:00:00+07:00', limit: { value: 2, unit: 'working-day' }, mode: 'by-day', events: [], rules: { firstDayCounted: false, cutoff: null, hoursPerDay: 8, onSupplement: 'restart' },
  calendar: { shifts: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts, sat: [], sun: [] }, daysOff: ['2026-11-24'], extraWorkingDays: [], outages: [], coveredUntil: '2026-12-31' },
};

describe('motcua', () => {
  test('explains itself', async () => {
    const { code, out } = await motcua(['--help']);

    expect(code).toBe(0);
    for (const name of ['import', 'deadline', 'replay', 'doctor', 'generate', 'documents', 'archive', 'verify', 'conformance', 'bench']) expect(out).toContain(name);
  });

  test('ends with 2 when the call cannot be read, and says what cannot', async () => {
    const ended = await Promise.all([['khong-co'], ['deadline', '--khong-co'], ['import', 'procedures'], ['generate', '--dossiers', 'x'], []].map((args) => motcua(args)));

    expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(ended[0]?.err).toContain("unknown command 'khong-co'");
  });

  test('ends with 3 and one sentence when it cannot be done', async () => {
    const missing = await motcua(['import', 'procedures', 'khong-co.jsonl']);
    const unreachable = await motcua(['replay'], { env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' } });
    const badly = await motcua(['replay'], { env: { DATABASE_URL: 'mysql://a' } });

    expect([missing, unreachable, badly].map(({ code }) => code)).toEqual([3, 3, 3]);
    expect(missing.err).toBe('Không có tệp khong-co.jsonl.\n');
    expect(unreachable.err).toContain('Kiểm tra DATABASE_URL');
    expect(badly.err).toContain('postgres://');
    expect(fs.existsSync(path.join(folder, 'data', 'database'))).toBe(false);
  });
});

describe('motcua deadline', () => {
  test('answers line by line in the same order, also what is no case, and starts no database', async () => {
    const data = path.join(folder, 'khong-dung');
    const lines = [JSON.stringify(aCase), '{"id": "hong"', '[]', JSON.stringify({ ...aCase, id: 'gap', limit: { value: 90, unit: 'working-day' } }), JSON.stringify({ ...aCase, id: 'thieu', limit: null }), '', JSON.stringify({ ...aCase, id: 'z' })];
    const { code, out, err } = await motcua(['deadline'], { input: lines.join('\n'), env: { MOTCUA_DATA: data } });
    const answers = out.trim().split('\n').map((line): unknown => JSON.parse(line));

    expect([code, err]).toEqual([0, '']);
    expect(answers).toMatchObject([
      { id: 'a', returnAt: expect.stringContaining('2026-11-25'), error: null }, { id: null, returnAt: null, error: expect.any(String) }, { id: null, error: expect.any(String) }, { id: 'gap', returnAt: null, error: 'calendar-gap' },
      { id: 'thieu', error: expect.any(String) }, { id: 'z', error: null },
    ]);
    expect(fs.existsSync(data)).toBe(false);
  });

  test('answers ten thousand lines as a stream', async () => {
    const { code, out } = await motcua(['deadline'], { input: Array.from({ length: 10_000 }, (_, at) => JSON.stringify({ ...aCase, id: String(at) })).join('\n') });
    const ids = out.trim().split('\n').map((line) => /"id":"(\d+)"/u.exec(line)?.[1]);

    expect(code).toBe(0);
    expect(ids).toEqual(Array.from({ length: 10_000 }, (_, at) => String(at)));
  });
});

describe('motcua conformance bpmn', () => {
  const model = (script: string): string => `<?xml version="1.0" encoding="WINDOWS-1252"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="a"><process id="P" isExecutable="true">
    <startEvent id="S" /><scriptTask id="A"><script>${script}</script></scriptTask><endEvent id="E" /><sequenceFlow id="f" sourceRef="S" targetRef="A" /><sequenceFlow id="g" sourceRef="A" targetRef="E" /></process></definitions>`;
  const asked = (id: string, expected: string) => ({ id, file: `own/${id}.bpmn`, group: 'own', feature: id, cases: [{ input: null, integer_variable: 0, start_second_process: false, expected_trace: [expected] }] });

  test('counts, names what is not right, and writes the table', async () => {
    fs.mkdirSync(path.join(folder, 'suite', 'files', 'own'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'suite', 'tests.json'), JSON.stringify({ tests: [asked('good', 'SCRIPT_task1'), asked('bad', 'SCRIPT_task2'), asked('odd', 'SCRIPT_task1')] }));
    for (const [id, script] of [['good', 'SCRIPT_task1'], ['bad', 'SCRIPT_task1'], ['odd', 'whatever']] as const) fs.writeFileSync(path.join(folder, 'suite', 'files', 'own', `${id}.bpmn`), model(script));
    const { code, out, err } = await motcua(['conformance', 'bpmn', 'suite', '--json', '--table', 'table.md']);

    expect([code, JSON.parse(out)]).toEqual([1, { right: 1, wrong: 1, unsupported: 1, total: 3 }]);
    expect(err).toContain('unsupported odd: unsupported-element A');
    expect(fs.readFileSync(path.join(folder, 'table.md'), 'utf8')).toContain('| bad | sai |');
    expect((await motcua(['conformance', 'bpmn', 'khong-co', '--table', 'table.md'])).code).toBe(3);
  });

  test('reads a packed suite, also with paths longer than an archive’s field', async () => {
    const deep = `${'thu-muc-rat-dai-'.repeat(5)}/${'ten-tep-rat-dai-'.repeat(5)}`;
    fs.mkdirSync(path.join(folder, 'packed', path.dirname(deep)), { recursive: true });
    fs.writeFileSync(path.join(folder, 'packed', `${deep}.bpmn`), model('SCRIPT_task1'));
    fs.writeFileSync(path.join(folder, 'packed', 'tests.json'), JSON.stringify({ tests: [{ ...asked('good', 'SCRIPT_task1'), file: `${deep}.bpmn` }] }));
    await once(spawn('tar', ['czf', 'files.tar.gz', path.dirname(deep)], { cwd: path.join(folder, 'packed') }), 'exit');
    fs.rmSync(path.join(folder, 'packed', path.dirname(deep)), { recursive: true });
    const { code, out } = await motcua(['conformance', 'bpmn', 'packed', '--json', '--table', 'table.md']);

    expect([code, JSON.parse(out)]).toEqual([0, { right: 1, wrong: 0, unsupported: 0, total: 1 }]);
  });
});

describe('motcua import procedures', () => {
  const lines = ['{"code":"9.000001","name":"Thủ tục thử một","levels":["COMMUNE"]}', '{"code":"9.000002"', '{"code":"9.000003"}', '{"code":"9.000001","name":"Trùng mã","levels":[]}'];

  test('judges a file with bad lines, keeps them with their reasons, and stores nothing in a dry run', async () => {
    fs.writeFileSync(path.join(folder, 'moi.jsonl'), `${lines.join('\n')}\n`);
    const { code, out, err } = await motcua(['import', 'procedures', 'moi.jsonl', '--dry-run', '--json'], onDatabase());
    const refused = fs.readFileSync(path.join(folder, 'moi.jsonl.refused.jsonl'), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line));
    const { rows } = await database.pool.query('select code from catalogue.procedure union all select code from catalogue.refused_record');

    expect([code, JSON.parse(out), rows]).toMatchObject([1, { taken: 1, refused: 3, refusedFile: 'moi.jsonl.refused.jsonl' }, []]);
    expect(refused).toMatchObject([{ line: 2, code: null, record: lines[1] }, { line: 3, code: '9.000003', record: lines[2] }, { line: 4, code: '9.000001' }]);
    expect(err).toContain('dòng 2');
  });

  test('stores what is good and ends with 0 when all is', async () => {
    fs.writeFileSync(path.join(folder, 'tot.jsonl'), `${lines[0] ?? ''}\n`);
    const first = await motcua(['import', 'procedures', 'tot.jsonl', '--json'], onDatabase());
    const again = await motcua(['import', 'procedures', 'tot.jsonl', '--json'], onDatabase());

    expect([first.code, JSON.parse(first.out), again.code, JSON.parse(again.out)]).toMatchObject([0, { taken: 1, refused: 0, unchanged: 0 }, 0, { taken: 1, unchanged: 1 }]);
  });

  test('refuses a folder, and a file that is none of ours line by line', async () => {
    const folderGiven = await motcua(['import', 'procedures', '.'], onDatabase());
    const readme = await motcua(['import', 'procedures', procedures, '--dry-run', '--json'], onDatabase());

    expect([folderGiven.code, readme.code]).toEqual([3, 1]);
    expect(JSON.parse(readme.out)).toMatchObject({ taken: 0 });
  });
});

describe('motcua replay', () => {
  test('ends with 0 when ledger and projections agree, with 1 when they differ', async () => {
    const province = await smallProvince(database.db);
    const { code: dossier } = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake() }));
    const good = await motcua(['replay', '--json'], onDatabase());
    await database.pool.query("update dossiers.dossier set status = 'returned' where code = $1", [dossier]);
    const bad = await motcua(['replay', '--json'], onDatabase());
    province.remove();

    expect([good.code, JSON.parse(good.out), bad.code, JSON.parse(bad.out)]).toMatchObject([0, { dossiers: 1, differences: 0 }, 1, { dossiers: 1, differences: 1, shown: [{ where: 'dossiers.dossier' }] }]);
  });
});

describe('motcua verify', () => {
  const suite = path.resolve(import.meta.dirname, '../../../data/test-suites/pdf-signatures');
  const files = ['sig-no-signed-attrs', 'pdf-sig-with-econtent'].map((name) => path.join(suite, 'files', `${name}.pdf`));

  test('prints a line of JSON a file and ends with 1 when one of them is not valid', async () => {
    const { code, out } = await motcua(['verify', ...files, '--trust', path.join(suite, 'trust'), '--json']);
    const reports = out.trim().split('\n').map((line): unknown => JSON.parse(line));

    expect(code).toBe(1);
    expect(reports).toMatchObject([
      { file: files[0], document: 'valid', signatures: [{ verdict: 'valid', reason: '', signer: 'Lord Testerino', signedAt: '2020-11-01T00:00:00Z', coversWholeFile: true, changesAfter: 'none' }] },
      { file: files[1], document: 'invalid', signatures: [{ verdict: 'invalid', signer: 'Alice' }] },
    ]);
  });

  test('believes nobody without a folder of certificates, and says it in words', async () => {
    const { code, out } = await motcua(['verify', files[0] ?? '']);

    expect(code).toBe(1);
    expect(out).toMatch(/chưa kết luận được\. Chưa xác định được tổ chức cấp/u);
  });

  test('says of a file it cannot read why, judges the others, and ends with 3', async () => {
    const { code, out, err } = await motcua(['verify', 'khong-co.pdf', suite, files[0] ?? '', '--trust', path.join(suite, 'trust'), '--json']);
    const astray = await motcua(['verify', files[0] ?? '', '--trust', 'khong-co']);

    expect([code, err]).toEqual([3, `khong-co.pdf: không có tệp này.\n${suite}: đây là thư mục, nêu từng tệp.\n`]);
    expect(JSON.parse(out)).toMatchObject({ document: 'valid', signatures: [{ integrity: 'intact' }] });
    expect([astray.code, astray.err]).toEqual([3, 'Không đọc được thư mục khong-co (ENOENT). Xem lại đường dẫn.\n']);
  });
});

describe('motcua documents', () => {
  test('finds what is lost, brings it back from the second copy, and changes the keys', async () => {
    const second = { env: { ...onDatabase().env, MOTCUA_SECOND_COPY: path.join(folder, 'ban-hai') } };
    const files = () => fs.readdirSync(path.join(folder, 'data/documents'), { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/u.test(name));
    const { db, close } = openDatabase(database.ownerUrl);
    const store = documentStore({ folder: path.join(folder, 'data/documents'), secret: Buffer.alloc(32, 7) });
    for (const name of ['một', 'hai']) await storeDocument(db, store, { ownerKind: 'dossier', ownerRef: 'H15-cli', bytes: Buffer.from(name), name: `${name}.pdf`, mediaType: 'application/pdf', purpose: 'component', by: 'citizen-1', at: systemClock.now() });
    await close();
    const copied = await motcua(['documents', 'copy', '--json'], second);
    fs.rmSync(path.join(folder, 'data/documents', files()[0] ?? ''));

    expect(JSON.parse(copied.out)).toEqual({ copied: 2 });
    expect([(await motcua(['documents', 'check'], onDatabase())).code, JSON.parse((await motcua(['documents', 'check', '--json'], second)).out)]).toEqual([1, { checked: 2, repaired: 1, lost: [] }]);
    expect(JSON.parse((await motcua(['documents', 'restamp', '--json'], onDatabase())).out.trim().split('\n').at(-1) ?? '')).toEqual({ renewed: 0, remaining: 0, hindrance: null });
    expect((await motcua(['documents', 'rotate'], onDatabase())).out).toMatch(/Đã đổi khóa của 1 chủ tệp/u);
    expect((await motcua(['documents', 'copy'], onDatabase())).err).toContain('MOTCUA_SECOND_COPY');
  });
});
