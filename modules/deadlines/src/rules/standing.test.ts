// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { addWorkingTime, compileCalendar, standing, type StandingAsked, workingMinutesBetween } from '../index.ts';
import { aCalendar } from '../testing.ts';

const calendar = compileCalendar(aCalendar());
const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}:00+07:00`);
const stands = (given: Partial<StandingAsked>): unknown => standing({
  calendar, startedAt: at('2026-03-02T07:30'), now: at('2026-03-02T09:30'), returnAt: at('2026-03-03T17:00'),
  stoppedSince: null, finishedAt: null, dueSoonShare: 0.2, ...given,
});

describe('tình trạng hạn', () => {
  test.each([
    ['runs while more than the share remains', {}, { state: 'running', remainingMinutes: 780 }],
    ['is due soon when a fifth of the time remains', { now: at('2026-03-03T14:00') }, { state: 'due-soon', remainingMinutes: 180 }],
    ['is not overdue at the minute owed', { now: at('2026-03-03T17:00') }, { state: 'due-soon', remainingMinutes: 0 }],
    ['is overdue by working minutes', { now: at('2026-03-04T08:00') }, { state: 'overdue', overdueMinutes: 30 }],
    ['is early when finished on an earlier day', { finishedAt: at('2026-03-02T16:30') }, { state: 'early', remainingMinutes: 480 }],
    ['is on time on the day owed', { finishedAt: at('2026-03-03T16:00') }, { state: 'on-time', remainingMinutes: 60 }],
    ['is late after it', { finishedAt: at('2026-03-05T08:00') }, { state: 'late', overdueMinutes: 480 }],
  ])('%s', (_name, given, expected) => {
    expect(stands(given)).toEqual({ ok: true, value: expected });
  });

  test('is paused while nothing is owed', () => {
    expect(stands({ returnAt: null, stoppedSince: at('2026-03-02T09:00') })).toMatchObject({ value: { state: 'paused' } });
  });

  test('refuses to look past the published days', () => {
    expect(stands({ now: at('2028-01-03T09:00') })).toEqual({ ok: false, error: { code: 'calendar-gap' } });
  });
});

describe('hạn của một bước', () => {
  test('is the instant when its working minutes have passed', () => {
    expect(addWorkingTime({ calendar, from: at('2026-03-06T16:00'), minutes: 120 })).toEqual({ ok: true, value: at('2026-03-09T08:30') });
    expect(addWorkingTime({ calendar, from: at('2026-03-07T16:00'), minutes: 0 })).toEqual({ ok: true, value: at('2026-03-07T16:00') });
    expect(addWorkingTime({ calendar, from: at('2027-12-31T16:30'), minutes: 120 })).toEqual({ ok: false, error: { code: 'calendar-gap' } });
  });

  test('is as far as the working minutes between say', () => {
    expect(workingMinutesBetween(calendar, at('2026-03-06T16:00'), at('2026-03-09T08:30'))).toEqual({ ok: true, value: 120 });
    expect(workingMinutesBetween(calendar, at('2026-03-09T08:30'), at('2026-03-06T16:00'))).toEqual({ ok: true, value: 0 });
  });
});
