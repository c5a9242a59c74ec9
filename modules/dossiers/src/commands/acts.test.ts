// SPDX-License-Identifier: EUPL-1.2
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  accept, assign, close, completeStep, pay, printPaper, refuseDossier, replay, requestPayment, requestSupplement, stop, supplement, takeIn, withdraw,
} from '../index.ts';
import { eventsOf } from '../store/ledger.ts';
import { officerDossier } from '../views/one.ts';
import { type SmallProvince, aCitizen, aDraft, allInOrder, anIntake, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';

const items = [{ paperNo: null, what: 'Bản vẽ thiếu chữ ký', howToMend: 'Ký vào bản vẽ rồi nộp lại.', basis: null }];
const note = { note: 'Đã bổ sung.', answers: null, documents: new Map() };
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

const paper = async (code: string, name: Parameters<typeof printPaper>[2]['paper']): Promise<string> => {
  const dossier = await go.state(code);
  const pdf = await printPaper(province.ctx, database.db, { dossier, events: await eventsOf(database.db, dossier.id), paper: name });
  return pdf === null ? 'none' : Buffer.from(pdf.subarray(0, 5)).toString('latin1');
};

describe('tiếp nhận tại quầy (intake at the counter)', () => {
  test('gives code, receipt, clock and the first step', async () => {
    const code = await go.taken();
    const dossier = await go.state(code);

    expect(code).toMatch(/^Y99\.21-261117-\d{4}$/u);
    expect(dossier).toMatchObject({ status: 'accepted', acceptedAt: startOfTest.toString(), receipt: { number: expect.stringMatching(/^\d+\/TTPVHCC$/u) }, clock: { limit: { value: 5, unit: 'working-day' } } });
    // Five working days by the hour: 18, 19, 20, 23 November and, after the holiday of the 24th, the 25th.
    expect(dossier.clock?.owedAt).toBe('2026-11-25T09:00:00+07:00');
    expect(dossier.tasks.map(({ act, role, agency }) => ({ act, role, agency }))).toEqual([{ act: 'appraise', role: 'handling-officer', agency: places.commune }]);
    expect([await paper(code, 'receipt'), await paper(code, 'control-slip'), await paper(code, 'refusal')]).toEqual(['%PDF-', '%PDF-', 'none']);
  });

  test('is refused while a paper is unseen', async () => {
    const outcome = await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body: anIntake({ receivingAgency: places.centre, returningAgency: places.centre, solvingAgency: places.department, procedure: procedures.workPermits, papers: [] }) });

    expect(outcome).toMatchObject({ ok: false, error: { code: 'papers-not-judged', faulty: 0 } });
  });

  test('takes the procedure with 224 papers', async () => {
    const body = anIntake({ receivingAgency: places.centre, returningAgency: places.centre, solvingAgency: places.department, procedure: procedures.workPermits });
    const { code } = done(await takeIn(province.ctx, { actor: province.officer('tiepnhan.tt'), body }));

    expect((await go.state(code)).papers).toHaveLength(224);
    expect(await paper(code, 'receipt')).toBe('%PDF-');
  });

  test('counts the hours of the internal procedure where the publication states no limit', async () => {
    const births = { procedure: procedures.births, answers: {} };
    const outcome = await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake(births) });

    // The e-form of births is asked first: every field at once.
    expect(outcome.ok || outcome.error.code).toBe('fields-to-mend');
    expect(outcome.ok || outcome.error.code !== 'fields-to-mend' ? [] : outcome.error.fields.length).toBeGreaterThan(5);
  });

  test('is refused to an officer of another shop, and to another role', async () => {
    const outcomes = await Promise.all(['tiepnhan.hai', 'chuyenvien', 'quantri'].map((login) => takeIn(province.ctx, { actor: province.officer(login), body: anIntake() })));

    expect(outcomes.map((outcome) => outcome.ok || outcome.error.code)).toEqual(['not-permitted', 'not-permitted', 'not-permitted']);
  });

  test('is refused where nobody handles the procedure, and where nothing is handed out', async () => {
    const [nobody, nowhere] = [await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ procedure: procedures.rail }) }), await takeIn(province.ctx, { actor: province.officer('tiepnhan'), body: anIntake({ returningAgency: 'Y99.02' }) })];

    expect([nobody, nowhere]).toMatchObject([{ error: { code: 'not-handled-here' } }, { error: { code: 'fields-to-mend', fields: [{ path: 'returningAgency' }] } }]);
  });
});

describe('hồ sơ nộp từ xa (filed from afar)', () => {
  test('waits without a clock until it is accepted', async () => {
    const code = await go.filed();
    const filed = await go.state(code);
    await go.accepted(code);

    expect(filed).toMatchObject({ status: 'submitted', clock: null, receipt: null, channel: 'national-portal', answerBy: later(24).toString() });
    expect(await go.state(code)).toMatchObject({ status: 'accepted', clock: { startedAt: startOfTest.toString() } });
  });

  test('is asked to complete once at intake, and completed', async () => {
    const code = await go.filed();
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items, reason: 'Thiếu chữ ký.' } }));
    const asked = await go.state(code);
    const form = await paper(code, 'supplement-request');
    done(await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: note }));
    const again = await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items, reason: 'Thiếu nữa.' } });

    expect([asked.status, asked.clock, form]).toEqual(['awaiting-intake-supplement', null, '%PDF-']);
    expect(again).toMatchObject({ ok: false, error: { code: 'already-asked' } });
    await go.accepted(code);
  });

  test('is not completed by an empty answer', async () => {
    const code = await go.filed();
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items, reason: 'Thiếu.' } }));

    expect(await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: { note: '', answers: null, documents: new Map() } })).toMatchObject({ error: { code: 'fields-to-mend' } });
  });

  test('is refused at the counter with every reason on form 03', async () => {
    const code = await go.filed();
    done(await refuseDossier(province.ctx, { ...await go.by('tiepnhan', code), body: { reasons: ['Không thuộc thẩm quyền.', 'Thiếu giấy tờ.'] } }));

    expect(await go.state(code)).toMatchObject({ status: 'refused', refusal: { reasons: ['Không thuộc thẩm quyền.', 'Thiếu giấy tờ.'] } });
    expect(await paper(code, 'refusal')).toBe('%PDF-');
  });

  test('is withdrawn by its owner, not by another citizen', async () => {
    const code = await go.filed();
    const other = await withdraw(province.ctx, { ...await go.by(aCitizen({ id: 'an', personalId: '000188067890' }), code), body: { reason: 'x' } });
    done(await withdraw(province.ctx, { ...await go.by(aCitizen(), code), body: { reason: 'Không còn nhu cầu.' } }));

    expect(other).toMatchObject({ error: { code: 'dossier-unknown' } });
    expect((await go.state(code)).status).toBe('withdrawn');
  });

  test('keeps every file a partner sends, also those no paper asks for', async () => {
    const { smallPdf } = await import('@motcua/documents/testing');
    const papers = [{ name: 'Giấy lạ', fileName: 'la.pdf', contentBase64: Buffer.from(smallPdf).toString('base64') }];
    const dossier = await go.state(await go.filed({ papers }));

    expect(dossier.papers.at(-1)).toMatchObject({ name: 'Giấy lạ', required: false, documents: [{ name: 'la.pdf' }] });
    expect(dossier.papers.map(({ no }) => no)).toEqual(dossier.papers.map((_, at) => at + 1));
  });
});

describe('bổ sung sau thẩm định (supplement after appraisal)', () => {
  test('stops the clock and starts it anew when it comes', async () => {
    const code = await go.taken();
    const before = (await go.state(code)).clock?.owedAt;
    province.clock.set(later(24));
    done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', code), body: { items, reason: 'Chưa khớp.' } }));
    const paused = await go.state(code);
    province.clock.set(later(72));
    done(await supplement(province.ctx, { ...await go.by('tiepnhan', code), body: note }));
    const after = await go.state(code);

    expect(paused).toMatchObject({ status: 'awaiting-supplement', clock: { owedAt: null }, supplement: { answerBy: later(24 + 15 * 24).toString() } });
    expect([before, after.clock?.owedAt, after.status]).toEqual(['2026-11-25T09:00:00+07:00', '2026-11-30T09:00:00+07:00', 'in-progress']);
  });

  test('closes only after the day it was due', async () => {
    const code = await go.taken();
    done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', code), body: { items, reason: 'Chưa khớp.' } }));
    province.clock.set(later(15 * 24 - 1));
    const early = await close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Không bổ sung.' } });
    province.clock.set(later(15 * 24));
    done(await close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Không bổ sung.' } }));

    expect(early).toMatchObject({ error: { code: 'fields-to-mend' } });
    expect(await go.state(code)).toMatchObject({ status: 'closed', tasks: [] });
  });

  test('adds what was handed in to the papers, to be seen again', async () => {
    const code = await go.filed();
    done(await requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items, reason: 'Thiếu.' } }));
    const count = (await go.state(code)).papers.length;
    const file = { id: '0193a000-0000-7000-8000-000000000009', name: 'ban-ve.pdf', size: 10, mediaType: 'application/pdf' };
    done(await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: { note: null, answers: null, documents: new Map([[0, [file]]]) } }));

    expect((await go.state(code)).papers[count]).toMatchObject({ no: count + 1, state: 'not-seen', documents: [file] });
  });
});

describe('dừng giải quyết, từ chối sau thẩm định (stop, refuse after appraisal)', () => {
  test('stops at the wish of the person, on form 05', async () => {
    const code = await go.taken();
    done(await stop(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: 'Không còn nhu cầu.' } }));

    expect(await go.state(code)).toMatchObject({ status: 'stopped', tasks: [], ending: { number: expect.stringContaining('TBD') } });
    expect(await paper(code, 'stop-notice')).toBe('%PDF-');
  });

  test('refuses by the leader, no longer by the counter', async () => {
    const code = await go.taken();
    const counter = await refuseDossier(province.ctx, { ...await go.by('tiepnhan', code), body: { reasons: ['x'] } });
    const leader = await refuseDossier(province.ctx, { ...await go.by('lanhdao', code), body: { reasons: ['Không đủ điều kiện.'] } });

    expect([counter, leader]).toMatchObject([{ error: { code: 'not-permitted' } }, { value: { status: 'refused' } }]);
  });
});

describe('nghĩa vụ tài chính (payment)', () => {
  test('stops the clock until the whole amount has come', async () => {
    const code = await go.taken();
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 150_000, reason: 'Lệ phí.' } }));
    const asked = await go.state(code);
    province.clock.set(later(24));
    const short = await pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 100_000, receiptNumber: 'BL1', way: 'cash' } });
    done(await pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 150_000, receiptNumber: 'BL1', way: 'cash' } }));
    const paid = await go.state(code);

    expect(asked).toMatchObject({ status: 'awaiting-payment', clock: { owedAt: null } });
    expect(short).toMatchObject({ error: { code: 'amount-differs', owedVnd: 150_000 } });
    // One working day stood still: the promise moves by one.
    expect([paid.status, paid.clock?.owedAt]).toEqual(['in-progress', '2026-11-26T09:00:00+07:00']);
  });
});

describe('giữ việc và nhận thay (holding a step and taking it over)', () => {
  test('locks the step for others until they take over with a reason', async () => {
    const code = await go.taken();
    const body = { opinion: null, draft: aDraft, variables: {} };
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body: { officer: null, reason: null } }));
    const locked = await completeStep(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body });
    const silent = await assign(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body: { officer: null, reason: '' } });
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body: { officer: null, reason: 'Đồng nghiệp nghỉ ốm.' } }));
    const lost = await completeStep(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body });
    done(await completeStep(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body }));

    expect([locked, silent, lost].map((outcome) => outcome.ok || outcome.error.code)).toEqual(['held-by-another', 'fields-to-mend', 'held-by-another']);
  });

  test('is assigned by a head of division, to somebody who can do it only', async () => {
    const code = await go.taken();
    const wrong = await assign(province.ctx, { ...await go.onTask('truongphong', code, 'appraise'), body: { officer: province.officer('vanthu').id, reason: null } });
    done(await assign(province.ctx, { ...await go.onTask('truongphong', code, 'appraise'), body: { officer: province.officer('chuyenvien2').id, reason: null } }));

    expect(wrong).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path: 'officer' }] } });
    expect((await go.task(code, 'appraise')).assignee?.name).toBe('Cán bộ chuyenvien2');
  });
});

describe('nhận việc (taking a step)', () => {
  test('is for who may do it: the leader is told that the step of the records clerk is not his to take, though he may hand it over', async () => {
    const code = await go.taken();
    await go.appraised(code);
    await go.approved(code);
    const seen = async (who: string) => done(await officerDossier(province.ctx, database.db, province.officer(who), code));

    expect((await seen('lanhdao')).tasks.map(({ act, mayTake }) => [act, mayTake])).toEqual([['number', false]]);
    expect((await seen('lanhdao')).acts.map(({ act }) => act)).toContain('assign');
    expect((await seen('vanthu')).tasks.map(({ act, mayTake }) => [act, mayTake])).toEqual([['number', true]]);
  });
});

describe('một việc trên bản cũ (an act on an old version)', () => {
  test('names who acted meanwhile and when', async () => {
    const code = await go.taken();
    const stale = await go.onTask('chuyenvien', code, 'appraise');
    province.clock.set(later(1));
    done(await assign(province.ctx, { ...await go.onTask('chuyenvien2', code, 'appraise'), body: { officer: null, reason: null } }));

    expect(await completeStep(province.ctx, { ...stale, body: { opinion: null, draft: aDraft, variables: {} } })).toEqual({ ok: false, error: { code: 'changed-meanwhile', who: 'Cán bộ chuyenvien2', at: later(1).toString() } });
  });

  test('never writes an event before the one it follows, when a clock is a little behind', async () => {
    const code = await go.filed();
    province.clock.set(startOfTest.subtract({ minutes: 15 }));
    done(await accept(province.ctx, { ...await go.by('tiepnhan', code), body: { papers: allInOrder, limitOverride: null } }));

    expect((await eventsOf(database.db, (await go.state(code)).id)).map(({ at }) => at)).toEqual([startOfTest.toString(), startOfTest.toString()]);
  });

  test('is refused in words when the clock was set far back, or is far from a second clock: nothing is written, and it is done when the clock is right again', async () => {
    const code = await go.filed();
    const accepting = async (otherClock?: Temporal.Instant) => accept(otherClock === undefined ? province.ctx : { ...province.ctx, otherClock: () => Promise.resolve(otherClock) }, { ...await go.by('tiepnhan', code), body: { papers: allInOrder, limitOverride: null } });
    province.clock.set(startOfTest.subtract({ minutes: 16 }));
    const back = await accepting();
    province.clock.set(later(24 * 400));
    const ahead = await accepting(startOfTest);
    const founded = await takeIn({ ...province.ctx, otherClock: () => Promise.resolve(startOfTest) }, { actor: province.officer('tiepnhan'), body: anIntake() });
    province.clock.set(later(1));
    const untouched = await go.state(code);
    const right = await accepting(later(1).add({ minutes: 15 }));

    expect(back).toEqual({ ok: false, error: { code: 'clock-astray', now: startOfTest.subtract({ minutes: 16 }).toString(), other: startOfTest.toString() } });
    expect([ahead, founded]).toEqual(Array(2).fill({ ok: false, error: { code: 'clock-astray', now: later(24 * 400).toString(), other: startOfTest.toString() } }));
    expect([untouched.version, untouched.status, right.ok]).toEqual([1, 'submitted', true]);
  });
});
