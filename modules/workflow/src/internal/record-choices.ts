// SPDX-License-Identifier: EUPL-1.2
/** What is done with a record that contradicts itself: as the decision says, with the sum of its steps as its total, or not at all. */
export const recordChoices = ['as-decided', 'sum', 'leave-out'] as const;
export type RecordChoice = (typeof recordChoices)[number];
