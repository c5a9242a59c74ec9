// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap } from '../calendar/lookup.ts';
import { dayMinutes, instantOf, minuteOf, parseInstant, zoneMinutes } from '../calendar/minutes.ts';
import type { CalendarGap, ClockEvent, CountingMode, CountingRules, ExplanationItem, MinuteEvent, TimeLimit } from '../model.ts';
import { explainReplay } from './explain.ts';
import { owedAt } from './owed.ts';
import { effectiveReceipt, receiptRules } from './receipt.ts';
import { type Replay, replayClock, stopped } from './replay.ts';

export type EngineRules = CountingRules & { readonly mode: CountingMode };

/** What `returnAt` answers while the clock is stopped. */
export const clockStopped = stopped;
/** What `returnAt` answers when the calendar is not published far enough. */
export const calendarGap = gap;

/** Exactly one of the two is null. */
export type Owed = { readonly returnAt: Temporal.Instant | null; readonly stoppedSince: Temporal.Instant | null };

type Asked = { readonly receivedAt: Temporal.Instant; readonly limit: TimeLimit; readonly events: readonly ClockEvent[] };

export type DeadlineEngine = {
  /** Minutes since the epoch in and out; `clockStopped` or `calendarGap` instead of a minute. Events valid and in order. */
  readonly returnAt: (receivedMinute: number, limit: TimeLimit, events: readonly MinuteEvent[]) => number;
  /**
   * The same for instants, with a refusal as a value.
   *
   * @error calendar-gap - the office's calendar is not published far enough: publish it, nothing is guessed
   */
  readonly owe: (asked: Asked) => Result<Owed, CalendarGap>;
  /** Interval by interval: what was counted, what was not, why. Empty when the calendar has a gap. */
  readonly explain: (asked: Asked) => readonly ExplanationItem[];
};

/** Minutes since the epoch of 00:00 local time on the calendar's first day. */
export function originOf(calendar: CompiledCalendar): number {
  return calendar.base * dayMinutes - zoneMinutes;
}

/** Events with their instants read as minutes. */
export function inMinutes(events: readonly ClockEvent[]): readonly MinuteEvent[] {
  return events.map((event) => ({ ...event, at: parseInstant(event.at) }));
}

/**
 * An engine for one calendar and one set of rules (cách tính thời hạn): ask it as often as you like.
 *
 * @legal blds-2015/first-day-not-counted
 */
export function deadlineEngine(calendar: CompiledCalendar, rules: EngineRules): DeadlineEngine {
  const { firstDayCounted, hoursPerDay, mode, onSupplement } = rules;
  const receipt = receiptRules(rules);
  const origin = originOf(calendar);
  const replay = (received: number, limit: TimeLimit, events: readonly MinuteEvent[]): Replay => replayClock({
    calendar, receipt, onSupplement, origin, received, events,
    count: { value: limit.value, unit: limit.unit, mode, firstDayCounted, hoursPerDay },
  });
  const returnAt: DeadlineEngine['returnAt'] = (received, limit, events) => {
    const owed = events.length === 0
      ? owedAt(calendar, { value: limit.value, unit: limit.unit, mode, firstDayCounted, hoursPerDay },
        { effective: effectiveReceipt(calendar, receipt, received - origin), pauses: [] })
      : replay(received, limit, events).owed;
    return owed < 0 ? owed : owed + origin;
  };
  return {
    returnAt,
    owe: ({ receivedAt, limit, events }) => {
      const { owed, stoppedSince } = replay(minuteOf(receivedAt), limit, inMinutes(events));
      if (owed === gap) return refuse({ code: 'calendar-gap' });
      return ok(owed === stopped
        ? { returnAt: null, stoppedSince: instantOf(stoppedSince + origin) }
        : { returnAt: instantOf(owed + origin), stoppedSince: null });
    },
    explain: ({ receivedAt, limit, events }) => explainReplay(calendar, replay(minuteOf(receivedAt), limit, inMinutes(events))),
  };
}
