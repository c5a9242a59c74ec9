// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Shifts, Weekday } from '../model.ts';

/** One published day of a scope: `VN` for the country, else an agency's code. */
export type CalendarDayRow = {
  readonly scope: string;
  readonly day: string;
  readonly kind: 'off' | 'working';
  /** For a working day swapped in: the weekday whose shifts it has. */
  readonly asWeekday: Weekday | null;
  readonly name: string;
  readonly reason: 'statutory' | 'compensation' | 'swapped';
  readonly status: 'official' | 'computed' | 'projected';
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

/** Publishes one day; the same scope and day again replaces it. */
export async function setCalendarDay(db: Db, row: CalendarDayRow): Promise<void> {
  return Promise.reject(new Error(`not built yet: ${row.day} ${String(db.isTransaction)}`));
}

/** Publishes office hours; the same scope and first day again replaces them. */
export async function setOfficeHours(db: Db, hours: OfficeHours): Promise<void> {
  return Promise.reject(new Error(`not built yet: ${hours.validFrom} ${String(db.isTransaction)}`));
}

/** Declares an outage. */
export async function declareOutage(db: Db, outage: Outage): Promise<void> {
  return Promise.reject(new Error(`not built yet: ${outage.id} ${String(db.isTransaction)}`));
}
