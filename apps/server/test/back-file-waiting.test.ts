// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { letGoOfBackFiles, readQueuedScans } from '@motcua/back-files';
import { issueSigningIdentity, readDocument, scanManyPapers, testAuthorityOf } from '@motcua/documents';
import { scanWatch } from '@motcua/dossiers';
import { places, startOfTest } from '@motcua/dossiers/testing';
import { papersOf } from '@motcua/vault';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type backFileDesk as Desk, backFileDesk, birth, head, paper } from './back-file-desk.ts';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
let folder: string;
let batch: string;
let desk: ReturnType<typeof Desk>;
const line = (no: string, about: { readonly owner?: string; readonly name?: string; readonly notes?: string } = {}): string => `${about.owner ?? '000095012345'};${about.name ?? 'Nguyễn Văn Mẫu'};Giấy khai sinh;${no}/2001;05/03/2001;;UBND xã Mẫu;HT-${no};${about.notes ?? ''}`;

async function opened(title: string, lines: readonly string[]): Promise<string> {
  batch = (await desk.post('tiepnhan', '', { clientKey: randomUUID(), agency: places.commune, title })).json<{ id: string }>().id;
  await desk.give('tiepnhan', 'list', { name: 'ds.csv', type: 'text/csv', bytes: Buffer.from([head, ...lines].join('\n')) });
  return batch;
}
const file = (name: string): string => path.join(folder, name);
/** Pages of a PDF as pictures of 200 dots an inch, as a scanner writes them. */
function pictured(pdf: Uint8Array): readonly Uint8Array[] {
  writeFileSync(file('pages.pdf'), pdf);
  const pages = Number(/Pages:\s+(\d+)/u.exec(execFileSync('pdfinfo', [file('pages.pdf')]).toString())?.[1]);
  return Array.from({ length: pages }, (_, at) => {
    execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', '-f', String(at + 1), '-l', String(at + 1), file('pages.pdf'), file('page')]);
    return readFileSync(file('page.png'));
  });
}
const scanned = (picture: Uint8Array, about: { readonly turned?: number; readonly dpi?: number } = {}): Promise<Buffer> => sharp(picture).rotate(about.turned ?? 0, { background: '#fff' }).withMetadata({ density: about.dpi ?? 200 }).jpeg().toBuffer();
const covers = async (from: number, to = from): Promise<Uint8Array> => (await desk.get('tiepnhan', `/${batch}/cover-sheets?from=${String(from)}&to=${String(to)}`)).rawPayload;
function joined(files: readonly Uint8Array[]): Uint8Array {
  const names = files.map((bytes, at) => { const name = file(`${String(at)}.pdf`); writeFileSync(name, bytes); return name; });
  execFileSync('qpdf', ['--empty', '--pages', ...names, '--', file('joined.pdf')]);
  return readFileSync(file('joined.pdf'));
}

/** Leaves files at the scanner of the commune; answers the waiting scans by name. */
async function left(files: Readonly<Record<string, Uint8Array>>): Promise<readonly { readonly id: string; readonly fileName: string }[]> {
  const watch = scanWatch(one.province.ctx, file('may-quet'));
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(path.join(file('may-quet'), places.commune, name), bytes);
    await watch();
    await watch();
  }
  return waiting();
}
const waiting = async () => (await one.app.inject({ url: '/api/waiting-scans', headers: await one.as('tiepnhan') })).json<{ scans: { id: string; fileName: string }[] }>().scans.toSorted((first, other) => first.fileName.localeCompare(other.fileName, 'en'));
const take = async (scans: readonly { readonly id: string }[], about: object = {}, who = 'tiepnhan') => desk.post(who, `/${batch}/waiting-scans`, { scans: scans.map(({ id }) => id), isPile: false, ...about });
const fates = (answer: { readonly json: () => unknown }): unknown => (answer.json() as { results: { fate: string }[] }).results.map(({ fate }) => fate);
const sign = async (lines: readonly number[]) => (await desk.post('tiepnhan', `/${batch}/signing`, { lines })).json<{ results: { code: string | null; refused: string | null }[] }>().results;
const states = async () => (await desk.get('tiepnhan', `/${batch}`)).json<{ lines: { state: string; missing: string[] }[] }>().lines.map(({ state, missing }) => [state, missing]);
const opens = async (document: string): Promise<boolean> => readDocument(one.database.db, one.province.ctx.files, document).then((found) => (found?.bytes.byteLength ?? 0) > 0, () => false);
const pagesKept = async (): Promise<readonly string[]> => (await one.database.pool.query<{ id: string }>('select g.document_id as id from back_files.part_page g join back_files.part p on p.id = g.part_id where p.batch_id = $1 order by p.line_no nulls last, g.page', [batch])).rows.map(({ id }) => id);

beforeAll(async () => {
  one = await testInstallation();
  desk = backFileDesk(one, () => batch);
  folder = mkdtempSync(path.join(tmpdir(), 'motcua-back-files-'));
  mkdirSync(path.join(file('may-quet'), places.commune), { recursive: true });
  const officer = one.province.officer('tiepnhan');
  await issueSigningIdentity(one.database.db, await testAuthorityOf(one.database.db, one.province.secret, startOfTest), { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: one.province.secret, at: startOfTest.subtract({ hours: 24 }) });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await one.close();
});

describe('bản quét chờ vào lô (scans of the scanner\'s folder taken into a batch)', () => {
  test('are parted at cover sheets or matched by name, leave the list, and one that is gone keeps no other', async () => {
    await opened('Từ thư mục', [line('1'), line('2'), line('3')]);
    const many = joined([await covers(1), await paper(birth('1/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')), await covers(2), await paper(birth('2/2001', 'NGUYỄN VĂN MẪU', '05/03/2001'))]);
    const scans = await left({ 'A-chung.pdf': many, 'HT-3.pdf': await paper(birth('3/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')), 'z-con-lai.pdf': await paper('Giấy khác') });
    const [chung, named] = scans;
    const [elsewhere, taken, again] = [await take(scans, {}, 'tiepnhan.hai'), await take([{ id: randomUUID() }, ...chung === undefined || named === undefined ? [] : [chung, named]]), await take(scans.slice(0, 1))];

    expect([elsewhere.statusCode, taken.statusCode]).toEqual([404, 201]);
    expect([fates(taken), fates(again)]).toEqual([['gone', 'taken', 'taken'], ['gone']]);
    expect(await states()).toEqual([['scanned', []], ['scanned', []], ['scanned', []]]);
    expect((await waiting()).map(({ fileName }) => fileName)).toEqual(['z-con-lai.pdf']);
    const { rows } = await one.database.pool.query<{ reason: string; by_name: string }>('select reason, by_name from dossiers.scan_waiting_end');
    expect(rows).toEqual([1, 2].map(() => ({ reason: `Đưa vào lô SH-${places.commune}-2026-1`, by_name: 'Cán bộ tiepnhan' })));
    expect(await Promise.all((await pagesKept()).map(opens))).toEqual([true, true, true]);
  }, 120_000);

  test('of a file the batch has are left in the list', async () => {
    const pdf = await paper('Giấy đã gửi hai đường');
    await desk.give('tiepnhan', 'scans', { name: 'gui.pdf', type: 'application/pdf', bytes: pdf });
    const scans = await left({ 'gui-lai.pdf': pdf });

    expect(fates(await take(scans.filter(({ fileName }) => fileName === 'gui-lai.pdf')))).toEqual(['known']);
    expect((await waiting()).map(({ fileName }) => fileName)).toEqual(['gui-lai.pdf', 'z-con-lai.pdf']);
  }, 60_000);

  test('of a scanner that writes a file a page are one pile, in the order they are named', async () => {
    await opened('Mỗi trang một tệp', [line('11'), line('12')]);
    const [first, second] = pictured(await covers(1, 2));
    const page = pictured(await paper(birth('11/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')))[0] ?? new Uint8Array();
    const files = { 'q1.jpg': await scanned(first ?? page), 'q2.jpg': await scanned(page), 'q3.jpg': await scanned(page, { turned: 0.5 }), 'q4.jpg': await scanned(second ?? page), 'q5.jpg': await scanned(page, { turned: 1 }) };
    const scans = (await left(files)).filter(({ fileName }) => fileName.startsWith('q'));

    expect(fates(await take(scans, { isPile: true }))).toEqual(['taken', 'taken', 'taken', 'taken', 'taken']);
    expect(await Promise.all([1, 2].map(async (no) => (await desk.lineNow(no)).part?.pages.length))).toEqual([2, 1]);
    expect(await Promise.all((await pagesKept()).map(opens))).toEqual([true, true, true]);
  }, 120_000);
});

describe('giấy có bút phê, ghi chú (a paper that bears notes)', () => {
  test('waits for its second scan, is signed as two files, and only the one without notes is in the vault', async () => {
    await opened('Có ghi chú', [line('21', { notes: 'có' }), line('22')]);
    await desk.give('tiepnhan', 'scans', { name: 'HT-21.pdf', type: 'application/pdf', bytes: await paper(birth('21/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')) });
    await readQueuedScans(one.province.ctx);
    const [before, early] = [await states(), await desk.compare(1)];
    const sheet = joined([await covers(1), await paper(`${birth('21/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')}\nBút phê: đã đối chiếu sổ gốc`)]);
    await desk.give('tiepnhan', 'scans', { name: 'lan-hai.pdf', type: 'application/pdf', bytes: sheet });
    await readQueuedScans(one.province.ctx);
    const [scans, both] = [await desk.lineNow(1), await desk.compare(1)];
    const [signed] = await sign([1]);
    const kept = (await papersOf(one.database.db, { kind: 'person', ref: '000095012345' })).find(({ number }) => number === '21/2001');
    const inVault = await readDocument(one.database.db, one.province.ctx.files, kept?.documentId ?? '');
    const copy = await desk.get('tiepnhan', `/${batch}/lines/1/with-notes`);
    const words = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString().replace(/\s+/gu, ' ');

    expect(before).toEqual([['waiting', ['with-notes']], ['waiting', ['scan']]]);
    expect([early.statusCode, early.json<{ errors: { path: string }[] }>().errors.map(({ path: field }) => field)]).toEqual([422, ['withNotes']]);
    expect([scans.line.state, both.statusCode, signed?.refused]).toEqual(['scanned', 200, null]);
    expect([/Bút phê/u.test(words(inVault?.bytes ?? new Uint8Array())), /Bút phê/u.test(words(copy.rawPayload))]).toEqual([false, true]);
    expect([copy.headers['content-disposition'], (await desk.get('tiepnhan.hai', `/${batch}/lines/1/with-notes`)).statusCode, (await desk.get('tiepnhan', `/${batch}/lines/2/with-notes`)).statusCode]).toEqual([expect.stringContaining('.ghi-chu.pdf'), 404, 404]);
    expect((await desk.get('tiepnhan', `/${batch}`)).json()).toMatchObject({ lines: [{ end: { hasNotes: true } }, { end: null }] });
  }, 120_000);

  test('may be marked by hand; a second scan is of no other paper, and falls out when the mark is taken back', async () => {
    await desk.give('tiepnhan', 'scans', { name: 'HT-22.pdf', type: 'application/pdf', bytes: await paper(birth('22/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')) });
    await desk.give('tiepnhan', 'scans', { name: 'HT-22 ghi chú.pdf', type: 'application/pdf', bytes: await paper('Bản có ghi chú của giấy 22') });
    await readQueuedScans(one.province.ctx);
    const [loose] = (await desk.get('tiepnhan', `/${batch}/scans`)).json<{ parts: { id: string; fileName: string; candidates: number[] }[] }>().parts;
    const give = () => desk.post('tiepnhan', `/${batch}/parts/${loose?.id ?? ''}/line`, { no: 2, withNotes: true });
    const early = await give();
    const mend = async (bearsNotes: string) => {
      const { line: { version, cells } } = await desk.lineNow(2);
      return one.app.inject({ method: 'PUT', url: `/api/back-files/${batch}/lines/2`, headers: await one.as('tiepnhan'), payload: { version, cells: { ...cells, bearsNotes } } });
    };
    const marked = await mend('có');
    const unsigned = await sign([2]);
    const [given, ready] = [await give(), await states()];
    await mend('');

    expect([loose?.fileName, loose?.candidates, early.statusCode, early.json<{ code: string }>().code]).toEqual(['HT-22 ghi chú.pdf', [2], 409, 'back-file-no-notes']);
    expect([marked.statusCode, unsigned[0]?.refused, given.statusCode, ready[1]]).toEqual([200, 'Giấy ở dòng 2 có bút phê, ghi chú: còn thiếu bản quét có ghi chú.', 200, ['scanned', []]]);
    expect([(await states())[1], (await desk.lineNow(2)).withNotes]).toEqual([['scanned', []], null]);
    expect((await desk.get('tiepnhan', `/${batch}/scans`)).json()).toMatchObject({ parts: [{ fileName: 'HT-22 ghi chú.pdf' }] });
  }, 120_000);
});

describe('chất lượng bản số hóa của giấy cũ (what the law asks of a digitised paper)', () => {
  test('holds: straightened, two layers in PDF/A, code and QR at the left of the head, signed; too few dots are refused', async () => {
    await opened('Chất lượng', [line('31'), line('32')]);
    const page = pictured(await paper(birth('31/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')))[0] ?? new Uint8Array();
    const small = await sharp(page).resize({ width: 827 }).toBuffer();
    await desk.give('tiepnhan', 'scans', { name: 'HT-31.jpg', type: 'image/jpeg', bytes: await scanned(page, { turned: 2.5 }) });
    await desk.give('tiepnhan', 'scans', { name: 'HT-32.jpg', type: 'image/jpeg', bytes: await scanned(small, { dpi: 100 }) });
    await readQueuedScans(one.province.ctx);
    const { rows } = await one.database.pool.query<{ turned: number }>('select g.turned from back_files.part_page g join back_files.part p on p.id = g.part_id where p.batch_id = $1 and p.line_no = 1', [batch]);
    const [few, fine] = [await desk.compare(2), await desk.compare(1)];
    const [signed] = await sign([1]);
    const kept = (await papersOf(one.database.db, { kind: 'person', ref: '000095012345' })).find(({ number }) => number === '31/2001');
    const pdf = (await readDocument(one.database.db, one.province.ctx.files, kept?.documentId ?? ''))?.bytes ?? new Uint8Array();
    const top = pictured(pdf)[0] ?? new Uint8Array();
    const left200 = await sharp(top).extract({ left: 0, top: 0, width: 700, height: 200 }).png().toBuffer();
    writeFileSync(file('left.png'), left200);
    const corner = await scanManyPapers(file('left.png'));
    const code = corner.ok ? corner.value[0]?.code ?? '' : '';
    const checked = await one.app.inject({ method: 'POST', url: '/api/paper-checks', payload: { code } });

    expect(Math.abs((rows[0]?.turned ?? 0) + 2.5)).toBeLessThan(0.5);
    expect([few.statusCode, few.json<{ errors: { text: string }[] }>().errors[0]?.text, fine.statusCode]).toEqual([422, 'Trang 1 chỉ 100 dpi, cần ít nhất 200 dpi. Quét lại trang này.', 200]);
    expect([signed?.code, signed?.refused]).toEqual([expect.stringMatching(/^000095012345\.KQ\.G15\.000031/u), null]);
    expect(execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString()).toMatch(/31\/2001[\s\S]+NGUYỄN/u);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part(?:="|>)2/u);
    expect(code).toMatch(/^http:\/\/localhost:8080\/x\/m1\./u);
    expect(checked.json()).toMatchObject({ verdict: 'genuine', paper: 'Bản số hóa giấy tờ', facts: [{ term: 'Đợt số hóa', value: expect.stringMatching(/^SH-.+\.1$/u) }, { term: 'Lập lúc' }, ...[1, 2].map(() => expect.anything())] });
  }, 120_000);
});

describe('ảnh quét của lô (pictures of a batch)', () => {
  test('are opened under the log, for the owner too, and under a mark while nobody has said whose paper it is', async () => {
    await opened('Mở ảnh', [line('41', { owner: '000188067890', name: 'Đặng Thị Ẩn' })]);
    await desk.give('tiepnhan', 'scans', { name: 'HT-41.pdf', type: 'application/pdf', bytes: await paper(birth('41/2001', 'ĐẶNG THỊ ẨN', '05/03/2001')) });
    await desk.give('tiepnhan', 'scans', { name: 'khong-ro.pdf', type: 'application/pdf', bytes: await paper('Không rõ') });
    await readQueuedScans(one.province.ctx);
    const { part } = await desk.lineNow(1);
    const [loose] = (await desk.get('tiepnhan', `/${batch}/scans`)).json<{ parts: { id: string }[] }>().parts;
    const pictures = [await desk.get('tiepnhan', `/${batch}/parts/${part?.id ?? ''}/pages/1`), await desk.get('tiepnhan', `/${batch}/parts/${part?.id ?? ''}/pages/1`), await desk.get('tiepnhan', `/${batch}/parts/${loose?.id ?? ''}/pages/1`)];
    const openings = await one.database.pool.query<{ owner_ref: string }>("select d.owner_ref from documents.opening o join documents.document d on d.id = o.document_id where d.owner_kind = 'back-file-part' and d.owner_ref = any($1::text[])", [[part?.id, loose?.id]]);
    const viewers = (await one.app.inject({ url: '/api/my/viewers', headers: await one.as('other-citizen') })).json<{ viewers: unknown[] }>().viewers;
    const red = async (picture: Uint8Array): Promise<boolean> => { const { channels: [reds, greens] } = await sharp(picture).stats(); return (reds?.mean ?? 0) - (greens?.mean ?? 0) > 0.2; };

    expect(pictures.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect([...openings.rows.map(({ owner_ref: owner }) => owner)].toSorted()).toEqual([part?.id ?? '', loose?.id ?? ''].toSorted());
    expect(viewers).toContainEqual(expect.objectContaining({ who: 'Cán bộ tiepnhan', what: 'back-file-scan', purpose: 'digitising' }));
    expect([await red(pictures[0]?.rawPayload ?? new Uint8Array()), await red(pictures[2]?.rawPayload ?? new Uint8Array())]).toEqual([false, true]);
  }, 60_000);

  test('are let go once the paper is in the vault; of no line after thirty days, and the line of a batch nobody works on waits again', async () => {
    const before = await pagesKept();
    await desk.compare(1);
    await sign([1]);
    await letGoOfBackFiles(one.province.ctx);
    const [signed, loose] = before;
    const after = [await opens(signed ?? ''), await opens(loose ?? '')];
    const soon = await desk.get('tiepnhan', `/${batch}/scans`);
    const later = { ...one.province.ctx, clock: { now: () => one.province.clock.now().add({ hours: 31 * 24 }) } };
    const old = batch;
    await opened('Bỏ quên', [line('51')]);
    await desk.give('tiepnhan', 'scans', { name: 'HT-51.pdf', type: 'application/pdf', bytes: await paper(birth('51/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')) });
    await readQueuedScans(one.province.ctx);
    const [waits, kept] = [await states(), await desk.get('tiepnhan', `/${batch}`)];
    await letGoOfBackFiles(later);
    const quiet = await states();
    const files = await one.database.pool.query<{ n: number }>("select count(*)::int as n from documents.document d join documents.file_key k on k.sha256 = d.sha256 and k.owner_kind = d.owner_kind and k.owner_ref = d.owner_ref join back_files.scan s on s.id::text = d.owner_ref where d.owner_kind = 'back-file-scan' and s.batch_id in ($1, $2)", [old, batch]);

    expect(after).toEqual([false, true]);
    expect(soon.json()).toMatchObject({ parts: [{ fileName: 'khong-ro.pdf', keptUntil: one.province.clock.now().add({ hours: 30 * 24 }).toString() }] });
    expect([waits, quiet]).toEqual([[['scanned', []]], [['waiting', ['scan']]]]);
    expect(kept.json<{ keptUntil: string }>().keptUntil).toBe(one.province.clock.now().add({ hours: 30 * 24 }).toString());
    expect([await opens(loose ?? ''), files.rows[0]?.n, (await desk.get('tiepnhan', `/${old}/scans`)).json()]).toEqual([false, 0, { files: [], parts: [] }]);
    expect((await desk.give('tiepnhan', 'scans', { name: 'HT-51.pdf', type: 'application/pdf', bytes: await paper(birth('51/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')) })).json()).toEqual({ isNew: true });
    expect([await readQueuedScans(one.province.ctx), await states()]).toEqual([1, [['scanned', []]]]);
  }, 120_000);

  test('of a batch nobody goes on with are let go; nothing more is done there', async () => {
    const pages = await pagesKept();
    const [short, dropped, twice, mended] = [await desk.post('tiepnhan', `/${batch}/drop`, { reason: ' ' }), await desk.post('tiepnhan', `/${batch}/drop`, { reason: 'Lập trùng với lô khác' }), await desk.post('tiepnhan', `/${batch}/drop`, { reason: 'Lập trùng' }), await desk.compare(1)];
    await letGoOfBackFiles(one.province.ctx);

    expect([short.statusCode, dropped.statusCode, twice.statusCode, mended.json<{ code: string }>().code]).toEqual([422, 200, 409, 'back-file-dropped']);
    expect((await desk.get('tiepnhan', '')).json<{ batches: { id: string; dropped: unknown }[] }>().batches.find(({ id }) => id === batch)?.dropped).toMatchObject({ reason: 'Lập trùng với lô khác', by: 'Cán bộ tiepnhan' });
    expect(await Promise.all(pages.map(opens))).toEqual([false]);
  }, 60_000);
});

describe('lời báo giấy cũ đã vào kho (what the owner is told)', () => {
  test('is one message a person and batch, however many papers and presses, and none to others', async () => {
    await opened('Báo chủ giấy', [line('61'), line('62'), line('63', { owner: '000188067890', name: 'Đặng Thị Ẩn' })]);
    for (const no of ['61', '62']) await desk.give('tiepnhan', 'scans', { name: `HT-${no}.pdf`, type: 'application/pdf', bytes: await paper(birth(`${no}/2001`, 'NGUYỄN VĂN MẪU', '05/03/2001')) });
    await readQueuedScans(one.province.ctx);
    const told = async (who: string) => (await one.app.inject({ url: '/api/my/vault-notices', headers: await one.as(who) })).json<{ notices: { batch: string; title: string; text: string }[] }>().notices;
    const number = (await desk.get('tiepnhan', `/${batch}`)).json<{ number: string }>().number;
    const ofBatch = async (who: string) => (await told(who)).filter((notice) => notice.batch === number);
    const none = await ofBatch('citizen');
    const once = [];
    for (const no of [1, 2]) {
      await desk.compare(no);
      await sign([no]);
      once.push((await ofBatch('citizen')).map(({ title }) => title));
    }

    expect([none, once]).toEqual([[], [['1 giấy cũ của ông/bà đã vào kho'], ['2 giấy cũ của ông/bà đã vào kho']]]);
    expect((await ofBatch('citizen'))[0]?.text).toContain('UBND xã Một đã số hóa 2 giấy cấp trước đây');
    expect(await ofBatch('other-citizen')).toEqual([]);
  }, 120_000);
});
