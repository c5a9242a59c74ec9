// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap, known, workingDayFrom } from '../calendar/lookup.ts';
import { dayMinutes, parseTime } from '../calendar/minutes.ts';
import type { CountingRules } from '../model.ts';

/** What decides from which minute a receipt counts; minutes of the day, null or 0: no such rule; without a cut-off the office's own counts. */
export type ReceiptRules = { readonly cutoff: number | null; readonly lastMinutes: number; readonly countsFrom: number | null };

/** The rules of a receipt out of the rules of a count. */
export function receiptRules({ cutoff, lastMinutes = 0, countsFrom = null }: CountingRules): ReceiptRules {
  return { cutoff: cutoff === null ? null : parseTime(cutoff), lastMinutes, countsFrom: countsFrom === null ? null : parseTime(countsFrom) };
}

/** The first minute inside a shift of the day from `time` on; -1 when the day closes before. */
function openAt(shifts: ReturnType<CompiledCalendar['shiftsOf']>, time: number): number {
  for (const [from, to] of shifts) if (time < to) return Math.max(time, from);
  return -1;
}

/** The same, and not before the hour receipts count from; where the day closes before that hour, it is no rule for that day. */
function openingFrom(calendar: CompiledCalendar, day: number, { time, countsFrom }: { readonly time: number; readonly countsFrom: number | null }): number {
  const shifts = calendar.shiftsOf(day);
  const named = countsFrom === null || countsFrom <= time ? -1 : openAt(shifts, countsFrom);
  return day * dayMinutes + (named < 0 ? openAt(shifts, time) : named);
}

/** Why a receipt at `time` counts on a later day; null: it counts on its own. */
export function movedOn(calendar: CompiledCalendar, { cutoff: named, lastMinutes }: ReceiptRules, { day, time }: { readonly day: number; readonly time: number }): 'day-off' | 'after-hours' | 'cutoff' | 'last-hour' | null {
  // A day without shifts has no closing (-1), so any time of it is after it.
  const closing = calendar.closing[day] ?? -1;
  if (closing < 0) return 'day-off';
  if (time >= closing) return 'after-hours';
  const cutoff = named ?? calendar.cutoffOf(day);
  if (cutoff !== null && time >= cutoff) return 'cutoff';
  return time >= closing - lastMinutes ? 'last-hour' : null;
}

/**
 * The minute from which a receipt counts (thời điểm bắt đầu tính): itself inside office hours, else an opening, or the hour the rules name.
 *
 * @returns `gap` when the calendar is not published far enough
 * @legal nd-297-2025/online-outside-hours
 */
export function effectiveReceipt(calendar: CompiledCalendar, rules: ReceiptRules, received: number): number {
  const day = Math.floor(received / dayMinutes);
  if (!known(calendar, day)) return gap;
  const time = received - day * dayMinutes;
  const { countsFrom } = rules;
  if (movedOn(calendar, rules, { day, time }) === null) return openingFrom(calendar, day, { time, countsFrom });
  const next = workingDayFrom(calendar, day + 1);
  return next === gap ? gap : openingFrom(calendar, next, { time: 0, countsFrom });
}
