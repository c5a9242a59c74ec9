// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { parseDay, weekdayOf } from '../calendar/minutes.ts';
import { type OfficeCalendar, weekdays } from '../model.ts';
import { deadlinesDb } from './tables.ts';

type Period = { readonly from: string; readonly until: string; readonly around?: string };

/** Rows of the most specific scope first. */
function nearestFirst<Row extends { readonly scope: string }>(rows: readonly Row[], scopes: readonly string[]): readonly Row[] {
  return [...rows].sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope));
}

type Run = { readonly first: number; last: number };

/** Published years without a hole between them, earliest first. */
function runsOf(years: Iterable<number>): readonly Run[] {
  const runs: Run[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run?.last === year - 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const laterDay = (one: string, other: string): string => (one < other ? other : one);
const earlierDay = (one: string, other: string): string => (one < other ? one : other);

/** The published years around a day, as far as they hang together inside the period. */
async function coverage(db: Db, scopes: readonly string[], { from, until, around = from }: Period) {
  const rows = await deadlinesDb(db).selectFrom('deadlines.published_year').select(['year', 'status']).where('scope', 'in', scopes)
    .orderBy('year').execute();
  const published = new Map(rows.map(({ year, status }) => [year, status]));
  const runs = runsOf(published.keys());
  const run = runs.findLast(({ first }) => first <= yearOf(around)) ?? runs[0];
  if (run === undefined || run.last < yearOf(from) || run.first > yearOf(until)) return null;
  const [coveredFrom, coveredUntil] = [laterDay(from, `${run.first}-01-01`), earlierDay(until, `${run.last}-12-31`)];
  const projected = [...published].find(([year, status]) => status === 'projected' && year >= yearOf(coveredFrom) && year <= yearOf(coveredUntil))?.[0];
  return { coveredFrom, coveredUntil, projectedFrom: projected === undefined ? null : `${projected}-01-01` };
}

/** Office hours from each day on which they change: on every day those of the most specific scope that has any. Empty: none. */
async function hours(db: Db, scopes: readonly string[], { from, until }: Period) {
  const rows = await deadlinesDb(db).selectFrom('deadlines.office_hours').select(['scope', 'valid_from', 'shifts', 'cutoff'])
    .where('scope', 'in', scopes).where('valid_from', '<=', until).orderBy('valid_from', 'desc').execute();
  const changes = [...new Set(rows.map(({ valid_from: since }) => laterDay(since, from)))].sort();
  return changes.flatMap((day) => {
    const [row] = nearestFirst(rows.filter(({ valid_from: since }) => since <= day), scopes);
    return row === undefined ? [] : [{ from: day, shifts: row.shifts, cutoff: row.cutoff }];
  });
}

/**
 * The working calendar of an office (lịch làm việc), most specific scope first: what is published for the agency wins over the country's.
 * Keep the answer and its compiled form; ask again when the calendar was changed.
 *
 * @param scopes - e.g. `['H15.50', 'H15', 'VN']`
 * @param period - first and last day wanted; the calendar begins later and ends earlier when less is published. `around`: the day whose run of published years is meant, default the first
 * @returns null when there are no office hours, or no year of the period is published
 */
export async function officeCalendar(db: Db, scopes: readonly string[], period: Period): Promise<OfficeCalendar | null> {
  const [covered, [open, ...later]] = [await coverage(db, scopes, period), await hours(db, scopes, period)];
  if (covered === null || open === undefined || open.from > covered.coveredUntil) return null;
  const coveredFrom = laterDay(covered.coveredFrom, open.from);
  const days = await deadlinesDb(db).selectFrom('deadlines.calendar_day').select(['scope', 'day', 'kind', 'as_weekday', 'name'])
    .where('scope', 'in', scopes).where('day', '>=', coveredFrom).where('day', '<=', covered.coveredUntil).orderBy('day').execute();
  const nearest = new Map(nearestFirst(days, scopes).toReversed().map((row) => [row.day, row]));
  const chosen = [...nearest.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const outages = await deadlinesDb(db).selectFrom('deadlines.outage').select(['starts_at', 'ends_at']).where('scope', 'in', scopes).where('withdrawn_at', 'is', null)
    .where(sql<boolean>`ends_at >= ${`${coveredFrom}T00:00:00+07:00`}::timestamptz`).orderBy('starts_at').execute();
  return {
    shifts: open.shifts, cutoff: open.cutoff, laterShifts: later,
    daysOff: chosen.filter(({ kind }) => kind === 'off').map(({ day }) => day),
    extraWorkingDays: chosen.filter(({ kind }) => kind === 'working')
      .map(({ day, as_weekday: as }) => ({ date: day, as: as ?? weekdays[weekdayOf(parseDay(day))] ?? 'mon' })),
    dayNames: Object.fromEntries(chosen.map(({ day, name }) => [day, name])),
    outages: outages.map(({ starts_at: from, ends_at: to }) => [from.toString(), to.toString()] as const),
    coveredFrom, coveredUntil: covered.coveredUntil, projectedFrom: covered.projectedFrom,
  };
}
