// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Result, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';
import { dayMinutes, parseDay, parseTime, weekdayOf } from '../calendar/minutes.ts';
import { isShifts } from '../cases/read-case.ts';
import type { CalendarChange } from '../contract.ts';
import { type Shifts, type Weekday, weekdays } from '../model.ts';
import { declareOutage, setOfficeHours, storeDays } from './calendar-acts.ts';
import { officeCalendar } from './office-calendar.ts';
import { deadlinesDb } from './tables.ts';

type Change = z.infer<typeof CalendarChange>;
type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** Why a calendar was not changed: `field` of the change, and what to do, in Vietnamese. */
export type ChangeRefusal = { readonly code: 'calendar-contradiction'; readonly field: string; readonly text: string };

/** Where a change is made: the scopes of the office, most specific first; the change is written for the first. */
export type ChangePlace = { readonly scopes: readonly [string, ...string[]]; readonly by: string; readonly at: Temporal.Instant };

type Outcome = Result<null, ChangeRefusal>;

const against = (field: string, text: string): Outcome => refuse({ code: 'calendar-contradiction', field, text });

const dayWords: Readonly<Record<Weekday, string>> = { mon: 'thứ Hai', tue: 'thứ Ba', wed: 'thứ Tư', thu: 'thứ Năm', fri: 'thứ Sáu', sat: 'thứ Bảy', sun: 'Chủ nhật' };
const people = (day: string): string => day.split('-').reverse().join('/');
const weekdayName = (day: string): Weekday => weekdays[weekdayOf(parseDay(day))] ?? 'mon';

type DayState = { readonly shifts: Shifts; readonly works: boolean };

/** How a day stands before the change; or the refusal that its year is not published, or has no office hours. */
async function dayState(db: Db, { scopes }: ChangePlace, day: string): Promise<Result<DayState, ChangeRefusal>> {
  const calendar = await officeCalendar(db, scopes, { from: day, until: day });
  if (calendar === null) return refuse({ code: 'calendar-contradiction', field: 'day', text: `Chưa công bố lịch làm việc năm ${day.slice(0, 4)} hoặc giờ làm việc cho ngày này. Công bố năm và giờ làm việc trước.` });
  const swapped = calendar.extraWorkingDays.find(({ date }) => date === day);
  const off = calendar.daysOff.includes(day);
  return ok({ shifts: calendar.shifts, works: swapped !== undefined || (!off && calendar.shifts[weekdayName(day)].length > 0) });
}

const ownDay = (db: Db, { scopes }: ChangePlace, day: string) =>
  deadlinesDb(db).selectFrom('deadlines.calendar_day').select(['kind', 'decision']).where('scope', '=', scopes[0]).where('day', '=', day).executeTakeFirst();

async function dayOff(db: Db, place: ChangePlace, { day, name, decision }: Of<'day-off'>): Promise<Outcome> {
  const [own, state] = [await ownDay(db, place, day), await dayState(db, place, day)];
  if (!state.ok) return state;
  if (own?.kind === 'working') return against('day', `Ngày ${people(day)} đang là ngày làm bù theo «${own.decision}». Bỏ ngày làm bù ấy trước.`);
  if (!state.value.works) return against('day', `Ngày ${people(day)} vốn đã nghỉ. Chọn một ngày làm việc.`);
  await storeDays(db, [{ scope: place.scopes[0], day, kind: 'off', asWeekday: null, name, reason: 'swapped', status: 'announced', decision }]);
  return ok(null);
}

async function workingDay(db: Db, place: ChangePlace, { day, as, name, decision }: Of<'working-day'>): Promise<Outcome> {
  const [own, state] = [await ownDay(db, place, day), await dayState(db, place, day)];
  if (!state.ok) return state;
  if (own?.kind === 'off') return against('day', `Ngày ${people(day)} đang là ngày nghỉ theo «${own.decision}». Bỏ ngày nghỉ ấy trước.`);
  if (state.value.works) return against('day', `Ngày ${people(day)} vốn là ngày làm việc. Chọn một ngày nghỉ.`);
  if (state.value.shifts[as].length === 0) return against('as', `Cơ quan không có giờ làm việc ${dayWords[as]} để lấy làm giờ làm bù. Chọn thứ khác.`);
  await storeDays(db, [{ scope: place.scopes[0], day, kind: 'working', asWeekday: as, name, reason: 'swapped', status: 'announced', decision }]);
  return ok(null);
}

async function plainDay(db: Db, { scopes }: ChangePlace, { day }: Of<'plain-day'>): Promise<Outcome> {
  const { numDeletedRows } = await deadlinesDb(db).deleteFrom('deadlines.calendar_day').where('scope', '=', scopes[0]).where('day', '=', day).executeTakeFirst();
  return numDeletedRows > 0n ? ok(null) : against('day', `Lịch riêng của cơ quan không ghi gì cho ngày ${people(day)}. Ngày nghỉ chung bỏ ở nơi đã công bố nó.`);
}

async function officeHours(db: Db, { scopes }: ChangePlace, { validFrom, shifts, cutoff, decision }: Of<'office-hours'>): Promise<Outcome> {
  const bad = weekdays.find((weekday) => !isShifts({ ...emptyWeek, [weekday]: shifts[weekday] }));
  if (bad !== undefined) return against(`shifts.${bad}`, `Giờ làm việc ${dayWords[bad]} chồng nhau hoặc sai thứ tự. Mỗi buổi ghi giờ mở trước giờ đóng, buổi sau không sớm hơn buổi trước.`);
  if (weekdays.every((weekday) => shifts[weekday].length === 0)) return against('shifts', 'Cả tuần không có buổi làm việc nào. Ghi ít nhất một buổi.');
  if (cutoff !== null && Number.isNaN(parseTime(cutoff))) return against('cutoff', 'Giờ chốt nhận hồ sơ ghi dạng 15:00.');
  const set = await setOfficeHours(db, { scope: scopes[0], validFrom, shifts, cutoff, source: decision });
  return set.ok ? set : against(set.error.field, 'Giờ làm việc chưa đúng. Kiểm tra lại ngày và giờ.');
}

const emptyWeek: Shifts = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

async function dropHours(db: Db, { scopes }: ChangePlace, { validFrom }: Of<'drop-office-hours'>): Promise<Outcome> {
  const { numDeletedRows } = await deadlinesDb(db).deleteFrom('deadlines.office_hours').where('scope', '=', scopes[0]).where('valid_from', '=', validFrom).executeTakeFirst();
  if (numDeletedRows === 0n) return against('validFrom', `Cơ quan không có giờ làm việc riêng từ ngày ${people(validFrom)}.`);
  const left = await officeCalendar(db, scopes, { from: validFrom, until: validFrom });
  return left === null ? against('validFrom', 'Bỏ đi thì cơ quan không còn giờ làm việc nào. Ghi giờ làm việc khác trước.') : ok(null);
}

async function outage(db: Db, { scopes, by }: ChangePlace, { id, from, until, decision }: Of<'outage'>): Promise<Outcome> {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)];
  if (Temporal.Instant.compare(start, end) >= 0) return against('until', 'Sự cố phải kết thúc sau khi bắt đầu.');
  if (start.until(end).total('minutes') > 31 * dayMinutes) return against('until', 'Một lần công bố sự cố dài nhất 31 ngày. Kiểm tra lại ngày kết thúc.');
  const same = await deadlinesDb(db).selectFrom('deadlines.outage').select('id').where('scope', '=', scopes[0]).where('withdrawn_at', 'is', null).where('starts_at', '=', start).where('ends_at', '=', end).executeTakeFirst();
  if (same !== undefined) return against('from', 'Sự cố này đã được công bố.');
  const declared = await declareOutage(db, { id, scope: scopes[0], from: start, until: end, reason: decision, declaredBy: by });
  return declared.ok ? declared : against('until', 'Sự cố phải kết thúc sau khi bắt đầu.');
}

async function withdrawOutage(db: Db, { scopes, by, at }: ChangePlace, { id }: Of<'withdraw-outage'>): Promise<Outcome> {
  const { numUpdatedRows } = await deadlinesDb(db).updateTable('deadlines.outage').set({ withdrawn_at: at.toString(), withdrawn_by: by })
    .where('id', '=', id).where('scope', '=', scopes[0]).where('withdrawn_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n ? ok(null) : against('id', 'Không còn sự cố này trong lịch của cơ quan. Tải lại trang.');
}

async function publishYear(db: Db, { scopes }: ChangePlace, { year, decision }: Of<'year'>): Promise<Outcome> {
  const rows = await deadlinesDb(db).selectFrom('deadlines.published_year').select('year').where('scope', 'in', scopes).execute();
  const known = new Set(rows.map((row) => row.year));
  if (known.has(year)) return against('year', `Lịch năm ${year} đã được công bố.`);
  if (known.size > 0 && !known.has(year - 1)) return against('year', `Chưa công bố lịch năm ${year - 1}. Công bố lần lượt từng năm để không hở năm nào.`);
  await deadlinesDb(db).insertInto('deadlines.published_year').values({ scope: scopes[0], year, status: 'announced', source: decision }).execute();
  return ok(null);
}

/**
 * Changes the calendar of an office (đổi lịch làm việc), in the caller's transaction; what contradicts it is refused with what to do.
 *
 * @error calendar-contradiction - the day is so already, another decision stands against it, shifts overlap, a year is missing
 * @legal blld-2019/holidays
 */
export function changeOfficeCalendar(db: Db, place: ChangePlace, change: Change): Promise<Outcome> {
  switch (change.kind) {
    case 'day-off': return dayOff(db, place, change);
    case 'working-day': return workingDay(db, place, change);
    case 'plain-day': return plainDay(db, place, change);
    case 'office-hours': return officeHours(db, place, change);
    case 'drop-office-hours': return dropHours(db, place, change);
    case 'outage': return outage(db, place, change);
    case 'withdraw-outage': return withdrawOutage(db, place, change);
    case 'year': return publishYear(db, place, change);
  }
}

/** A change as it is logged; `effects` is what the caller says it did. */
export type LoggedChange = { readonly id: string; readonly scope: string; readonly change: Change; readonly byId: string; readonly by: string; readonly at: Temporal.Instant; readonly effects: unknown };

/** Logs a change of a calendar with its effects. */
export async function logCalendarChange(db: Db, { id, scope, change, byId, by, at, effects }: LoggedChange): Promise<void> {
  await deadlinesDb(db).insertInto('deadlines.calendar_change')
    .values({ id, scope, change: JSON.stringify(change), decision: change.decision, by_id: byId, by_name: by, at: at.toString(), effects: JSON.stringify(effects) }).execute();
}

/** The effects a change was logged with; undefined when there is none of this id. */
export async function loggedChange(db: Db, id: string): Promise<{ readonly scope: string; readonly effects: unknown } | undefined> {
  return deadlinesDb(db).selectFrom('deadlines.calendar_change').select(['scope', 'effects']).where('id', '=', id).executeTakeFirst();
}
