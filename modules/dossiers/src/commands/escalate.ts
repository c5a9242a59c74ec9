// SPDX-License-Identifier: EUPL-1.2
import { inTransaction } from '@motcua/db-kit';
import { workingMinutesBetween } from '@motcua/deadlines';
import { machine, officeDay } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import { type EscalationRule, hasCome, receiverOf, rulesFor } from '../rules/escalation.ts';
import { type Escalatable, escalatable, escalationRulesOn } from '../store/escalation.ts';
import { append, load } from '../store/ledger.ts';
import { doerOf, momentAfter } from './perform.ts';

/** The rules whose hour has come for a dossier and that have not told anybody of this day owed; none while its calendar is not published. */
async function dueRules(ctx: DossierContext, dossier: Escalatable, rules: readonly EscalationRule[]): Promise<readonly EscalationRule[]> {
  const calendar = await ctx.calendars.of(ctx.db, dossier.solving);
  if (calendar === null) return [];
  const [now, owed] = [ctx.clock.now(), dossier.owedAt];
  const isPast = Temporal.Instant.compare(owed, now) <= 0;
  const [left, late] = [workingMinutesBetween(calendar.compiled, now, owed), workingMinutesBetween(calendar.compiled, owed, now)];
  if (!left.ok || !late.ok) return [];
  const told = new Set(dossier.told);
  return rulesFor(rules, dossier.procedure).filter((rule) => !told.has(rule.id) && hasCome(rule, { isPast, left: left.value, late: late.value }));
}

/**
 * Nhắc lên cấp trên: tells the people the province's dated rules name that the day owed of an open dossier is near or past, each once for each day owed, in the ledger.
 * A dossier whose clock stands still is left alone. May run on several machines: the dossier is locked and looked at again.
 *
 * @param only - code of the one dossier looked at; every dossier when absent
 * @returns how many were told
 */
export async function escalateDue(ctx: DossierContext, only?: string): Promise<number> {
  const rules = await escalationRulesOn(ctx.db, officeDay(ctx.clock.now()).toString());
  if (rules.length === 0) return 0;
  let told = 0;
  for (const found of await escalatable(ctx.db, rules, { now: ctx.clock.now(), only })) {
    const due = await dueRules(ctx, found, rules);
    if (due.length > 0) told += await tell(ctx, found, due);
  }
  return told;
}

async function tell(ctx: DossierContext, found: Escalatable, due: readonly EscalationRule[]): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const loaded = await load(tx, found.code, true);
    const dossier = loaded?.dossier;
    const owedAt = dossier?.clock?.owedAt ?? null;
    if (loaded === undefined || dossier === undefined || owedAt === null || dossier.decidedAt !== null || dossier.endedAt !== null || !Temporal.Instant.from(owedAt).equals(found.owedAt)) return 0;
    const known = new Set((dossier.escalations ?? []).filter((one) => one.owedAt === owedAt).map(({ rule }) => rule));
    const facts = due.filter(({ id }) => !known.has(id)).map(({ id, timing, to }) => ({ type: 'escalated' as const, data: { to: dossier.status, rule: id, timing, role: to, receiver: receiverOf(to, dossier.agencies), owedAt } }));
    if (facts.length > 0) await append(tx, loaded, { id: dossier.id, at: momentAfter(loaded, ctx.clock.now()), by: doerOf(machine), facts });
    return facts.length;
  });
}
