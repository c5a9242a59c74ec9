// SPDX-License-Identifier: EUPL-1.2
/**
 * Reform: kiểm soát thủ tục hành chính.
 *
 * Answers: which publications are owed by when, who is late, what became of the catalogue month by month; which procedures are reviewed by when,
 * what they cost people, what was promised to be saved and what was. Hides dated figures, working days, how costs are counted.
 */
export { reviewKind } from './kinds/review-kind.ts';
export { reformActs } from './permissions.ts';
