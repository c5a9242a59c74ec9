// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { CostLine } from '../contract/review-content.ts';
import { costOnce, costYearly, hourlyIncome, savingOf, totalOf } from './compliance-cost.ts';

const line = (about: Partial<CostLine>): CostLine => ({ id: 'a', work: 'prepare', what: 'Đơn', hours: null, hiredVnd: null, feesVnd: null, timesPerYear: 1, subjectsPerYear: 1, note: '', ...about });

describe('chi phí tuân thủ (compliance cost)', () => {
  test('takes an hour as a year’s product over 12 months of 22 days of 8 hours', () => {
    expect(hourlyIncome(2112 * 50_000)).toBe(50_000);
    expect(hourlyIncome(114_000_000)).toBe(53_977);
  });

  test('of a work is hours by income, hired services and fees; of a year by times and by subjects', () => {
    const one = line({ hours: 1.5, hiredVnd: 20_000, feesVnd: 8000, timesPerYear: 2, subjectsPerYear: 300 });

    expect(costOnce(one, 50_000)).toBe(103_000);
    expect(costYearly(one, 50_000)).toBe(61_800_000);
  });

  test('of what is not filled in is nothing', () => {
    expect([costOnce(line({}), 50_000), costYearly(line({ hours: 3, subjectsPerYear: null }), 50_000)]).toEqual([0, 0]);
  });

  test('saved is the difference of the yearly sums and its part of the cost now', () => {
    const [now, after] = [totalOf([line({ hours: 4, subjectsPerYear: 100 }), line({ feesVnd: 50_000, subjectsPerYear: 100 })], 50_000), totalOf([line({ hours: 1, subjectsPerYear: 100 })], 50_000)];

    expect(now).toEqual({ onceVnd: 250_000, yearlyVnd: 25_000_000 });
    expect(savingOf(now, after)).toEqual({ yearlyVnd: 20_000_000, share: 0.8 });
    expect(savingOf(totalOf([], 50_000), after)).toEqual({ yearlyVnd: -5_000_000, share: null });
  });
});
