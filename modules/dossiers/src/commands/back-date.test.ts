// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, approve, officerDossier, replay, requestSupplement, supplement, takeIn } from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { type SmallProvince, aCitizen, allInOrder, anIntake, done, smallProvince, startOfTest, walk } from '../testing.ts';

const morning = '2026-11-17T07:45:00+07:00';
const reason = 'Mất điện từ 7 giờ 40 đến 9 giờ.';
const backDate = { at: morning, reason };

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  go = walk(province);
});
beforeEach(() => { province.clock.set(startOfTest); });
afterAll(async () => {
  const differences: unknown[] = [];
  await replay(database.db, (difference) => { differences.push(difference); });
  province.remove();
  await database.drop();
  expect(differences).toEqual([]);
});

const intake = (login: string, entry: { readonly at: string; readonly reason: string }) => takeIn(province.ctx, { actor: province.officer(login), body: anIntake({ backDate: entry }) });

describe('ghi sau việc đã làm trên giấy (back-dated acts)', () => {
  test('an intake by the head of the shop counts from when it happened; the ledger keeps both moments and the reason, and everybody sees them', async () => {
    const { code } = done(await intake('truongbophan', backDate));
    const plain = await go.taken();
    const state = await go.state(code);
    const view = done(await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code));

    expect(state).toMatchObject({ submittedAt: Temporal.Instant.from(morning).toString(), acceptedAt: Temporal.Instant.from(morning).toString() });
    expect(Temporal.Instant.compare(Temporal.Instant.from(state.clock?.owedAt ?? ''), Temporal.Instant.from((await go.state(plain)).clock?.owedAt ?? ''))).toBe(-1);
    expect((await eventsOf(database.db, state.id)).map(({ by }) => by.enteredLater)).toEqual(Array(2).fill({ at: startOfTest.toString(), reason }));
    expect(view.timeline.map(({ words }) => words)).toEqual([expect.stringMatching(/ghi sau, lúc 09:00.*17\/11\/2026: Mất điện/u), expect.stringContaining('ghi sau')]);
  });

  test('is for heads and leaders of the dossier’s own agencies, and for what is done on paper', async () => {
    const code = await go.filed();
    const other = await go.taken();
    await go.appraised(other);
    const byIntake = await intake('tiepnhan', backDate);
    const byStranger = await accept(province.ctx, { ...await go.by('tiepnhan.hai', code), backDate, body: { papers: allInOrder, limitOverride: null } });
    const signed = await approve(province.ctx, { ...await go.onTask('lanhdao', other, 'approve'), backDate, body: { opinion: null, lateCause: undefined } });

    expect([byIntake, byStranger, signed].map((outcome) => !outcome.ok && outcome.error.code)).toEqual(['back-date-not-yours', 'dossier-unknown', 'back-date-not-yours']);
    expect((await go.state(code)).status).toBe('submitted');
  });

  test.each([
    ['a moment to come', '2026-11-17T09:01:00+07:00', 'chưa thể xảy ra'], ['one too long ago', '2026-11-11T09:00:00+07:00', 'quá lâu'],
    ['a slip of the pen in the year', '1900-11-17T07:45:00+07:00', 'quá lâu'], ['the first day there is', '0001-01-01T00:00:00+07:00', 'quá lâu'],
  ])('%s is refused with the field named', async (_name, at, words) => {
    expect(await intake('truongbophan', { at, reason })).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'backDate.at', label: 'Lúc việc đã xảy ra', text: expect.stringContaining(words) }] } });
  });

  test('nothing is entered before what it follows', async () => {
    const code = await go.filed();
    const outcome = await accept(province.ctx, { ...await go.by('truongbophan', code), backDate, body: { papers: allInOrder, limitOverride: null } });

    expect(outcome).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ text: expect.stringContaining('Việc trước đó của hồ sơ ghi lúc 09:00') }] } });
  });

  test('a supplement handed in on paper stops the wait when it came, not when it was entered; a citizen cannot say so', async () => {
    const code = await go.taken();
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items: [{ paperNo: null, what: 'Bản vẽ', howToMend: 'Nộp bản có dấu', basis: null }], reason: 'Thiếu bản vẽ', override: null } }));
    province.clock.set(startOfTest.add({ hours: 6 }));
    const at = startOfTest.add({ hours: 5 }).toString();
    const answer = async (actor: Parameters<typeof go.by>[0]) => supplement(province.ctx, { ...await go.by(actor, code), backDate: { at, reason }, body: { note: 'Đã nộp bản có dấu.', answers: null, documents: new Map() } });
    const byCitizen = await answer(aCitizen());
    done(await answer('truongbophan'));

    expect(byCitizen).toMatchObject({ error: { code: 'back-date-not-yours' } });
    expect((await go.state(code)).clock?.events.at(-1)).toMatchObject({ type: 'supplemented', at });
  });
});
