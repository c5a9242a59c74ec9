// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type Actor, type Result, ok, refuse } from '@motcua/kernel';
import { sourceTitle } from '@motcua/legal';
import { forecast } from '../clock/forecast.ts';
import type { DossierContext } from '../context.ts';
import type { Forecast } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { readable } from './one.ts';

/** The return day of a dossier if what it waits for came at `at`, explained; to whoever may read the dossier. */
export async function forecastOf(ctx: DossierContext, db: Db, { actor, code, at }: { readonly actor: Actor; readonly code: string; readonly at: string }): Promise<Result<Forecast, LifecycleRefusal>> {
  const found = await readable(db, actor, code);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const calendar = await ctx.calendars.of(db, dossier.agencies.solving);
  if (calendar === null) return refuse({ code: 'calendar-gap' });
  const then = forecast(calendar, dossier, { at: Temporal.Instant.from(at), now: ctx.clock.now() });
  if (!then.ok) return then;
  const { supposed, clock } = then.value;
  return ok({
    supposed, at, before: dossier.clock?.owedAt ?? null, owedAt: clock.owedAt, onSupplement: clock.rule.onSupplement,
    explanation: clock.explanation.map((line) => ({ ...line, source: line.source === null ? null : sourceTitle(line.source) })),
  });
}
