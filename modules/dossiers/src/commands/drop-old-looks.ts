// SPDX-License-Identifier: EUPL-1.2
import type { DossierContext } from '../context.ts';
import { forgetListLooks } from '../store/list-looks.ts';

/** Looks at lists (nhật ký xem danh sách) past their keeping are removed, by the dated period; no row in force: they are kept. @returns how many went */
export async function dropOldLooks(ctx: DossierContext): Promise<number> {
  const now = ctx.clock.now();
  const period = await ctx.periods.of(ctx.db, { key: 'keep-list-looks', procedure: null, at: now });
  return period?.unit === 'calendar-day' ? forgetListLooks(ctx.db, now.subtract({ hours: Math.round(24 * period.value) })) : 0;
}
