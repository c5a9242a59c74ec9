// SPDX-License-Identifier: EUPL-1.2
/**
 * Reform: kiểm soát thủ tục hành chính.
 *
 * Answers: which publications are owed by when, who is late, and what became of the catalogue month by month.
 * Hides how long each may take, from when on that counts, and the working days between.
 */
export { reformActs } from './permissions.ts';
