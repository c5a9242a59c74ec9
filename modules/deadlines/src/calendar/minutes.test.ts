// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber, dayText, instantText, monthLength, parseDay, parseInstant, parseTime, timeText, weekdayOf } from './minutes.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const days = fc.integer({ min: -250_000, max: 1_000_000 });

describe('a day number (số thứ tự của ngày)', () => {
  test('is the civil date of the Gregorian calendar, there and back, with its weekday and the length of its month', () => {
    fc.assert(fc.property(days, (number) => {
      const { year, month, day, dayOfWeek, daysInMonth } = epoch.add({ days: number });

      expect([civilDate(number), dayNumber(year, month, day), weekdayOf(number), monthLength(year, month)]).toEqual([{ year, month, day }, number, dayOfWeek - 1, daysInMonth]);
    }), { numRuns: 300 });
  });

  test.each([
    ['1970-01-01', 0, 3], ['2000-02-29', 11_016, 1], ['2000-03-01', 11_017, 2], ['1900-02-28', -25_509, 2], ['1900-03-01', -25_508, 3], ['2026-12-31', 20_818, 3], ['1600-02-29', -135_081, 1], ['0001-01-01', -719_162, 0],
  ])('of %s is %i', (text, number, weekday) => {
    expect([parseDay(text), dayText(number), weekdayOf(number)]).toEqual([number, text, weekday]);
  });

  test.each([
    [2024, 29], [2025, 28], [2100, 28], [2000, 29],
  ])('February of %i has %i days', (year, length) => {
    expect(monthLength(year, 2)).toBe(length);
  });

  test.each(['2026-11-5', '2026-11-245', ' 2026-11-24', '2026/11-24', '2026-11/24', '2026-00-10', '2026-13-10', '2026-11-00', '2026-11-31', '2026-02-29', '20a6-11-24', '2026-1b-24', '2026-11-2:', ''])('of «%s» is none', (text) => {
    expect(parseDay(text)).toBeNaN();
  });
});

describe('a local time (giờ trong ngày)', () => {
  test.each([['00:00', 0], ['07:30', 450], ['09:05', 545], ['23:59', 1439]])('%s is minute %i of the day', (text, minute) => {
    expect([parseTime(text), timeText(minute)]).toEqual([minute, text]);
  });

  test.each(['24:00', '07:60', '7:30', '07:3', '07.30', '-1:30', 'ab:cd', '07:305', '07:3/'])('«%s» is none', (text) => {
    expect(parseTime(text)).toBeNaN();
  });
});

describe('an instant (thời điểm)', () => {
  test.each([
    ['1970-01-01T07:00:00+07:00', 0], ['1970-01-01T00:00Z', 0], ['1970-01-01T07:00+07:00', 0], ['2026-11-24T17:00:00+07:00', 29_925_240], ['2026-11-24T10:00:59Z', 29_925_240], ['2026-11-24T10:00:59.999Z', 29_925_240],
    ['2026-11-24T10:00:59,5Z', 29_925_240], ['2026-11-24T02:30:00-07:30', 29_925_240], ['2026-11-24T17:00+0700', 29_925_240], ['2026-11-24T17:00+07', 29_925_240], ['2026-11-25T00:00+14:00', 29_925_240], ['1969-12-31T23:59Z', -1],
  ])('%s is minute %i of the epoch', (text, minute) => {
    expect(parseInstant(text)).toBe(minute);
  });

  test.each([
    '2026-11-24T17:00:00', '2026-11-24 17:00:00+07:00', '2026-11-24T24:00:00+07:00', '2026-11-24T17:60:00+07:00', '2026-11-31T17:00:00+07:00', '2026-11-24T17:00:60+07:00', '2026-11-24T17:00:00+24:00', '2026-11-24T17:00:00+07:60',
    '2026-11-24T17:00:00.+07:00', '2026-11-24T17:00:00+07:00 ', 'x2026-11-24T17:00Z', '2026-11-24T17:00:00z', '2026-11-24T17:00:0+07:00', '2026-11-24T17:00x+07:00', '2026-11-24T17.00+07:00', '2026-11-24T1a:00+07:00',
  ])('«%s» is none', (text) => {
    expect(parseInstant(text)).toBeNaN();
  });

  test('is read back from how it is written, and as the platform reads it', () => {
    fc.assert(fc.property(fc.integer({ min: -30_000_000, max: 80_000_000 }), (minute) => {
      const text = instantText(minute);

      expect([parseInstant(text), Temporal.Instant.from(text).epochMilliseconds]).toEqual([minute, minute * 60_000]);
    }), { numRuns: 300 });
  });
});
