// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap, known, workingDayFrom } from '../calendar/lookup.ts';
import { dayMinutes } from '../calendar/minutes.ts';

/** The next minute inside a shift of the day, from `time` (before the last closing) on. */
function openingFrom(calendar: CompiledCalendar, day: number, time: number): number {
  const shift = calendar.shiftsOf(day).find(([, to]) => time < to);
  return shift === undefined ? time : Math.max(time, shift[0]);
}

/**
 * The minute from which a receipt counts (thời điểm bắt đầu tính): itself inside office hours, else an opening.
 *
 * @param cutoff - minute of the day from which a receipt counts as received at the next working day's opening; null: none
 * @returns `gap` when the calendar is not published far enough
 * @legal nd-297-2025/online-outside-hours
 */
export function effectiveReceipt(calendar: CompiledCalendar, cutoff: number | null, received: number): number {
  const day = Math.floor(received / dayMinutes);
  if (!known(calendar, day)) return gap;
  const time = received - day * dayMinutes;
  // A day without shifts has no closing (-1), so any time of it is after it.
  const missed = time >= (calendar.closing[day] ?? -1) || (cutoff !== null && time >= cutoff);
  if (!missed) return day * dayMinutes + openingFrom(calendar, day, time);
  const next = workingDayFrom(calendar, day + 1);
  return next === gap ? gap : next * dayMinutes + (calendar.opening[next] ?? 0);
}
