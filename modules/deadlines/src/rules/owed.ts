// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import {
  closingAfter, closingOf, countableDay, countedBefore, gap, minuteAfter, minutesBefore, workingDayFrom,
} from '../calendar/lookup.ts';
import { civilDate, dayMinutes, dayNumber, monthLength } from '../calendar/minutes.ts';
import type { CountingMode, TimeLimit } from '../model.ts';

/** A united pause: its minutes [from, to) are not counted. */
export type Pause = readonly [from: number, to: number];

/** From which minute (or day) a count runs, and what it leaves out; pauses are united, ascending. */
export type Run = { readonly effective: number; readonly pauses: readonly Pause[] };
type DayRun = { readonly received: number; readonly pauses: readonly Pause[] };

/** What is counted: `value` in `unit`, after an extension. */
export type Count = {
  readonly value: number;
  readonly unit: TimeLimit['unit'];
  readonly mode: CountingMode;
  readonly firstDayCounted: boolean;
  readonly hoursPerDay: number;
};

/** Calendar days and months always count by day, working hours always by hour. */
export function countsByHour({ unit, mode }: Pick<Count, 'unit' | 'mode'>): boolean {
  return unit === 'working-hour' || (unit === 'working-day' && mode === 'by-hour');
}

/** Whole working minutes of a limit by hour; a fraction of a minute is a minute not yet passed. */
function minutesOwed({ value, unit, hoursPerDay }: Count): number {
  return Math.ceil(Math.round(value * (unit === 'working-hour' ? 1 : hoursPerDay) * 60e6) / 1e6);
}

/**
 * The minute at which the result is owed (ngày hẹn trả), pauses left out; `gap` when the calendar ends before.
 *
 * @legal blds-2015/first-day-not-counted
 */
export function owedAt(calendar: CompiledCalendar, count: Count, run: Run): number {
  const { effective, pauses } = run;
  if (effective === gap) return gap;
  if (countsByHour(count)) return owedByHour(calendar, minutesOwed(count), run);
  const days = { received: Math.floor(effective / dayMinutes), pauses };
  const last = count.unit === 'working-day'
    ? lastWorkingDay(calendar, count, days) : workingDayFrom(calendar, lastDayOfTerm(calendar, count, days));
  return last === gap ? gap : closingOutsidePauses(calendar, closingOf(calendar, last), pauses);
}

function owedByHour(calendar: CompiledCalendar, minutes: number, { effective, pauses }: Run): number {
  let total = minutesBefore(calendar, effective) + minutes;
  for (const [from, to] of pauses) {
    if (to <= effective) continue;
    const before = minutesBefore(calendar, Math.max(from, effective));
    if (before >= total) break;
    total += minutesBefore(calendar, to) - before;
  }
  return minuteAfter(calendar, total);
}

/** First day that a day count may count. */
export function firstDay(count: Count, received: number): number {
  return count.firstDayCounted && count.unit !== 'month' ? received : received + 1;
}

function lastWorkingDay(calendar: CompiledCalendar, count: Count, { received, pauses }: DayRun): number {
  const first = firstDay(count, received);
  let reach = countedBefore(calendar, first) + count.value;
  for (const [from, to] of pauses) {
    const low = Math.max(Math.floor(from / dayMinutes) + 1, first);
    const high = Math.floor(to / dayMinutes);
    // A count already reached on the day the pause began moves no further: the closing rule decides then.
    if (low > high || countedBefore(calendar, low) >= reach) continue;
    reach += countedBefore(calendar, high + 1) - countedBefore(calendar, low);
  }
  return countableDay(calendar, reach);
}

function afterMonths(calendar: CompiledCalendar, received: number, months: number): number {
  const { year, month, day } = civilDate(calendar.base + received);
  const index = year * 12 + month - 1 + months;
  const lastYear = Math.floor(index / 12);
  const lastMonth = index - lastYear * 12 + 1;
  return dayNumber(lastYear, lastMonth, Math.min(day, monthLength(lastYear, lastMonth))) - calendar.base;
}

/** Last day of a term in calendar days or months, pauses added, before it is moved to a working day. */
export function lastDayOfTerm(calendar: CompiledCalendar, count: Count, { received, pauses }: DayRun): number {
  const first = firstDay(count, received);
  let last = count.unit === 'month' ? afterMonths(calendar, received, count.value) : first + count.value - 1;
  for (const [from, to] of pauses) {
    last += Math.max(0, Math.floor(to / dayMinutes) - Math.max(Math.floor(from / dayMinutes) + 1, first) + 1);
  }
  return last;
}

function closingOutsidePauses(calendar: CompiledCalendar, closing: number, pauses: readonly Pause[]): number {
  let owed = closing;
  for (const [from, to] of pauses) {
    if (owed === gap) return gap;
    if (from < owed && owed <= to) owed = closingAfter(calendar, to);
  }
  return owed;
}
