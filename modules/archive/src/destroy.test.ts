// SPDX-License-Identifier: EUPL-1.2
import { openDatabase, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { documentsOf, readDocument } from '@motcua/documents';
import { experienceOf, figuresToday, ledgerOf, replay, returnResult } from '@motcua/dossiers';
import { type SmallProvince, done, places, procedures, smallProvince, walk } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveDestruction, destroyApproved, destroyable, proposeDestruction, refuseDestruction } from './commands/destroy.ts';
import { handIn, receiveBatch } from './commands/hand-in.ts';
import { archiveDb } from './store/tables.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let [gone, kept] = ['', ''];
const clerk = { id: 'van-thu', name: 'Cán bộ vanthu' };
const head = { id: 'lanh-dao', name: 'Cán bộ lanhdao' };
async function closed(): Promise<string> {
  const code = await go.taken();
  await go.appraised(code);
  await go.approved(code);
  await go.issued(code);
  done(await returnResult(province.ctx, { ...await go.by('tiepnhan', code), taskId: (await go.state(code)).tasks[0]?.taskId, body: { way: 'counter', receivedBy: 'Nguyễn Văn Mẫu', feeVnd: null, receiptNumber: null } }));
  return code;
}
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  [gone, kept] = [await closed(), await closed()];
});
afterAll(async () => { province.remove(); await database.drop(); });

const idOf = async (code: string): Promise<string> => (await go.state(code)).id;
const asOwner = async <Value>(work: (db: ReturnType<typeof openDatabase>['db']) => Promise<Value>): Promise<Value> => {
  const owner = openDatabase(database.ownerUrl);
  try { return await work(owner.db); } finally { await owner.close(); }
};
/** Every figure and report there is, as it stands. */
async function figures(): Promise<unknown> {
  const counted = await sql`select procedure_code, solving_agency, channel, status, outcome, submitted_at, accepted_at, owed_at, decided_at, ended_at, step_count from dossiers.dossier order by code`.execute(database.db);
  const seals = await sql`select code, number, agency, officer_name, used_at from dossiers.seal_use order by code, seq`.execute(database.db);
  const types = await sql`select type, actor ->> 'kind' as kind, count(*)::int as n from dossiers.event group by 1, 2 order by 1, 2`.execute(database.db);
  return { counted: counted.rows, seals: seals.rows, types: types.rows, today: await figuresToday(province.ctx, database.db, province.officer('lanhdao.tinh')), experience: await experienceOf(database.db, { procedure: procedures.permits, from: '2026-01-01', until: '2033-01-01' }) };
}

describe('nộp lưu và hủy hồ sơ (handing in and destroying dossiers)', () => {
  test('hands a batch over from one person to another, every package read again; nothing twice', async () => {
    const items = [await idOf(gone), await idOf(kept)];
    const batch = done(await handIn(province.ctx, { agency: places.commune, by: clerk, dossiers: items }));
    const [twice, self] = [await handIn(province.ctx, { agency: places.commune, by: clerk, dossiers: items }), await receiveBatch(province.ctx, { id: batch.id, by: clerk })];
    const received = done(await receiveBatch(province.ctx, { id: batch.id, by: head }));
    const open = await handIn(province.ctx, { agency: places.commune, by: clerk, dossiers: [await idOf(await go.taken())] });

    expect([batch.no, received.received]).toEqual([1, 2]);
    expect([twice, self, await receiveBatch(province.ctx, { id: batch.id, by: head }), open]).toMatchObject([{ error: { code: 'handed-in-already' } }, { error: { code: 'archive-second-person' } }, { error: { code: 'batch-unknown' } }, { error: { code: 'not-closed' } }]);
    expect(await archiveDb(database.db).selectFrom('archive.batch').select('no').execute()).toHaveLength(1);
  });

  test('is not proposed before the retention is over, nor approved by who proposed', async () => {
    const dossiers = [{ id: await idOf(gone), code: gone }];
    const early = await proposeDestruction(province.ctx, { agency: places.commune, by: clerk, noComplaint: 'Đã tra sổ khiếu nại.', dossiers });
    province.clock.set(Temporal.Instant.from('2032-01-02T09:00:00+07:00'));
    const proposed = done(await proposeDestruction(province.ctx, { agency: places.commune, by: clerk, noComplaint: 'Đã tra sổ khiếu nại.', dossiers }));
    const self = await approveDestruction(province.ctx, { id: proposed.id, by: clerk, decision: { number: '1/QĐ-UBND', date: '2032-01-02' } });
    const before = await asOwner((db) => destroyApproved(db, province.clock.now()));
    done(await approveDestruction(province.ctx, { id: proposed.id, by: head, decision: { number: '1/QĐ-UBND', date: '2032-01-02' } }));

    expect([early, self]).toMatchObject([{ error: { code: 'retention-not-over', dossier: gone } }, { error: { code: 'archive-second-person' } }]);
    expect(before).toEqual([]);
    expect((await destroyable(database.db, { agencies: null, day: '2032-01-02', limit: 10 })).map(({ code }) => code)).toEqual([kept]);
  });

  test('comes to nothing when another refuses it or its maker takes it back; its dossiers may be proposed anew, by one of two at once', async () => {
    const propose = async () => proposeDestruction(province.ctx, { agency: places.commune, by: clerk, noComplaint: 'Đã tra sổ khiếu nại.', dossiers: [{ id: await idOf(kept), code: kept }] });
    const end = (id: string, by: typeof clerk, isWithdrawal: boolean) => refuseDestruction(province.ctx, { id, by, reason: 'Đang có khiếu nại.', isWithdrawal });
    const refused = done(await propose());
    const [self, other] = [await end(refused.id, clerk, false), await end(refused.id, head, true)];
    done(await end(refused.id, head, false));
    const late = await approveDestruction(province.ctx, { id: refused.id, by: head, decision: { number: '2/QĐ-UBND', date: '2032-01-02' } });
    const withdrawn = done((await Promise.all([propose(), propose()])).find(({ ok }) => ok) ?? await propose());
    const twice = await propose();
    done(await end(withdrawn.id, clerk, true));

    expect([self, other, late, twice]).toMatchObject([{ error: { code: 'archive-second-person' } }, { error: { code: 'archive-second-person' } }, { error: { code: 'destruction-unknown' } }, { error: { code: 'retention-not-over' } }]);
    expect(await archiveDb(database.db).selectFrom('archive.destruction_item').select('dossier_id').where('dossier_id', '=', await idOf(kept)).execute()).toHaveLength(2);
    expect((await destroyable(database.db, { agencies: null, day: '2032-01-02', limit: 10 })).map(({ code }) => code)).toEqual([kept]);
  });

  test('leaves no content and no name, the same figures, a chain that links, and a tombstone; once', async () => {
    const id = await idOf(gone);
    const documents = await documentsOf(database.db, { ownerKind: 'dossier', ownerRef: id });
    const before = await figures();
    const destroyed = await asOwner((db) => destroyApproved(db, province.clock.now()));
    const again = await asOwner((db) => destroyApproved(db, province.clock.now()));
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });
    const left = JSON.stringify([await ledgerOf(database.db, id), (await sql`select * from dossiers.dossier where id = ${id}`.execute(database.db)).rows, await archiveDb(database.db).selectFrom('archive.tombstone').selectAll().execute(), await documentsOf(database.db, { ownerKind: 'dossier', ownerRef: id })]);
    const opened = await Promise.all(documents.map(async ({ id: document }) => readDocument(database.db, province.ctx.files, document).then(() => 'opened', () => 'gone')));

    expect([destroyed, again]).toEqual([[gone], []]);
    expect(left).not.toMatch(/Nguyễn Văn|Trần Thị|000\d{9}/u);
    expect(documents.length).toBeGreaterThan(0);
    expect(new Set(opened)).toEqual(new Set(['gone']));
    expect(await figures()).toEqual(before);
    expect(differences).toEqual([]);
    expect(await archiveDb(database.db).selectFrom('archive.tombstone').select(['code']).execute()).toEqual([{ code: gone }]);
  });

  test('shows whoever changes what is left of the ledger, and is not for the working role', async () => {
    const id = await idOf(gone);
    const asApp = await destroyApproved(database.db, province.clock.now()).then(() => 'done', () => 'refused');
    const denied = await sql`update dossiers.event set data = '{}' where dossier_id = ${id}`.execute(database.db).then(() => 'done', (fault: unknown) => (fault instanceof Error ? fault.message : ''));
    await asOwner((db) => sql`update dossiers.event set data = data || '{"number": "9/QĐ"}' where dossier_id = ${id} and type = 'issued'`.execute(db));
    const differences: { readonly where: string }[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect([asApp, denied]).toEqual(['done', expect.stringMatching(/permission denied/u)]);
    expect(differences.some(({ where }) => where.includes('chuỗi băm đứt'))).toBe(true);
  });
});
