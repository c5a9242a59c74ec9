// SPDX-License-Identifier: EUPL-1.2
import { type OfficeCalendar, computeDeadline } from '@motcua/deadlines';
import { officeDay } from '@motcua/kernel';
import type { PublicationClock } from '../contract.ts';

/** The day `count` working days after a day, that day not counted; null where no calendar is published, or no number holds. */
export function workingDaysAfter(calendar: OfficeCalendar | null, day: string, count: number | null): string | null {
  if (calendar === null || count === null) return null;
  const { returnAt } = computeDeadline({
    id: '', receivedAt: `${day}T12:00:00+07:00`, limit: { value: count, unit: 'working-day' }, mode: 'by-day', calendar, events: [],
    rules: { firstDayCounted: false, cutoff: null, hoursPerDay: 8, onSupplement: 'restart', lastMinutes: 0, countsFrom: null },
  });
  return returnAt === null ? null : officeDay(Temporal.Instant.from(returnAt)).toString();
}

const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/**
 * How a clock of publication stands (thời hạn công bố): done in time or late, open or late by so many days.
 *
 * @param doneOn - null: not done yet
 * @legal nd-63-2010/d24
 */
export function clockOf({ due, doneOn, today }: { readonly due: string | null; readonly doneOn: string | null; readonly today: string }): PublicationClock {
  if (due === null) return { due, state: 'unknown', lateDays: 0 };
  const late = Math.max(0, daysBetween(due, doneOn ?? today));
  if (doneOn === null) return { due, state: late > 0 ? 'late' : 'open', lateDays: late };
  return { due, state: late > 0 ? 'done-late' : 'done', lateDays: late };
}

/**
 * Whether a decision came early enough before its effect: the day it may take effect at the earliest, against the day it does.
 *
 * @legal nd-63-2010/d15
 */
export function leadOf({ earliest, validFrom }: { readonly earliest: string | null; readonly validFrom: string }): PublicationClock {
  if (earliest === null) return { due: null, state: 'unknown', lateDays: 0 };
  const short = Math.max(0, daysBetween(validFrom, earliest));
  return { due: earliest, state: short > 0 ? 'done-late' : 'done', lateDays: short };
}
