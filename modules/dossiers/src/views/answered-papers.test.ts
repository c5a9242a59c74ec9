// SPDX-License-Identifier: EUPL-1.2
import { confirmComponents, procedureOn } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { newId } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterDatedRow } from '../commands/dated-tables.ts';
import { logRegisterQuery } from '../store/register-queries.ts';
import { type SmallProvince, done, procedures, smallProvince, startOfTest } from '../testing.ts';
import { papersAsked } from '../rules/papers-asked.ts';
import { answeredPapers } from './answered-papers.ts';

let database: TestDatabase;
let province: SmallProvince;
const person = '000095012345';
beforeAll(async () => { database = await testDatabase(); province = await smallProvince(database.db); });
afterAll(async () => { province.remove(); await database.drop(); });

const asked = (procedure: string, outcome: 'found' | 'no-match', at = startOfTest) => logRegisterQuery(database.db, { id: newId(at), register: 'population', subject: person, by: { id: 'x', name: 'X' }, agency: null, procedure, outcome, at });
async function answered(about: { readonly hours?: number; readonly personalId?: string } = {}): Promise<readonly number[]> {
  const published = await procedureOn(database.db, procedures.permits, '2026-11-17');
  if (published === undefined) throw new Error('no such procedure');
  return (await answeredPapers(database.db, { procedure: published.procedure, circumstance: null, personalId: about.personalId ?? person, at: startOfTest.add({ hours: about.hours ?? 0 }) })).map(({ paperNo }) => paperNo);
}

describe('giấy do cơ sở dữ liệu trả lời thay (papers a register answers in the place of)', () => {
  test('are those of a kind with a row, of the person asked about, for that procedure, while the answer is new enough', async () => {
    const published = await procedureOn(database.db, procedures.permits, '2026-11-17');
    const [first, second] = published === undefined ? [] : papersAsked(published.procedure, null);
    done(await confirmComponents(database.db, procedures.permits, { asked: { components: [{ name: first?.name ?? '', kind: 'KQ.G01.000062' }, { name: second?.name ?? '', kind: 'KQ.G15.000031' }] }, by: { name: 'Kiểm soát' }, at: startOfTest }));
    const unasked = await answered();
    await asked(procedures.births, 'found');
    await asked(procedures.permits, 'no-match');
    const elsewhere = await answered();
    await asked(procedures.permits, 'found');

    expect([unasked, elsewhere]).toEqual([[], []]);
    expect([await answered(), await answered({ hours: 24 }), await answered({ hours: 25 }), await answered({ hours: -1 }), await answered({ personalId: '000095012346' })]).toEqual([[first?.no], [first?.no], [], [], []]);
  });

  test('follow the dated rows an administrator enters, which name a kind of the list and a time', async () => {
    const row = (values: Record<string, string>) => enterDatedRow(province.ctx, { officer: province.officer('quantri.tinh'), table: 'register-papers', body: { from: '2026-11-17', source: 'Điều 2 Quyết định thử', unsure: '', values: { kind_code: 'KQ.G15.000031', register: 'population', within_hours: '2', ...values } } });
    const refused = [await row({ within_hours: '721' }), await row({ kind_code: 'giấy khai sinh' }), await row({ register: 'land' })];
    done(await row({}));

    expect(refused.map((one) => (one.ok ? [] : one.error))).toMatchObject(['within_hours', 'kind_code', 'register'].map((column) => ({ code: 'fields-to-mend', fields: [{ path: `values.${column}` }] })));
    expect([(await answered({ hours: 2 })).length, (await answered({ hours: 3 })).length]).toEqual([2, 1]);
  });
});
