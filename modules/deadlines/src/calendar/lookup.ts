// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from './compile.ts';
import { dayMinutes } from './minutes.ts';

/** Answered instead of a minute or a day when the calendar is not published that far. */
export const gap = -2;

const numberAt = (numbers: Float64Array | Int32Array, at: number): number => numbers[at] ?? 0;

/** Whether a day (counted from the first) is published; builds it. */
export function known(calendar: CompiledCalendar, day: number): boolean {
  if (!(day >= 0 && day < calendar.days)) return false;
  if (day >= calendar.built) calendar.ensure(day);
  return true;
}

/** First working day on or after `day`, or `gap`. */
export function workingDayFrom(calendar: CompiledCalendar, day: number): number {
  let at = day;
  while (known(calendar, at)) {
    if ((calendar.opening[at] ?? -1) >= 0) return at;
    at += 1;
  }
  return gap;
}

/** Closing minute of a working day. */
export function closingOf(calendar: CompiledCalendar, day: number): number {
  return day * dayMinutes + (calendar.closing[day] ?? 0);
}

/** First closing after a minute, or `gap`. */
export function closingAfter(calendar: CompiledCalendar, minute: number): number {
  const day = workingDayFrom(calendar, Math.floor(minute / dayMinutes));
  if (day === gap) return gap;
  const closing = closingOf(calendar, day);
  if (closing > minute) return closing;
  const next = workingDayFrom(calendar, day + 1);
  return next === gap ? gap : closingOf(calendar, next);
}

/** Working minutes, outages left out, before a minute; past the published days it stays at the total. */
export function minutesBefore(calendar: CompiledCalendar, minute: number): number {
  const day = Math.floor(minute / dayMinutes);
  if (!known(calendar, day)) {
    if (day < 0) return 0;
    calendar.ensure(calendar.days - 1);
    return numberAt(calendar.sum, calendar.stretches - 1);
  }
  let at = numberAt(calendar.firstStretch, day);
  const end = numberAt(calendar.firstStretch, day + 1);
  let total = numberAt(calendar.sum, at - 1);
  for (; at < end; at += 1) {
    const from = numberAt(calendar.stretchFrom, at);
    if (from >= minute) break;
    total += Math.min(numberAt(calendar.stretchTo, at), minute) - from;
  }
  return total;
}

/** The earliest minute before which `total` (1 or more) working minutes lie, or `gap`: at a closing it is that closing. */
export function minuteAfter(calendar: CompiledCalendar, total: number): number {
  while (numberAt(calendar.sum, calendar.stretches - 1) < total) {
    if (calendar.built >= calendar.days) return gap;
    calendar.ensure(calendar.built);
  }
  let low = 0;
  let high = calendar.stretches - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(calendar.sum, middle) < total) low = middle + 1;
    else high = middle;
  }
  return numberAt(calendar.stretchTo, low) - numberAt(calendar.sum, low) + total;
}

/** The day on which the count of countable days from the first one reaches `count`, or `gap`. */
export function countableDay(calendar: CompiledCalendar, count: number): number {
  while (calendar.countables < count) {
    if (calendar.built >= calendar.days) return gap;
    calendar.ensure(calendar.built);
  }
  return calendar.countable[count - 1] ?? gap;
}

/** Countable days before a day; past the published days it stays at the total. */
export function countedBefore(calendar: CompiledCalendar, day: number): number {
  const last = Math.max(0, Math.min(day, calendar.days));
  if (last > 0) calendar.ensure(last - 1);
  return calendar.countBefore[last] ?? 0;
}
