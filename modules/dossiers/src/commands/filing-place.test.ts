// SPDX-License-Identifier: EUPL-1.2
import { openDatabase, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginDraft, fileDraft, filingStart, takeIn } from '../index.ts';
import { type SmallProvince, aCitizen, aParty, anIntake, done, places, plainAnswers, procedures, smallProvince, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const content = { agency: places.commune, circumstance: null, applicant: aParty(), forOther: false, answers: { ...plainAnswers }, returnWay: 'counter', returningAgency: null, returnTo: null } as const;
async function filed(about: object): Promise<Awaited<ReturnType<typeof fileDraft>>> {
  const draft = done(await beginDraft(province.ctx, aCitizen(), { procedure: procedures.permits, content: { ...content, ...about } }));
  return fileDraft(province.ctx, aCitizen(), { id: draft.id, revision: draft.revision, clientKey: crypto.randomUUID() });
}

describe('nộp và nhận ở đâu cũng được (filed and returned anywhere)', () => {
  test('leaves the place of return to the person: any one-stop shop, at the counter and online', async () => {
    const atCounter = await go.taken({ returningAgency: places.centre });
    const online = done(await filed({ returningAgency: places.otherCommune }));

    expect([(await go.state(atCounter)).agencies.returning, (await go.state(online.code)).agencies]).toEqual([places.centre, { receiving: places.commune, solving: places.commune, returning: places.otherCommune }]);
  });

  test('refuses a place of return that is no one-stop shop, and names the field', async () => {
    expect(await filed({ returningAgency: places.department })).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'returningAgency' }] } });
  });

  test('takes whom the post brings it to from the person, and refuses what cannot be an address or a telephone', async () => {
    const { code } = done(await filed({ returnWay: 'post', returnTo: { name: 'Trần Thị Nhận', phone: '0900 000 124', address: 'Số 9 đường Thử' } }));
    const bad = await filed({ returnWay: 'post', returnTo: { name: '', phone: '12', address: 'x' } });

    expect((await go.state(code)).returnTo).toEqual({ name: 'Trần Thị Nhận', phone: '0900000124', address: 'Số 9 đường Thử', payer: 'applicant' });
    expect(bad).toMatchObject({ error: { fields: [{ path: 'returnTo.name' }, { path: 'returnTo.phone' }] } });
  });

  test('keeps a procedure in its place where a dated row says so: the other shop is refused, its own is not', async () => {
    const owner = openDatabase(database.ownerUrl);
    await sql`insert into dossiers.filing_place_rule values (${procedures.permits}, '2026-01-01', false, 'nd-118-2025/d20', null)`.execute(owner.db);
    const elsewhere = await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ receivingAgency: places.centre }) });
    const wayBack = await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ returningAgency: places.centre }) });
    const own = await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake() });
    const start = done(await filingStart(province.ctx, database.db, { procedure: procedures.permits }));
    await sql`delete from dossiers.filing_place_rule where procedure_code = ${procedures.permits}`.execute(owner.db);
    await owner.close();

    expect(elsewhere).toMatchObject({ error: { fields: [{ path: 'solvingAgency' }] } });
    expect(wayBack).toMatchObject({ error: { fields: [{ path: 'returningAgency' }] } });
    expect([own.ok, start.anywhere]).toEqual([true, false]);
  });
});
