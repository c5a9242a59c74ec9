// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acknowledge, assign, completeStep, confirmPapers, decline, handOverPapers, officerDossier, ownDossier, replay, requestSupplement, sendAgain, takeIn, withdraw } from '../index.ts';
import { type SmallProvince, aCitizen, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { dossierTransfers } from '../views/transfers.ts';

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

const refusalOf = (outcome: { readonly ok: boolean; readonly error?: unknown }): unknown => (outcome.ok ? 'done' : outcome.error);
/** Taken in at another commune's shop for the commune. */
const atHai = async (about: object = {}): Promise<string> => done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.hai'), body: anIntake({ receivingAgency: places.otherCommune, returningAgency: places.otherCommune, ...about }) })).code;
const confirm = async (code: string, who = 'chuyenvien') => acknowledge(province.ctx, await go.by(who, code));
const back = async (code: string, why: 'wrong-agency' | 'incomplete' = 'incomplete', who = 'chuyenvien') => decline(province.ctx, { ...await go.by(who, code), body: { why, reason: 'Thiếu bản vẽ.' } });
const again = async (code: string, solvingAgency: string | null = null, who = 'tiepnhan.hai') => sendAgain(province.ctx, { ...await go.by(who, code), body: { note: 'Đã thêm bản vẽ.', solvingAgency } });
const listed = async (who: string, code: string) => {
  const { toReceive, cameBack } = await dossierTransfers(province.ctx, database.db, province.officer(who));
  return [toReceive.find((line) => line.code === code), cameBack.find((line) => line.code === code)] as const;
};

describe('hồ sơ điện tử chuyển đến (a dossier received at another office)', () => {
  test('waits for the agency that solves to confirm it within its dated period; the term runs from then', async () => {
    const code = await atHai();
    const [waiting] = await listed('chuyenvien', code);
    province.clock.set(Temporal.Instant.from('2026-11-17T14:30:00+07:00'));
    const [late] = await listed('chuyenvien', code);
    done(await confirm(code));

    expect([waiting?.answerBy, waiting?.late, late?.late]).toEqual(['2026-11-17T04:00:00Z', false, true]);
    expect(await go.state(code)).toMatchObject({ transfer: { stage: 'received', receivedAt: '2026-11-17T07:30:00Z' }, clock: { startedAt: '2026-11-17T07:30:00Z' } });
    expect((await listed('chuyenvien', code))[0]).toBeUndefined();
  });

  test('is confirmed by any act of that agency too, and once only', async () => {
    const code = await atHai();
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien', code, (await go.state(code)).tasks[0]?.act ?? ''), body: { officer: null, reason: null } }));

    expect((await go.state(code)).transfer?.stage).toBe('received');
    expect(refusalOf(await confirm(code))).toEqual({ code: 'not-transferred' });
  });

  test('is not asked of a dossier received at the own shop', async () => {
    const code = await go.taken();

    expect([(await go.state(code)).transfer, refusalOf(await confirm(code))]).toEqual([undefined, { code: 'not-transferred' }]);
  });

  test('goes back with a reason; its steps wait, its term does not begin, and the receiving office sends it again', async () => {
    const code = await atHai();
    done(await back(code));
    const [, came] = await listed('tiepnhan.hai', code);
    const step = await go.onTask('chuyenvien', code, (await go.state(code)).tasks[0]?.act ?? '');
    const early = await completeStep(province.ctx, { ...step, body: { opinion: null, draft: null, variables: {}, lateCause: null } });
    const offered = done(await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code)).acts.filter(({ allowed }) => allowed).map(({ act }) => act);
    done(await again(code));

    expect(came).toMatchObject({ why: 'incomplete', reason: 'Thiếu bản vẽ.' });
    expect([refusalOf(early), offered.includes('complete-step'), offered.includes('assign')]).toEqual([{ code: 'with-receiving-office' }, false, false]);
    expect(await go.state(code)).toMatchObject({ transfer: { stage: 'sent' }, clock: { provisional: true } });
    expect(done(await ownDossier(province.ctx, database.db, aCitizen(), code)).notices[0]?.title).toBe('Hồ sơ được chuyển về nơi tiếp nhận để chuyển đúng');
  });

  test('that came to the wrong agency goes to another one: its clock, its steps, its lists; not to the same again', async () => {
    const code = await atHai({ receivingAgency: places.otherCommune, solvingAgency: places.commune });
    done(await back(code, 'wrong-agency'));
    const same = await again(code);
    const nobody = await again(code, places.department);
    const before = await go.state(code);
    done(await again(code, places.otherCommune));
    const after = await go.state(code);

    expect([same, nobody].map(refusalOf)).toMatchObject([{ code: 'fields-to-mend', fields: [{ path: 'solvingAgency' }] }, { code: 'not-handled-here' }]);
    expect(after).toMatchObject({ agencies: { solving: places.otherCommune }, transfer: { stage: 'received' }, clock: { point: 'acceptance', startedAt: startOfTest.toString() } });
    expect([after.clock?.provisional, after.process?.instance === before.process?.instance, after.tasks.every(({ agency }) => agency === places.otherCommune)]).toEqual([undefined, false, true]);
    expect(refusalOf(await confirm(code))).toMatchObject({ code: 'dossier-unknown' });
    expect((await listed('chuyenvien', code))[0]).toBeUndefined();
  });

  test('is asked to be completed by the receiving office while it is back, and forgotten when it ends', async () => {
    const [asked, ended] = [await atHai(), await atHai()];
    for (const code of [asked, ended]) done(await back(code));
    const supplement = await requestSupplement(province.ctx, { ...await go.by('tiepnhan.hai', asked), body: { reason: 'Thiếu bản vẽ.', items: [{ paperNo: null, what: 'Bản vẽ', howToMend: 'Nộp bản vẽ.', basis: null }] } });
    done(await withdraw(province.ctx, { ...await go.by('tiepnhan.hai', ended), body: { reason: 'Đổi ý.' } }));

    expect(refusalOf(supplement)).toBe('done');
    expect((await listed('tiepnhan.hai', ended))[1]).toBeUndefined();
  });

  test('refuses what is out of turn or from who may not: decline after confirming, send what was not sent back, a stranger; and a move while the papers are there', async () => {
    const [code, other] = [await atHai(), await atHai()];
    const unsent = await again(code);
    const stranger = await back(code, 'incomplete', 'tiepnhan.hai');
    done(await confirm(code));
    const late = await back(code);
    done(await handOverPapers(province.ctx, { ...await go.by('tiepnhan.hai', other), noteId: crypto.randomUUID() }));
    done(await back(other, 'wrong-agency'));
    const papers = await again(other, places.otherCommune);
    const received = await confirmPapers(province.ctx, await go.by('chuyenvien', other));

    expect([unsent, stranger, late].map(refusalOf)).toEqual([{ code: 'not-transferred' }, { code: 'not-permitted', act: 'decline' }, { code: 'not-transferred' }]);
    expect(refusalOf(papers)).toMatchObject({ fields: [{ text: expect.stringContaining('Giấy còn ở cơ quan cũ') }] });
    expect(refusalOf(received)).toBe('done');
  });

  test('knows the procedures it may go to', async () => {
    const code = await atHai();
    done(await back(code, 'wrong-agency'));

    expect((await listed('tiepnhan.hai', code))[1]?.agencies.map((one) => one.code)).toEqual([places.commune, places.otherCommune]);
    expect((await listed('tiepnhan.hai', code))[1]?.procedure.code).toBe(procedures.permits);
  });
});
