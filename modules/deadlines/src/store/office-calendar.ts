// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { parseDay, weekdayOf } from '../calendar/minutes.ts';
import { type OfficeCalendar, weekdays } from '../model.ts';
import { deadlinesDb } from './tables.ts';

type Period = { readonly from: string; readonly until: string };

/** Rows of the most specific scope first. */
function nearestFirst<Row extends { readonly scope: string }>(rows: readonly Row[], scopes: readonly string[]): readonly Row[] {
  return [...rows].sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope));
}

async function coverage(db: Db, scopes: readonly string[], { from, until }: Period) {
  const rows = await deadlinesDb(db).selectFrom('deadlines.published_year').select(['year', 'status']).where('scope', 'in', scopes)
    .orderBy('year').execute();
  const published = new Map(rows.map(({ year, status }) => [year, status]));
  let year = Number(from.slice(0, 4));
  let projectedFrom: string | null = null;
  if (!published.has(year)) return null;
  for (; published.has(year) && `${year}-01-01` <= until; year += 1) {
    if (published.get(year) === 'projected') projectedFrom ??= `${year}-01-01`;
  }
  const last = `${year - 1}-12-31`;
  return { coveredUntil: last < until ? last : until, projectedFrom };
}

async function hours(db: Db, scopes: readonly string[], { from, until }: Period) {
  const rows = await deadlinesDb(db).selectFrom('deadlines.office_hours').select(['scope', 'valid_from', 'shifts', 'cutoff'])
    .where('scope', 'in', scopes).where('valid_from', '<=', until).orderBy('valid_from', 'desc').execute();
  const inForce = nearestFirst(rows.filter(({ valid_from: since }) => since <= from), scopes)[0];
  if (inForce === undefined) return null;
  const reach = scopes.indexOf(inForce.scope);
  // Later rows of a less specific scope do not touch an office that has hours of its own.
  const later = rows.filter(({ scope, valid_from: since }) => since > from && scopes.indexOf(scope) <= reach)
    .map(({ valid_from: since, shifts }) => ({ from: since, shifts }));
  return { shifts: inForce.shifts, cutoff: inForce.cutoff, later };
}

/**
 * The working calendar of an office (lịch làm việc), most specific scope first: what is published for the agency wins over the country's.
 * Keep the answer and its compiled form; ask again when the calendar was changed.
 *
 * @param scopes - e.g. `['H15.50', 'H15', 'VN']`
 * @param period - first and last day wanted; the calendar ends earlier when less is published
 * @returns null when no office hours are in force on the first day, or its year is not published
 */
export async function officeCalendar(db: Db, scopes: readonly string[], period: Period): Promise<OfficeCalendar | null> {
  const [covered, open] = [await coverage(db, scopes, period), await hours(db, scopes, period)];
  if (covered === null || open === null) return null;
  const days = await deadlinesDb(db).selectFrom('deadlines.calendar_day').select(['scope', 'day', 'kind', 'as_weekday', 'name'])
    .where('scope', 'in', scopes).where('day', '>=', period.from).where('day', '<=', covered.coveredUntil).orderBy('day').execute();
  const nearest = new Map(nearestFirst(days, scopes).toReversed().map((row) => [row.day, row]));
  const chosen = [...nearest.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const outages = await deadlinesDb(db).selectFrom('deadlines.outage').select(['starts_at', 'ends_at']).where('scope', 'in', scopes).where('withdrawn_at', 'is', null)
    .where(sql<boolean>`ends_at >= ${`${period.from}T00:00:00+07:00`}::timestamptz`).orderBy('starts_at').execute();
  return {
    shifts: open.shifts, cutoff: open.cutoff, laterShifts: open.later,
    daysOff: chosen.filter(({ kind }) => kind === 'off').map(({ day }) => day),
    extraWorkingDays: chosen.filter(({ kind }) => kind === 'working')
      .map(({ day, as_weekday: as }) => ({ date: day, as: as ?? weekdays[weekdayOf(parseDay(day))] ?? 'mon' })),
    dayNames: Object.fromEntries(chosen.map(({ day, name }) => [day, name])),
    outages: outages.map(({ starts_at: from, ends_at: to }) => [from.toString(), to.toString()] as const),
    coveredFrom: period.from, coveredUntil: covered.coveredUntil, projectedFrom: covered.projectedFrom,
  };
}
