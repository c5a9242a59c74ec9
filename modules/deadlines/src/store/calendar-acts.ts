// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { ok, refuse, type Result } from '@motcua/kernel';
import { isShifts } from '../cases/read-case.ts';
import { parseDay, parseTime } from '../calendar/minutes.ts';
import type { Shifts, Weekday } from '../model.ts';
import { type CalendarStatus, deadlinesDb } from './tables.ts';

/** One published day of a scope: `VN` for the country, else an agency's code. */
export type CalendarDayRow = {
  readonly scope: string;
  readonly day: string;
  readonly kind: 'off' | 'working';
  /** For a working day swapped in: the weekday whose shifts it has; null: its own. */
  readonly asWeekday: Weekday | null;
  readonly name: string;
  readonly reason: 'statutory' | 'compensation' | 'swapped';
  readonly status: CalendarStatus;
  /** Decision or notice it rests on. */
  readonly decision: string;
};

/** Office hours of a scope from a day on. */
export type OfficeHours = {
  readonly scope: string;
  readonly validFrom: string;
  readonly shifts: Shifts;
  readonly cutoff: string | null;
  readonly source: string;
};

/** A declared breakdown of the system (sự cố): working time in it is not counted. */
export type Outage = {
  readonly id: string;
  readonly scope: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly reason: string;
  readonly declaredBy: string;
};

/** What was not taken into the calendar: `field` says what is wrong with it. */
export type CalendarRefusal = { readonly code: 'bad-calendar-entry'; readonly field: string };

const bad = (field: string): Result<null, CalendarRefusal> => refuse({ code: 'bad-calendar-entry', field });

/** Publishes days; the same scope and day again replaces it. */
export async function storeDays(db: Db, rows: readonly CalendarDayRow[]): Promise<void> {
  if (rows.length === 0) return;
  await deadlinesDb(db).insertInto('deadlines.calendar_day')
    .values(rows.map(({ asWeekday, ...row }) => ({ ...row, as_weekday: asWeekday })))
    .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet((row) => ({
      kind: row.ref('excluded.kind'), as_weekday: row.ref('excluded.as_weekday'), name: row.ref('excluded.name'),
      reason: row.ref('excluded.reason'), status: row.ref('excluded.status'), decision: row.ref('excluded.decision'),
    }))).execute();
}

/**
 * Publishes one day (ngày nghỉ, ngày làm bù); the same scope and day again replaces it.
 *
 * @error bad-calendar-entry - the date does not exist, or a day off names a weekday
 * @legal blld-2019/holidays
 */
export async function setCalendarDay(db: Db, row: CalendarDayRow): Promise<Result<null, CalendarRefusal>> {
  if (Number.isNaN(parseDay(row.day))) return bad('day');
  if (row.kind === 'off' && row.asWeekday !== null) return bad('asWeekday');
  await storeDays(db, [row]);
  return ok(null);
}

/**
 * Publishes office hours (giờ làm việc); the same scope and first day again replaces them.
 *
 * @error bad-calendar-entry - shifts overlap, are out of order or miss a weekday; or a date or hour does not exist
 */
export async function setOfficeHours(db: Db, hours: OfficeHours): Promise<Result<null, CalendarRefusal>> {
  const { scope, validFrom, cutoff, source } = hours;
  if (Number.isNaN(parseDay(validFrom))) return bad('validFrom');
  if (!isShifts(hours.shifts)) return bad('shifts');
  if (cutoff !== null && Number.isNaN(parseTime(cutoff))) return bad('cutoff');
  const shifts = JSON.stringify(hours.shifts);
  await deadlinesDb(db).insertInto('deadlines.office_hours').values({ scope, valid_from: validFrom, shifts, cutoff, source })
    .onConflict((conflict) => conflict.columns(['scope', 'valid_from']).doUpdateSet({ shifts, cutoff, source })).execute();
  return ok(null);
}

/**
 * Declares an outage (công bố sự cố). Declared again under the same id it stays as it was.
 *
 * @error bad-calendar-entry - it does not end after it began
 * @legal nd-301-2026/not-counted
 */
export async function declareOutage(db: Db, { id, scope, from, until, reason, declaredBy }: Outage): Promise<Result<null, CalendarRefusal>> {
  if (Temporal.Instant.compare(from, until) >= 0) return bad('until');
  await deadlinesDb(db).insertInto('deadlines.outage')
    .values({ id, scope, starts_at: from.toString(), ends_at: until.toString(), reason, declared_by: declaredBy })
    .onConflict((conflict) => conflict.column('id').doNothing()).execute();
  return ok(null);
}
