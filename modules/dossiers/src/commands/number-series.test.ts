// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { officeDay } from '@motcua/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seriesFaults } from '../rules/document-numbers.ts';
import { type SmallProvince, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { nextNumbers, previewNumber } from '../views/next-numbers.ts';
import { enterDatedRow } from './dated-tables.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => { province.remove(); await database.drop(); });

const receipts = { document: 'receipt', agency_code: '', procedure_code: '', pattern: '{số}/TNHS-{năm}', counter: 'tiep-nhan', digits: '3' };
const enter = async (from: string, values: Record<string, string>) => enterDatedRow(province.ctx, { officer: province.officer('kiemsoat.tinh'), table: 'number-series', body: { from, source: 'Quyết định mẫu', unsure: null, values } });
const receiptOf = async (code: string) => (await go.state(code)).receipt?.number;
const nextReceipt = async (agency: string) => (await nextNumbers(database.db, { agency, day: officeDay(province.clock.now()) })).numbers.find(({ document }) => document === 'Giấy tiếp nhận và hẹn trả')?.next;

describe('dãy số văn bản (number series)', () => {
  test('come with the program as papers were numbered before', async () => {
    expect(await nextReceipt(places.commune)).toBe('1/TTPVHCC');
    expect(await receiptOf(await go.taken())).toBe('1/TTPVHCC');
  });

  test('are written anew from a day on, the next number shown before it is given, and not given by looking', async () => {
    done(await enter('2026-11-18', receipts));
    const today = await receiptOf(await go.taken());
    province.clock.set(startOfTest.add({ hours: 24 }));
    const shown = [await nextReceipt(places.commune), await nextReceipt(places.commune)];
    const given = [await receiptOf(await go.taken()), await receiptOf(await go.taken())];

    expect([today, shown, given]).toEqual(['2/TTPVHCC', ['001/TNHS-2026', '001/TNHS-2026'], ['001/TNHS-2026', '002/TNHS-2026']]);
  });

  test('of a procedure or an agency count before the general one', async () => {
    done(await enter('2026-11-19', { ...receipts, agency_code: places.commune, pattern: '{số}/XA', counter: 'xa' }));
    done(await enter('2026-11-20', { ...receipts, procedure_code: procedures.permits, pattern: '{số}/XD', counter: 'xay-dung', digits: '1' }));
    province.clock.set(startOfTest.add({ hours: 48 }));
    const ofAgency = await receiptOf(await go.taken());
    province.clock.set(startOfTest.add({ hours: 72 }));

    expect([ofAgency, await receiptOf(await go.taken())]).toEqual(['001/XA', '1/XD']);
  });

  test('that would number two documents alike are refused', async () => {
    const twice = await enter('2026-12-01', { ...receipts, document: 'refusal', pattern: '{số}/XA', counter: 'khac' });

    expect(twice).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'values.counter', text: expect.stringContaining('trùng số') }] } });
    expect(await enter('2026-12-01', { ...receipts, document: 'refusal', pattern: '{số}/XA', counter: 'xa' })).toMatchObject({ ok: true });
  });

  test.each<[string, Record<string, string>, string]>([
    ['no number', { pattern: 'QĐ-UBND' }, 'pattern'], ['an unknown field', { pattern: '{số}/{tháng}' }, 'pattern'], ['half a field', { pattern: '{số}/{năm' }, 'pattern'], ['a line of code', { pattern: '{số}<script>' }, 'pattern'],
    ['the symbol of a result on a letter', { pattern: '{số}/{ký hiệu}' }, 'pattern'], ['no counter', { counter: '' }, 'counter'], ['too many digits', { digits: '9' }, 'digits'],
  ])('with %s are refused at the field', (_what, about, column) => {
    expect(seriesFaults({ ...receipts, ...about }).map((fault) => fault.column)).toContain(column);
  });

  test('are shown as they will be written while they are typed', async () => {
    const day = officeDay(province.clock.now());

    expect(await previewNumber(database.db, { agency: undefined, pattern: '{số}/{ký hiệu}', counter: 'x', digits: 2 }, day)).toEqual({ examples: ['01/QĐ-UBND', '128/QĐ-UBND'], next: null });
    expect((await previewNumber(database.db, { agency: places.commune, pattern: '{số}/TN', counter: 'tiep-nhan', digits: 1 }, day)).next).toBe('3/TN');
  });
});
