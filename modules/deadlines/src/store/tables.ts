// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant, Json } from '@motcua/db-kit';
import type { Shifts, Weekday } from '../model.ts';

/** How sure a published day or year is. */
export type CalendarStatus = 'official' | 'announced' | 'computed' | 'projected';

export type DeadlineTables = {
  'deadlines.published_year': { scope: string; year: number; status: CalendarStatus; source: string };
  'deadlines.calendar_day': {
    scope: string; day: string; kind: 'off' | 'working'; as_weekday: Weekday | null; name: string;
    reason: 'statutory' | 'compensation' | 'swapped'; status: CalendarStatus; decision: string;
  };
  'deadlines.office_hours': { scope: string; valid_from: string; shifts: Json<Shifts>; cutoff: string | null; source: string };
  'deadlines.outage': { id: string; scope: string; starts_at: Instant; ends_at: Instant; reason: string; declared_by: string; withdrawn_at: Instant | null; withdrawn_by: string | null };
  'deadlines.calendar_change': { id: string; scope: string; change: Json<unknown>; decision: string; by_name: string; by_id: string; at: Instant; effects: Json<unknown> };
};

export const deadlinesDb = (db: Db) => db.$extendTables<DeadlineTables>();
