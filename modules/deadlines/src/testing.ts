// SPDX-License-Identifier: EUPL-1.2
import type { CountingRules, DeadlineCase, OfficeCalendar, Shift, Shifts } from './model.ts';
import type { OfficeHours } from './store/calendar-acts.ts';

const day: readonly Shift[] = [['07:30', '11:30'], ['13:30', '17:00']];
const week: Shifts = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };

/** Office hours 07:30–11:30 and 13:30–17:00, Monday to Friday, of the whole country since 2018. */
export function officeHours(given: Partial<OfficeHours> = {}): OfficeHours {
  return { scope: 'VN', validFrom: '2018-01-01', shifts: week, cutoff: null, source: 'giờ hành chính', ...given };
}

/** A calendar of the same hours from 2026-01-01 to 2027-12-31 with no day off; say which days matter. */
export function aCalendar(given: Partial<OfficeCalendar> = {}): OfficeCalendar {
  return {
    shifts: week, daysOff: [], extraWorkingDays: [], outages: [], coveredFrom: '2026-01-01', coveredUntil: '2027-12-31',
    dayNames: {}, laterShifts: [], cutoff: null, projectedFrom: null, ...given,
  };
}

/** First day not counted, no cut-off hour, eight hours a day, the count begins anew after a supplement. */
export function rules(given: Partial<CountingRules> = {}): CountingRules {
  return { firstDayCounted: false, cutoff: null, hoursPerDay: 8, onSupplement: 'restart', ...given };
}

/** A case received on Monday 2026-03-02 at 08:00 with three working days, by day. */
export function aCase(given: Partial<DeadlineCase> = {}): DeadlineCase {
  const { shifts, daysOff, extraWorkingDays, outages, coveredUntil } = aCalendar();
  return {
    id: 'case', receivedAt: '2026-03-02T08:00:00+07:00', limit: { value: 3, unit: 'working-day' }, mode: 'by-day',
    calendar: { shifts, daysOff, extraWorkingDays, outages, coveredUntil }, rules: rules(), events: [], ...given,
  };
}
