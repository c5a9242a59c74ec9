// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap, known, minuteAfter, minutesBefore } from '../calendar/lookup.ts';
import { dayMinutes, instantOf, minuteOf } from '../calendar/minutes.ts';
import type { CalendarGap } from '../model.ts';
import { originOf } from './engine.ts';

const knows = (calendar: CompiledCalendar, minute: number): boolean => known(calendar, Math.floor(minute / dayMinutes));

/**
 * The instant at which `minutes` working minutes after `from` have passed: the due time of a step with its own budget.
 * No minutes: `from` itself.
 *
 * @error calendar-gap - the calendar ends before
 * @legal internal-procedures/eight-hours-a-day
 */
export function addWorkingTime({ calendar, from, minutes }: {
  readonly calendar: CompiledCalendar; readonly from: Temporal.Instant; readonly minutes: number;
}): Result<Temporal.Instant, CalendarGap> {
  const start = minuteOf(from) - originOf(calendar);
  if (!knows(calendar, start)) return refuse({ code: 'calendar-gap' });
  if (minutes <= 0) return ok(instantOf(minuteOf(from)));
  const at = minuteAfter(calendar, minutesBefore(calendar, start) + Math.ceil(minutes));
  return at === gap ? refuse({ code: 'calendar-gap' }) : ok(instantOf(at + originOf(calendar)));
}

/**
 * Working minutes of the office in [from, to); 0 when `to` is not later.
 *
 * @error calendar-gap - one of the two days is not published
 */
export function workingMinutesBetween(calendar: CompiledCalendar, from: Temporal.Instant, to: Temporal.Instant): Result<number, CalendarGap> {
  const start = minuteOf(from) - originOf(calendar);
  const end = minuteOf(to) - originOf(calendar);
  if (end <= start) return ok(0);
  if (!knows(calendar, start) || !knows(calendar, end)) return refuse({ code: 'calendar-gap' });
  return ok(minutesBefore(calendar, end) - minutesBefore(calendar, start));
}
