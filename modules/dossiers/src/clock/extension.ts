// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { type Result, officeDay, officeZone, ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier, DossierClock } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { movedClock } from '../commands/moved-clock.ts';

/** Days an apology must come before the day owed, by the row in force; 0 when none is. */
async function daysBefore(ctx: DossierContext, db: Db, dossier: Pick<Dossier, 'procedure'>, at: Temporal.Instant): Promise<number> {
  return Math.ceil((await ctx.periods.of(db, { key: 'apology-before-due', procedure: dossier.procedure.code, at }))?.value ?? 0);
}

const endOf = (day: Temporal.PlainDate): Temporal.Instant => day.add({ days: 1 }).toZonedDateTime(officeZone).toInstant();

/**
 * Until when the head may sign an extension: the end of the last day that lies the days asked for before the day owed.
 *
 * @legal nd-118-2025/apology-and-extension
 */
export async function extensionSignBy(ctx: DossierContext, db: Db, dossier: Pick<Dossier, 'procedure'>, { owedAt, at }: { readonly owedAt: string; readonly at: Temporal.Instant }): Promise<Temporal.Instant> {
  return endOf(officeDay(Temporal.Instant.from(owedAt)).subtract({ days: await daysBefore(ctx, db, dossier, at) }));
}

/**
 * Results owed before this instant must be apologised for today (cần xin lỗi, gia hạn hôm nay): the next day the office works would be too late.
 *
 * @returns null when no calendar reaches so far
 * @legal nd-118-2025/apology-and-extension
 */
export async function apologiseBefore(ctx: DossierContext, db: Db, calendar: AgencyCalendar | null): Promise<Temporal.Instant | null> {
  if (calendar === null) return null;
  const now = ctx.clock.now();
  const next = addWorkingTime({ calendar: calendar.compiled, from: endOf(officeDay(now)), minutes: 1 });
  const days = await daysBefore(ctx, db, { procedure: { code: '', version: 0, name: '' } }, now);
  return next.ok ? endOf(officeDay(next.value).add({ days: days - 1 })) : null;
}

/**
 * The clock of a dossier extended by `value` units of its time limit.
 *
 * @error extension-used, extension-too-late, act-not-allowed - the clock stands still; calendar-gap
 */
export async function extendedClock(ctx: DossierContext, db: Db, dossier: Dossier, { value, at }: { readonly value: number; readonly at: Temporal.Instant }): Promise<Result<DossierClock & { readonly owedAt: string; readonly before: string }, LifecycleRefusal>> {
  const { clock } = dossier;
  if (dossier.extension !== null) return refuse({ code: 'extension-used' });
  if (clock?.owedAt == null) return refuse({ code: 'act-not-allowed', act: 'extend', status: dossier.status });
  if (Temporal.Instant.compare(at, await extensionSignBy(ctx, db, dossier, { owedAt: clock.owedAt, at })) >= 0) return refuse({ code: 'extension-too-late', owed: clock.owedAt });
  const after = await movedClock(ctx, db, dossier, { clock, event: { at: at.toString(), type: 'extended', value } });
  if (!after.ok) return after;
  return after.value.owedAt === null ? refuse({ code: 'calendar-gap' }) : ok({ ...after.value, owedAt: after.value.owedAt, before: clock.owedAt });
}
