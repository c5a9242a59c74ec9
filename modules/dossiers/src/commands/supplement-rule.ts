// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Db } from '@motcua/db-kit';
import { type Actor, ok, refuse } from '@motcua/kernel';
import { periodEnd } from '../clock/periods.ts';
import type { DossierContext } from '../context.ts';
import type { SupplementOverride, SupplementRule } from '../contract.ts';
import type { Dossier } from '../model.ts';
import { mayDo } from '../permissions.ts';
import type { Outcome } from './perform.ts';

type Rule = z.infer<typeof SupplementRule>;

/**
 * What binds whoever would ask for supplements now: each stage asks once, and after acceptance within the days of the law.
 *
 * @legal nd-118-2025/d16k3
 * @legal nd-118-2025/d19k5
 */
export async function supplementRule(ctx: DossierContext, db: Db, { dossier, actor, at }: { readonly dossier: Dossier; readonly actor: Actor; readonly at: Temporal.Instant }): Promise<Rule> {
  const stage = dossier.acceptedAt === null ? 'intake' : 'appraisal';
  const started = dossier.clock?.startedAt;
  const until = stage === 'intake' || started === undefined ? null
    : await periodEnd(ctx, db, { key: 'return-after-appraisal', procedure: dossier.procedure.code, agency: dossier.agencies.solving, at: Temporal.Instant.from(started) });
  return {
    stage, asked: dossier.supplementsAsked[stage], windowUntil: until?.toString() ?? null, isLate: until !== null && Temporal.Instant.compare(until, at) < 0,
    mayOverride: mayDo(actor, 'override-supplement', { dossier }),
  };
}

/**
 * Lets a request through, with the override its event keeps: a second one and a late one need a head's reason; a late one also goes when every item names its legal basis.
 *
 * @error already-asked, supplement-window-over, override-needed
 */
export function admittedBy(rule: Rule, { items, override }: { readonly items: readonly { readonly basis: string | null }[]; readonly override: SupplementOverride }): Outcome<{ readonly override?: string }> {
  const isSecond = rule.asked > 0;
  const isLate = rule.isLate && items.some(({ basis }) => (basis ?? '') === '');
  if (!isSecond && !isLate) return ok({});
  if (!rule.mayOverride) return refuse(isSecond ? { code: 'already-asked' } : { code: 'supplement-window-over', until: rule.windowUntil ?? '' });
  return override == null ? refuse({ code: 'override-needed' }) : ok({ override: override.reason });
}
