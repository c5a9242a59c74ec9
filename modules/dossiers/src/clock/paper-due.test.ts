// SPDX-License-Identifier: EUPL-1.2
import { compileCalendar } from '@motcua/deadlines';
import { describe, expect, test } from 'vitest';
import { type HandOverRule, paperDue } from './paper-due.ts';

const shifts = [['07:30', '11:30'], ['13:00', '17:00']] as const;
const calendar = compileCalendar({ shifts: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts, sat: [], sun: [] }, daysOff: ['2026-11-25'], extraWorkingDays: [], outages: [], coveredUntil: '2026-12-31' });
const ordinary: HandOverRule = { kind: 'ordinary', cutoff: Temporal.PlainTime.from('15:00'), openingMinutes: 60 };
const elsewhere: HandOverRule = { kind: 'elsewhere', workingMinutes: 480 };
const due = (at: string, rule: HandOverRule): string | undefined => paperDue(calendar, Temporal.Instant.from(`${at}:00+07:00`), rule)?.toZonedDateTimeISO('+07:00').toPlainDateTime().toString();

describe('hạn chuyển giấy (by when papers go)', () => {
  test.each([
    ['in the morning: the same day', '2026-11-17T09:00', '2026-11-17T17:00:00'],
    ['at 15:00 sharp: the same day', '2026-11-17T15:00', '2026-11-17T17:00:00'],
    ['a minute after 15:00: the start of the next working day', '2026-11-17T15:01', '2026-11-18T08:30:00'],
    ['after 15:00 before a day off: the start of the day after it', '2026-11-24T16:00', '2026-11-26T08:30:00'],
    ['after 15:00 on a Friday: the start of Monday', '2026-11-20T15:30', '2026-11-23T08:30:00'],
    ['on a Saturday: the start of Monday', '2026-11-21T09:00', '2026-11-23T08:30:00'],
  ])('%s', (_when, at, expected) => {
    expect(due(at, ordinary)).toBe(expected);
  });

  test('is one working day for what was filed outside its place, whatever the hour', () => {
    expect([due('2026-11-17T09:00', elsewhere), due('2026-11-20T15:30', elsewhere)]).toEqual(['2026-11-18T09:00:00', '2026-11-23T15:30:00']);
  });

  test('is not said where the calendar ends', () => {
    expect(due('2026-12-31T16:00', ordinary)).toBeUndefined();
  });
});
