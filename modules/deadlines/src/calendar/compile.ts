// SPDX-License-Identifier: EUPL-1.2
import { type OfficeCalendar, type Shifts, type WorkingCalendar, weekdays } from '../model.ts';
import { dayMinutes, parseDay, parseInstant, parseTime, weekdayOf, zoneMinutes } from './minutes.ts';

type Stretch = readonly [from: number, to: number];
type Week = readonly (readonly Stretch[])[];

/**
 * A calendar made ready for many questions: opaque, and safe to keep as long as the calendar is the same.
 *
 * Minutes inside are local and counted from 00:00 of the first day (`base`). Days are built when first asked for, so that a calendar
 * published for centuries costs nothing until somebody looks that far.
 */
export type CompiledCalendar = {
  readonly calendar: WorkingCalendar | OfficeCalendar;
  readonly base: number;
  /** Days known from `base` on: asking for a later one is a gap. */
  readonly days: number;
  readonly outages: readonly Stretch[];
  /** Shifts of a day whether or not an outage lies on them. */
  readonly shiftsOf: (day: number) => readonly Stretch[];
  /** Cut-off hour of the office on a day, minutes of the day; null: none. */
  readonly cutoffOf: (day: number) => number | null;
  /** Makes sure that `day`, if known at all, is built. */
  readonly ensure: (day: number) => void;
  built: number;
  /** First opening and last closing, minutes of the day; -1: no working day. */
  opening: Int16Array;
  closing: Int16Array;
  /** Countable days (working, and not wholly inside outages) before a day; and the days themselves in order. */
  countBefore: Int32Array;
  countable: Int32Array;
  countables: number;
  /** Working stretches without outages: first of each day, bounds, and minutes summed up to their end. */
  firstStretch: Int32Array;
  stretchFrom: Float64Array;
  stretchTo: Float64Array;
  sum: Float64Array;
  stretches: number;
};

const noShifts: readonly Stretch[] = [];

function weekOf(shifts: Shifts): Week {
  return weekdays.map((weekday) => shifts[weekday].map(([from, to]) => [parseTime(from), parseTime(to)] as const));
}

function united(outages: WorkingCalendar['outages'], origin: number): readonly Stretch[] {
  const read = outages.map(([from, to]) => [parseInstant(from) - origin, parseInstant(to) - origin] as const).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of read) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

type Hours = { readonly week: Week; readonly cutoff: number | null };

/** Office hours by day, as numbered from 1970. */
function hoursByDay(calendar: WorkingCalendar | OfficeCalendar): (number: number) => Hours {
  const made = (shifts: Shifts, cutoff: string | null): Hours => ({ week: weekOf(shifts), cutoff: cutoff === null ? null : parseTime(cutoff) });
  const first = made(calendar.shifts, 'cutoff' in calendar ? calendar.cutoff : null);
  const later = ('laterShifts' in calendar ? calendar.laterShifts : [])
    .map(({ from, shifts, cutoff }) => ({ from: parseDay(from), hours: made(shifts, cutoff) })).sort((a, b) => b.from - a.from);
  return later.length === 0 ? () => first : (number) => later.find(({ from }) => from <= number)?.hours ?? first;
}

function shiftsByDay(calendar: WorkingCalendar, base: number, hoursOf: ReturnType<typeof hoursByDay>): CompiledCalendar['shiftsOf'] {
  const off = new Set(calendar.daysOff.map(parseDay));
  const extra = new Map(calendar.extraWorkingDays.map(({ date, as }) => [parseDay(date), weekdays.indexOf(as)] as const));
  return (day) => {
    const number = base + day;
    const as = extra.size === 0 ? undefined : extra.get(number);
    if (as === undefined && off.has(number)) return noShifts;
    return hoursOf(number).week[as ?? weekdayOf(number)] ?? noShifts;
  };
}

function longer<Numbers extends Int16Array | Int32Array | Float64Array>(numbers: Numbers, length: number, make: (length: number) => Numbers): Numbers {
  if (numbers.length >= length) return numbers;
  const next = make(Math.max(length, numbers.length * 2));
  next.set(numbers);
  return next;
}

function makeRoom(compiled: CompiledCalendar, until: number): void {
  compiled.opening = longer(compiled.opening, until, (n) => new Int16Array(n));
  compiled.closing = longer(compiled.closing, until, (n) => new Int16Array(n));
  compiled.countBefore = longer(compiled.countBefore, until + 1, (n) => new Int32Array(n));
  compiled.countable = longer(compiled.countable, until, (n) => new Int32Array(n));
  compiled.firstStretch = longer(compiled.firstStretch, until + 1, (n) => new Int32Array(n));
}

function addStretch(compiled: CompiledCalendar, from: number, to: number): void {
  if (from >= to) return;
  const at = compiled.stretches;
  if (at >= compiled.sum.length) {
    compiled.stretchFrom = longer(compiled.stretchFrom, at + 1, (n) => new Float64Array(n));
    compiled.stretchTo = longer(compiled.stretchTo, at + 1, (n) => new Float64Array(n));
    compiled.sum = longer(compiled.sum, at + 1, (n) => new Float64Array(n));
  }
  compiled.stretchFrom[at] = from;
  compiled.stretchTo[at] = to;
  compiled.sum[at] = (compiled.sum[at - 1] ?? 0) + to - from;
  compiled.stretches += 1;
}

/** Adds what outages leave of a shift; answers the first outage that a later shift may still meet. */
function addShift(compiled: CompiledCalendar, shift: Stretch, outage: number): number {
  let [from] = shift;
  let next = outage;
  for (let at = outage; at < compiled.outages.length; at += 1) {
    const [start, end] = compiled.outages[at] ?? [0, 0];
    if (start >= shift[1]) break;
    if (end <= from) { next = at + 1; continue; }
    addStretch(compiled, from, start);
    from = Math.max(from, end);
  }
  addStretch(compiled, from, shift[1]);
  return next;
}

function buildDay(compiled: CompiledCalendar, day: number, outage: number): number {
  const shifts = compiled.shiftsOf(day);
  const midnight = day * dayMinutes;
  const before = compiled.stretches;
  let next = outage;
  for (const [opens, closes] of shifts) next = addShift(compiled, [midnight + opens, midnight + closes], next);
  compiled.opening[day] = shifts[0]?.[0] ?? -1;
  compiled.closing[day] = shifts.at(-1)?.[1] ?? -1;
  if (compiled.stretches > before) { compiled.countable[compiled.countables] = day; compiled.countables += 1; }
  compiled.countBefore[day + 1] = compiled.countables;
  compiled.firstStretch[day + 1] = compiled.stretches;
  return next;
}

/**
 * Makes a calendar ready: working minutes summed up per shift, so that a question costs a binary search.
 *
 * @param calendar - a valid calendar (contract deadline-cases)
 * @param from - first day that will be asked for («2026-01-01»); default: the calendar's `coveredFrom`, else ten years before its end
 */
export function compileCalendar(calendar: WorkingCalendar | OfficeCalendar, from?: string): CompiledCalendar {
  const until = parseDay(calendar.coveredUntil);
  const first = from ?? ('coveredFrom' in calendar ? calendar.coveredFrom : undefined);
  const base = first === undefined ? until - 3653 : parseDay(first);
  const days = Math.max(0, until - base + 1);
  let outage = 0;
  const hoursOf = hoursByDay(calendar);
  const compiled: CompiledCalendar = {
    calendar, base, days, outages: united(calendar.outages, base * dayMinutes - zoneMinutes), shiftsOf: shiftsByDay(calendar, base, hoursOf), cutoffOf: (day) => hoursOf(base + day).cutoff,
    ensure: (day) => {
      const last = Math.min(day, days - 1);
      if (last < compiled.built) return;
      const end = Math.min(days, Math.max(last + 1, compiled.built * 2, 48));
      makeRoom(compiled, end);
      for (let at = compiled.built; at < end; at += 1) outage = buildDay(compiled, at, outage);
      compiled.built = end;
    },
    built: 0, opening: new Int16Array(0), closing: new Int16Array(0), countBefore: new Int32Array(1), countable: new Int32Array(0),
    countables: 0, firstStretch: new Int32Array(1), stretchFrom: new Float64Array(64), stretchTo: new Float64Array(64), sum: new Float64Array(64),
    stretches: 0,
  };
  return compiled;
}
