// SPDX-License-Identifier: EUPL-1.2
/** What travels over HTTP about a deadline. */
import { z } from 'zod';
import { explanationRules, weekdays } from './model.ts';

export { notCountable, startingPoints } from './model.ts';

/** One stretch of an explanation; `from` and `to` are ISO instants. */
export const DeadlineExplanationItem = z.object({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  counted: z.boolean(),
  rule: z.enum(explanationRules),
  text: z.string(),
}).meta({ id: 'DeadlineExplanationItem' });

export const DeadlineExplanation = z.array(DeadlineExplanationItem);
export type DeadlineExplanation = z.infer<typeof DeadlineExplanation>;

/** How a clock stands; minutes are working minutes of the office. */
export const DeadlineStanding = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['running', 'due-soon', 'early', 'on-time']), remainingMinutes: z.number().int() }),
  z.object({ state: z.enum(['overdue', 'late']), overdueMinutes: z.number().int() }),
  z.object({ state: z.literal('paused'), since: z.iso.datetime({ offset: true }) }),
]).meta({ id: 'DeadlineStanding' });
export type DeadlineStanding = z.infer<typeof DeadlineStanding>;

const Day = z.iso.date();
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Giờ ghi dạng 07:30.');
const Decision = z.string().trim().min(3).max(500).describe('the decision or notice it rests on, or the reason');
const Line = z.string().trim().min(1).max(200);
const DayShifts = z.array(z.tuple([Time, Time])).max(6);
const Weekday = z.enum(weekdays);
const WeekShifts = z.object({ mon: DayShifts, tue: DayShifts, wed: DayShifts, thu: DayShifts, fri: DayShifts, sat: DayShifts, sun: DayShifts });
const Year = z.number().int().min(2018).max(2100);

/** One change of an office's working calendar. */
export const CalendarChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day-off'), day: Day, name: Line, decision: Decision }),
  z.object({ kind: z.literal('working-day'), day: Day, as: Weekday.describe('the weekday whose shifts it has'), name: Line, decision: Decision }),
  z.object({ kind: z.literal('plain-day'), day: Day, decision: Decision }).describe('what the office published for the day is taken back'),
  z.object({ kind: z.literal('office-hours'), validFrom: Day, shifts: WeekShifts, cutoff: Time.nullable(), decision: Decision }),
  z.object({ kind: z.literal('drop-office-hours'), validFrom: Day, decision: Decision }),
  z.object({ kind: z.literal('outage'), id: z.uuid(), from: z.iso.datetime({ offset: true }), until: z.iso.datetime({ offset: true }), decision: Decision }),
  z.object({ kind: z.literal('withdraw-outage'), id: z.uuid(), decision: Decision }),
  z.object({ kind: z.literal('year'), year: Year, decision: Decision }),
]);
export type CalendarChange = z.infer<typeof CalendarChange>;

/** One year of an office's calendar; `own`: published by the office itself, so that it may take it back. */
export const CalendarYear = z.object({
  agency: z.string(), agencyName: z.string(), year: z.number().int(), mayChange: z.boolean(),
  published: z.object({ status: z.enum(['official', 'announced', 'computed', 'projected']), source: z.string() }).nullable().describe('null: this year is not published, nothing can be promised into it'),
  years: z.array(z.number().int()).describe('every published year'),
  hours: z.array(z.object({ validFrom: z.string(), shifts: WeekShifts, cutoff: z.string().nullable(), decision: z.string(), own: z.boolean() })),
  days: z.array(z.object({ day: z.string(), kind: z.enum(['off', 'working']), as: Weekday.nullable(), name: z.string(), decision: z.string(), status: z.string(), own: z.boolean() })),
  outages: z.array(z.object({ id: z.string(), from: z.string(), until: z.string(), decision: z.string(), by: z.string(), own: z.boolean() })),
  changes: z.array(z.object({ id: z.string(), kind: z.string(), decision: z.string(), by: z.string(), at: z.string(), moved: z.number().int() })),
});
export type CalendarYear = z.infer<typeof CalendarYear>;
