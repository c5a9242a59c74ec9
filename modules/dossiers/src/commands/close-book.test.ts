// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printTrackingBook } from '../papers/tracking-book.ts';
import { type SmallProvince, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { trackingBook } from '../views/tracking-book.ts';
import { closeBook } from './close-book.ts';

let database: TestDatabase;
let province: SmallProvince;
const codes: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  for (let at = 0; at < 3; at += 1) codes.push(await walk(province).taken());
});
afterAll(async () => { province.remove(); await database.drop(); });

const read = (login: string, about: { readonly shop?: string; readonly year?: number; readonly month?: number } = {}) => trackingBook(province.ctx, database.db, { officer: province.officer(login), shop: places.commune, year: 2026, ...about });
const close = (login: string, year: number) => closeBook(province.ctx, { officer: province.officer(login), shop: places.commune, year });

describe('sổ theo dõi hồ sơ (the book)', () => {
  test('holds every accepted dossier of the shop in order, with the numbers of the receipts', async () => {
    const book = await read('tiepnhan');

    expect(book?.entries.map(({ number, code }) => [number, code])).toEqual(codes.map((code, at) => [`${at + 1}/TTPVHCC`, code]));
    expect(book?.entries[0]).toMatchObject({ name: 'Nguyễn Văn Mẫu', contact: 'Thôn Thử, xã Một, 0900000123', solvingAgency: 'UBND xã Một', returnedAt: null, receivedBy: null });
  });

  test('is asked for a year or a month, and shows nothing of another', async () => {
    const [november, october, before] = [await read('tiepnhan', { month: 11 }), await read('tiepnhan', { month: 10 }), await read('tiepnhan', { year: 2025 })];

    expect([november?.entries.length, october?.entries.length, before?.entries.length]).toEqual([3, 0, 0]);
  });

  test('is the shop\'s own: it does not exist for an officer of another', async () => {
    expect([await read('tiepnhan.hai'), await read('chuyenvien')]).toEqual([undefined, undefined]);
    expect(await printTrackingBook(province.ctx, database.db, { officer: province.officer('tiepnhan.hai'), shop: places.commune, year: 2026 })).toBeNull();
  });

  test('prints', async () => {
    const pdf = await printTrackingBook(province.ctx, database.db, { officer: province.officer('tiepnhan'), shop: places.commune, year: 2026 });

    expect(Buffer.from(pdf?.pdf ?? []).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is closed once, after its year, by the head of the shop', async () => {
    const early = await close('truongbophan', 2026);
    province.clock.set(startOfTest.add({ hours: 24 * 60 }));
    const stranger = await close('tiepnhan', 2026);
    const [first, again] = [await close('truongbophan', 2026), await close('truongbophan', 2026)];
    const book = await read('truongbophan');

    expect([early.ok, stranger.ok, first.ok, again.ok]).toEqual([false, false, true, false]);
    expect(early.ok ? '' : early.error).toMatchObject({ fields: [{ text: 'Năm 2026 chưa hết nên chưa khóa sổ được. Khóa sổ từ ngày 01/01/2027.' }] });
    expect([book?.closing?.entries, book?.closing?.lastNumber, book?.mayClose]).toEqual([3, 3, false]);
    await expect(database.pool.query('update dossiers.book_closing set entries = 4')).rejects.toThrow(/permission denied/u);
  });
});
