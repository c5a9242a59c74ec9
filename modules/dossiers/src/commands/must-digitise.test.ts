// SPDX-License-Identifier: EUPL-1.2
import { confirmComponents } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, storeDocument, testAuthorityOf } from '@motcua/documents';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterDatedRow } from './dated-tables.ts';
import { digitise } from './digitise.ts';
import { replay } from './replay.ts';
import { addScanPages, beginScan, findScan } from '../store/scans.ts';
import { type SmallProvince, anIntake, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { digitisingFigures } from '../views/to-digitise.ts';
import { takeIn } from './accept.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
const permit = { name: 'Bản chính giấy phép xây dựng đã được cấp theo quy định', kind: 'KQ.G17.000311' };
const page = '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALIAP//Z';

beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  const officer = province.officer('tiepnhan');
  await issueSigningIdentity(database.db, await testAuthorityOf(database.db, province.secret, startOfTest), { kind: 'officer', ref: officer.id, name: officer.name, organisation: 'UBND xã Một', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

/** What is kept for a minute is asked again. */
const aMinuteLater = (): void => { province.clock.set(province.clock.now().add({ minutes: 2 })); };
const taken = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake() })).code;
const figures = (login: string) => digitisingFigures(province.ctx, database.db, province.officer(login));
const entered = async (table: 'digitising-rules' | 'digitising-fees', values: Readonly<Record<string, string>>) =>
  done(await enterDatedRow(province.ctx, { table, officer: province.officer('kiemsoat.tinh'), body: { from: '2026-11-17', source: 'Quyết định 5/QĐ-UBND', unsure: null, values } }));

async function signed(code: string, paperNo: number, onRequest: { readonly receiptNumber: string | null } | null, pages = 1) {
  const { id } = await go.state(code);
  const scan = await findScan(database.db, id, await beginScan(database.db, { dossierId: id, paperNo, byId: province.officer('tiepnhan').id, at: startOfTest }));
  if (scan === undefined) throw new Error('no scan');
  const more = await Promise.all(Array.from({ length: pages }, async () => {
    const stored = done(await storeDocument(database.db, province.ctx.files, { ownerKind: 'dossier', ownerRef: id, bytes: Buffer.from(page, 'base64'), name: `${newId(startOfTest)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: 'test', at: startOfTest }));
    return { documentId: stored.id, width: 1654, height: 2339, dpi: 200, turned: 0, words: [] };
  }));
  await addScanPages(database.db, scan, more);
  return digitise(province.ctx, { ...await go.by('tiepnhan', code), body: { scan: scan.id, pagesOnPaper: pages, kind: 'KQ.G15.000031', bearsNotes: false, withNotes: null, values: [], about: { number: null, issuer: null, issuedOn: '2026-03-05', validUntil: null }, onRequest } });
}

describe('giấy bắt buộc số hóa (papers that must be digitised)', () => {
  test('are kept at acceptance with their reason, counted till they are digitised, and by whoever may see them only', async () => {
    expect((await go.state(await taken())).toDigitise).toBeUndefined();
    done(await confirmComponents(database.db, procedures.permits, { asked: { components: [permit] }, by: { name: 'Cán bộ Kiểm Soát' }, at: startOfTest }));
    aMinuteLater();
    const code = await taken();
    const no = (await go.state(code)).papers.find(({ name }) => name === permit.name)?.no ?? 0;

    expect((await go.state(code)).toDigitise).toEqual([{ no, class: 'earlier-result', basis: expect.stringContaining('Điều 19') as unknown }]);
    expect(await figures('tiepnhan')).toMatchObject({ must: 1, done: 0, lines: [{ left: [code] }] });
    expect(await figures('tiepnhan.hai')).toMatchObject({ must: 0, lines: [] });
    done(await signed(code, no, null));
    expect(await figures('kiemsoat.tinh')).toMatchObject({ must: 1, done: 1, lines: [{ left: [] }] });
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);

  test('follow the province’s row from its day on; a dossier keeps what was in force when it was accepted', async () => {
    const before = await taken();
    await entered('digitising-rules', { kind_code: permit.kind, class: 'on-request', procedure_code: procedures.permits });
    aMinuteLater();

    expect((await go.state(await taken())).toDigitise).toBeUndefined();
    expect((await go.state(before)).toDigitise).toHaveLength(1);
  });
});

describe('số hóa theo yêu cầu (digitised because its owner asked)', () => {
  test('takes the fee of the day for each page, with a receipt; nothing where no row is in force', async () => {
    const [free, code] = [await taken(), await taken()];
    done(await signed(free, 1, { receiptNumber: null }));
    expect((await go.state(free)).digitised[0]?.onRequest).toEqual({ amountVnd: 0, basis: '', receiptNumber: null });
    await entered('digitising-fees', { page_vnd: '2000' });

    expect(await signed(code, 1, { receiptNumber: null }, 2)).toMatchObject({ ok: false, error: { fields: [{ path: 'onRequest.receiptNumber', text: expect.stringContaining('4.000') as unknown }] } });
    done(await signed(code, 1, { receiptNumber: 'BL-09' }, 2));
    expect((await go.state(code)).digitised[0]?.onRequest).toEqual({ amountVnd: 4000, basis: 'Quyết định 5/QĐ-UBND', receiptNumber: 'BL-09' });
  }, 60_000);
});
