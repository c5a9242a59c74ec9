// SPDX-License-Identifier: EUPL-1.2
import type { CheckAlarm } from '../contract/paper-checks.ts';

/** Checks of one paper within 24 hours above which somebody should ask why. A threshold of the house, no rule of law. */
const manyInADay = 10;

/** What stands out about the checks of a paper. One that counts no more and is still shown weighs more than one that is shown often. */
export function checkAlarm({ lastDay, countsNoMore }: { readonly lastDay: number; readonly countsNoMore: number }): CheckAlarm | null {
  if (countsNoMore > 0) return 'counts-no-more';
  return lastDay > manyInADay ? 'many' : null;
}
