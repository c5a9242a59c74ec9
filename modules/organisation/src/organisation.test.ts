// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { communesOf, importAgencies, importPlaces, placeOn, provinces, searchPlaces } from './index.ts';

const data = path.join(import.meta.dirname, '../../../data');

describe('administrative units (đơn vị hành chính)', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await importPlaces(database.db, path.join(data, 'admin-units'));
  });
  afterAll(async () => { await database.drop(); });

  test('are 34 provinces today', async () => {
    expect(await provinces(database.db)).toHaveLength(34);
  });

  test('are 3,321 communes today', async () => {
    const counts = await Promise.all((await provinces(database.db)).map(async ({ code }) => (await communesOf(database.db, code)).length));

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3321);
  });

  test('are found without tone marks', async () => {
    const found = await searchPlaces(database.db, 'ea kar');

    expect(found.map(({ name, province }) => `${name}, ${province ?? ''}`)).toContain('Xã Ea Kar, Tỉnh Đắk Lắk');
  });

  test('are found by the name before 01/7/2025', async () => {
    const found = await searchPlaces(database.db, 'thị trấn Ea Kar');

    expect(found.some(({ formerly }) => formerly?.includes('Ea Kar') === true)).toBe(true);
  });

  test('had districts until 01/7/2025, and none since', async () => {
    const before = await placeOn(database.db, '001', '2025-06-30');
    const after = await placeOn(database.db, '001', '2025-07-01');

    expect([before?.fullName, after]).toEqual(['Quận Ba Đình', undefined]);
  });

  test('take hostile search text as text', async () => {
    expect(await searchPlaces(database.db, "%'; drop table organisation.place; --")).toEqual([]);
  });
});

describe('agencies (cơ quan)', () => {
  test('of the published procedures are all taken', async () => {
    const database = await testDatabase();

    const { taken, refused } = await importAgencies(database.db, path.join(data, 'agencies/agencies.csv'));

    expect({ taken, refused }).toEqual({ taken: 735, refused: [] });
    await database.drop();
  });
});
