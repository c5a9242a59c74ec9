// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { readDocument } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintCopy } from '../contract.ts';
import { printReconciliation } from '../papers/reconciliation.ts';
import { printedCopyPdf } from '../papers/printed-copy.ts';
import { type SmallProvince, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { openingsOfDossier } from '../views/openings.ts';
import { dossierCopies, printedCopies } from '../views/printed-copies.ts';
import { securitySheets } from '../views/security-sheets.ts';
import { enterDatedRow } from './dated-tables.ts';
import type { Outcome } from './perform.ts';
import { printCopy } from './print-copy.ts';
import { countSheets, handOutSheets, receiveSheets, spoil } from './security-sheets.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let code: string;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  province.clock.set(startOfTest);
  go = walk(province);
  code = await go.taken();
  for (const act of [go.appraised, go.approved, go.issued]) await act(code);
});
afterAll(async () => { province.remove(); await database.drop(); });

const wordsOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/gu, ' ');
const print = async (login: string, about: Partial<PrintCopy> = {}, of = code) =>
  printCopy(province.ctx, { actor: province.officer(login), code: of, body: { clientKey: randomUUID(), paper: 'result', reason: 'Người nộp cần bản giấy', forWhom: 'Nguyễn Thị Trình Diễn', sheets: '', ...about } });
const textOf = (outcome: Outcome<unknown>): string => (!outcome.ok && outcome.error.code === 'fields-to-mend' ? outcome.error.fields.map(({ text }) => text).join(' ') : JSON.stringify(outcome));
const receive = async (sheets: string, login = 'vanthu', agency = places.commune) => receiveSheets(province.ctx, { actor: province.officer(login), body: { clientKey: randomUUID(), agency, sheets, document: 'Phiếu giao 12' } });
const handOut = async (sheets: string, to: string | null) => handOutSheets(province.ctx, { actor: province.officer('vanthu'), body: { clientKey: randomUUID(), agency: places.commune, sheets, to: to === null ? null : province.officer(to).id } });
const account = async (series: string) => (await securitySheets(province.ctx, province.officer('vanthu'))).accounts.find((one) => one.series === series);

describe('bản in của kết quả (a printed copy of a result)', () => {
  test('is numbered one after the other and says so on its pages; the signed original stays as it was', async () => {
    const before = await readDocument(database.db, province.ctx.files, (await go.state(code)).result?.documentId ?? '');
    const [first, second] = [done(await print('vanthu')), done(await print('vanthu'))];
    const pdf = done(await printedCopyPdf(province.ctx, { actor: province.officer('vanthu'), code, id: second.id }));
    const after = await readDocument(database.db, province.ctx.files, (await go.state(code)).result?.documentId ?? '');

    expect([first.copyNo, second.copyNo]).toEqual([1, 2]);
    expect(wordsOf(pdf)).toMatch(/BẢN IN SỐ 2 In từ bản điện tử số .+ Bản điện tử là bản gốc\./u);
    expect(after?.sha256).toBe(before?.sha256);
  });

  test('is the same copy when its order is sent again', async () => {
    const clientKey = randomUUID();
    const [one, again] = [done(await print('vanthu', { clientKey })), done(await print('vanthu', { clientKey }))];

    expect(again.id).toBe(one.id);
  });

  test('gets its own number when two desks print at once', async () => {
    const other = await go.taken();
    const numbers = (await Promise.all(Array.from({ length: 4 }, async () => print('tiepnhan', { paper: 'receipt' }, other)))).map((outcome) => done(outcome).copyNo);

    expect(numbers.toSorted()).toEqual([1, 2, 3, 4]);
  });

  test('is printed by the shop that hands it over too, and by nobody else; a leader only reads the log', async () => {
    expect((await print('tiepnhan')).ok).toBe(true);
    expect(await print('lanhdao')).toMatchObject({ error: { code: 'copy-refused', why: 'other-desk' } });
    expect(await print('vanthu.so')).toMatchObject({ error: { code: 'dossier-unknown' } });
    expect((await printedCopies(province.ctx, province.officer('lanhdao'), undefined)).copies.length).toBeGreaterThan(3);
    expect((await printedCopies(province.ctx, province.officer('vanthu.so'), undefined)).copies).toEqual([]);
  });

  test('is not made of a result that is not issued yet', async () => {
    expect(await print('tiepnhan', {}, await go.taken())).toMatchObject({ error: { code: 'no-such-paper' } });
  });

  test('is told to the owner: which copy, for whom, by whom', async () => {
    const { copies } = await openingsOfDossier(database.db, await go.state(code));

    expect(copies.at(-1)).toMatchObject({ paper: 'Kết quả giải quyết thủ tục hành chính', copyNo: 1, forWhom: 'Nguyễn Thị Trình Diễn', who: 'Cán bộ vanthu' });
  });
});

describe('giấy bảo an (numbered sheets)', () => {
  beforeAll(async () => {
    done(await enterDatedRow(province.ctx, { officer: province.officer('kiemsoat.tinh'), table: 'security-papers', body: { from: startOfTest.toString().slice(0, 10), source: 'Điều 3 Quy chế Thử', unsure: null, values: { paper: 'result', needed: 'yes', procedure_code: procedures.permits } } }));
    done(await receive('AB 0000001-0000010'));
  });

  test('are asked for where the paper needs them, with the rule, and not taken where it does not', async () => {
    const { offers } = done(await dossierCopies(province.ctx, { actor: province.officer('vanthu'), code }));

    expect(offers.filter(({ needsSheets }) => needsSheets)).toMatchObject([{ paper: 'result', basis: 'Điều 3 Quy chế Thử' }]);
    expect(textOf(await print('vanthu'))).toContain('chỉ in trên giấy bảo an');
    expect(textOf(await print('vanthu', { paper: 'receipt', sheets: 'AB 1' }))).toContain('in trên giấy thường');
    expect(textOf(await print('vanthu', { sheets: 'một tờ' }))).toContain('Không đọc được «một tờ»');
  });

  test('are used once: the copy carries the number, the next copy on the same sheet is refused', async () => {
    const copy = done(await print('vanthu', { sheets: 'ab 1' }));
    const pdf = done(await printedCopyPdf(province.ctx, { actor: province.officer('vanthu'), code, id: copy.id }));

    expect(wordsOf(pdf)).toContain(`BẢN IN SỐ ${String(copy.copyNo)} · Giấy bảo an số AB 0000001`);
    expect(textOf(await print('vanthu', { sheets: 'AB 0000001' }))).toContain('đã dùng cho một bản in khác');
    expect(textOf(await print('vanthu', { sheets: 'AB 0000099' }))).toContain('chưa nhận tờ AB 99');
  });

  test('of the store are printed on by its keeper; others print on those given to them', async () => {
    const refused = await print('tiepnhan', { sheets: 'AB 0000002' });
    done(await handOut('AB 0000002-0000004', 'tiepnhan'));
    const taken = await print('tiepnhan', { sheets: 'AB 0000002' });

    expect(textOf(refused)).toMatch(/còn trong kho|chưa nhận/u);
    expect(taken.ok || textOf(taken)).toBe(true);
    expect(textOf(await print('vanthu', { sheets: 'AB 0000003' }))).toContain('do Cán bộ tiepnhan giữ');
    done(await handOut('AB 0000004', null));
    expect((await print('vanthu', { sheets: 'AB 0000004' })).ok).toBe(true);
  });

  test('when spoiled make their copy count no more, and are counted as spoiled once', async () => {
    const copy = done(await print('vanthu', { sheets: 'AB 0000005' }));
    done(await spoil(province.ctx, { actor: province.officer('vanthu'), body: { agency: places.commune, sheets: 'AB 0000005', reason: 'Kẹt giấy' } }));

    expect(await printedCopyPdf(province.ctx, { actor: province.officer('vanthu'), code, id: copy.id })).toMatchObject({ error: { code: 'copy-refused', why: 'spoiled' } });
    expect(textOf(await spoil(province.ctx, { actor: province.officer('vanthu'), body: { agency: places.commune, sheets: 'AB 0000005', reason: 'Kẹt giấy' } }))).toContain('đã ghi là hỏng rồi');
    expect(await account('AB')).toMatchObject({ received: 10, used: 3, spoiled: 1, left: 6 });
  });

  test('balance: received is used, spoiled and left, of which the store and each officer hold what', async () => {
    const found = await account('AB');

    expect(found?.received).toBe((found?.used ?? 0) + (found?.spoiled ?? 0) + (found?.left ?? 0));
    expect(found?.holders).toEqual([{ name: 'Cán bộ tiepnhan', runs: ['AB 0000003'], count: 1 }]);
    expect(found?.store).toEqual(['AB 0000006–0000010']);
    const pdf = done(await printReconciliation(province.ctx, province.officer('vanthu'), { agency: places.commune, from: '2026-11-01', to: '2026-11-30' }));
    expect(wordsOf(pdf)).toMatch(/BẢNG ĐỐI CHIẾU GIẤY BẢO AN Từ 01\/11\/2026 đến hết 30\/11\/2026.*AB 0 10 3 1 6 0/u);
  });

  test('counted by hand otherwise than the log says need a word why', async () => {
    const count = async (counted: number, note: string | null) => countSheets(province.ctx, { actor: province.officer('vanthu'), body: { clientKey: randomUUID(), agency: places.commune, series: 'AB', counted, note } });

    expect(textOf(await count(5, null))).toContain('Sổ ghi còn 6 tờ, đếm được 5');
    done(await count(5, 'Một tờ để ở quầy 2'));
    expect((await account('AB'))?.counted).toMatchObject({ expected: 6, counted: 5, note: 'Một tờ để ở quầy 2' });
  });

  test('are received once, by who keeps the store of the agency, and in one run', async () => {
    expect(textOf(await receive('AB 0000010-0000012'))).toContain('Tờ AB 0000010 đã được ghi nhận');
    expect(await receive('AC 0000001', 'vanthu.so')).toMatchObject({ error: { code: 'copy-refused' } });
    expect(textOf(await receive('AC 1, AC 2'))).toContain('một dãy liền nhau');
    expect(textOf(await handOut('AB 0000001', 'tiepnhan'))).toContain('không còn ở cơ quan');
  });

  test('and copies are only ever added to', async () => {
    const attempt = async (statement: ReturnType<typeof sql>): Promise<string> => statement.execute(database.db).then(() => 'done', (fault: unknown) => (fault instanceof Error ? fault.message : ''));
    for (const table of ['printed_copy', 'security_sheet', 'security_sheet_use', 'security_sheet_spoilage', 'security_sheet_delivery', 'security_sheet_hand_out', 'security_sheet_count']) {
      expect(await attempt(sql`delete from ${sql.table(`dossiers.${table}`)}`)).toMatch(/permission denied/u);
    }
  });
});
