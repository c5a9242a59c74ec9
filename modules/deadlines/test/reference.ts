// SPDX-License-Identifier: EUPL-1.2
/**
 * The plain reading of docs/deadline-cases.md: walks minute by minute and day by day, and starts anew from the case for every event.
 * Shares no code with the engine, so that a difference is a mistake in one of the two.
 */
import type { ClockEvent, DeadlineCase } from '../src/model.ts';

const minute = 60_000;
const day = 1440;
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type ReferenceAnswer = { readonly returnAt: string | null; readonly stoppedSince: string | null; readonly error: string | null };
type State = { readonly kind: 'owed' | 'stopped'; readonly at: number } | { readonly kind: 'gap' };
type Interval = { from: number; to: number; begun: number; ended: number };

const local = (text: string): number => Math.floor(Date.parse(text) / minute) + 420;
const dayOf = (text: string): number => Date.parse(`${text}T00:00Z`) / minute / day;
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const isoOf = (at: number): string => `${new Date((at) * minute).toISOString().slice(0, 16)}:00+07:00`;

type Office = {
  readonly until: number;
  readonly shifts: (d: number) => readonly (readonly [number, number])[];
  readonly outage: (t: number) => boolean;
};

function officeOf({ calendar }: DeadlineCase): Office {
  const week = names.map((name) => calendar.shifts[name].map(([a, b]) => [clock(a), clock(b)] as const));
  const off = new Set(calendar.daysOff.map(dayOf));
  const extra = new Map(calendar.extraWorkingDays.map(({ date, as }) => [dayOf(date), names.indexOf(as)]));
  const outages = calendar.outages.map(([a, b]) => [local(a), local(b)] as const);
  return {
    until: dayOf(calendar.coveredUntil),
    shifts: (d) => {
      const as = extra.get(d);
      if (as !== undefined) return week[as] ?? [];
      return off.has(d) ? [] : week[(((d + 3) % 7) + 7) % 7] ?? [];
    },
    outage: (t) => outages.some(([a, b]) => a <= t && t < b),
  };
}

class Gap extends Error {}

/** Shifts of a day that must be published. */
function look(office: Office, d: number): readonly (readonly [number, number])[] {
  if (d > office.until) throw new Gap();
  return office.shifts(d);
}

function openAt(office: Office, t: number): boolean {
  const d = Math.floor(t / day);
  return look(office, d).some(([a, b]) => a <= t - d * day && t - d * day < b);
}

function receipt(office: Office, asked: DeadlineCase, at: number): number {
  const { cutoff, lastMinutes, countsFrom } = asked.rules;
  let t = at;
  const d = Math.floor(t / day);
  if (look(office, d).length > 0 && cutoff !== null && t - d * day >= clock(cutoff)) t = (d + 1) * day;
  if (look(office, d).length > 0 && t < closing(office, d) && closing(office, d) - t <= (lastMinutes ?? 0)) t = (d + 1) * day;
  while (!openAt(office, t)) t += 1;
  const on = Math.floor(t / day);
  if (countsFrom == null || t >= on * day + clock(countsFrom)) return t;
  for (let later = on * day + clock(countsFrom); later < closing(office, on); later += 1) if (openAt(office, later)) return later;
  return t;
}

const closing = (office: Office, d: number): number => d * day + (look(office, d).at(-1)?.[1] ?? Number.NaN);

function firstClosingAfter(office: Office, t: number): number {
  for (let d = Math.floor(t / day); ; d += 1) if (look(office, d).length > 0 && closing(office, d) > t) return closing(office, d);
}

function wholeDayOut(office: Office, d: number): boolean {
  for (const [a, b] of look(office, d)) for (let t = a; t < b; t += 1) if (!office.outage(d * day + t)) return false;
  return true;
}

/** Intervals of requests and answers, by their place in the list of events. */
function intervals(events: readonly ClockEvent[], kinds: readonly ('supplement' | 'payment' | 'identity')[]): Interval[] {
  const out: Interval[] = [];
  for (const kind of kinds) {
    let open: Interval | null = null;
    events.forEach((event, index) => {
      if (event.type === `${kind}-requested`) { open = { from: local(event.at), to: Infinity, begun: index, ended: Infinity }; out.push(open); }
      if (open !== null && event.type === (kind === 'payment' ? 'paid' : kind === 'identity' ? 'identity-confirmed' : 'supplemented')) { open.to = local(event.at); open.ended = index; open = null; }
    });
  }
  return unite(out);
}

function unite(list: readonly Interval[]): Interval[] {
  const sorted = [...list].sort((a, b) => a.from - b.from || a.begun - b.begun);
  const out: Interval[] = [];
  for (const each of sorted) {
    const last = out.at(-1);
    if (last !== undefined && each.from <= last.to) { last.to = Math.max(last.to, each.to); last.ended = Math.max(last.ended, each.ended); }
    else out.push({ ...each });
  }
  return out;
}

function state(office: Office, asked: DeadlineCase, events: readonly ClockEvent[]): State {
  const { rules, limit } = asked;
  const restarts = rules.onSupplement === 'restart';
  const stops = intervals(events, ['supplement', 'payment', 'identity']);
  const lastStop = stops.at(-1);
  if (lastStop?.to === Infinity) return { kind: 'stopped', at: lastStop.from };
  const again = restarts ? events.findLastIndex(({ type }) => type === 'supplemented') : -1;
  const start = again < 0 ? local(asked.receivedAt) : local(events[again]?.at ?? '');
  const kinds = restarts ? (['payment', 'identity'] as const) : (['supplement', 'payment', 'identity'] as const);
  const before = intervals(events.slice(0, again + 1), kinds).filter(({ ended }) => ended === Infinity);
  const pauses = unite(intervals(events, kinds).filter(({ ended }) => ended > again)
    .map((pause) => (pause.begun <= again ? { ...pause, from: before[0]?.from ?? pause.from } : pause)));
  const extension = events.find((event) => event.type === 'extended');
  const value = limit.value + (extension?.type === 'extended' ? extension.value : 0);
  try {
    const from = receipt(office, asked, start);
    return { kind: 'owed', at: owed(office, asked, { value, from, pauses }) };
  } catch (fault) {
    if (fault instanceof Gap) return { kind: 'gap' };
    throw fault;
  }
}

type Count = { readonly value: number; readonly from: number; readonly pauses: readonly Interval[] };

function owed(office: Office, asked: DeadlineCase, { value, from, pauses }: Count): number {
  const { unit } = asked.limit;
  if (unit === 'working-hour' || (unit === 'working-day' && asked.mode === 'by-hour')) {
    const exact = value * (unit === 'working-hour' ? 1 : asked.rules.hoursPerDay) * 60;
    let left = Math.ceil(exact - 1e-6);
    let t = from;
    while (left > 0) {
      const counts = openAt(office, t) && !office.outage(t) && !pauses.some((pause) => pause.from <= t && t < pause.to);
      if (counts) left -= 1;
      t += 1;
    }
    return t;
  }
  const d0 = Math.floor(from / day);
  const paused = (d: number): boolean => pauses.some((pause) => Math.floor(pause.from / day) < d && d <= Math.floor(pause.to / day));
  let last: number;
  if (unit === 'working-day') {
    let counted = 0;
    last = asked.rules.firstDayCounted ? d0 - 1 : d0;
    while (counted < value) {
      last += 1;
      if (look(office, last).length > 0 && !paused(last) && !wholeDayOut(office, last)) counted += 1;
    }
  } else {
    const begins = unit === 'calendar-day' && asked.rules.firstDayCounted ? d0 : d0 + 1;
    last = unit === 'month' ? monthsLater(d0, value) : begins + value - 1;
    const dates = new Set<number>();
    for (const pause of pauses) {
      for (let d = Math.floor(pause.from / day) + 1; d <= Math.floor(pause.to / day); d += 1) if (d >= begins) dates.add(d);
    }
    last += dates.size;
    while (look(office, last).length === 0) last += 1;
  }
  let c = closing(office, last);
  for (const pause of pauses) if (pause.from < c && c <= pause.to) c = firstClosingAfter(office, pause.to);
  return c;
}

function monthsLater(d: number, months: number): number {
  const start = new Date(d * day * minute);
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return target.getTime() / minute / day + Math.min(start.getUTCDate(), length) - 1;
}

/** The answer without its explanation. */
export function reference(asked: DeadlineCase): ReferenceAnswer {
  const none = { returnAt: null, stoppedSince: null };
  if (asked.events.filter(({ type }) => type === 'extended').length > 1) return { ...none, error: 'extension-used' };
  const office = officeOf(asked);
  const taken: ClockEvent[] = [];
  for (const event of asked.events) {
    const so = state(office, asked, taken);
    const at = local(event.at);
    if (so.kind === 'gap' && Math.floor(at / day) > office.until) return { ...none, error: 'calendar-gap' };
    if (so.kind === 'owed' && at >= so.at) break;
    taken.push(event);
  }
  const end = state(office, asked, taken);
  if (end.kind === 'gap') return { ...none, error: 'calendar-gap' };
  return { returnAt: end.kind === 'owed' ? isoOf(end.at) : null, stoppedSince: end.kind === 'stopped' ? isoOf(end.at) : null, error: null };
}
