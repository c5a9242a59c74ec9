// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { z } from 'zod';
import type { CalendarYear } from '../contract.ts';
import { deadlinesDb } from './tables.ts';

type Year = Omit<z.infer<typeof CalendarYear>, 'agency' | 'agencyName' | 'mayChange'>;

const changesShown = 30;

/**
 * One year of an office's calendar as people look at it (lịch làm việc): hours in force and to come, days that differ, outages, what was changed by whom.
 *
 * @param scopes - of the office, most specific first: what stands in the first is its own
 */
export async function calendarYear(db: Db, scopes: readonly [string, ...string[]], year: number): Promise<Year> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const rank = (scope: string): number => scopes.indexOf(scope);
  const own = (scope: string): boolean => scope === scopes[0];
  const on = deadlinesDb(db);
  const published = await on.selectFrom('deadlines.published_year').select(['scope', 'year', 'status', 'source']).where('scope', 'in', scopes).orderBy('year').execute();
  const hours = await on.selectFrom('deadlines.office_hours').selectAll().where('scope', 'in', scopes).where('valid_from', '<=', until).orderBy('valid_from').execute();
  const days = await on.selectFrom('deadlines.calendar_day').selectAll().where('scope', 'in', scopes).where('day', '>=', from).where('day', '<=', until).orderBy('day').execute();
  const outages = await on.selectFrom('deadlines.outage').selectAll().where('scope', 'in', scopes).where('withdrawn_at', 'is', null)
    .where('ends_at', '>=', Temporal.Instant.from(`${from}T00:00:00+07:00`)).where('starts_at', '<=', Temporal.Instant.from(`${until}T23:59:00+07:00`)).orderBy('starts_at').execute();
  const changes = await on.selectFrom('deadlines.calendar_change').select(['id', 'change', 'decision', 'by_name', 'at', 'effects']).where('scope', '=', scopes[0]).orderBy('at', 'desc').limit(changesShown).execute();
  const nearest = new Map(days.toSorted((a, b) => rank(b.scope) - rank(a.scope)).map((row) => [row.day, row]));
  // Hours of the nearest scope stand; those of wider ones only where it has none of its own.
  const reach = Math.min(...hours.map(({ scope }) => rank(scope)));
  const standing = hours.filter(({ scope }) => rank(scope) === reach);
  const inForce = standing.findLast(({ valid_from: since }) => since <= from) ?? standing[0];
  return {
    year, published: published.filter((row) => row.year === year).map(({ status, source }) => ({ status, source }))[0] ?? null,
    years: [...new Set(published.map((row) => row.year))],
    hours: standing.filter((row) => row === inForce || row.valid_from > from)
      .map(({ scope, valid_from: validFrom, shifts, cutoff, source }) => ({ validFrom, shifts: mutable(shifts), cutoff, decision: source, own: own(scope) })),
    days: [...nearest.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ scope, day, kind, as_weekday: as, name, decision, status }) => ({ day, kind, as, name, decision, status, own: own(scope) })),
    outages: outages.map(({ id, scope, starts_at: starts, ends_at: ends, reason, declared_by: by }) => ({ id, from: starts.toString(), until: ends.toString(), decision: reason, by, own: own(scope) })),
    changes: changes.map(({ id, change, decision, by_name: by, at, effects }) => ({ id, kind: kindOf(change), decision, by, at: at.toString(), moved: movedBy(effects) })),
  };
}

type Shifts = Year['hours'][number]['shifts'];

const mutable = (shifts: Readonly<Record<keyof Shifts, readonly (readonly [string, string])[]>>): Shifts => {
  const copy = (list: readonly (readonly [string, string])[]): [string, string][] => list.map(([opens, closes]) => [opens, closes]);
  return { mon: copy(shifts.mon), tue: copy(shifts.tue), wed: copy(shifts.wed), thu: copy(shifts.thu), fri: copy(shifts.fri), sat: copy(shifts.sat), sun: copy(shifts.sun) };
};

const kindOf = (change: unknown): string => (typeof change === 'object' && change !== null && 'kind' in change && typeof change.kind === 'string' ? change.kind : '');

const movedBy = (effects: unknown): number => (typeof effects === 'object' && effects !== null && 'later' in effects && typeof effects.later === 'number' ? effects.later : 0);

/** The years whose calendar is published for some scopes. */
export async function publishedYears(db: Db, scopes: readonly string[]): Promise<ReadonlySet<number>> {
  return new Set((await deadlinesDb(db).selectFrom('deadlines.published_year').select('year').distinct().where('scope', 'in', [...scopes]).execute()).map(({ year }) => year));
}
