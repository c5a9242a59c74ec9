// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { sql } from '@motcua/db-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, aParty, places, smallProvince, walk } from '../testing.ts';
import { searchDossiers } from './lists.ts';

let database: TestDatabase;
let province: SmallProvince;
const codes: string[] = [];
const people = [['Nguyễn Văn Ẩn', '000095000001'], ['Nguyễn Văn Anh', '000095000002'], ['Trần Đặng Thị Ẩn', '000095000003'], ["Y'Blơm O'Niê \\ Kđăm", '000095000004']] as const;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  for (const [name, personalId] of people) codes.push(await walk(province).taken({ applicant: aParty({ name, personalId }) }));
  await walk(province).taken({ receivingAgency: places.commune, applicant: aParty({ name: 'Đỗ Hồng Sơn', personalId: '000095000005' }) });
});
afterAll(async () => { province.remove(); await database.drop(); });

const namesFor = async (q: string, login = 'lanhdao.tinh'): Promise<readonly string[]> =>
  (await searchDossiers(province.ctx, database.db, province.officer(login), { q })).dossiers.map(({ applicant }) => applicant).toSorted();

describe('tìm hồ sơ (search)', () => {
  test.each([
    ['nguyen van an', ['Nguyễn Văn Anh', 'Nguyễn Văn Ẩn']], ['NGUYỄN  VĂN ANH', ['Nguyễn Văn Anh']], ['an', ['Nguyễn Văn Anh', 'Nguyễn Văn Ẩn', 'Trần Đặng Thị Ẩn']],
    ['dang thi', ['Trần Đặng Thị Ẩn']], ['000095000003', ['Trần Đặng Thị Ẩn']], ['00009500000', [...people.map(([name]) => name), 'Đỗ Hồng Sơn'].toSorted()],
  ])('finds the beginning «%s» of a name, of a later word or of a number', async (typed, found) => {
    expect(await namesFor(typed)).toEqual(found);
  });

  test.each([['guyen van anh', 'Nguyễn Văn Anh'], ['anh nguyen', 'Nguyễn Văn Anh'], ['an tran', 'Trần Đặng Thị Ẩn'], ["y'blom", "Y'Blơm O'Niê \\ Kđăm"], ["o'nie \\ kdam", "Y'Blơm O'Niê \\ Kđăm"]])(
    'finds «%s» from the middle, in another order, with signs in it', async (typed, name) => { expect(await namesFor(typed)).toContain(name); });

  test('finds a code whole, by its last part, and one that is followed by nothing', async () => {
    const [code = ''] = codes;
    const [whole, last] = [await namesFor(code.toLowerCase()), await namesFor(code.split('-').at(-1) ?? '')];

    expect([whole, last]).toEqual([['Nguyễn Văn Ẩn'], ['Nguyễn Văn Ẩn']]);
    expect(await namesFor('không có ai tên này')).toEqual([]);
  });

  test.each([["' x"], ["x'"], ['x\\'], ["':* | 'an"], ['%x'], ['!x'], ['(x']])('takes «%s» for a text, not for an order', async (typed) => {
    expect(await namesFor(typed)).not.toContain('Nguyễn Văn Ẩn');
  });

  test('stays within what the officer may see', async () => {
    expect(await namesFor('nguyen van an', 'tiepnhan.hai')).toEqual([]);
  });

  test('is answered by one look into the index of beginnings', async () => {
    await sql`set enable_seqscan = off`.execute(database.db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select code from dossiers.dossier d where dossiers.beginnings(d.folded, d.personal_id, d.code) @@ ${"'nguyen van an':*"}::tsquery`.execute(database.db);

    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('dossier_by_beginning');
  });
});
