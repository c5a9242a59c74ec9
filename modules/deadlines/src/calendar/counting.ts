// SPDX-License-Identifier: EUPL-1.2
import type { NotCountable, OfficeCalendar } from '../model.ts';

/** The calendar of work handed on inside: the cut-off hour is for what people hand in. */
export function calendarWithoutCutoff(calendar: OfficeCalendar): OfficeCalendar {
  return { ...calendar, cutoff: null, laterShifts: calendar.laterShifts.map((later) => ({ ...later, cutoff: null })) };
}

/** The calendar a rule counts by (lịch để tính): where it does not leave declared outages out, they are working time. */
export function calendarCounting(calendar: OfficeCalendar, leftOut: readonly NotCountable[]): OfficeCalendar {
  return leftOut.includes('outage') ? calendar : { ...calendar, outages: [] };
}
