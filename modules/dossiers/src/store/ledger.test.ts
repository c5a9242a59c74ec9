// SPDX-License-Identifier: EUPL-1.2
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { systemClock } from '@motcua/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Difference, calendarShelf, replay, takeIn } from '../index.ts';
import { type SmallProvince, anIntake, done, smallProvince, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  province.remove();
  await database.drop();
});

const differences = async (): Promise<readonly Difference[]> => {
  const found: Difference[] = [];
  await replay(database.db, (difference) => { found.push(difference); });
  return found;
};

describe('sổ sự kiện (the ledger) under the application role', () => {
  test.each(["update dossiers.event set type = 'x'", 'delete from dossiers.event', 'truncate dossiers.event', 'drop table dossiers.event', 'update dossiers.act_key set key = key', 'delete from dossiers.act_key', "insert into dossiers.code_mask values ('2030-01-01', 'x', 'x')", 'alter table dossiers.event disable trigger all'])('refuses: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/permission denied|must be owner/u);
  });
});

describe('dựng lại từ sổ (replay)', () => {
  test('finds nothing after acts on the machine\'s own clock', async () => {
    // The simulated clock of other tests stands on whole minutes; a real moment has fractions, and must come back as it was written.
    const ctx = { ...province.ctx, clock: systemClock, calendars: calendarShelf(systemClock) };
    for (let at = 0; at < 5; at += 1) done(await takeIn(ctx, { actor: province.officer('tiepnhan'), body: anIntake() }));

    expect(await differences()).toEqual([]);
  });

  test.each([
    ['one letter of the data', `update dossiers.event set data = jsonb_set(data, '{applicant,name}', '"Nguyễn Văn Mấu"') where dossier_id = $1 and seq = 1`],
    ['the moment, by a microsecond', `update dossiers.event set at = at + interval '1 microsecond' where dossier_id = $1 and seq = 1`],
    ['the doer', `update dossiers.event set actor = jsonb_set(actor, '{name}', '"Ai đó"') where dossier_id = $1 and seq = 2`],
    ['the hash itself', `update dossiers.event set hash = set_byte(hash, 0, (get_byte(hash, 0) + 1) % 256) where dossier_id = $1 and seq = 2`],
    ['the hash before', `update dossiers.event set previous_hash = set_byte(previous_hash, 0, (get_byte(previous_hash, 0) + 1) % 256) where dossier_id = $1 and seq = 2`],
  ])('finds that the owner of the database changed %s', async (_what, statement) => {
    const { id } = await go.state(await go.taken());
    await owner.query(statement, [id]);
    const found = await differences();
    await owner.query('delete from dossiers.event where dossier_id = $1', [id]);
    await owner.query('delete from dossiers.dossier where id = $1', [id]);
    await owner.query('delete from dossiers.task where dossier_id = $1', [id]);

    expect(found.filter(({ dossier, where }) => dossier === id && where.includes('chuỗi băm'))).not.toEqual([]);
    expect(found.filter(({ dossier }) => dossier !== id)).toEqual([]);
  });

  test('finds a line taken out of the middle', async () => {
    const code = await go.taken();
    await go.appraised(code);
    const { id } = await go.state(code);
    await owner.query('create table public.kept as select * from dossiers.event where dossier_id = $1 and seq = 2', [id]);
    await owner.query('delete from dossiers.event where dossier_id = $1 and seq = 2', [id]);
    const found = await differences();
    await owner.query('insert into dossiers.event select * from public.kept');

    expect(found.filter(({ dossier }) => dossier === id)).not.toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test.each([
    ['a status of the list', `update dossiers.dossier set status = 'returned' where id = $1`, `update dossiers.dossier set status = 'accepted' where id = $1`, 'dossiers.dossier'],
    ['a promise of the list', `update dossiers.dossier set owed_at = owed_at + interval '1 hour' where id = $1`, `update dossiers.dossier set owed_at = owed_at - interval '1 hour' where id = $1`, 'dossiers.dossier'],
    ['an open step', `update dossiers.task set role = 'leader' where dossier_id = $1`, `update dossiers.task set role = 'handling-officer' where dossier_id = $1`, 'dossiers.task'],
  ])('finds %s that is not what the ledger makes', async (_what, tamper, mend, where) => {
    const { id } = await go.state(await go.taken());
    await owner.query(tamper, [id]);
    const found = await differences();
    await owner.query(mend, [id]);

    expect(found.map((difference) => [difference.dossier, difference.where])).toEqual([[id, where]]);
  });
});
