// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import type { CalendarChange } from '@motcua/deadlines/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeCalendar, consult, pay, previewCalendarChange, replay, requestPayment, requestSupplement, supplement } from '../index.ts';
import { type SmallProvince, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { affectedBy, agencyYear } from '../views/calendar.ts';

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
  province.remove();
  await database.drop();
});

const decision = 'Quyết định 12/QĐ-UBND';
const dayOff = (day: string): CalendarChange => ({ kind: 'day-off', day, name: 'Ngày truyền thống của xã', decision });
const plain = (day: string): CalendarChange => ({ kind: 'plain-day', day, decision });
const by = (change: CalendarChange, login = 'quantri', agency: string = places.commune) => ({ actor: province.officer(login), agency, change });
const change = async (asked: CalendarChange, clientKey: string = randomUUID()) => done(await changeCalendar(province.ctx, { ...by(asked), clientKey }));
const changeOf = async (asked: CalendarChange, agency: string) => done(await changeCalendar(province.ctx, { ...by(asked, 'quantri.tinh', agency), clientKey: randomUUID() }));
const preview = async (asked: CalendarChange) => previewCalendarChange(province.ctx, by(asked));
const owed = async (code: string): Promise<string | null> => (await go.state(code)).clock?.owedAt ?? null;
const messagesOn = async (code: string): Promise<readonly string[]> => {
  const { id } = await go.state(code);
  const { rows } = await sql<{ body: string }>`select body from dossiers.message_draft where dossier_id = ${id} order by drafted_at`.execute(database.db);
  return rows.map(({ body }) => body);
};

describe('đổi lịch làm việc (a late change of the calendar)', () => {
  test('says beforehand what it would do, and does nothing', async () => {
    const code = await go.taken();
    const before = await go.state(code);
    const effects = done(await preview(dayOff('2026-11-23')));

    expect(effects).toMatchObject({ open: 1, later: 1, kept: 0, messages: 1, gaps: 0, affected: [{ code, direction: 'later', before: '2026-11-25T09:00:00+07:00', after: '2026-11-26T09:00:00+07:00' }] });
    expect([await go.state(code), await messagesOn(code)]).toEqual([before, []]);
    expect((await agencyYear(province.ctx, database.db, { actor: province.officer('quantri'), agency: places.commune, year: 2026 }))?.days.some(({ own }) => own)).toBe(false);
  });

  test('moves the promise of every open dossier later as a line of its ledger with the reason, and drafts a message to the person', async () => {
    const code = await go.taken();
    const id = randomUUID();
    const effects = await change(dayOff('2026-11-23'), id);
    const after = await go.state(code);
    const again = await change(dayOff('2026-11-23'), id);

    expect([after.clock?.owedAt, effects.later >= 1, again]).toEqual(['2026-11-26T09:00:00+07:00', true, effects]);
    expect((await affectedBy(database.db, id, undefined)).dossiers).toContainEqual({ code, agencyName: 'UBND xã Một', direction: 'later', before: '2026-11-25T09:00:00+07:00', after: '2026-11-26T09:00:00+07:00' });
    expect(await messagesOn(code)).toEqual([`Ngày hẹn trả kết quả hồ sơ ${code} đổi từ 09:00 25/11/2026 thành 09:00 26/11/2026 vì lịch làm việc thay đổi: ${decision}. Cơ quan xin lỗi ông/bà về sự thay đổi này.`]);
    expect(after.clock?.explanation.some(({ rule, text }) => rule === 'day-off' && text.includes('Ngày truyền thống của xã'))).toBe(true);
  });

  test('gives an asked agency the day as well, and takes no time away from it', async () => {
    const code = await go.taken();
    done(await consult(province.ctx, { ...await go.by('chuyenvien', code), body: { agency: places.otherCommune, question: 'Có phù hợp?', hours: 8 } }));
    const told = (await go.state(code)).consultations[0]?.dueAt;
    await changeOf({ kind: 'day-off', day: '2026-11-18', name: 'Nghỉ bão', decision }, places.province);
    const later = (await go.state(code)).consultations[0]?.dueAt;
    await changeOf(plain('2026-11-18'), places.province);

    expect([told, later, (await go.state(code)).consultations[0]?.dueAt].map((at) => Temporal.Instant.from(at ?? '').toString())).toEqual(['2026-11-18T02:00:00Z', '2026-11-19T02:00:00Z', '2026-11-19T02:00:00Z']);
  });

  test('keeps a promise that would have become earlier, says so in the explanation, and tells nobody', async () => {
    const code = await go.taken();
    const promised = await owed(code);
    const effects = await change(plain('2026-11-23'));
    const { clock } = await go.state(code);

    expect(effects).toMatchObject({ later: 0, messages: 0 });
    expect(effects.affected).toContainEqual({ code, agencyName: 'UBND xã Một', direction: 'kept', before: promised, after: promised });
    expect([clock?.owedAt, clock?.atLeast, clock?.explanation.at(-1)]).toMatchObject([promised, promised, { rule: 'promise-kept', from: '2026-11-25T09:00:00+07:00', to: promised, counted: false }]);
    expect(await messagesOn(code)).toEqual([]);
  });

  test('keeps it also when the clock stops and goes on afterwards, and takes a later day as it comes', async () => {
    await change(dayOff('2026-11-23'));
    const code = await go.taken();
    const promised = await owed(code);
    await change(plain('2026-11-23'));
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', code), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }));
    province.clock.set(startOfTest.add({ minutes: 30 }));
    done(await pay(province.ctx, { ...await go.by('thuquy', code), body: { amountVnd: 50_000, receiptNumber: 'BL', way: 'cash' } }));
    const shortly = await owed(code);
    province.clock.set(startOfTest.add({ hours: 24 }));
    done(await requestSupplement(province.ctx, { ...await go.by('chuyenvien', code), body: { reason: 'Thiếu.', items: [{ paperNo: 1, what: 'x', howToMend: 'y', basis: null }] } }));
    province.clock.set(startOfTest.add({ hours: 72 }));
    done(await supplement(province.ctx, { ...await go.by('tiepnhan', code), body: { note: 'Đã bổ sung.', answers: null, documents: new Map() } }));

    expect([promised, shortly, await owed(code)]).toEqual(['2026-11-26T09:00:00+07:00', promised, '2026-11-30T09:00:00+07:00']);
  });

  test('leaves alone what stands still, has its result, or belongs to another agency', async () => {
    const still = await go.taken();
    done(await requestPayment(province.ctx, { ...await go.by('chuyenvien', still), body: { amountVnd: 50_000, reason: 'Lệ phí.' } }));
    const decided = await go.taken();
    await go.appraised(decided);
    await go.approved(decided);
    await go.issued(decided);
    const elsewhere = await go.filed({ solvingAgency: places.otherCommune });
    const before = await Promise.all([still, decided, elsewhere].map(go.state));
    const effects = await change(dayOff('2026-11-20'));
    const after = await Promise.all([still, decided, elsewhere].map(go.state));

    expect(after).toEqual(before);
    expect(effects.affected.map(({ code }) => code)).not.toContain(still);
    await change(plain('2026-11-20'));
  });

  test('leaves a declared outage out, mends what was missed because of it, and counts it again when it was declared by mistake', async () => {
    const code = await go.taken();
    const outage = { kind: 'outage', id: randomUUID(), from: '2026-11-25T08:00:00+07:00', until: '2026-11-25T10:00:00+07:00', decision } as const;
    province.clock.set(Temporal.Instant.from('2026-11-25T09:30:00+07:00'));
    const effects = await change(outage);
    const moved = await owed(code);
    await change({ kind: 'withdraw-outage', id: outage.id, decision });

    expect([moved, effects.mended >= 1, await owed(code)]).toEqual(['2026-11-25T11:00:00+07:00', true, '2026-11-25T11:00:00+07:00']);
  });

  test('moves the due times of open steps with new office hours from a day on', async () => {
    const code = await go.taken();
    const [step] = (await go.state(code)).tasks;
    const shifts = { mon: [['08:00', '12:00']], tue: [['08:00', '12:00']], wed: [['08:00', '12:00']], thu: [['08:00', '12:00']], fri: [['08:00', '12:00']], sat: [], sun: [] } satisfies Extract<CalendarChange, { kind: 'office-hours' }>['shifts'];
    await change({ kind: 'office-hours', validFrom: '2026-11-18', shifts, cutoff: '11:00', decision });
    const after = await go.state(code);
    await change({ kind: 'drop-office-hours', validFrom: '2026-11-18', decision });

    expect([step?.hours, step?.dueAt === after.tasks[0]?.dueAt, after.clock?.owedAt]).toEqual([step?.hours, false, '2026-12-01T09:30:00+07:00']);
  });

  test('is refused with what to do where it contradicts the calendar', async () => {
    await change(dayOff('2026-11-19'));
    const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } satisfies Extract<CalendarChange, { kind: 'office-hours' }>['shifts'];
    const contradictions: readonly (readonly [CalendarChange, RegExp])[] = [
      [dayOff('2026-11-19'), /vốn đã nghỉ/u], [dayOff('2026-11-22'), /vốn đã nghỉ/u], [dayOff('2031-03-03'), /Chưa công bố lịch làm việc năm 2031/u],
      [{ kind: 'working-day', day: '2026-11-19', as: 'mon', name: 'Làm bù', decision }, /đang là ngày nghỉ theo «Quyết định 12\/QĐ-UBND»\. Bỏ ngày nghỉ ấy trước/u],
      [{ kind: 'working-day', day: '2026-11-18', as: 'mon', name: 'Làm bù', decision }, /vốn là ngày làm việc/u], [{ kind: 'working-day', day: '2026-11-21', as: 'sat', name: 'Làm bù', decision }, /không có giờ làm việc thứ Bảy/u],
      [plain('2026-11-18'), /không ghi gì cho ngày 18\/11\/2026/u], [{ kind: 'office-hours', validFrom: '2026-12-01', shifts: week, cutoff: null, decision }, /Cả tuần không có buổi làm việc nào/u],
      [{ kind: 'office-hours', validFrom: '2026-12-01', shifts: { ...week, tue: [['08:00', '12:00'], ['11:00', '13:00']] }, cutoff: null, decision }, /thứ Ba chồng nhau/u],
      [{ kind: 'drop-office-hours', validFrom: '2026-12-01', decision }, /không có giờ làm việc riêng/u],
      [{ kind: 'outage', id: randomUUID(), from: '2026-11-18T10:00:00+07:00', until: '2026-11-18T10:00:00+07:00', decision }, /kết thúc sau khi bắt đầu/u],
      [{ kind: 'outage', id: randomUUID(), from: '2026-11-18T10:00:00+07:00', until: '2027-11-18T10:00:00+07:00', decision }, /dài nhất 31 ngày/u],
      [{ kind: 'withdraw-outage', id: randomUUID(), decision }, /Không còn sự cố này/u], [{ kind: 'year', year: 2027, decision }, /đã được công bố/u], [{ kind: 'year', year: 2030, decision }, /Chưa công bố lịch năm 2029/u],
    ];
    for (const [asked, text] of contradictions) expect(await preview(asked)).toMatchObject({ ok: false, error: { code: 'calendar-contradiction', text: expect.stringMatching(text) } });
    await change(plain('2026-11-19'));
  });

  test('publishes the next year where one is missing, so that what could not be promised can be', async () => {
    const effects = await change({ kind: 'year', year: 2028, decision });
    const year = await agencyYear(province.ctx, database.db, { actor: province.officer('quantri'), agency: places.commune, year: 2028 });

    expect([effects.later, year?.published, year?.years.at(-1)]).toEqual([0, { status: 'announced', source: decision }, 2028]);
  });

  test('belongs to the administrator of the agency and to the one of the province', async () => {
    const asked = dayOff('2026-12-15');
    const outcomes = await Promise.all([by(asked, 'quantri', places.otherCommune), by(asked, 'quantri', places.province), by(asked, 'lanhdao'), by(asked, 'quantri.tinh', 'Y00'), by(asked, 'quantri.tinh'), by(asked, 'quantri.tinh', places.province)].map((one) => previewCalendarChange(province.ctx, one)));

    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.code))).toEqual(['calendar-not-yours', 'calendar-not-yours', 'calendar-not-yours', 'calendar-not-yours', 'ok', 'ok']);
  });

  test('leaves a log and ledgers that replay, under a role that can rewrite neither', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });
    const year = await agencyYear(province.ctx, database.db, { actor: province.officer('lanhdao'), agency: places.commune, year: 2026 });

    expect(differences).toEqual([]);
    expect([year?.mayChange, year?.changes.map(({ kind, by: who }) => `${kind} ${who}`)]).toMatchObject([false, expect.arrayContaining(['day-off Cán bộ quantri', 'year Cán bộ quantri', 'withdraw-outage Cán bộ quantri'])]);
    await expect(database.pool.query('update deadlines.calendar_change set decision = $1', ['x'])).rejects.toThrow(/permission denied/u);
  });
});
