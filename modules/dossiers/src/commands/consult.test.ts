// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerConsultation, approve, completeStep, consult, officerDossier, replay } from '../index.ts';
import { type SmallProvince, aDraft, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { workOf } from '../views/lists.ts';
import { possibleActs } from '../views/possible-acts.ts';

const later = (hours: number): Temporal.Instant => startOfTest.add({ hours });

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

describe('lấy ý kiến (consultation)', () => {
  test('is answered by the agency that was asked, and the clock goes on meanwhile', async () => {
    const code = await go.taken();
    const owed = (await go.state(code)).clock?.owedAt;
    done(await consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency: places.department, question: 'Có phù hợp quy hoạch?', hours: 16 } }));
    const asked = await go.state(code);
    const id = asked.consultations[0]?.id ?? '';
    const wrong = await answerConsultation(province.ctx, { ...await go.by('chuyenvien.hai', code), id, body: { opinion: 'Có.', agrees: true } });
    const unknown = await answerConsultation(province.ctx, { ...await go.by('chuyenvien.so', code), id: '0193a000-0000-7000-8000-000000000009', body: { opinion: 'Có.', agrees: true } });
    done(await answerConsultation(province.ctx, { ...await go.by('chuyenvien.so', code), id, body: { opinion: 'Phù hợp.', agrees: true } }));

    expect(asked).toMatchObject({ status: 'consulting', clock: { owedAt: owed, stoppedSince: null } });
    expect([wrong, unknown]).toMatchObject([{ error: { code: 'dossier-unknown' } }, { error: { code: 'no-such-task' } }]);
    expect(await go.state(code)).toMatchObject({ status: 'in-progress', consultations: [{ answer: { opinion: 'Phù hợp.' } }] });
  });

  test('asks several agencies at once: the dossier waits for all, and none is asked twice', async () => {
    const code = await go.taken();
    const ask = async (agency: string) => consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency, question: 'Có phù hợp?', hours: 8 } });
    done(await ask(places.department));
    done(await ask(places.otherCommune));
    const twice = await ask(places.department);
    const answer = async (login: string, at: number) => done(await answerConsultation(province.ctx, { ...await go.by(login, code), id: (await go.state(code)).consultations[at]?.id ?? '', body: { opinion: 'Phù hợp.', agrees: true } })).status;

    expect(twice).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path: 'agency' }] } });
    expect([await answer('chuyenvien.so', 0), await answer('chuyenvien.hai', 1)]).toEqual(['consulting', 'in-progress']);
  });

  test('holds the step till its due time, then lets it go on without the opinion, and says so', async () => {
    const code = await go.taken();
    const ask = async (agency: string) => done(await consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency, question: 'Có phù hợp?', hours: 8 } }));
    const goOn = async () => completeStep(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body: { opinion: 'Đi tiếp.', draft: aDraft, variables: {} } });
    const offered = async () => possibleActs(province.officer('chuyenvien'), await go.state(code), province.clock.now()).find(({ act }) => act === 'complete-step');
    await ask(places.department);
    const [due, owed] = [(await go.state(code)).consultations[0]?.dueAt ?? '', (await go.state(code)).clock?.owedAt];
    province.clock.set(Temporal.Instant.from(due).subtract({ minutes: 1 }));
    const [early, earlyOffer] = [await goOn(), await offered()];
    province.clock.set(Temporal.Instant.from(due));
    const lateOffer = await offered();
    done(await goOn());
    const after = await go.state(code);

    expect([early, earlyOffer, lateOffer]).toMatchObject([{ error: { code: 'opinion-awaited', until: due } }, { allowed: false, why: expect.stringContaining('Cơ quan được hỏi còn thời hạn cho ý kiến đến') }, { allowed: true, why: null }]);
    expect(after).toMatchObject({ status: 'in-progress', clock: { owedAt: owed, stoppedSince: null }, consultations: [{ answer: null, lapsedAt: due }] });
    expect(await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code)).toMatchObject({ value: { timeline: [{ words: 'Xong bước: Thẩm định hồ sơ, dự thảo kết quả (đi tiếp khi chưa có ý kiến)' }, {}, {}, {}], consultations: [{ lapsed: true, answer: null }] } });
  });

  test('of a leader at the step of signing does not keep from signing once its time is over', async () => {
    const code = await go.taken();
    await go.appraised(code);
    done(await consult(province.ctx, { ...await go.by('lanhdao', code), body: { agency: places.department, question: 'Có phù hợp?', hours: 8 } }));
    const early = await approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null } });
    province.clock.set(later(24 * 4));
    await go.approved(code);

    expect(early).toMatchObject({ error: { code: 'opinion-awaited' } });
    expect(await go.state(code)).toMatchObject({ status: 'in-progress', consultations: [{ answer: null }], result: { signedBy: { kind: 'officer' } } });
    expect((await go.state(code)).consultations[0]?.lapsedAt).not.toBeNull();
  });

  test('asked again after a silence is answered by the second agency only', async () => {
    const code = await go.taken();
    const ask = async (agency: string) => done(await consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency, question: 'Có phù hợp?', hours: 8 } }));
    await ask(places.department);
    province.clock.set(later(24 * 4));
    await go.appraised(code);
    await ask(places.otherCommune);
    const [first, second] = (await go.state(code)).consultations.map(({ id }) => id);
    const answer = async (who: string, id = '') => answerConsultation(province.ctx, { ...await go.by(who, code), id, body: { opinion: 'Được.', agrees: true } });
    const lists = await Promise.all(['chuyenvien.so', 'chuyenvien.hai'].map(async (who) => (await workOf(province.ctx, database.db, province.officer(who), { list: 'consultations' })).dossiers.some((row) => row.code === code)));

    expect([await answer('chuyenvien.so', first), lists]).toMatchObject([{ error: { code: 'no-such-task' } }, [false, true]]);
    done(await answer('chuyenvien.hai', second));
  });

  test('is not asked of oneself or of nobody', async () => {
    const code = await go.taken();
    const asked = await Promise.all([places.commune, 'Z00'].map(async (agency) => consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency, question: 'Có?', hours: 8 } })));

    expect(asked.map((outcome) => outcome.ok || outcome.error.code)).toEqual(['fields-to-mend', 'fields-to-mend']);
  });
});
