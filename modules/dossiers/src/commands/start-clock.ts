// SPDX-License-Identifier: EUPL-1.2
import { type Procedure, type RuleChannel, deadlineRuleOf } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { type TimeLimit, clockStart } from '@motcua/deadlines';
import { type Actor, officeDay, ok, refuse } from '@motcua/kernel';
import { shopServing } from '@motcua/organisation';
import { counted } from '../clock/dossier-clock.ts';
import type { DossierContext } from '../context.ts';
import type { Channel } from '../contract.ts';
import type { Fact } from '../events.ts';
import { isGroup } from '../lifecycle/linked.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { promiseOf } from './linked-promise.ts';
import type { Outcome } from './perform.ts';
import { limitOf } from './submit.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };

const channelOfRule: Readonly<Record<Channel, RuleChannel>> = { 'counter': 'counter', 'kiosk': 'counter', 'online': 'online', 'national-portal': 'online', 'post': 'post' };

/** Filed outside the place whose shop serves the agency that solves (phi địa giới). */
export async function filedElsewhere(db: Db, { agencies }: Pick<Dossier, 'agencies'>): Promise<boolean> {
  return agencies.receiving !== agencies.solving && await shopServing(db, agencies.solving) !== agencies.receiving;
}

const instantOrNull = (text: string | null | undefined): Temporal.Instant | null => (text == null ? null : Temporal.Instant.from(text));

/**
 * The clock an accepted dossier starts with: limit of the procedure, rule in force for the way it was filed, the moment that rule names, calendar of the agency that must answer.
 *
 * @error time-limit-unknown, calendar-gap
 */
export async function startedClock(ctx: DossierContext, { tx, at }: Stage, asked: {
  readonly dossier: Dossier; readonly procedure: Procedure; readonly processKey: string; readonly override: { readonly value: number; readonly unit: TimeLimit['unit']; readonly basis: string } | null;
}): Promise<Outcome<DossierClock>> {
  const { dossier, override } = asked;
  const stated = await limitOf(tx, { ...asked, circumstance: dossier.circumstance, channel: dossier.channel });
  // What was published binds; only where it states none may an officer say another limit than the internal procedure's.
  const found = override !== null && stated?.basis !== null ? { limit: { value: override.value, unit: override.unit }, basis: override.basis } : stated;
  if (found === null) return refuse({ code: 'time-limit-unknown' });
  const { unsure: _unsure, start, startElsewhere, startByPost, notCounted, ...counting } = await deadlineRuleOf(tx, { procedure: asked.procedure.code, channel: channelOfRule[dossier.channel], day: officeDay(at).toString() });
  const rule = { ...counting, leftOut: notCounted };
  const begun = clockStart({ start, startElsewhere, startByPost }, {
    acceptedAt: at, filedAt: Temporal.Instant.from(dossier.submittedAt), elsewhere: await filedElsewhere(tx, dossier), byPost: dossier.channel === 'post',
    handedOverAt: instantOrNull(dossier.handedOverAt), receivedBySolvingAt: null,
  });
  const calendar = await ctx.calendars.of(tx, dossier.agencies.solving);
  if (calendar === null) return refuse({ code: 'calendar-gap' });
  const dueSoon = await ctx.periods.of(tx, { key: 'due-soon', procedure: asked.procedure.code, at });
  return counted(calendar, { startedAt: begun.at.toString(), limit: found.limit, limitBasis: found.basis, rule, events: [], point: begun.point, provisional: begun.provisional }, dueSoon?.value ?? null);
}

/** Whether an officer works for the agency that solves and the dossier is not back with the office that received it. */
const isAtSolving = ({ agencies, transfer }: Dossier, actor: Actor): boolean =>
  transfer?.stage !== 'sent-back' && actor.kind === 'officer' && actor.postings.some(({ agency }) => agency === agencies.solving);

/**
 * The facts that the agency that solves received a dossier filed from elsewhere: whoever acts there first, be it only to confirm, has it in hand;
 * where the rule in force says so the term runs from then.
 *
 * @returns none when it is not waiting for that
 * @legal nd-118-2025/d17k3
 */
export async function receivedBySolving(ctx: DossierContext, stage: Stage, { dossier, actor }: { readonly dossier: Dossier; readonly actor: Actor }): Promise<Outcome<readonly Fact[]>> {
  if (!isAtSolving(dossier, actor)) return ok([]);
  const recounted = await startedThere(ctx, stage, dossier);
  if (!recounted.ok) return recounted;
  if (recounted.value !== null) return ok([recounted.value]);
  return ok(dossier.transfer?.stage === 'sent' ? [{ type: 'dossier-received', data: { to: dossier.status } }] : []);
}

/** The clock counted from now, when it was provisional and runs; null otherwise. */
async function startedThere(ctx: DossierContext, { tx, at }: Stage, dossier: Dossier): Promise<Outcome<Fact | null>> {
  const { clock, agencies, status } = dossier;
  if (clock?.provisional !== true || clock.stoppedSince !== null) return ok(null);
  const calendar = await ctx.calendars.of(tx, agencies.solving);
  if (calendar === null) return refuse({ code: 'calendar-gap' });
  const dueSoon = await ctx.periods.of(tx, { key: 'due-soon', procedure: dossier.procedure.code, at });
  // What stopped the clock before the term began is over; an extension stays.
  const events = clock.events.filter(({ type }) => type === 'extended').map((event) => ({ ...event, at: at.toString() }));
  const begun = { ...clock, startedAt: at.toString(), events, provisional: false };
  const again = isGroup(dossier) ? await promiseOf(ctx, { tx, at }, { root: dossier, clock: begun }) : counted(calendar, begun, dueSoon?.value ?? null);
  if (!again.ok) return again;
  return ok({ type: 'clock-recounted', data: { to: status, why: 'received-by-solving-agency', reason: 'Hồ sơ nộp ngoài địa bàn: thời hạn tính từ lúc cơ quan giải quyết nhận', change: null, before: clock.owedAt, clock: again.value, steps: [] } });
}
