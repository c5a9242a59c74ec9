// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { ClockEvent } from '@motcua/deadlines';
import { refuse } from '@motcua/kernel';
import { moved } from '../clock/dossier-clock.ts';
import type { DossierContext } from '../context.ts';
import { isGroup } from '../lifecycle/linked.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { promiseOf } from './linked-promise.ts';
import type { Outcome } from './perform.ts';

/**
 * The running clock of a dossier after an event moved it: by the deadline engine, of a linked group along its shape.
 *
 * @error calendar-gap
 */
export async function movedClock(ctx: DossierContext, db: Db, dossier: Dossier, { clock, event }: { readonly clock: DossierClock; readonly event: ClockEvent }): Promise<Outcome<DossierClock>> {
  const at = Temporal.Instant.from(event.at);
  if (isGroup(dossier)) return promiseOf(ctx, { tx: db, at }, { root: dossier, clock, event });
  const calendar = await ctx.calendars.of(db, dossier.agencies.solving);
  if (calendar === null) return refuse({ code: 'calendar-gap' });
  const dueSoon = await ctx.periods.of(db, { key: 'due-soon', procedure: dossier.procedure.code, at });
  return moved(calendar, clock, { event, dueSoonShare: dueSoon?.value ?? null });
}
