// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { claimScan, giveScan, readQueuedScans } from '@motcua/back-files';
import { documentStore, issueSigningIdentity, readDocument, s3Blobs, testAuthorityOf, validatePdf } from '@motcua/documents';
import { anIntake, places, procedures, startOfTest } from '@motcua/dossiers/testing';
import { papersOf } from '@motcua/vault';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backFileDesk, birth, head, paper } from './back-file-desk.ts';
import { type TestInstallation, testInstallation } from './installation.ts';

type Desk = ReturnType<typeof backFileDesk>;
let one: TestInstallation;
let folder: string;
let batch: string;
let get: Desk['get'];
let post: Desk['post'];
let give: Desk['give'];
let lineNow: Desk['lineNow'];
let compare: Desk['compare'];
/** A file of no line. */
let strange: Uint8Array;
const list = ['000095012345;Nguyễn Văn Mẫu;Giấy khai sinh;25/2001;05/03/2001;;UBND xã Mẫu;HT-25', '000188067890;Đặng Thị Ẩn;Giấy khai sinh;26/2001;06/03/2001;;UBND xã Mẫu;HT-26', '000095012345;Nguyễn Văn Mẫu;KQ.G17.000311;61/GPXD;05/03/2026;;UBND xã Mẫu;HT-27'];

/** The files joined in order. */
function joined(files: readonly Uint8Array[]): Uint8Array {
  const names = files.map((bytes, at) => { const file = path.join(folder, `${String(at)}.pdf`); writeFileSync(file, bytes); return file; });
  execFileSync('qpdf', ['--empty', '--pages', ...names, '--', path.join(folder, 'joined.pdf')]);
  return readFileSync(path.join(folder, 'joined.pdf'));
}
beforeAll(async () => {
  one = await testInstallation();
  ({ get, post, give, lineNow, compare } = backFileDesk(one, () => batch));
  strange = await paper('Giấy không rõ của ai, không có trong danh sách');
  folder = mkdtempSync(path.join(tmpdir(), 'motcua-back-files-'));
  const officer = one.province.officer('tiepnhan');
  await issueSigningIdentity(one.database.db, await testAuthorityOf(one.database.db, one.province.secret, startOfTest), { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: one.province.secret, at: startOfTest.subtract({ hours: 24 }) });
  batch = (await post('tiepnhan', '', { clientKey: randomUUID(), agency: places.commune, title: 'Hộ tịch 2001' })).json<{ id: string }>().id;
  await give('tiepnhan', 'list', { name: 'ds.csv', type: 'text/csv', bytes: Buffer.from([head, ...list].join('\n')) });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await one.close();
});

describe('bản quét của lô hồ sơ cũ (scans of a batch)', () => {
  test('are looked through like every upload: what is no picture or dangerous is refused and nothing waits', async () => {
    const [empty, wrong, broken] = [await give('tiepnhan', 'scans', { name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array() }), await give('tiepnhan', 'scans', { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('chữ') }), await give('tiepnhan', 'scans', { name: 'a.png', type: 'image/png', bytes: Buffer.from('89504e470d0a1a0a00000000', 'hex') })];

    expect([empty.statusCode, wrong.statusCode, broken.statusCode]).toEqual([422, 422, 422]);
    expect((await get('tiepnhan', `/${batch}`)).json()).toMatchObject({ files: { queued: 0, read: 0, failed: 0 } });
  });

  test('are kept by nobody when the store does not answer, which is said', async () => {
    const files = documentStore({ folder, secret: one.province.secret, blobs: s3Blobs({ endpoint: 'http://127.0.0.1:1', region: 'x', bucket: 'x', accessKeyId: 'x', secretAccessKey: 'x' }) });
    const refused = await giveScan({ ...one.province.ctx, files }, { batch, officer: one.province.officer('tiepnhan'), file: { content: Readable.from([await paper('không lưu được')]), name: 'HT-25.pdf', declaredType: 'application/pdf' } });
    const { rows } = await one.database.pool.query<{ n: number }>("select count(*)::int as n from documents.document where owner_kind like 'back-file%'");

    expect([refused, rows[0]?.n]).toMatchObject([{ ok: false, error: { code: 'upload-refused', refusal: { code: 'storage-unreachable' } } }, 0]);
  });

  test('are matched by the name of the file and by cover sheets between papers, in the background, once', async () => {
    const sheets = await get('tiepnhan', `/${batch}/cover-sheets?from=2&to=2`);
    const first = { name: 'ht 25.pdf', type: 'application/pdf', bytes: await paper(birth('25/2001', 'NGUYỄN VĂN MẪU', '05/03/2001')) };
    const many = joined([sheets.rawPayload, await paper(birth('26/2001', 'ĐẶNG THỊ ẨN', '06/03/2001'))]);
    const given = [await give('tiepnhan', 'scans', first), await give('tiepnhan', 'scans', first), await give('tiepnhan', 'scans', { ...first, name: 'chung.pdf', bytes: many }), await give('tiepnhan', 'scans', { ...first, name: 'la.pdf', bytes: strange })];
    const before = (await get('tiepnhan', `/${batch}`)).json<{ files: unknown }>().files;

    expect(given.map((answer) => answer.json<{ isNew: boolean }>().isNew)).toEqual([true, false, true, true]);
    expect(before).toEqual({ queued: 3, read: 0, failed: 0 });
    expect(await readQueuedScans({ ...one.province.ctx })).toBe(3);
    expect((await get('tiepnhan', `/${batch}`)).json()).toMatchObject({ files: { queued: 0, read: 3, failed: 0 }, unmatched: 1, counts: { scanned: 2, waiting: 1 } });
    expect((await get('tiepnhan', `/${batch}/scans`)).json()).toMatchObject({ files: [], parts: [{ fileName: 'la.pdf', pages: 1, candidates: [] }] });
  }, 120_000);

  test('are shown beside their line with what was read of name, number and day', async () => {
    const { seen, part } = await lineNow(1);

    expect(seen.map(({ field, verdict }) => [field, verdict])).toEqual([['ownerName', 'agrees'], ['number', 'agrees'], ['issuedOn', 'agrees']]);
    expect((await get('tiepnhan', `/${batch}/parts/${part?.id ?? ''}/pages/1`)).headers['content-type']).toBe('image/jpeg');
    expect((await get('tiepnhan.hai', `/${batch}/parts/${part?.id ?? ''}/pages/1`)).statusCode).toBe(404);
  });

  test('are given by hand to a line without one, and to no line that has one', async () => {
    const [part] = (await get('tiepnhan', `/${batch}/scans`)).json<{ parts: { id: string }[] }>().parts;
    const at = `/${batch}/parts/${part?.id ?? ''}`;
    const [taken, unknown, given] = [await post('tiepnhan', `${at}/line`, { no: 1 }), await post('tiepnhan', `${at}/line`, { no: 99 }), await post('tiepnhan', `${at}/line`, { no: 3 })];

    expect([taken.statusCode, taken.json<{ title: string }>().title, unknown.statusCode, given.statusCode]).toEqual([409, 'Dòng 1 đã có bản quét «ht 25.pdf».', 404, 200]);
    expect((await lineNow(3)).seen.map(({ verdict }) => verdict)).toEqual(['unread', 'unread', 'unread']);
    expect((await post('tiepnhan', `${at}/aside`, { reason: 'Quét nhầm' })).statusCode).toBe(200);
    expect((await lineNow(3)).part).toBeNull();
    expect((await give('tiepnhan', 'scans', { name: 'la.pdf', type: 'application/pdf', bytes: strange })).json()).toEqual({ isNew: true });
    expect(await readQueuedScans({ ...one.province.ctx })).toBe(1);
    expect((await get('tiepnhan', `/${batch}/scans`)).json()).toMatchObject({ parts: [{ fileName: 'la.pdf', seq: 2, pages: 1 }] });
  });

  test('that cannot be read are tried again, then named, and put in line once more by a press', async () => {
    const { rows: [scan] } = await one.database.pool.query<{ id: string }>("insert into back_files.scan (id, batch_id, file_name, document_id, sha256, state, fault, tries, by_id, by_name, at) values (gen_random_uuid(), $1, 'hong.pdf', gen_random_uuid(), repeat('0', 64), 'failed', 'unreadable', 3, 'x', 'x', now()) returning id", [batch]);
    const again = `/${batch}/scans/${scan?.id ?? ''}/retry`;

    expect((await get('tiepnhan', `/${batch}/scans`)).json()).toMatchObject({ files: [{ fileName: 'hong.pdf', state: 'failed', fault: 'unreadable' }] });
    expect([(await post('tiepnhan', again)).statusCode, (await post('tiepnhan', again)).statusCode]).toEqual([200, 404]);
    await readQueuedScans({ ...one.province.ctx });
    expect((await get('tiepnhan', `/${batch}/scans`)).json()).toMatchObject({ files: [{ fileName: 'hong.pdf', state: 'queued', fault: 'storage' }] });
  });
});

describe('bản quét từ máy quét nhiều trang (a TIFF as scanners write it)', () => {
  const page = (grey: string): Promise<Buffer> => sharp({ create: { width: 827, height: 1169, channels: 3, background: grey } }).png().toBuffer();

  test('is read page by page, and refused when a page of it is broken', async () => {
    const tiff = await sharp([await page('#fff'), await page('#eee')], { join: { animated: true } }).tiff({ xres: 3.94, yres: 3.94 }).toBuffer();
    const given = [await give('tiepnhan', 'scans', { name: 'may-quet.tif', type: 'image/tiff', bytes: tiff }), await give('tiepnhan', 'scans', { name: 'hong.tif', type: 'image/tiff', bytes: tiff.subarray(0, tiff.byteLength / 2) })];
    await readQueuedScans({ ...one.province.ctx });
    const parts = (await get('tiepnhan', `/${batch}/scans`)).json<{ parts: { id: string; fileName: string; pages: number }[] }>().parts;
    const read = parts.find(({ fileName }) => fileName === 'may-quet.tif');
    await post('tiepnhan', `/${batch}/parts/${read?.id ?? ''}/aside`, { reason: 'Giấy trắng' });

    expect(given.map(({ statusCode }) => statusCode)).toEqual([201, 422]);
    expect(read?.pages).toBe(2);
  }, 60_000);
});

describe('đọc tiếp sau khi máy dừng (reading goes on after a stop)', () => {
  test('takes a file again that was begun long ago and not finished, not one that is being read', async () => {
    const { rows } = await one.database.pool.query<{ id: string }>("update back_files.scan set state = 'queued', fault = null, tries = 1, claimed_at = $2 where batch_id = $1 and file_name = 'hong.pdf' returning id", [batch, one.province.clock.now().subtract({ minutes: 9 }).toString()]);
    const early = await claimScan(one.database.db, one.province.clock.now());
    const late = await claimScan(one.database.db, one.province.clock.now().add({ minutes: 2 }));
    const twice = await claimScan(one.database.db, one.province.clock.now().add({ minutes: 2 }));

    expect([early, late?.id, late?.tries, twice]).toEqual([undefined, rows[0]?.id, 2, undefined]);
  });
});

describe('đối chiếu và ký giấy cũ (an old paper compared and signed)', () => {
  test('is refused without comparison, with pages missing, and to whoever did not compare it', async () => {
    const [early, pages] = [await post('tiepnhan', `/${batch}/signing`, { lines: [1, 3, 99] }), await compare(1, { pagesOnPaper: 2 })];
    const right = await compare(1);
    const other = await post('vanthu', `/${batch}/signing`, { lines: [1] });

    expect(early.json<{ results: { refused: string }[] }>().results.map(({ refused }) => refused)).toEqual([expect.stringMatching(/^Dòng 1 chưa được ông\/bà đối chiếu/u), 'Dòng 3 chưa có bản quét.', expect.stringMatching(/^Không có lô/u)]);
    expect([pages.statusCode, pages.json<{ errors: { path: string }[] }>().errors[0]?.path, right.statusCode]).toEqual([422, 'pagesOnPaper', 200]);
    expect(other.json()).toMatchObject({ results: [{ no: 1, code: null }] });
  });

  test('has its line put right while comparing; signed in one press, it is in the vault of its owner with its source, valid, and opens', async () => {
    const { line } = await lineNow(2);
    const mended = await compare(2, { cells: { ...line.cells, issuer: 'UBND xã Mẫu Hai' } });
    const signed = await post('tiepnhan', `/${batch}/signing`, { lines: null });
    const [kept] = await papersOf(one.database.db, { kind: 'person', ref: '000188067890' });
    const file = await readDocument(one.database.db, one.province.ctx.files, kept?.documentId ?? '');
    const trust = { roots: [(await testAuthorityOf(one.database.db, one.province.secret, startOfTest)).root] };
    const own = await one.app.inject({ url: '/api/my/vault', headers: await one.as('other-citizen') });

    expect([mended.statusCode, signed.json()]).toEqual([200, { results: [{ no: 1, code: '000095012345.KQ.G15.000031', refused: null }, { no: 2, code: '000188067890.KQ.G15.000031', refused: null }], left: 0 }]);
    expect(kept).toMatchObject({ code: '000188067890.KQ.G15.000031', origin: 'digitised', dossier: null, number: '26/2001', issuedOn: '2001-03-06', issuer: 'UBND xã Mẫu Hai', source: { agency: places.commune, words: `Số hóa hồ sơ cũ, lô SH-${places.commune}-2026-1, UBND xã Một` } });
    expect(file?.ownerRef).toBe('000188067890');
    expect(await validatePdf(file?.bytes ?? new Uint8Array(), { trust })).toMatchObject({ document: 'valid', signatures: [{ signer: 'Cán bộ tiepnhan' }] });
    expect(own.json()).toMatchObject({ papers: [{ origin: 'digitised', dossier: null, source: `Số hóa hồ sơ cũ, lô SH-${places.commune}-2026-1, UBND xã Một` }] });
    expect((await one.app.inject({ url: `/api/my/vault/${kept?.id ?? ''}/document`, headers: await one.as('other-citizen') })).statusCode).toBe(200);
    expect((await one.app.inject({ url: '/api/figures/digitising', headers: await one.as('tiepnhan') })).json()).toMatchObject({ backFiles: 2, must: 0 });
  }, 120_000);

  test('that the vault has already is offered as held, and is not digitised twice', async () => {
    const second = (await post('tiepnhan', '', { clientKey: randomUUID(), agency: places.commune, title: 'Lần nữa' })).json<{ id: string }>().id;
    const first = batch;
    batch = second;
    await give('tiepnhan', 'list', { name: 'ds.csv', type: 'text/csv', bytes: Buffer.from([head, list[0], list[2]].join('\n')) });
    const page = await get('tiepnhan', `/${second}`);
    const [held, twice, none] = [await post('tiepnhan', `/${second}/lines/1/held`), await post('tiepnhan', `/${second}/lines/1/held`), await post('tiepnhan', `/${second}/lines/2/held`)];
    batch = first;

    expect(page.json()).toMatchObject({ lines: [{ no: 1, held: { code: '000095012345.KQ.G15.000031' } }, { no: 2, held: null }] });
    expect([held.statusCode, twice.statusCode, none.statusCode]).toEqual([200, 409, 409]);
    expect((await get('tiepnhan', `/${second}`)).json()).toMatchObject({ counts: { held: 1, waiting: 1 } });
    expect((await papersOf(one.database.db, { kind: 'person', ref: '000095012345' })).length).toBe(1);
  });

  test('is offered at the counter in place of the paper, and a dossier is taken in with it', async () => {
    const component = await one.app.inject({ method: 'POST', url: `/api/catalogue/procedures/${procedures.permits}/component-kinds`, headers: await one.as('kiemsoat.tinh'), payload: { components: [{ name: 'Bản chính giấy phép xây dựng đã được cấp theo quy định', kind: 'KQ.G17.000311' }] } });
    await give('tiepnhan', 'scans', { name: 'HT-27.pdf', type: 'application/pdf', bytes: await paper(birth('61/GPXD', 'NGUYỄN VĂN MẪU', '05/03/2026')) });
    await readQueuedScans({ ...one.province.ctx });
    const compared = await compare(3);
    const signed = await post('tiepnhan', `/${batch}/signing`, { lines: [3] });
    const looked = (await one.app.inject({ method: 'POST', url: '/api/vault-consents', headers: await one.as('tiepnhan'), payload: { kind: 'person', personalId: '000095012345', procedure: procedures.permits, circumstance: null, agency: places.commune, identityPaper: 'Căn cước 000095012345' } })).json<{ consent: string; offers: readonly { paperNo: number; entry: string; code: string }[] }>();
    const [offer] = looked.offers;
    const taken = await one.app.inject({ method: 'POST', url: '/api/dossiers', headers: await one.as('tiepnhan'), payload: anIntake({ reuse: { consent: looked.consent, papers: [{ paperNo: offer?.paperNo ?? 0, entry: offer?.entry ?? '' }] } }) });

    expect([component.statusCode, compared.statusCode, signed.json<{ results: unknown }>().results]).toEqual([201, 200, [{ no: 3, code: '000095012345.KQ.G17.000311', refused: null }]]);
    expect([offer?.code, taken.statusCode]).toEqual(['000095012345.KQ.G17.000311', 201]);
  }, 120_000);
});
