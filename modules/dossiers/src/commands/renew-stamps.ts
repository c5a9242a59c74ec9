// SPDX-License-Identifier: EUPL-1.2
import { type StampRound, renewStamps } from '@motcua/documents';
import type { DossierContext } from '../context.ts';

/**
 * Gia hạn dấu thời gian của giấy đã ký: before the certificates under them end, as many days ahead as the dated row says.
 *
 * @param isStopped - asked before each file; true ends the round, what remains is for the next
 * @throws where no row is in force: nobody can tell what is due
 */
export async function renewPaperStamps(ctx: DossierContext, isStopped?: () => boolean): Promise<StampRound> {
  const at = ctx.clock.now();
  const period = await ctx.periods.of(ctx.db, { key: 'renew-stamp', procedure: null, at });
  if (period?.unit !== 'calendar-day') throw new Error('no dated row says how long before their end time-stamps are renewed');
  return renewStamps(ctx.db, ctx.files, { at, endingBefore: at.add({ hours: Math.round(24 * period.value) }), proofs: ctx.proofs, ...(isStopped === undefined ? {} : { isStopped }) });
}
