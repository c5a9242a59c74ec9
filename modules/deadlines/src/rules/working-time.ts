// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel';
import type { CompiledCalendar } from '../calendar/compile.ts';
import type { CalendarGap } from '../model.ts';

/** The instant at which `minutes` working minutes after `from` have passed: the due time of a step with its own budget. */
export function addWorkingTime(asked: {
  readonly calendar: CompiledCalendar; readonly from: Temporal.Instant; readonly minutes: number;
}): Result<Temporal.Instant, CalendarGap> {
  throw new Error(`not built yet: ${asked.minutes}`);
}

/** Working minutes of the office in [from, to); 0 when `to` is not later. */
export function workingMinutesBetween(calendar: CompiledCalendar, from: Temporal.Instant, to: Temporal.Instant): Result<number, CalendarGap> {
  throw new Error(`not built yet: ${calendar.calendar.coveredUntil} ${from.toString()} ${to.toString()}`);
}
