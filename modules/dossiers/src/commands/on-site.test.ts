// SPDX-License-Identifier: EUPL-1.2
import { handledAt } from '@motcua/catalogue';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { findOfficer, setSeat } from '@motcua/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, classOnSite, completeStep, officerDossier, replay, takeIn } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aDraft, anIntake, done, places, procedures, smallProvince, walk } from '../testing.ts';
import { onSiteProcedures, onSiteShares } from '../views/on-site.ts';
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

type Entry = Parameters<typeof classOnSite>[1]['body'];
const classed = (about: Partial<Entry> = {}) => classOnSite(province.ctx, { actor: province.officer('kiemsoat.tinh'), body: { agency: places.department, procedures: [procedures.rail], class: 'five', from: '2026-11-01', documentNumber: '210/QĐ', ...about } });
const taken = async (): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ receivingAgency: places.centre, returningAgency: places.centre, solvingAgency: places.department, procedure: procedures.rail }) })).code;
const body = { opinion: null, draft: aDraft, variables: {} };
const stepBy = async (login: string, code: string, offSiteReason: string | null = null): Promise<Outcome<unknown>> => {
  const [actor, task] = [await findOfficer(database.db, { login }, '2026-11-17'), (await go.state(code)).tasks[0]];
  if (actor === undefined) throw new Error(login);
  const asked = { ...await go.by(actor, code), taskId: task?.taskId ?? '', offSiteReason };
  return task?.act === 'approve' ? approve(province.ctx, { ...asked, body: { opinion: null } }) : completeStep(province.ctx, { ...asked, body });
};
const last = async (code: string) => (await eventsOf(database.db, (await go.state(code)).id)).at(-1);

describe('5 tại chỗ (on site)', () => {
  test('leaves a procedure alone that is not classed', async () => {
    const code = await taken();

    expect((await go.state(code)).onSite).toBeNull();
    expect(await stepBy('truongphong.so', code)).toMatchObject({ ok: true });
  });

  test('refuses a step at the department’s own house, and takes it with a reason that stays in the ledger', async () => {
    done(await classed());
    const code = await taken();
    const refused = await stepBy('truongphong.so', code);
    const page = done(await officerDossier(province.ctx, database.db, province.officer('truongphong.so'), code));
    const given = await stepBy('truongphong.so', code, 'Trung tâm mất điện.');

    expect(refused).toMatchObject({ error: { code: 'off-site' } });
    expect(page.onSite).toEqual({ class: 'five', away: true });
    expect(given).toMatchObject({ ok: true });
    expect((await last(code))?.data).toMatchObject({ offSite: { seat: places.department, reason: 'Trung tâm mất điện.' } });
  });

  test('asks nothing of who sits at the Centre', async () => {
    await setSeat(database.db, { agency: places.department, seat: places.centre });
    const code = await taken();
    for (const login of ['truongphong.so', 'chuyenvien.so', 'truongphong.so', 'lanhdao.so']) done(await stepBy(login, code));
    await setSeat(database.db, { agency: places.department, seat: null });

    expect((await last(code))?.data).not.toHaveProperty('offSite');
    expect((await go.state(code)).result?.signedBy?.name).toBe('Cán bộ lanhdao.so');
  });

  test('in part leaves approval and seal to the department', async () => {
    done(await classed({ class: 'three', from: '2026-11-10' }));
    const code = await taken();
    for (const login of ['truongphong.so', 'chuyenvien.so', 'truongphong.so']) done(await stepBy(login, code, 'Hồ sơ dày.'));

    expect(await stepBy('lanhdao.so', code)).toMatchObject({ ok: true });
    expect((await last(code))?.data).not.toHaveProperty('offSite');
  });

  test('no longer, asks nothing of new dossiers and keeps asking of those accepted before', async () => {
    const before = await taken();
    done(await classed({ class: 'none', from: '2026-11-17' }));
    const after = await taken();

    expect([(await go.state(before)).onSite, (await go.state(after)).onSite]).toEqual([{ class: 'three', documentNumber: '210/QĐ' }, null]);
    expect(await stepBy('truongphong.so', before)).toMatchObject({ error: { code: 'off-site' } });
  });

  test('is told as a share of what each agency handles, against the target of the day, and each figure is its list', async () => {
    const handled = (await handledAt(database.db, places.commune, '2026-11-17')).map(({ code }) => code);
    done(await classed({ agency: places.commune, procedures: [...handled], from: '2026-11-01' }));
    done(await classed({ agency: places.commune, procedures: handled.slice(1), class: 'three', from: '2026-11-15' }));
    const { agencies, target } = await onSiteShares(database.db, '2026-11-17');
    const commune = agencies.find(({ agency }) => agency === places.commune);
    const { procedures: listed } = await onSiteProcedures(database.db, { agency: places.commune, class: 'five', day: '2026-11-17' });

    expect(target).toMatchObject({ share: 0.3, strict: true, next: null });
    expect(commune).toMatchObject({ procedures: handled.length, five: 1, three: handled.length - 1, share: 1 / handled.length, meets: 1 / handled.length > 0.3 });
    expect((await onSiteShares(database.db, '2026-11-10')).agencies.find(({ agency }) => agency === places.commune)).toMatchObject({ five: handled.length, three: 0, share: 1, meets: true });
    expect(listed.map(({ code }) => code)).toEqual(handled.slice(0, 1));
    expect((await onSiteShares(database.db, '2020-07-01')).target).toMatchObject({ share: 0.2, strict: false, next: { share: 0.3, from: '2021-01-02' } });
    expect((await onSiteShares(database.db, '2020-01-01')).target).toBeNull();
  });

  test('is not entered for a procedure the agency does not handle, or twice for one day', async () => {
    expect(await classed({ procedures: [procedures.births] })).toMatchObject({ error: { fields: [{ path: 'procedures' }] } });
    expect(await classed({ class: 'five', from: '2026-11-17' })).toMatchObject({ error: { fields: [{ path: 'from' }] } });
  });

  test('leaves a ledger that replays', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
