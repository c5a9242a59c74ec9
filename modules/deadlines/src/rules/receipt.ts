// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap, known, workingDayFrom } from '../calendar/lookup.ts';
import { dayMinutes } from '../calendar/minutes.ts';

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
  const opening = calendar.opening[day] ?? -1;
  const missed = opening < 0 || time >= (calendar.closing[day] ?? -1) || (cutoff !== null && time >= cutoff);
  if (missed) {
    const next = workingDayFrom(calendar, day + 1);
    return next === gap ? gap : next * dayMinutes + (calendar.opening[next] ?? 0);
  }
  if (time <= opening) return day * dayMinutes + opening;
  for (const [from, to] of calendar.shiftsOf(day)) {
    if (time < to) return day * dayMinutes + Math.max(time, from);
  }
  return received;
}
