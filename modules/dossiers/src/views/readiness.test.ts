// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { setHandling } from '@motcua/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, places, procedures, smallProvince } from '../testing.ts';
import { readiness } from './readiness.ts';

let database: TestDatabase;
let province: SmallProvince;
beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); });
afterAll(async () => { province.remove(); await database.drop(); });

const of = async (agency: string) => (await readiness(province.ctx)).agencies.find((each) => each.agency === agency);

describe('sẵn sàng đưa vào dùng, cả tỉnh (readiness of the province)', () => {
  test('finds what each agency has, in a number of statements that does not grow with the agencies', async () => {
    await readiness(province.ctx);
    const before = database.statements.length;
    const answer = await readiness(province.ctx);
    const statements = database.statements.length - before;
    const processes = new Set((await database.pool.query<{ process_key: string }>('select distinct process_key from catalogue.handling')).rows.map(({ process_key: key }) => key)).size;

    expect(answer.agencies.map(({ agency }) => agency)).toEqual(expect.arrayContaining([places.commune, places.otherCommune, places.department, places.centre]));
    expect(statements).toBeLessThanOrEqual(6 + processes);
    expect((await of(places.commune))?.lines.find(({ what }) => what === 'process')).toMatchObject({ state: expect.stringMatching(/ready|advice/u) });
  });

  test('names a process and a form that are attached but not published', async () => {
    await setHandling(database.db, [{ procedureCode: procedures.births, agency: places.department, processKey: 'QT-CHUA-CO', eformKey: 'to-khai-chua-co', unit: null, resultSymbol: 'QĐ', ownModel: false, validFrom: '2026-01-01' }]);

    expect((await of(places.department))?.lines.filter(({ state }) => state === 'missing').map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringMatching(/QT-CHUA-CO/u), expect.stringMatching(/to-khai-chua-co/u)]));
  });

  test('sees who left', async () => {
    const before = (await of(places.otherCommune))?.lines.find(({ what }) => what === 'people');
    await database.pool.query(`update organisation.posting set valid_until = '2026-11-01' where role = 'leader' and agency_code = $1`, [places.otherCommune]);

    expect(before?.text).not.toMatch(/lãnh đạo cơ quan/u);
    expect((await of(places.otherCommune))?.lines.find(({ what }) => what === 'people')).toMatchObject({ state: 'missing', text: expect.stringMatching(/lãnh đạo cơ quan/u) });
  });
});
