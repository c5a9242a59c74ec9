// SPDX-License-Identifier: EUPL-1.2
import { confirmComponents } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { issueSigningIdentity, testAuthorityOf } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterDatedRow } from './dated-tables.ts';
import { returnResult } from './decide.ts';
import { digitise } from './digitise.ts';
import { replay } from './replay.ts';
import { type SmallProvince, anIntake, done, procedures, scanOf, smallProvince, startOfTest, walk } from '../testing.ts';
import { moneyTaken } from '../views/money-taken.ts';
import { digitisingFigures } from '../views/digitising-figures.ts';
import { takeIn } from './accept.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
const permit = { name: 'Bản chính giấy phép xây dựng đã được cấp theo quy định', kind: 'KQ.G17.000311' };

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
const entered = async (table: 'digitising-rules' | 'digitising-fees' | 'certified-copies', values: Readonly<Record<string, string>>) =>
  done(await enterDatedRow(province.ctx, { table, officer: province.officer('kiemsoat.tinh'), body: { from: '2026-11-17', source: 'Quyết định 5/QĐ-UBND', unsure: null, values } }));

async function signed(code: string, paperNo: number, onRequest: { readonly receiptNumber: string | null } | null, pages = 1) {
  const { id } = await go.state(code);
  const scan = await scanOf(province, { dossierId: id, of: { paperNo }, pages });
  return digitise(province.ctx, { ...await go.by('tiepnhan', code), body: { scan, pagesOnPaper: pages, kind: 'KQ.G15.000031', bearsNotes: false, withNotes: null, values: [], about: { number: null, issuer: null, issuedOn: '2026-03-05', validUntil: null }, onRequest } });
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
    expect(await figures('kiemsoat.tinh')).toMatchObject({ classes: [{ class: 'earlier-result', must: 1, done: 1 }], working: [] });
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);

  test('count the result itself as the third class: one that was signed here is digital', async () => {
    const code = await taken();
    await go.appraised(code);
    await go.approved(code);
    expect((await figures('tiepnhan')).classes.find((one) => one.class === 'own-result')).toBeUndefined();
    await go.issued(code);

    expect((await figures('tiepnhan')).classes.find((one) => one.class === 'own-result')).toEqual({ class: 'own-result', must: 1, done: 1 });
  }, 60_000);

  test('are digitised also when the result was handed out already, and enter the vault then', async () => {
    const code = await taken();
    await go.appraised(code);
    await go.approved(code);
    await go.issued(code);
    done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), taskId: (await go.state(code)).tasks[0]?.taskId, body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
    const { no = 0 } = (await go.state(code)).toDigitise?.[0] ?? {};
    done(await signed(code, no, null));

    expect(await go.state(code)).toMatchObject({ status: 'returned', digitised: [{ no }], vault: { entries: expect.arrayContaining([expect.objectContaining({ origin: 'digitised' })]) as unknown } });
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

describe('bản sao chứng thực điện tử (a result that is a certified copy)', () => {
  test('enters the vault as such, with number, issuer and day of the paper that was digitised for it, from the dated row on', async () => {
    const before = await taken();
    done(await signed(before, 1, null));
    await go.appraised(before);
    await go.approved(before);
    await entered('certified-copies', { procedure_code: procedures.permits, valid_months: '6' });
    await go.issued(before);

    const { entries = [] } = (await go.state(before)).vault ?? {};
    expect(new Set(entries.map(({ code }) => code)).size).toBe(2);
    expect(entries[0]).toMatchObject({ origin: 'certified-copy', kind: 'KQ.G15.000031', name: 'Giấy khai sinh', issuedOn: '2026-03-05', validUntil: '2027-05-17', agency: null });
    expect((await replay(database.db, () => undefined)).differences).toBe(0);
  }, 60_000);
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

  test('enters the sums of who takes the money, by purpose, and of nobody else', async () => {
    const taken = async (login: string, from = '2026-11-01', to = '2026-11-30') => moneyTaken(database.db, { officer: province.officer(login), from, to });

    expect(await taken('thuquy')).toMatchObject({ value: { totalVnd: expect.any(Number) as unknown, sums: expect.arrayContaining([{ what: 'digitising', count: 1, amountVnd: 4000 }]) as unknown, lines: expect.arrayContaining([expect.objectContaining({ what: 'digitising', receiptNumber: 'BL-09', amountVnd: 4000 })]) as unknown } });
    expect(await taken('tiepnhan.hai')).toMatchObject({ value: { totalVnd: 0, lines: [] } });
    expect(await taken('thuquy', '2026-10-01', '2026-10-31')).toMatchObject({ value: { totalVnd: 0 } });
    expect([await taken('thuquy', '2026-11-30', '2026-11-01'), await taken('thuquy', '2026-01-01', '2026-11-01')]).toMatchObject([{ ok: false, error: { fields: [{ path: 'to' }] } }, { ok: false }]);
  });
});
