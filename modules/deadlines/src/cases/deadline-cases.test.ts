// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { answerCase, answerLine } from '../index.ts';
import type { ClockEvent, DeadlineCase } from '../model.ts';
import { aCase, rules } from '../testing.ts';

const year2026 = {
  daysOff: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
  extraWorkingDays: [{ date: '2026-08-22', as: 'mon' }],
} as const;
const on2026: DeadlineCase['calendar'] = { ...aCase().calendar, ...year2026 };
const at = (text: string): string => `${text}:00+07:00`;
const event = (text: string, type: Exclude<ClockEvent['type'], 'extended'>): ClockEvent => ({ at: at(text), type });
const owed = (given: Partial<DeadlineCase>): string | null => answerCase(aCase({ calendar: on2026, ...given })).returnAt;

describe('ngày hẹn trả, worked examples', () => {
  test.each([
    { name: 'over National Day', received: '2026-08-27T09:00', value: 5, expected: '2026-09-08T17:00' },
    { name: 'over the week of Tết', received: '2026-02-12T09:00', value: 3, expected: '2026-02-24T17:00' },
  ])('counts working days $name', ({ received, value, expected }) => {
    expect(owed({ receivedAt: at(received), limit: { value, unit: 'working-day' } })).toBe(at(expected));
  });

  test('ends a term of calendar days on a Saturday that was swapped in', () => {
    expect(owed({ receivedAt: at('2026-08-17T09:00'), limit: { value: 5, unit: 'calendar-day' } })).toBe(at('2026-08-22T17:00'));
  });
});

describe('thời điểm bắt đầu tính (rule 1)', () => {
  const hour = { mode: 'by-hour', limit: { value: 1, unit: 'working-hour' } } as const;
  test.each([
    ['inside office hours is itself', '2026-03-02T08:00', null, '2026-03-02T09:00'],
    ['before the opening is the opening', '2026-03-02T05:00', null, '2026-03-02T08:30'],
    ['between two shifts is the next opening', '2026-03-02T11:30', null, '2026-03-02T14:30'],
    ['at the closing is the next working day', '2026-03-02T17:00', null, '2026-03-03T08:30'],
    ['on a Saturday is Monday', '2026-02-28T09:00', null, '2026-03-02T08:30'],
    ['at the cut-off hour is the next working day', '2026-03-02T15:00', '15:00', '2026-03-03T08:30'],
    ['a minute before the cut-off hour is itself', '2026-03-02T14:59', '15:00', '2026-03-02T15:59'],
  ] as const)('%s', (...[, received, cutoff, expected]) => {
    expect(owed({ ...hour, receivedAt: at(received), rules: rules({ cutoff }) })).toBe(at(expected));
  });
});

describe('đếm ngày làm việc (rule 2)', () => {
  test('counts the first day where the rule says so', () => {
    expect(owed({ rules: rules({ firstDayCounted: true }) })).toBe(at('2026-03-04T17:00'));
  });

  test('leaves out a day that lies wholly inside outages, not one that lies half in them', () => {
    const out = (from: string, to: string): string | null => owed({ calendar: { ...on2026, outages: [[at(from), at(to)]] } });

    expect(out('2026-03-03T07:00', '2026-03-03T18:00')).toBe(at('2026-03-06T17:00'));
    expect(out('2026-03-03T07:00', '2026-03-03T16:59')).toBe(at('2026-03-05T17:00'));
  });
});

describe('ngày và tháng theo lịch (rules 3 and 4)', () => {
  test('moves a last day that is a day off to the next working day', () => {
    expect(owed({ receivedAt: at('2026-11-19T09:00'), limit: { value: 5, unit: 'calendar-day' } })).toBe(at('2026-11-25T17:00'));
  });

  test('ends a month on the same day, or on the last one of a shorter month', () => {
    expect(owed({ receivedAt: at('2026-03-31T09:00'), limit: { value: 1, unit: 'month' } })).toBe(at('2026-04-30T17:00'));
    expect(owed({ receivedAt: at('2026-03-10T09:00'), limit: { value: 2, unit: 'month' }, rules: rules({ firstDayCounted: true }) }))
      .toBe(at('2026-05-11T17:00'));
  });
});

describe('đếm giờ làm việc (rule 5)', () => {
  test('takes eight hours for a day whatever the shifts add up to', () => {
    expect(owed({ mode: 'by-hour', limit: { value: 1, unit: 'working-day' } })).toBe(at('2026-03-03T08:30'));
  });

  test('is owed at a closing, not at the next opening', () => {
    expect(owed({ mode: 'by-hour', receivedAt: at('2026-03-02T07:30'), rules: rules({ hoursPerDay: 7.5 }), limit: { value: 1, unit: 'working-day' } }))
      .toBe(at('2026-03-02T17:00'));
  });

  test('does not count the minutes of overlapping outages twice', () => {
    const outages = [[at('2026-03-02T09:00'), at('2026-03-02T10:00')], [at('2026-03-02T09:30'), at('2026-03-02T10:30')]] as const;

    expect(owed({ calendar: { ...on2026, outages }, limit: { value: 2, unit: 'working-hour' } })).toBe(at('2026-03-02T11:30'));
  });
});

describe('tạm dừng (rule 6)', () => {
  const pause = rules({ onSupplement: 'pause' });
  const asked = event('2026-03-03T10:00', 'supplement-requested');

  test('leaves out the days after the one it began up to the one it ended', () => {
    expect(owed({ rules: pause, events: [asked, event('2026-03-05T10:00', 'supplemented')] })).toBe(at('2026-03-09T17:00'));
  });

  test('never lets a closing inside it be the one owed', () => {
    const events = [event('2026-03-05T10:00', 'payment-requested'), event('2026-03-09T09:00', 'paid')];

    expect(owed({ events })).toBe(at('2026-03-09T17:00'));
  });

  test('moves a term of calendar days by its dates', () => {
    const events = [asked, event('2026-03-05T10:00', 'supplemented')];

    expect(owed({ rules: pause, events, limit: { value: 2, unit: 'calendar-day' } })).toBe(at('2026-03-06T17:00'));
  });

  test('stops the clock while it has no end, from the beginning of the stops that touch', () => {
    const events = [asked, event('2026-03-04T10:00', 'payment-requested'), event('2026-03-05T10:00', 'supplemented')];

    expect(answerCase(aCase({ rules: pause, events }))).toMatchObject({ returnAt: null, stoppedSince: asked.at, error: null });
  });

  test('asks for no day after the stop', () => {
    const calendar = { ...on2026, coveredUntil: '2026-03-03' };

    expect(answerCase(aCase({ calendar, events: [asked] }))).toMatchObject({ stoppedSince: asked.at, error: null });
    expect(answerCase(aCase({ calendar }))).toMatchObject({ returnAt: null, error: 'calendar-gap', explanation: [] });
  });
});

describe('tính lại từ đầu, gia hạn, đã trễ là trễ (rules 7, 8, 9)', () => {
  const asked = event('2026-03-03T10:00', 'supplement-requested');

  test('begins the whole limit anew at the supplement, extension included', () => {
    const extended: ClockEvent = { at: at('2026-03-04T10:00'), type: 'extended', value: 2 };

    expect(owed({ events: [asked, event('2026-03-06T18:00', 'supplemented')] })).toBe(at('2026-03-12T17:00'));
    expect(owed({ events: [asked, extended, event('2026-03-06T18:00', 'supplemented')] })).toBe(at('2026-03-16T17:00'));
  });

  test('lets a payment still open go on', () => {
    const events = [asked, event('2026-03-04T10:00', 'payment-requested'), event('2026-03-05T10:00', 'supplemented')];

    expect(answerCase(aCase({ events }))).toMatchObject({ stoppedSince: asked.at });
  });

  test('changes nothing once the result is owed', () => {
    const late = [event('2026-03-05T17:00', 'supplement-requested'), event('2026-03-06T10:00', 'supplemented')];

    expect(owed({ events: late })).toBe(at('2026-03-05T17:00'));
    expect(owed({ events: [{ at: at('2026-03-05T17:00'), type: 'extended', value: 5 }] })).toBe(at('2026-03-05T17:00'));
  });

  test('refuses a second extension', () => {
    const twice: readonly ClockEvent[] = [1, 2].map((value) => ({ at: at('2026-03-03T10:00'), type: 'extended', value }));

    expect(answerCase(aCase({ events: twice }))).toEqual({ id: 'case', returnAt: null, stoppedSince: null, error: 'extension-used', explanation: [] });
  });
});

describe('a bad case', () => {
  const { calendar } = aCase();
  test.each<readonly [string, unknown]>([
    ['id', null], ['id', []], ['id', { ...aCase(), id: 7 }],
    ['receivedAt', { ...aCase(), receivedAt: '2026-02-30T08:00:00+07:00' }], ['receivedAt', { ...aCase(), receivedAt: '2026-02-20T08:00:00' }],
    ['limit', { ...aCase(), limit: { value: 1.5, unit: 'month' } }], ['limit', { ...aCase(), limit: { value: 1, unit: 'year' } }],
    ['mode', { ...aCase(), mode: undefined }], ['calendar.shifts', { ...aCase(), calendar: null }],
    ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: [['09:00', '11:00'], ['10:00', '12:00']] } } }],
    ['calendar.daysOff', { ...aCase(), calendar: { ...calendar, daysOff: ['2026-13-01'] } }],
    ['calendar.extraWorkingDays', { ...aCase(), calendar: { ...calendar, extraWorkingDays: [{ date: '2026-01-10', as: 'Mon' }] } }],
    ['calendar.outages', { ...aCase(), calendar: { ...calendar, outages: [[at('2026-03-02T10:00'), at('2026-03-02T10:00')]] } }],
    ['calendar.coveredUntil', { ...aCase(), calendar: { ...calendar, coveredUntil: 2026 } }],
    ['rules.firstDayCounted', { ...aCase(), rules: {} }], ['rules.cutoff', { ...aCase(), rules: { ...rules(), cutoff: '24:00' } }],
    ['rules.hoursPerDay', { ...aCase(), rules: { ...rules(), hoursPerDay: 0 } }], ['rules.onSupplement', { ...aCase(), rules: { ...rules(), onSupplement: '' } }],
    ['events', { ...aCase(), events: [event('2026-03-01T10:00', 'paid')] }], ['events', { ...aCase(), events: [event('2026-03-03T10:00', 'paid')] }],
    ['events', { ...aCase(), events: [event('2026-03-03T10:00', 'payment-requested'), event('2026-03-03T10:00', 'payment-requested')] }],
    ['events', { ...aCase(), events: [{ at: at('2026-03-03T10:00'), type: 'extended' }] }],
    ['receivedAt', { ...aCase(), receivedAt: 7 }], ['receivedAt', { ...aCase(), receivedAt: ['2026-03-02T08:00:00+07:00'] }], ['limit', { ...aCase(), limit: { value: '3', unit: 'month' } }], ['limit', { ...aCase(), limit: { value: 0, unit: 'month' } }],
    ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: null } } }], ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: ['08:00'] } } }],
    ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: [['08:00', '09:00', '10:00']] } } }], ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: [['08:00', '08:00']] } } }],
    ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: [['08:00', 9]] } } }], ['calendar.shifts', { ...aCase(), calendar: { ...calendar, shifts: { ...calendar.shifts, mon: 'sớm' } } }],
    ['calendar.daysOff', { ...aCase(), calendar: { ...calendar, daysOff: [20_260_101] } }], ['calendar.daysOff', { ...aCase(), calendar: { ...calendar, daysOff: null } }],
    ['calendar.extraWorkingDays', { ...aCase(), calendar: { ...calendar, extraWorkingDays: [null] } }], ['calendar.extraWorkingDays', { ...aCase(), calendar: { ...calendar, extraWorkingDays: [{ date: '2026-13-10', as: 'mon' }] } }],
    ['calendar.outages', { ...aCase(), calendar: { ...calendar, outages: [null] } }], ['calendar.outages', { ...aCase(), calendar: { ...calendar, outages: [[at('2026-03-02T10:00'), at('2026-03-02T11:00'), at('2026-03-02T12:00')]] } }],
    ['calendar.outages', { ...aCase(), calendar: { ...calendar, outages: [{ 0: at('2026-03-02T10:00'), 1: at('2026-03-02T11:00'), length: 2 }] } }],
    ['rules.hoursPerDay', { ...aCase(), rules: { ...rules(), hoursPerDay: '8' } }], ['rules.hoursPerDay', { ...aCase(), rules: { ...rules(), hoursPerDay: Infinity } }], ['rules.lastMinutes', { ...aCase(), rules: { ...rules(), lastMinutes: '60' } }],
    ['events', { ...aCase(), events: {} }], ['events', { ...aCase(), events: [event('2026-03-03T10:00', 'identity-confirmed')] }], ['events', { ...aCase(), events: [{ at: at('2026-03-03T10:00'), type: 'thought-about' }] }],
    ['events', { ...aCase(), events: [event('2026-03-03T10:00', 'identity-requested'), event('2026-03-03T11:00', 'identity-requested')] }], ['events', { ...aCase(), events: [event('2026-03-03T10:00', 'identity-requested'), event('2026-03-03T09:00', 'identity-confirmed')] }],
    ['events', { ...aCase(), events: [event('2026-03-03T10:00', 'identity-requested'), event('2026-03-03T11:00', 'identity-confirmed'), event('2026-03-03T12:00', 'identity-confirmed')] }], ['events', { ...aCase(), events: [{ at: 7, type: 'payment-requested' }] }],
  ])('names the first bad row: %s (%#)', (field, input) => {
    expect(answerCase(input)).toMatchObject({ returnAt: null, error: 'bad-case', field });
  });

  test('repeats the id where it has one, and none that is no text', () => {
    expect([answerCase({ ...aCase(), id: 'hồ sơ 7', mode: '' }), answerCase({ ...aCase(), id: 7 })].map(({ id }) => id)).toEqual(['hồ sơ 7', null]);
  });

  test('is answered line by line, whatever the line holds', () => {
    expect(JSON.parse(answerLine('{not json'))).toEqual({ id: null, returnAt: null, stoppedSince: null, error: 'bad-case', explanation: [], field: 'id' });
    expect(JSON.parse(answerLine(JSON.stringify(aCase())))).toMatchObject({ id: 'case', returnAt: at('2026-03-05T17:00') });
  });
});
