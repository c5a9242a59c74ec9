// SPDX-License-Identifier: EUPL-1.2
import { type CompiledCalendar, addWorkingTime, workingMinutesBetween } from '@motcua/deadlines';
import { officeDay } from '@motcua/kernel';

/** By when papers go to the agency that solves: the same working day unless they came after the cut-off, or within so many working minutes. */
export type HandOverRule =
  | { readonly kind: 'ordinary'; readonly cutoff: Temporal.PlainTime; readonly openingMinutes: number }
  | { readonly kind: 'elsewhere'; readonly workingMinutes: number };

const officeZone = 'Asia/Ho_Chi_Minh';

/**
 * By when papers that came at `at` must have gone. After the cut-off, or on a day off: by the start of the next working day.
 *
 * @returns null when the calendar does not reach so far
 * @legal nd-118-2025/d18
 * @legal nd-118-2025/transfer-after-15h
 * @legal nd-118-2025/d20
 */
export function paperDue(calendar: CompiledCalendar, at: Temporal.Instant, rule: HandOverRule): Temporal.Instant | null {
  const after = (from: Temporal.Instant, minutes: number): Temporal.Instant | null => {
    const end = addWorkingTime({ calendar, from, minutes });
    return end.ok ? end.value : null;
  };
  if (rule.kind === 'elsewhere') return after(at, rule.workingMinutes);
  const midnight = officeDay(at).add({ days: 1 }).toZonedDateTime(officeZone).toInstant();
  const left = workingMinutesBetween(calendar, at, midnight);
  if (!left.ok) return null;
  const isLate = Temporal.PlainTime.compare(at.toZonedDateTimeISO(officeZone).toPlainTime(), rule.cutoff) > 0;
  return isLate || left.value === 0 ? after(midnight, rule.openingMinutes) : after(at, left.value);
}
