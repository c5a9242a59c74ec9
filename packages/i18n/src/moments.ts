// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from './messages.ts';

// Viet Nam has one zone without changes of clock, and browsers have no Temporal yet: shift, then read as UTC.
const officeShift = 7 * 3_600_000;

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const two = (value: number): string => String(value).padStart(2, '0');

function officeParts(instant: string): { readonly time: string; readonly day: string; readonly date: string; readonly weekday: number; readonly year: number } {
  const local = new Date(Date.parse(instant) + officeShift);
  const date = `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}`;
  return {
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
    day: local.toISOString().slice(0, 10),
    date,
    weekday: local.getUTCDay(),
    year: local.getUTCFullYear(),
  };
}

/** The calendar day of an instant in the offices of Viet Nam, as `2026-11-30`. */
export function officeDayOf(instant: string): string {
  return officeParts(instant).day;
}

/** «15:20» */
export function timeText(instant: string): string {
  return officeParts(instant).time;
}

/** «15:20 thứ Hai, 30/11/2026»: a promise, with hour and weekday. */
export function momentText(instant: string, locale: Locale = 'vi'): string {
  const at = officeParts(instant);
  return `${at.time} ${weekdays[locale][at.weekday] ?? ''}, ${at.date}/${String(at.year)}`;
}

/** The same of a moment given in seconds since 1970. */
export function secondText(second: number, locale: Locale = 'vi'): string {
  return momentText(new Date(second * 1000).toISOString(), locale);
}

/** «15:20 30/11/2026» */
export function momentShort(instant: string): string {
  const at = officeParts(instant);
  return `${at.time} ${at.date}/${String(at.year)}`;
}

/** «15:20 hôm nay», «15:20 30/11» within the year of `now`, «15:20 04/01/2027» beyond: for rows of a list. */
export function momentInList(instant: string, now: string): string {
  const [at, today] = [officeParts(instant), officeParts(now)];
  if (at.day === today.day) return `${at.time} hôm nay`;
  return at.year === today.year ? `${at.time} ${at.date}` : `${at.time} ${at.date}/${String(at.year)}`;
}

/** A stretch of time as short as it can be said: «07:30 – 11:30 23/11/2026», «24/11/2026» for a whole day, «21/11/2026 – 22/11/2026» for several. */
export function rangeText(from: string, to: string): string {
  const [begin, end] = [officeParts(from), officeParts(to)];
  if (begin.time === '00:00' && end.time === '00:00' && begin.day !== end.day) {
    const last = officeParts(new Date(Date.parse(to) - 1).toISOString());
    return last.day === begin.day ? dayText(begin.day) : `${dayText(begin.day)} – ${dayText(last.day)}`;
  }
  return begin.day === end.day ? `${begin.time} – ${end.time} ${dayText(end.day)}` : `${momentShort(from)} – ${momentShort(to)}`;
}

/** A calendar day `2026-11-30` as «30/11/2026». */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

/** Which day of the week a calendar day is: 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** How many days a month has; January is 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A calendar day as «thứ Hai, 30/11/2026». */
export function weekdayText(day: string, locale: Locale = 'vi'): string {
  const weekday = new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return `${weekdays[locale][weekday] ?? ''}, ${dayText(day)}`;
}

/**
 * The calendar day a person typed, in any of «1/2/95», «01-02-1995», «010295», «1.2.1995», as `1995-02-01`;
 * undefined if it is none. Two-digit years are read as the latest year not after `notAfter`.
 *
 * @param notAfter - calendar day; a birthday is not in the future
 */
export function readDay(typed: string, notAfter: string): string | undefined {
  const compact = /^(\d{2})(\d{2})(\d{2}|\d{4})$/u.exec(typed.trim());
  const parts = compact ?? /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{2}|\d{4})$/u.exec(typed.trim());
  if (parts === null) return undefined;

  const [, date = '', month = '', typedYear = ''] = parts;
  const century = Number(notAfter.slice(0, 2)) * 100;
  const near = century + Number(typedYear);
  const year = typedYear.length === 4 ? Number(typedYear) : near > Number(notAfter.slice(0, 4)) ? near - 100 : near;
  const day = `${String(year)}-${two(Number(month))}-${two(Number(date))}`;
  return isDay(day) ? day : undefined;
}

function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}
