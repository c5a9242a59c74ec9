// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { close, officerDossier, ownDossier, replay, requestSupplement, supplement } from '../index.ts';
import { supplementReasonsOn } from '../store/supplement-reasons.ts';
import { type SmallProvince, aCitizen, done, procedures, smallProvince, startOfTest, walk } from '../testing.ts';
import { workOf } from '../views/lists.ts';

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

const item = (what: string, basis: string | null = null, paperNo: number | null = null) => ({ paperNo, what, howToMend: 'Nộp lại.', basis });
const ask = async (who: string, code: string, about: { basis?: string; override?: { reason: string } } = {}) => requestSupplement(province.ctx, {
  ...await go.by(who, code), body: { reason: 'Thiếu.', items: [item('Giấy thứ nhất', about.basis ?? null)], ...(about.override === undefined ? {} : { override: about.override }) },
});
const answer = async (code: string) => supplement(province.ctx, { ...await go.by(aCitizen(), code), body: { note: 'Đã bổ sung.', answers: null, documents: new Map() } });
const codeOf = (outcome: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => outcome.error?.code ?? 'done';
const listed = async (who: string, list: 'to-close' | 'online' | 'paused', code: string) => (await workOf(province.ctx, database.db, province.officer(who), { list })).dossiers.find((row) => row.code === code);
const aFile = (name: string) => ({ id: randomUUID(), name, size: 10, mediaType: 'application/pdf' });

describe('yêu cầu bổ sung (supplement request)', () => {
  test('is asked once at each stage; a second time only by a head, with a reason that is kept', async () => {
    const code = await go.filed();
    done(await ask('tiepnhan', code));
    done(await supplement(province.ctx, { ...await go.by('tiepnhan', code), body: { note: 'Đã nộp.', answers: null, documents: new Map() } }));
    const outcomes = [await ask('tiepnhan', code), await ask('tiepnhan', code, { override: { reason: 'Tôi muốn.' } }), await ask('truongbophan', code)];
    done(await ask('truongbophan', code, { override: { reason: 'Giấy mới phát hiện bị sửa.' } }));
    const view = await officerDossier(province.ctx, database.db, province.officer('tiepnhan'), code);

    expect(outcomes.map(codeOf)).toEqual(['already-asked', 'already-asked', 'override-needed']);
    expect(view).toMatchObject({ value: { supplementRule: { stage: 'intake', asked: 2, mayOverride: false, windowUntil: null }, supplements: [{ override: 'Giấy mới phát hiện bị sửa.', who: 'Cán bộ truongbophan', answeredAt: null }, { override: null, note: 'Đã nộp.' }] } });
  });

  test('after acceptance comes within the days of the law; later only with the basis of every item, or by a head with a reason', async () => {
    const codes = [await go.taken(), await go.taken(), await go.taken()] as const;
    const until = (await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), codes[0]));
    const window = until.ok ? until.value.supplementRule.windowUntil ?? '' : '';
    province.clock.set(Temporal.Instant.from(window));
    const last = await ask('chuyenvien', codes[0]);
    province.clock.set(Temporal.Instant.from(window).add({ minutes: 1 }));
    const late = [await ask('chuyenvien', codes[1]), await ask('lanhdao', codes[1]), await ask('chuyenvien', codes[1], { basis: 'Điều 12 Nghị định 175/2024/NĐ-CP' }), await ask('lanhdao', codes[2], { override: { reason: 'Phải xác minh thêm.' } })];

    // Accepted on a Tuesday at 09:00: three working days end on Friday at 09:00.
    expect([window, codeOf(last), ...late.map(codeOf)]).toEqual(['2026-11-20T02:00:00Z', 'done', 'supplement-window-over', 'override-needed', 'done', 'done']);
  });

  test('offers what is often missing, the procedure\'s own first, only while it is in force', async () => {
    const [own, other, before] = [await supplementReasonsOn(database.db, { procedure: procedures.births, day: '2026-11-17' }), await supplementReasonsOn(database.db, { procedure: procedures.rail, day: '2026-11-17' }), await supplementReasonsOn(database.db, { procedure: procedures.births, day: '2017-01-01' })];

    expect([own[0]?.own, own[0]?.what, other.every((reason) => !reason.own), other.length >= 10, before]).toEqual([true, 'Thiếu Giấy chứng sinh', true, true, []]);
    expect(own.every(({ howToMend }) => howToMend.length > 20)).toBe(true);
  });
});

describe('trả lời từng mục (answers to each item)', () => {
  test('say something to every item, by words or files; the files stand with their item and the officer sees which', async () => {
    const code = await go.taken();
    done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', code), body: { reason: 'Thiếu.', items: [item('Bản vẽ', null, 1), item('Giấy khác'), item('Địa chỉ')] } }));
    const [drawing, other] = [aFile('ban-ve.pdf'), aFile('giay.pdf')];
    const body = { note: null, answers: null, documents: new Map(), ofItems: new Map([[1, [drawing]], [2, [other]]]) };
    const left = await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: { ...body, items: [{ no: 1, text: null }, { no: 2, text: null }, { no: 3, text: null }] } });
    done(await supplement(province.ctx, { ...await go.by(aCitizen(), code), body: { ...body, items: [{ no: 1, text: null }, { no: 2, text: 'Bản mới.' }, { no: 3, text: 'Số 5, thôn Thử.' }] } }));
    const { papers } = await go.state(code);

    expect(left).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path: 'items.2', label: 'Mục 3' }] } });
    expect([papers[0]?.documents, papers[0]?.state, papers.at(-1)]).toMatchObject([[drawing], 'not-seen', { name: 'Giấy khác', documents: [other] }]);
    expect(await officerDossier(province.ctx, database.db, province.officer('chuyenvien'), code)).toMatchObject({ value: { supplements: [{ items: [{ answer: null, documents: [drawing.id] }, { answer: 'Bản mới.', documents: [other.id] }, { answer: 'Số 5, thôn Thử.', documents: [] }] }] } });
  });
});

describe('hết hạn bổ sung (no supplement in time)', () => {
  test('puts the dossier before the shop that received it, which closes it in one press; the person is told what to do', async () => {
    const code = await go.taken();
    done(await ask('chuyenvien', code));
    const until = Temporal.Instant.from((await go.state(code)).supplement?.answerBy ?? '');
    province.clock.set(until.subtract({ minutes: 1 }));
    const early = await listed('tiepnhan', 'to-close', code);
    province.clock.set(until);
    const [own, strange] = [await listed('tiepnhan', 'to-close', code), await listed('tiepnhan.hai', 'to-close', code)];
    done(await close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: null } }));

    expect([early, own?.alert?.kind, strange]).toEqual([undefined, 'close-now', undefined]);
    expect(await ownDossier(province.ctx, database.db, aCitizen(), code)).toMatchObject({ value: { status: 'closed', notices: [{ title: 'Hồ sơ đã đóng vì chưa được bổ sung', text: expect.stringMatching(/theo Phiếu yêu cầu số \d+\/PBS-TTPVHCC\..*nộp lại hồ sơ/u) }] } });
    expect(await listed('tiepnhan', 'to-close', code)).toBeUndefined();
  });

  test('does not close a dossier that was completed', async () => {
    const code = await go.taken();
    done(await ask('chuyenvien', code));
    done(await answer(code));
    province.clock.set(startOfTest.add({ hours: 24 * 30 }));

    expect([await listed('tiepnhan', 'to-close', code), codeOf(await close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: null } }))]).toEqual([undefined, 'act-not-allowed']);
  });
});

describe('hồ sơ trực tuyến chờ trả lời (an online filing that waits)', () => {
  test('is pointed out after two hours of the clock, and as overdue after its time', async () => {
    const code = await go.filed();
    const until = Temporal.Instant.from((await go.state(code)).answerBy ?? '');
    const kinds: (string | undefined)[] = [];
    for (const at of [startOfTest.add({ minutes: 119 }), startOfTest.add({ minutes: 120 }), until]) {
      province.clock.set(at);
      kinds.push((await listed('tiepnhan', 'online', code))?.alert?.kind);
    }

    expect(kinds).toEqual([undefined, 'answer-filing', 'answer-overdue']);
  });

  test('an item about a paper the dossier does not have is refused with its place; a filing that waits is not closed the moment it is asked', async () => {
    const code = await go.filed();
    const item = { paperNo: 99, what: 'Bản vẽ', howToMend: 'Nộp bản có dấu', basis: null };
    const ask = async (paperNo: number | null) => requestSupplement(province.ctx, { ...await go.by('tiepnhan', code), body: { items: [{ ...item, paperNo }], reason: 'Thiếu bản vẽ', override: null } });
    const wrong = await ask(99);
    done(await ask(null));
    const early = await close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: null } });
    province.clock.set(province.clock.now().add({ hours: 24 * 30 }));
    const late = await close(province.ctx, { ...await go.by('tiepnhan', code), body: { reason: null } });

    expect(wrong).toMatchObject({ error: { code: 'fields-to-mend', fields: [{ path: 'items.0.paperNo', label: 'Mục 1' }] } });
    expect([early.ok, late.ok]).toEqual([false, true]);
  });
});
