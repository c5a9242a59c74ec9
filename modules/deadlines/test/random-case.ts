// SPDX-License-Identifier: EUPL-1.2
import { instantText } from '../src/calendar/minutes.ts';
import type { ClockEvent, DeadlineCase, Shift, Weekday } from '../src/model.ts';

/** A small seeded generator (mulberry32): the same seed gives the same cases everywhere. */
export function randomFrom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const patterns: readonly (readonly Shift[])[] = [
  [['07:30', '11:30'], ['13:30', '17:00']], [['08:00', '12:00'], ['13:00', '17:00']], [['07:00', '11:00']], [['08:00', '12:00'], ['12:00', '16:00']],
  [['00:00', '23:59']], [['09:10', '09:11'], ['22:00', '23:00']], [],
];
const base = Date.UTC(2026, 0, 1) / 60_000 - 420;
const day = 1440;

type Draw = { readonly int: (below: number) => number; readonly pick: <const Value>(list: readonly [Value, ...Value[]]) => Value; readonly chance: (share: number) => boolean };

function drawFrom(random: () => number): Draw {
  const int = (below: number): number => Math.floor(random() * below);
  return { int, pick: (list) => list[int(list.length)] ?? list[0], chance: (share) => random() < share };
}

function weekShifts({ int, chance }: Draw): Record<Weekday, readonly Shift[]> {
  const usual = patterns[int(4)] ?? [];
  const on = (): readonly Shift[] => (chance(0.85) ? usual : patterns[int(patterns.length)] ?? []);
  const rest = (): readonly Shift[] => (chance(0.8) ? [] : patterns[int(patterns.length)] ?? []);
  return { mon: on(), tue: on(), wed: on(), thu: on(), fri: on(), sat: rest(), sun: rest() };
}

function randomEvents({ int, pick, chance }: Draw, received: number): readonly ClockEvent[] {
  const events: ClockEvent[] = [];
  let at = received;
  let supplement = false;
  let payment = false;
  let identity = false;
  let extended = false;
  for (let left = chance(0.35) ? 0 : 1 + int(6); left > 0; left -= 1) {
    at += pick([0, int(60), int(600), int(day), int(2 * day), int(6 * day)]);
    const kind = int(12);
    if (kind < 5) { events.push({ at: instantText(at), type: supplement ? 'supplemented' : 'supplement-requested' }); supplement = !supplement; }
    else if (kind < 7) { events.push({ at: instantText(at), type: identity ? 'identity-confirmed' : 'identity-requested' }); identity = !identity; }
    else if (kind < 10) { events.push({ at: instantText(at), type: payment ? 'paid' : 'payment-requested' }); payment = !payment; }
    else if (!extended || chance(0.1)) { events.push({ at: instantText(at), type: 'extended', value: 1 + int(4) }); extended = true; }
  }
  // Most requests are answered in the end, so that most cases owe an instant.
  const close = (open: boolean, type: 'paid' | 'supplemented' | 'identity-confirmed'): void => {
    if (open && chance(0.75)) events.push({ at: instantText(at += int(2 * day)), type });
  };
  close(payment, 'paid');
  close(identity, 'identity-confirmed');
  close(supplement, 'supplemented');
  return events;
}

/** A case with everything in it: odd shifts, swapped days, overlapping outages, events at equal instants and at midnight. */
export function randomCase(random: () => number, id: string): DeadlineCase {
  const draw = drawFrom(random);
  const { int, pick, chance } = draw;
  const firstDay = int(330);
  const at = (offset: number): string => instantText(base + (firstDay + offset) * day).slice(0, 10);
  const received = base + firstDay * day + (chance(0.8) ? 400 + int(700) : int(day));
  const outages = Array.from({ length: chance(0.5) ? 0 : 1 + int(3) }, () => {
    const from = base + (firstDay + int(10)) * day + int(day);
    return [instantText(from), instantText(from + 1 + pick([int(120), int(600), int(3 * day)]))] as const;
  });
  const unit = pick(['working-day', 'working-day', 'working-day', 'working-hour', 'calendar-day', 'month']);
  return {
    id,
    receivedAt: instantText(received),
    limit: { value: 1 + (unit === 'month' ? int(2) : unit === 'working-hour' ? int(30) : int(9)), unit },
    mode: pick(['by-day', 'by-hour']),
    calendar: {
      shifts: weekShifts(draw),
      daysOff: Array.from({ length: int(4) }, () => at(int(16))),
      extraWorkingDays: [...new Set(Array.from({ length: int(3) }, () => at(int(16))))].map((date) => ({ date, as: pick(['mon', 'fri', 'sat']) })),
      outages,
      coveredUntil: at(chance(0.1) ? int(8) - 1 : 30 + int(120)),
    },
    rules: {
      firstDayCounted: chance(0.4), cutoff: pick([null, null, '15:00', '11:00', '16:30', '06:00', '13:00']),
      hoursPerDay: pick([8, 8, 7.5, 4, 7.99, 0.01]), onSupplement: pick(['restart', 'pause']),
      ...(chance(0.3) ? { lastMinutes: pick([0, 1, 60, 240, 1440]) } : {}), ...(chance(0.3) ? { countsFrom: pick([null, '08:00', '12:30', '23:30', '00:00']) } : {}),
    },
    events: randomEvents(draw, received),
  };
}
