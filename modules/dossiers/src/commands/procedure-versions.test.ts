// SPDX-License-Identifier: EUPL-1.2
import { abolishProcedure, procedureOn, publishVersion } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallProvince, aFiling, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { fileFromPartner } from './partner-filing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => { province.remove(); await database.drop(); });

const publishing = { decision: { number: '12/QĐ-UBND', date: '2026-11-16' }, by: { id: 'kiem-soat', name: 'Cán bộ Kiểm Soát' }, at: startOfTest } as const;
const tomorrow = (): void => { province.clock.set(startOfTest.add({ hours: 24 })); };

describe('hồ sơ và phiên bản thủ tục (dossiers and versions of a procedure)', () => {
  test('a dossier keeps the version it was filed under when another begins; the next one takes the new', async () => {
    const now = await procedureOn(database.db, procedures.permits, '2026-11-17');
    if (now === undefined) throw new Error('not in force');
    const methods = now.procedure.methods.map((method) => ({ ...method, time: { value: 3, unit: 'WORKING_DAY' as const } }));
    done(await publishVersion(database.db, { ...now.procedure, methods }, { ...publishing, validFrom: '2026-11-18' }));
    const before = await go.filed();
    tomorrow();
    await go.accepted(before);
    const after = await go.filed({ nationalCode: 'G22.99-000000002' });
    await go.accepted(after);

    const kept = await Promise.all([before, after].map(async (code) => { const { procedure, clock } = await go.state(code); return [procedure.version, clock?.limit.value]; }));
    expect(kept).toEqual([[1, 5], [2, 3]]);
  });

  test('an abolished procedure takes no new dossier, one in hand is accepted and goes on', async () => {
    const code = await go.filed({ nationalCode: 'G22.99-000000003' });
    done(await abolishProcedure(database.db, procedures.permits, { ...publishing, at: province.clock.now(), validFrom: '2026-11-19', reason: 'Luật mới' }));
    province.clock.set(startOfTest.add({ hours: 48 }));
    const late = await fileFromPartner(province.ctx, { kind: 'partner', id: 'national-portal', name: '' }, aFiling({ nationalCode: 'G22.99-000000004' }));
    await go.accepted(code);

    expect(late).toMatchObject({ ok: false, error: { code: 'procedure-unknown' } });
    expect((await go.state(code)).status).toBe('accepted');
  });
});
