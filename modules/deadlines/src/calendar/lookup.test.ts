// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OfficeCalendar } from '../model.ts';
import { aCalendar } from '../testing.ts';
import { type CompiledCalendar, compileCalendar } from './compile.ts';
import { closingAfter, closingOf, countableDay, countedBefore, gap, known, minuteAfter, minutesBefore, workingDayFrom } from './lookup.ts';

const day = 1440;
const week = aCalendar().shifts;
/** Monday 2 March is day 0; its shifts are minutes 450–690 and 810–1020. */
const from = (given: Partial<OfficeCalendar> = {}): CompiledCalendar => compileCalendar(aCalendar({ coveredFrom: '2026-03-02', coveredUntil: '2026-03-15', ...given }));
const out = (...outages: readonly (readonly [string, string])[]): Partial<OfficeCalendar> => ({ outages: outages.map(([a, b]) => [`2026-03-${a}:00+07:00`, `2026-03-${b}:00+07:00`] as const) });

describe('working minutes before a minute (số phút làm việc)', () => {
  test.each([
    [0, 0], [450, 0], [451, 1], [690, 240], [700, 240], [810, 240], [811, 241], [1020, 450], [1021, 450], [day, 450], [day + 450, 450], [day + 500, 500],
    [5 * day, 2250], [7 * day, 2250], [7 * day + 451, 2251], [13 * day, 4500], [13 * day + 1439, 4500], [14 * day, 4500], [99 * day, 4500], [-1, 0], [-9000, 0],
  ])('%i are %i', (minute, minutes) => {
    expect(minutesBefore(from(), minute)).toBe(minutes);
  });

  test('leave outages out: inside a shift, over two, side by side, touching the edges', () => {
    const calendar = from(out(['02T08:00', '02T09:00'], ['02T11:00', '02T14:00'], ['02T08:30', '02T08:45'], ['03T07:30', '03T11:30'], ['04T07:00', '04T07:30'], ['04T17:00', '05T07:40']));

    expect([480, 500, 540, 600, 660, 840, 1020, day + 690, day + 1020, 2 * day + 1020, 3 * day + 460, 3 * day + 480].map((minute) => minutesBefore(calendar, minute)))
      .toEqual([30, 30, 30, 90, 150, 150, 330, 330, 540, 990, 990, 1010]);
  });

  test('are found again by the minute after which they lie, at a closing that closing', () => {
    const calendar = from(out(['02T08:00', '02T09:00']));

    expect([1, 30, 31, 180, 181, 390, 391, 4440].map((total) => minuteAfter(calendar, total))).toEqual([451, 480, 541, 690, 811, 1020, day + 451, 11 * day + 1020]);
    expect([4441, 100_000].map((total) => minuteAfter(calendar, total))).toEqual([gap, gap]);
  });

  test('and the minute after them undo each other', () => {
    const calendar = from({ coveredUntil: '2026-09-30', ...out(['04T09:00', '04T10:00'], ['10T16:00', '12T08:30']) });

    fc.assert(fc.property(fc.integer({ min: 1, max: 60_000 }), (total) => {
      const at = minuteAfter(calendar, total);

      expect([minutesBefore(calendar, at), minutesBefore(calendar, at - 1)]).toEqual([total, total - 1]);
    }), { numRuns: 200 });
  });
});

describe('working days and closings (ngày làm việc, giờ đóng cửa)', () => {
  test('are looked for from a day on, up to the last published one', () => {
    const calendar = from({ daysOff: ['2026-03-03'] });

    expect([0, 1, 2, 4, 5, 6, 11, 12, 13, 14, -1].map((at) => workingDayFrom(calendar, at))).toEqual([0, 2, 2, 4, 7, 7, 11, gap, gap, gap, gap]);
    expect([known(calendar, -1), known(calendar, 0), known(calendar, 13), known(calendar, 14), known(calendar, Number.NaN)]).toEqual([false, true, true, false, false]);
  });

  test('closings come after a minute, never at it', () => {
    const calendar = from({ shifts: { ...week, sat: [['08:00', '11:00']] } });

    expect([0, 1019, 1020, 4 * day + 1020, 5 * day + 659, 5 * day + 660, 12 * day + 659, 12 * day + 660, 14 * day].map((minute) => closingAfter(calendar, minute)))
      .toEqual([1020, 1020, day + 1020, 5 * day + 660, 5 * day + 660, 7 * day + 1020, 12 * day + 660, gap, gap]);
    expect(closingOf(calendar, 5)).toBe(5 * day + 660);
  });
});

describe('countable days (ngày được tính)', () => {
  const calendar = from({ daysOff: ['2026-03-04'], ...out(['03T07:30', '03T17:00'], ['05T07:31', '05T23:00']) });

  test('are working days not wholly inside outages, numbered', () => {
    expect([1, 2, 3, 4, 8, 9].map((count) => countableDay(calendar, count))).toEqual([0, 3, 4, 7, 11, gap]);
  });

  test('before a day stay at the total past the last published one', () => {
    expect([-3, 0, 1, 2, 3, 4, 5, 7, 8, 12, 14, 15, 900].map((at) => countedBefore(calendar, at))).toEqual([0, 0, 1, 1, 1, 2, 3, 3, 4, 8, 8, 8, 8]);
  });
});

describe('a compiled calendar (lịch đã dựng)', () => {
  const shiftsOn = (calendar: CompiledCalendar, date: string): string => {
    const at = Temporal.PlainDate.from('1970-01-01').until(date).days - calendar.base;
    return calendar.shiftsOf(at).map(([opens, closes]) => `${opens}-${closes}`).join(' ');
  };
  const whole = '450-690 810-1020';

  test('takes a swapped-in day before a day off, with the shifts of the weekday it is worked as', () => {
    const calendar = from({ shifts: { ...week, tue: [['08:00', '10:00']] }, daysOff: ['2026-03-07', '2026-03-05'], extraWorkingDays: [{ date: '2026-03-07', as: 'tue' }, { date: '2026-03-08', as: 'fri' }, { date: '2026-03-09', as: 'sun' }] });

    expect(['02', '03', '05', '07', '08', '09', '14'].map((date) => shiftsOn(calendar, `2026-03-${date}`))).toEqual([whole, '480-600', '', '480-600', whole, '', '']);
  });

  test('follows office hours by the latest that has begun', () => {
    const hours = (from: string, to: string): OfficeCalendar['shifts'] => ({ ...week, wed: [[from, to]], sat: [] });
    const calendar = compileCalendar(aCalendar({ laterShifts: [{ from: '2026-03-11', shifts: hours('09:00', '11:00'), cutoff: null }, { from: '2026-03-18', shifts: hours('08:00', '11:00'), cutoff: null }], extraWorkingDays: [{ date: '2026-03-14', as: 'wed' }] }));

    expect(['03-04', '03-10', '03-11', '03-14', '03-17', '03-18', '04-01'].map((date) => shiftsOn(calendar, `2026-${date}`))).toEqual([whole, whole, '540-660', '540-660', whole, '480-660', '480-660']);
  });

  test('begins where it is asked to, else where it is published from, else ten years before its end', () => {
    const { coveredFrom: _from, dayNames: _names, laterShifts: _later, ...plain } = aCalendar({ coveredUntil: '2026-03-15' });

    expect([compileCalendar(plain), compileCalendar(aCalendar()), compileCalendar(aCalendar(), '2026-03-02'), compileCalendar(aCalendar(), '2030-01-01')].map(({ base, days }) => [base, days]))
      .toEqual([[16_874, 3654], [20_454, 730], [20_514, 670], [21_915, 0]]);
  });

  test('unites outages that overlap, touch or lie in each other, whatever their order', () => {
    const { outages } = from(out(['02T10:00', '02T11:00'], ['02T08:00', '02T09:00'], ['02T09:00', '02T09:30'], ['02T10:15', '02T10:30'], ['02T10:45', '02T11:15']));

    expect(outages).toEqual([[480, 570], [600, 675]]);
  });

  test('answers the same however far it was built before', () => {
    const given = { coveredUntil: '2030-12-31', ...out(['04T09:00', '05T10:00']) };
    const fresh = (minute: number): number => minutesBefore(from(given), minute);
    const grown = from(given);

    for (const minute of [600, 60 * day, 48 * day, 47 * day, 700 * day, 95 * day + 700, 1500 * day + 999]) expect(minutesBefore(grown, minute)).toBe(fresh(minute));
  });
});
