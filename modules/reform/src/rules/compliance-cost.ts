// SPDX-License-Identifier: EUPL-1.2
import type { CostLine } from '../contract/review-content.ts';

/**
 * Income of a person per hour (mức thu nhập bình quân một giờ): a year's product per person over 12 months of 22 days of 8 hours, whole đồng.
 *
 * @legal tt-02-2017-vpcp/d27
 */
export const hourlyIncome = (perYearVnd: number): number => Math.round(perYearVnd / 12 / 22 / 8);

/**
 * Cost of one work, once, in whole đồng: hours by income, hired services, fees.
 *
 * @legal tt-02-2017-vpcp/d27
 */
export const costOnce = ({ hours, hiredVnd, feesVnd }: CostLine, hourlyVnd: number): number => Math.round((hours ?? 0) * hourlyVnd) + (hiredVnd ?? 0) + (feesVnd ?? 0);

/**
 * Cost of one work in a year: once, by times a year, by how many do it.
 *
 * @legal tt-02-2017-vpcp/d27
 */
export const costYearly = (line: CostLine, hourlyVnd: number): number => Math.round(costOnce(line, hourlyVnd) * (line.timesPerYear ?? 0) * (line.subjectsPerYear ?? 0));

/** What a table comes to. */
export type Total = { readonly onceVnd: number; readonly yearlyVnd: number };

/** The sum of a cost table (chi phí tuân thủ). */
export const totalOf = (lines: readonly CostLine[], hourlyVnd: number): Total => ({
  onceVnd: lines.reduce((sum, line) => sum + costOnce(line, hourlyVnd), 0), yearlyVnd: lines.reduce((sum, line) => sum + costYearly(line, hourlyVnd), 0),
});

/**
 * What simplification saves (lợi ích): the difference of the yearly costs, and its part of the cost now; null where nothing costs now.
 *
 * @legal tt-02-2017-vpcp/d27
 */
export function savingOf(now: Total, after: Total): { readonly yearlyVnd: number; readonly share: number | null } {
  const yearlyVnd = now.yearlyVnd - after.yearlyVnd;
  return { yearlyVnd, share: now.yearlyVnd === 0 ? null : yearlyVnd / now.yearlyVnd };
}
