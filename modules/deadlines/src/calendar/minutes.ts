// SPDX-License-Identifier: EUPL-1.2
/** Minutes that local time is ahead of UTC in every office of Viet Nam; there are no changes of clock. */
export const zoneMinutes = 420;
export const dayMinutes = 1440;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Days since 1970-01-01 of a civil date of the Gregorian calendar (months from 1). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/** The civil date of a day number. */
export function civilDate(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

/** Days of a month. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return longMonths.has(month) ? 31 : 30;
}

/** 0 is Monday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Reads digits at a place of a text; NaN when one is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at) - 48;
    if (!(code >= 0 && code <= 9)) return Number.NaN;
    value = value * 10 + code;
  }
  return value;
}

/** Day number of «2026-11-24»; NaN when the text is no date. */
export function parseDay(text: string): number {
  return text.length === 10 ? dayAt(text) : Number.NaN;
}

function dayAt(text: string): number {
  if (text[4] !== '-' || text[7] !== '-') return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const valid = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  return valid ? dayNumber(year, month, day) : Number.NaN;
}

/** Minute of the day of «07:30»; NaN when the text is no local time. */
export function parseTime(text: string): number {
  return text.length === 5 ? timeAt(text, 0) : Number.NaN;
}

function timeAt(text: string, at: number): number {
  const hour = digits(text, at, at + 2);
  const minute = digits(text, at + 3, at + 5);
  return text[at + 2] === ':' && hour <= 23 && minute <= 59 ? hour * 60 + minute : Number.NaN;
}

const rest = /^(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d)?)$/u;

/** Whole minutes since 1970-01-01T00:00Z of an ISO 8601 instant with offset, seconds dropped; NaN when the text is none. */
export function parseInstant(text: string): number {
  if (text[10] !== 'T') return Number.NaN;
  const local = dayAt(text) * dayMinutes + timeAt(text, 11);
  const tail = text.length === 22 && text.endsWith('+07:00') ? null : rest.exec(text.slice(16));
  if (tail === null) return text.length === 22 && text.endsWith('+07:00') ? local - zoneMinutes : Number.NaN;
  const [, sign, hours, minutes] = tail;
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  return local - offset;
}

/** «2026-11-24» */
export function dayText(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** «07:30» */
export function timeText(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** «2026-11-24T17:00:00+07:00» of minutes since the epoch. */
export function instantText(minute: number): string {
  const local = minute + zoneMinutes;
  const day = Math.floor(local / dayMinutes);
  return `${dayText(day)}T${timeText(local - day * dayMinutes)}:00+07:00`;
}

/** Whole minutes since the epoch of an instant, seconds dropped. */
export function minuteOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 60_000);
}

/** The instant of a whole minute. */
export function instantOf(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
}
