// SPDX-License-Identifier: EUPL-1.2
/**
 * Deadlines: thời hạn giải quyết, ngày hẹn trả kết quả.
 *
 * Answers: at which instant is the result owed, why, and how does a clock stand now.
 * Hides working hours, holidays, swapped days, cut-off hours, outages, pauses, restarts, extensions.
 * Does not know what a dossier is or who is asking.
 */
export { answerCase, answerLine, computeDeadline } from './cases/answer.ts';
export { compileCalendar } from './calendar/compile.ts';
export type { CompiledCalendar } from './calendar/compile.ts';
export { deadlineEngine, clockStopped, calendarGap } from './rules/engine.ts';
export type { DeadlineEngine, EngineRules, Owed } from './rules/engine.ts';
export { addWorkingTime, workingMinutesBetween } from './rules/working-time.ts';
export { clockStart } from './rules/clock-start.ts';
export type { ClockStart, StartMoments } from './rules/clock-start.ts';
export { standing } from './rules/standing.ts';
export type { StandingAsked } from './rules/standing.ts';
export { calendarCounting, calendarWithoutCutoff } from './calendar/counting.ts';
export { notCountable } from './model.ts';
export { sourceOf } from './rules/rule-sources.ts';
export { importHolidays } from './store/import-holidays.ts';
export type { HolidayImport } from './store/import-holidays.ts';
export { officeCalendar } from './store/office-calendar.ts';
export { setCalendarDay, setOfficeHours, declareOutage } from './store/calendar-acts.ts';
export type { CalendarDayRow, CalendarRefusal, OfficeHours, Outage } from './store/calendar-acts.ts';
export { changeOfficeCalendar, logCalendarChange, loggedChange } from './store/calendar-change.ts';
export type { ChangePlace, ChangeRefusal, LoggedChange } from './store/calendar-change.ts';
export { calendarYear, publishedYears } from './store/calendar-year.ts';
export type {
  CalendarGap, ClockEvent, CountingMode, CountingRules, DeadlineAnswer, DeadlineCase, DeadlineError, ExplanationItem, ExplanationRule,
  MinuteEvent, NotCountable, OfficeCalendar, Shift, Shifts, Standing, StartRules, StartingPoint, TimeLimit, Weekday, WorkingCalendar,
} from './model.ts';
