// SPDX-License-Identifier: EUPL-1.2
import type { CalendarChange, CalendarYear } from '@motcua/deadlines/contract';
import { readDay } from '@motcua/i18n';

export type Hours = CalendarYear['hours'][number];
export type WeekShifts = Hours['shifts'];
export type Weekday = keyof WeekShifts;

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Some Monday to Sunday: a day of each name. */
export const someWeek: Readonly<Record<Weekday, string>> = { mon: '2026-03-02', tue: '2026-03-03', wed: '2026-03-04', thu: '2026-03-05', fri: '2026-03-06', sat: '2026-03-07', sun: '2026-03-08' };

/** «07:30-11:30, 13:30-17:00»; nothing for a day of rest. */
export function shiftsText(shifts: WeekShifts[Weekday]): string {
  return shifts.map(([opens, closes]) => `${opens}-${closes}`).join(', ');
}

const shift = /^(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})$/u;

/** What was typed for one weekday; undefined when it cannot be read. */
function readShifts(typed: string): WeekShifts[Weekday] | undefined {
  const parts = typed.split(/[,;]/u).map((part) => part.trim()).filter((part) => part !== '');
  const read = parts.flatMap((part): [string, string][] => {
    const [, a, b, c, d] = shift.exec(part) ?? [];
    return a === undefined || b === undefined || c === undefined || d === undefined ? [] : [[`${a.padStart(2, '0')}:${b}`, `${c.padStart(2, '0')}:${d}`]];
  });
  return read.length === parts.length ? read : undefined;
}

/** «7h30», «07:30» → «07:30»; undefined when it is no hour. */
function readTime(typed: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2})[:h](\d{2})$/u.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** What is typed into the form of a change. */
export type Typed = Readonly<Record<string, string>>;

type Read = { readonly change: CalendarChange } | { readonly faults: readonly { readonly field: string; readonly text: 'calendar.form.bad-day' | 'calendar.form.bad-time' | 'calendar.form.bad' }[] };
type Fault = Extract<Read, { faults: unknown }>['faults'][number];

type Reading = { readonly typed: Typed; readonly faults: Fault[] };

// Two-digit years of a calendar lie in this century, ahead as well as behind.
const lastDay = '2099-12-31';

function day({ typed, faults }: Reading, field: string): string {
  const read = readDay(typed[field] ?? '', lastDay);
  if (read === undefined) faults.push({ field, text: 'calendar.form.bad-day' });
  return read ?? '';
}

function line({ typed, faults }: Reading, field: string, least: number): string {
  const text = (typed[field] ?? '').trim();
  if (text.length < least) faults.push({ field, text: 'calendar.form.bad' });
  return text;
}

function time({ typed, faults }: Reading, field: string): string {
  const read = readTime(typed[field] ?? '');
  if (read === undefined) faults.push({ field, text: 'calendar.form.bad-time' });
  return read ?? '';
}

function week(reading: Reading): WeekShifts {
  const of = (weekday: Weekday): WeekShifts[Weekday] => {
    const read = readShifts(reading.typed[weekday] ?? '');
    if (read === undefined) reading.faults.push({ field: weekday, text: 'calendar.form.bad' });
    return read ?? [];
  };
  return { mon: of('mon'), tue: of('tue'), wed: of('wed'), thu: of('thu'), fri: of('fri'), sat: of('sat'), sun: of('sun') };
}

export type FormKind = 'day-off' | 'working-day' | 'outage' | 'office-hours';

function changeIn(kind: FormKind, reading: Reading, id: string): CalendarChange {
  const { typed } = reading;
  const decision = (): string => line(reading, 'decision', 3);
  switch (kind) {
    case 'day-off': return { kind, day: day(reading, 'day'), name: line(reading, 'name', 1), decision: decision() };
    case 'working-day': return { kind, day: day(reading, 'day'), as: weekdays.find((weekday) => weekday === typed['as']) ?? 'mon', name: line(reading, 'name', 1), decision: decision() };
    case 'outage': return { kind, id, from: `${day(reading, 'from')}T${time(reading, 'fromTime')}:00+07:00`, until: `${day(reading, 'until')}T${time(reading, 'untilTime')}:00+07:00`, decision: decision() };
    case 'office-hours': return { kind, validFrom: day(reading, 'validFrom'), shifts: week(reading), cutoff: (typed['cutoff'] ?? '').trim() === '' ? null : time(reading, 'cutoff'), decision: decision() };
  }
}

/** The change a filled form asks for, or what is to be mended in it. */
export function readChange(kind: FormKind, typed: Typed, id: string): Read {
  const faults: Fault[] = [];
  const change = changeIn(kind, { typed, faults }, id);
  return faults.length > 0 ? { faults } : { change };
}
