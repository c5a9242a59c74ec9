// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel';
import type { CompiledCalendar } from '../calendar/compile.ts';
import type { CalendarGap, ClockEvent, CountingMode, CountingRules, ExplanationItem, MinuteEvent, TimeLimit } from '../model.ts';

export type EngineRules = CountingRules & { readonly mode: CountingMode };

/** What `returnAt` answers while the clock is stopped. */
export const clockStopped = -1;
/** What `returnAt` answers when the calendar is not published far enough. */
export const calendarGap = -2;

/** Exactly one of the two is null. */
export type Owed = { readonly returnAt: Temporal.Instant | null; readonly stoppedSince: Temporal.Instant | null };

type Asked = { readonly receivedAt: Temporal.Instant; readonly limit: TimeLimit; readonly events: readonly ClockEvent[] };

export type DeadlineEngine = {
  /** Minutes since the epoch in and out; `clockStopped` or `calendarGap` instead of a minute. Events valid and in order. */
  readonly returnAt: (receivedMinute: number, limit: TimeLimit, events: readonly MinuteEvent[]) => number;
  /** The same for instants, with a refusal as a value. */
  readonly owe: (asked: Asked) => Result<Owed, CalendarGap>;
  /** Interval by interval: what was counted, what was not, why. Empty when the calendar has a gap. */
  readonly explain: (asked: Asked) => readonly ExplanationItem[];
};

/** An engine for one calendar and one set of rules: ask it as often as you like. */
export function deadlineEngine(calendar: CompiledCalendar, rules: EngineRules): DeadlineEngine {
  throw new Error(`not built yet: ${calendar.calendar.coveredUntil} ${rules.mode}`);
}
