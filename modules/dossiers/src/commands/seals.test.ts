// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { registerSeal } from '@motcua/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issue, replay } from '../index.ts';
import { type SmallProvince, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { sealUses } from '../views/seal-uses.ts';
import type { Outcome } from './perform.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

type NewSeal = Parameters<typeof registerSeal>[1];
const by = () => ({ id: province.officer('quantri').id, at: startOfTest });
const aSeal = (about: Partial<NewSeal> = {}): NewSeal => ({
  agency: places.commune, kind: 'second', name: 'Con dấu thứ hai tại Trung tâm', keptAt: places.centre, custodian: province.officer('vanthu').id, registrationNumber: `${performance.now()}`, registeredOn: '2026-01-05', permissionNumber: '12/CV', from: '2026-01-10', ...about,
});
const registered = async (about: Partial<NewSeal> = {}): Promise<string> => done(await registerSeal(database.db, aSeal(about), by())).id;
const signed = async (): Promise<string> => {
  const code = await go.taken();
  await go.appraised(code);
  await go.approved(code);
  return code;
};
const stamp = async (code: string, seal: string | null): Promise<Outcome<unknown>> => issue(province.ctx, { ...await go.onTask('vanthu', code, 'number'), seal });

describe('con dấu (seals)', () => {
  test('stands alone as the digital signature while the agency has registered none', async () => {
    const code = await signed();
    done(await stamp(code, null));

    expect((await go.state(code)).sealUses).toEqual([]);
  });

  test('is put on by its custodian and logged against its dossier and document', async () => {
    const seal = await registered();
    const code = await signed();
    done(await stamp(code, seal));
    const { result, sealUses: uses } = await go.state(code);
    const log = await sealUses(database.db, province.officer('vanthu'), { seal });

    expect(uses).toMatchObject([{ seal: { id: seal, name: 'Con dấu thứ hai tại Trung tâm' }, documentId: result?.documentId, number: result?.number }]);
    expect(log.uses).toEqual([{ code, number: result?.number, seal: 'Con dấu thứ hai tại Trung tâm', officer: 'Cán bộ vanthu', at: startOfTest.toString() }]);
  });

  test('is the main one of the agency when none is chosen', async () => {
    const main = await registered({ kind: 'main', name: 'Con dấu UBND xã Một', permissionNumber: null, keptAt: places.commune, custodian: province.officer('lanhdao').id });
    const code = await signed();
    done(await stamp(code, null));

    expect((await go.state(code)).sealUses).toMatchObject([{ seal: { id: main } }]);
  });

  test('is refused to who does not keep it, before its day, and on papers of another agency; nothing is issued', async () => {
    const code = await signed();
    const before = await go.state(code);
    const [foreign, others, early] = [await registered({ agency: places.otherCommune }), await registered({ custodian: province.officer('vanthu.so').id }), await registered({ from: '2026-12-01' })];
    const outcomes = [await stamp(code, foreign), await stamp(code, others), await stamp(code, early), await stamp(code, '0193a000-0000-7000-8000-000000000009')];

    expect(outcomes.map((outcome) => (!outcome.ok && outcome.error.code === 'seal-refused' ? outcome.error.reason : outcome))).toEqual(['unknown', 'custodian', 'out-of-use', 'unknown']);
    expect(await go.state(code)).toEqual(before);
  });

  test('is read in its log by the agency alone', async () => {
    const seal = await registered();
    done(await stamp(await signed(), seal));
    const lines = await Promise.all(['vanthu', 'lanhdao', 'vanthu.so', 'lanhdao.hai', 'quantri', 'tiepnhan'].map(async (login) => (await sealUses(database.db, province.officer(login), { seal })).uses.length));

    expect(lines).toEqual([1, 1, 0, 0, 0, 0]);
  });

  test('is not registered without the paper that permits it, or twice', async () => {
    await registered({ registrationNumber: '99' });

    expect(await registerSeal(database.db, aSeal({ permissionNumber: null }), by())).toMatchObject({ error: { fields: [{ path: 'permissionNumber' }] } });
    expect(await registerSeal(database.db, aSeal({ registrationNumber: '99' }), by())).toMatchObject({ error: { fields: [{ path: 'registrationNumber' }] } });
  });

  test('is logged by the ledger: replay finds the log again, and a line that was made up', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });
    await database.pool.query("update dossiers.seal_use set officer_name = 'Người khác' where seq = (select min(seq) from dossiers.seal_use) and dossier_id = (select min(dossier_id::text)::uuid from dossiers.seal_use)");
    const [found] = await new Promise<readonly { readonly where: string }[]>((resolve) => { const all: { readonly where: string }[] = []; void replay(database.db, (difference) => { all.push(difference); }).then(() => { resolve(all); }); });

    expect(differences).toEqual([]);
    expect(found?.where).toBe('dossiers.seal_use');
  });
});
