// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@motcua/kernel';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Shifts, changeOfficeCalendar, compileCalendar, computeDeadline, deadlineEngine, declareOutage, importHolidays, officeCalendar, setCalendarDay, setOfficeHours } from '../index.ts';
import { officeHours, rules } from '../testing.ts';

const file = path.join(import.meta.dirname, '../../../../data/holidays/vn-holidays-2018-2027.json');
const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}:00+07:00`);

describe('lịch làm việc của cơ quan', () => {
  let database: TestDatabase;
  let holidays: unknown;
  beforeAll(async () => {
    database = await testDatabase();
    holidays = JSON.parse(await readFile(file, 'utf8'));
    await setOfficeHours(database.db, officeHours());
    await importHolidays(database.db, holidays);
  });
  afterAll(async () => { await database.drop(); });
  const calendarOf = (scopes: readonly string[], until = '2027-12-31') => officeCalendar(database.db, scopes, { from: '2026-01-01', until });

  test('takes every published holiday, and the same again without change', async () => {
    const again = await importHolidays(database.db, holidays);

    expect(again).toMatchObject({ taken: 146, refused: [] });
    expect((await calendarOf(['VN']))?.dayNames['2026-11-24']).toBe('Ngày Văn hóa Việt Nam');
  });

  test('ends with the last published year and says from where it is only projected', async () => {
    expect(await calendarOf(['VN'], '2030-12-31')).toMatchObject({ coveredUntil: '2027-12-31', projectedFrom: '2027-01-01' });
    expect(await officeCalendar(database.db, ['VN'], { from: '2028-01-01', until: '2028-12-31' })).toBeNull();
    expect(await officeCalendar(database.db, ['H99'], { from: '2026-01-01', until: '2026-12-31' })).toBeNull();
  });

  test('gives the worked example over National Day 2026', async () => {
    const calendar = await calendarOf(['VN']);
    if (calendar === null) throw new Error('no calendar');
    const engine = deadlineEngine(compileCalendar(calendar), { ...rules(), mode: 'by-day' });

    const owed = engine.owe({ receivedAt: at('2026-08-27T09:00'), limit: { value: 5, unit: 'working-day' }, events: [] });

    expect(owed).toEqual({ ok: true, value: { returnAt: at('2026-09-08T17:00'), stoppedSince: null } });
  });

  test('lets what an agency published win over the country', async () => {
    const swapped = { scope: 'H15', reason: 'swapped', status: 'official', decision: 'TB 1/TB-UBND' } as const;
    await setCalendarDay(database.db, { ...swapped, day: '2026-11-23', kind: 'off', asWeekday: null, name: 'Nghỉ hoán đổi' });
    await setCalendarDay(database.db, { ...swapped, day: '2026-11-28', kind: 'working', asWeekday: 'mon', name: 'Làm bù' });
    await setCalendarDay(database.db, { ...swapped, day: '2026-11-24', kind: 'working', asWeekday: null, name: 'Trực ngày lễ' });
    await setOfficeHours(database.db, officeHours({ scope: 'H15', validFrom: '2026-06-01', cutoff: '15:00' }));

    const [country, agency] = [await calendarOf(['VN']), await calendarOf(['H15', 'VN'])];

    expect(country?.daysOff).not.toContain('2026-11-23');
    expect(agency?.daysOff).toContain('2026-11-23');
    expect(agency?.extraWorkingDays).toContainEqual({ date: '2026-11-24', as: 'tue' });
    expect(agency?.extraWorkingDays).toContainEqual({ date: '2026-11-28', as: 'mon' });
    expect(agency?.laterShifts.map(({ from }) => from)).toEqual(['2026-06-01']);
  });

  describe('với giờ làm việc riêng (own hours)', () => {
    const short = { ...officeHours().shifts, fri: [['07:30', '11:30']] } satisfies Shifts;
    const long = { ...officeHours().shifts, sat: [['07:30', '11:30']] } satisfies Shifts;
    const owed = (calendar: Awaited<ReturnType<typeof calendarOf>>, receivedAt: string) => {
      if (calendar === null) throw new Error('no calendar');
      return computeDeadline({ id: 'x', receivedAt, limit: { value: 1, unit: 'working-day' }, mode: 'by-day', calendar, events: [], rules: rules() });
    };

    test('keeps them when the province sets new hours later', async () => {
      await setOfficeHours(database.db, officeHours({ scope: 'H16.01', validFrom: '2026-02-01', shifts: short, cutoff: '15:00' }));
      await setOfficeHours(database.db, officeHours({ scope: 'H16', validFrom: '2026-03-01', shifts: long }));
      const calendar = await calendarOf(['H16.01', 'H16', 'VN']);

      expect(owed(calendar, '2026-03-05T09:00:00+07:00').returnAt).toBe('2026-03-06T11:30:00+07:00');
      expect(owed(calendar, '2026-03-06T09:00:00+07:00').returnAt).toBe('2026-03-09T17:00:00+07:00');
    });

    test('uses those of the wider scope before, and starts with the first hours there are where there is none', async () => {
      await setOfficeHours(database.db, officeHours({ scope: 'H18', validFrom: '2026-03-01', shifts: short }));

      await changeOfficeCalendar(database.db, { scopes: ['H18'], by: 'x', at: at('2026-01-05T08:00') }, { kind: 'year', year: 2026, decision: 'QĐ 1' });

      expect(owed(await calendarOf(['H16.01', 'VN']), '2026-01-21T09:00:00+07:00').returnAt).toBe('2026-01-22T17:00:00+07:00');
      expect((await calendarOf(['H18']))).toMatchObject({ coveredFrom: '2026-03-01', shifts: short, laterShifts: [] });
    });

    test('moves a receipt from the cut-off hour on to the next day, unless the rule of the procedure names an hour', async () => {
      const calendar = await calendarOf(['H16.01', 'VN']);
      const [before, after] = [owed(calendar, '2026-03-03T14:59:00+07:00'), owed(calendar, '2026-03-03T15:00:00+07:00')];
      if (calendar === null) throw new Error('no calendar');
      const named = computeDeadline({ id: 'x', receivedAt: '2026-03-03T15:00:00+07:00', limit: { value: 1, unit: 'working-day' }, mode: 'by-day', calendar, events: [], rules: rules({ cutoff: '16:00' }) });

      expect([before.returnAt, after.returnAt, named.returnAt]).toEqual(['2026-03-04T17:00:00+07:00', '2026-03-05T17:00:00+07:00', '2026-03-04T17:00:00+07:00']);
      expect(after.explanation[0]?.rule).toBe('received-after-cutoff');
    });

    test.each(['0001-01-01T08:00:00+07:00', '2017-12-31T23:00:00+07:00', '2025-12-31T16:59:00+07:00'])('counts nothing received before its first day: %s', async (receivedAt) => {
      expect(owed(await calendarOf(['VN']), receivedAt)).toMatchObject({ error: 'calendar-gap', returnAt: null });
    });
  });

  test('reaches back to the first published year of the run around a day', async () => {
    expect(await officeCalendar(database.db, ['VN'], { from: '2010-01-01', until: '2026-12-31', around: '2026-05-05' })).toMatchObject({ coveredFrom: '2018-01-01', coveredUntil: '2026-12-31' });
  });

  test('leaves out a declared outage, and keeps it as first declared', async () => {
    const outage = { id: newId(at('2026-03-02T12:00')), scope: 'VN', from: at('2026-03-02T08:00'), until: at('2026-03-02T10:00'), reason: 'mất mạng', declaredBy: 'x' };

    expect(await declareOutage(database.db, outage)).toMatchObject({ ok: true });
    expect(await declareOutage(database.db, { ...outage, until: at('2026-03-02T11:00') })).toMatchObject({ ok: true });
    expect((await calendarOf(['VN']))?.outages).toEqual([['2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z']]);
  });

  test('refuses what cannot be a calendar', async () => {
    const overlapping = { ...officeHours().shifts, mon: [['07:30', '11:30'], ['11:00', '17:00']] } as const;

    expect(await setOfficeHours(database.db, officeHours({ shifts: overlapping }))).toMatchObject({ ok: false, error: { field: 'shifts' } });
    expect(await importHolidays(database.db, { years: [{ year: 2031, status: 'official', source: 's', working_saturdays: [],
      days_off: [{ date: '2031-01-02', weekday: 'Mon', name: 'x', kind: 'STATUTORY' }] }] }))
      .toMatchObject({ taken: 0, refused: [{ reason: 'ngày 2031-01-02 không phải Mon' }] });
    expect(await importHolidays(database.db, 'x')).toMatchObject({ taken: 0, refused: [{ record: null }] });
  });
});
