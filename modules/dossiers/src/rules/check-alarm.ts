// SPDX-License-Identifier: EUPL-1.2
import type { CheckAlarm } from '../contract/paper-checks.ts';

/**
 * What stands out about the checks of a paper. One that counts no more and is still shown weighs more than one that is shown often.
 *
 * @param manyInADay - checks within 24 hours above which somebody should ask why; null: no row rules it
 */
export function checkAlarm({ lastDay, countsNoMore }: { readonly lastDay: number; readonly countsNoMore: number }, manyInADay: number | null): CheckAlarm | null {
  if (countsNoMore > 0) return 'counts-no-more';
  return manyInADay !== null && lastDay > manyInADay ? 'many' : null;
}
