// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { addWorkingTime, answerCase, calendarGap, clockStart, clockStopped, compileCalendar, deadlineEngine, standing, workingMinutesBetween } from '../index.ts';
import { minuteOf } from '../calendar/minutes.ts';
import type { ClockEvent, DeadlineCase } from '../model.ts';
import { aCalendar, aCase, rules } from '../testing.ts';

const at = (text: string): string => `${text}:00+07:00`;
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(at(text));
const event = (text: string, type: Exclude<ClockEvent['type'], 'extended'>): ClockEvent => ({ at: at(text), type });
const answer = (given: Partial<DeadlineCase>) => answerCase(aCase(given));
const owed = (given: Partial<DeadlineCase>): string | null => answer(given).returnAt?.slice(0, 16) ?? answer(given).error;
const short = aCalendar({ coveredUntil: '2026-03-08' });
const compiled = compileCalendar(short);

describe('the last published day (hết lịch)', () => {
  const hour = { mode: 'by-hour', limit: { value: 1, unit: 'working-hour' } } as const;

  test('is a gap for a receipt after which no working day is published, by hour and by day', () => {
    expect([owed({ ...hour, calendar: short, receivedAt: at('2026-03-06T17:00') }), owed({ calendar: short, receivedAt: at('2026-03-07T08:00') }), owed({ calendar: short, receivedAt: at('2026-03-09T08:00') })]).toEqual(Array(3).fill('calendar-gap'));
    expect(owed({ ...hour, calendar: short, receivedAt: at('2026-03-06T16:00') })).toBe('2026-03-06T17:00');
  });

  test('lets an event within it move a clock that is owed past it, and none after it', () => {
    const long = { value: 9, unit: 'working-day' } as const;
    const stopped = (day: string) => answer({ limit: long, calendar: short, events: [event(`${day}T09:00`, 'payment-requested')] });

    expect([stopped('2026-03-08').stoppedSince, stopped('2026-03-09').error]).toEqual([at('2026-03-08T09:00'), 'calendar-gap']);
  });

  test('is told apart from a stopped clock by the engine', () => {
    const engine = deadlineEngine(compiled, { ...rules(), mode: 'by-day' });
    const received = minuteOf(instant('2026-03-02T08:00'));
    const request = { at: received + 60, type: 'payment-requested' } as const;

    expect(engine.returnAt(received, { value: 9, unit: 'working-day' }, [])).toBe(calendarGap);
    expect(engine.explain({ receivedAt: instant('2026-03-02T08:00'), limit: { value: 9, unit: 'working-day' }, events: [] })).toEqual([]);
    expect(engine.returnAt(received, { value: 2, unit: 'working-day' }, [request])).toBe(clockStopped);
    expect(engine.returnAt(received, { value: 2, unit: 'working-day' }, [])).toBe(minuteOf(instant('2026-03-04T17:00')));
    expect(engine.owe({ receivedAt: instant('2026-03-02T08:00'), limit: { value: 2, unit: 'working-day' }, events: [event('2026-03-02T09:00', 'payment-requested')] }))
      .toEqual({ ok: true, value: { returnAt: null, stoppedSince: instant('2026-03-02T09:00') } });
  });

  test('ends working time and standings with a refusal', () => {
    const add = (from: string, minutes: number) => addWorkingTime({ calendar: compiled, from: instant(from), minutes });
    const stands = (given: Partial<Parameters<typeof standing>[0]>) => standing({ calendar: compiled, now: instant('2026-03-03T08:00'), startedAt: instant('2026-03-02T08:00'), returnAt: instant('2026-03-04T17:00'), stoppedSince: null, finishedAt: null, dueSoonShare: 0.2, ...given });
    const refused = { ok: false, error: { code: 'calendar-gap' } };

    expect([add('2026-03-09T08:00', 1), add('2025-12-31T08:00', 60), add('2026-03-06T16:00', 61), stands({ returnAt: instant('2026-03-20T17:00') }), stands({ startedAt: instant('2025-12-30T08:00') })]).toEqual(Array(5).fill(refused));
    expect(workingMinutesBetween(compiled, instant('2026-03-03T08:00'), instant('2026-03-03T08:00'))).toEqual({ ok: true, value: 0 });
    expect(stands({ returnAt: null, stoppedSince: instant('2026-03-02T10:00') })).toEqual({ ok: true, value: { state: 'paused', since: instant('2026-03-02T10:00') } });
    expect(stands({ returnAt: null })).toEqual({ ok: true, value: { state: 'paused', since: instant('2026-03-03T08:00') } });
  });
});

describe('the minutes at which a rule begins (mốc giờ)', () => {
  test('closing time is the next day, for a count by day too', () => {
    expect(owed({ receivedAt: at('2026-03-02T17:00'), limit: { value: 1, unit: 'working-day' } })).toBe('2026-03-04T17:00');
    expect(owed({ receivedAt: at('2026-03-02T16:59'), limit: { value: 1, unit: 'working-day' } })).toBe('2026-03-03T17:00');
  });

  test('the end of a morning is not yet the afternoon', () => {
    const [first] = answer({ receivedAt: at('2026-03-02T11:30'), mode: 'by-hour' }).explanation;

    expect(first).toMatchObject({ rule: 'received-before-opening', to: at('2026-03-02T13:30') });
  });

  test('a pause that ends at the closing owed moves it to the next closing, one that ended before does not', () => {
    const paused = (to: string) => owed({ limit: { value: 1, unit: 'working-day' }, events: [event('2026-03-03T10:00', 'payment-requested'), event(`2026-03-03T${to}`, 'paid')] });

    expect([paused('16:59'), paused('17:00')]).toEqual(['2026-03-03T17:00', '2026-03-04T17:00']);
  });

  test('the first day counts in no term of months, and a pause on it moves the end only where it does', () => {
    const paused = (unit: 'month' | 'calendar-day', firstDayCounted: boolean) => owed({ limit: { value: unit === 'month' ? 1 : 10, unit }, rules: rules({ firstDayCounted }), receivedAt: at('2026-03-02T08:00'), events: [event('2026-03-02T08:00', 'payment-requested'), event('2026-03-03T10:00', 'paid')] });

    expect([paused('month', false), paused('month', true), paused('calendar-day', false), paused('calendar-day', true)]).toEqual(['2026-04-03T17:00', '2026-04-03T17:00', '2026-03-13T17:00', '2026-03-12T17:00']);
  });

  test('a pause that begins on the day the count is reached moves nothing by its days', () => {
    const days = (value: number) => owed({ limit: { value, unit: 'working-day' }, events: [event('2026-03-03T10:00', 'payment-requested'), event('2026-03-05T10:00', 'paid')] });

    expect([days(1), days(2)]).toEqual(['2026-03-05T17:00', '2026-03-06T17:00']);
  });

  test('post goes before the own counter where filing elsewhere has no rule of its own', () => {
    const begun = clockStart({ start: 'filing', startElsewhere: 'acceptance', startByPost: 'hand-over-record' }, {
      acceptedAt: instant('2026-03-03T08:00'), filedAt: instant('2026-03-01T08:00'), elsewhere: true, byPost: true, handedOverAt: instant('2026-03-02T08:00'), receivedBySolvingAt: null,
    });

    expect(begun).toEqual({ at: instant('2026-03-02T08:00'), point: 'hand-over-record', provisional: false });
  });
});

describe('stops that overlap or touch (tạm dừng chồng nhau)', () => {
  test('are one, whichever ends first, and one that begins where the last ended goes on with it', () => {
    const overlapping = [event('2026-03-03T08:00', 'payment-requested'), event('2026-03-03T09:00', 'supplement-requested'), event('2026-03-03T10:00', 'paid')];
    const touching = [...overlapping, event('2026-03-03T11:00', 'supplemented'), event('2026-03-03T11:00', 'payment-requested')];
    const apart = [...overlapping, event('2026-03-03T11:00', 'supplemented'), event('2026-03-03T14:00', 'payment-requested')];
    const since = (events: readonly ClockEvent[], onSupplement: 'pause' | 'restart') => answer({ events, rules: rules({ onSupplement }) }).stoppedSince?.slice(11, 16);

    expect((['pause', 'restart'] as const).map((onSupplement) => [overlapping, touching, apart].map((events) => since(events, onSupplement)))).toEqual([['08:00', '08:00', '14:00'], ['08:00', '08:00', '14:00']]);
  });

  test('are told in the explanation by what was waited for, each to its own end', () => {
    const events = [event('2026-03-03T08:00', 'payment-requested'), event('2026-03-03T09:00', 'supplement-requested'), event('2026-03-03T10:00', 'paid'), event('2026-03-03T11:00', 'supplemented')];
    const said = answer({ mode: 'by-hour', events, rules: rules({ onSupplement: 'pause' }) }).explanation.filter(({ rule }) => rule.startsWith('paused')).map(({ from, to, rule }) => [from.slice(11, 16), to.slice(11, 16), rule]);

    expect(said).toEqual([['08:00', '09:00', 'paused-for-payment'], ['09:00', '11:00', 'paused-for-supplement']]);
  });

  test('that ended are forgotten by a restart, one still open goes on; what was given up is told', () => {
    const events = [event('2026-03-02T09:00', 'payment-requested'), event('2026-03-02T10:00', 'paid'), event('2026-03-03T08:00', 'supplement-requested'), event('2026-03-03T09:00', 'payment-requested'), event('2026-03-03T10:00', 'supplemented'), event('2026-03-03T11:00', 'paid')];
    const { explanation, returnAt } = answer({ mode: 'by-hour', limit: { value: 8, unit: 'working-hour' }, events });
    const told = explanation.filter(({ rule }) => rule !== 'outside-hours').map(({ from, to, rule }) => `${from.slice(5, 16)} ${to.slice(11, 16)} ${rule}`);

    expect(returnAt).toBe(at('2026-03-04T11:30'));
    expect(told).toEqual([
      '03-02T08:00 08:00 restarted', '03-03T08:00 10:00 waiting-for-supplement', '03-03T10:00 11:00 paused-for-payment', '03-03T11:00 11:30 working-time', '03-03T13:30 17:00 working-time', '03-04T07:30 11:30 working-time',
    ]);
  });

  test('is counted where both ended, whichever way the rule takes a supplement', () => {
    const events = [event('2026-03-03T08:00', 'supplement-requested'), event('2026-03-03T09:00', 'payment-requested'), event('2026-03-03T10:00', 'paid'), event('2026-03-03T14:00', 'supplemented')];
    const by = (onSupplement: 'pause' | 'restart') => owed({ mode: 'by-hour', limit: { value: 8, unit: 'working-hour' }, events, rules: rules({ onSupplement }) });

    expect([by('pause'), by('restart')]).toEqual(['2026-03-03T14:30', '2026-03-04T14:30']);
  });
});
