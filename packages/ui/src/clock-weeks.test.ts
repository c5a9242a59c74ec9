// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { weeksOf } from './clock-weeks.ts';
import type { ReturnInterval } from './components/return-day.tsx';

const at = (text: string): string => `${text}:00+07:00`;
const stretch = (kind: ReturnInterval['kind'], from: string, to: string): ReturnInterval => ({ kind, from: at(from), to: at(to), text: '', why: null });
const term = { startedAt: at('2026-11-19T15:00'), owedAt: at('2026-11-23T09:30'), now: at('2026-11-20T10:00') };
const hours = [
  stretch('counted', '2026-11-19T15:00', '2026-11-19T17:00'), stretch('free', '2026-11-19T17:00', '2026-11-20T07:30'), stretch('counted', '2026-11-20T07:30', '2026-11-20T11:30'),
  stretch('paused', '2026-11-20T13:00', '2026-11-20T17:00'), stretch('free', '2026-11-21T00:00', '2026-11-23T00:00'), stretch('counted', '2026-11-23T07:30', '2026-11-23T09:30'),
];

describe('the picture of a clock (đồng hồ giải trình bằng hình)', () => {
  test('is weeks from Monday to Sunday that hold the start and the return day', () => {
    const weeks = weeksOf({ ...term, intervals: hours });

    expect(weeks?.map((week) => week.map(({ date }) => date.slice(8)).join(' '))).toEqual(['16 17 18 19 20 21 22', '23 24 25 26 27 28 29']);
    expect(weeks?.flat().filter(({ starts, owed, today }) => starts || owed || today).map(({ date, starts, owed, today }) => [date, starts, owed, today])).toEqual([
      ['2026-11-19', true, false, false], ['2026-11-20', false, false, true], ['2026-11-23', false, true, false],
    ]);
    expect(weeks?.flat().filter(({ inside }) => inside).length).toBe(5);
  });

  test('draws of each day what is counted and what is paused, in the hours that are counted at all', () => {
    const parts = weeksOf({ ...term, intervals: hours })?.flat().flatMap(({ date, parts: drawn }) => drawn.map(({ kind, from, to }) => [date.slice(8), kind, from, to]));

    expect(parts).toEqual([['19', 'counted', 0.8, 1], ['20', 'counted', 0.05, 0.45], ['20', 'paused', 0.6, 1], ['23', 'counted', 0.05, 0.25]]);
  });

  test('draws whole days where days are counted', () => {
    const days = [stretch('counted', '2026-11-20T00:00', '2026-11-21T00:00'), stretch('free', '2026-11-21T00:00', '2026-11-23T00:00'), stretch('counted', '2026-11-23T00:00', '2026-11-23T17:00')];
    const weeks = weeksOf({ ...term, owedAt: at('2026-11-23T17:00'), intervals: days });

    expect(weeks?.flat().filter(({ parts }) => parts.length > 0).map(({ date, parts: [part] }) => [date.slice(8), part?.from, Math.round((part?.to ?? 0) * 24)])).toEqual([['20', 0, 24], ['23', 0, 17]]);
  });

  test('is left to the bar where it would be longer than a page, or nothing is owed after the start', () => {
    expect([weeksOf({ ...term, owedAt: at('2027-06-01T09:00'), intervals: hours }), weeksOf({ ...term, owedAt: at('2026-11-01T09:00'), intervals: hours })]).toEqual([null, null]);
  });
});
