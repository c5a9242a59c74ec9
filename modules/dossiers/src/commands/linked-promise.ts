// SPDX-License-Identifier: EUPL-1.2
import { deadlineRuleOf, findHandling, procedureOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import type { ClockEvent } from '@motcua/deadlines';
import { officeDay, ok, refuse } from '@motcua/kernel';
import { getDefinition, linkedShape } from '@motcua/workflow';
import { counted, limitText } from '../clock/dossier-clock.ts';
import { groupClock } from '../clock/group-clock.ts';
import { type PromisedPart, finishesOf, groupPromise } from '../clock/group-promise.ts';
import type { DossierContext } from '../context.ts';
import type { ProcessMoved } from '../events.ts';
import { isGroup, latestFor } from '../lifecycle/linked.ts';
import type { Dossier, DossierClock } from '../model.ts';
import { type LinkedMember, linkedMembers } from '../store/linked-members.ts';
import type { Outcome } from './perform.ts';
import { limitOf } from './submit.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };

/** How a part would be counted if it were accepted at a moment: limit, rule and calendar of its own agency. */
async function reckoner(ctx: DossierContext, { tx, at }: Stage, { member, root }: { readonly member: LinkedMember; readonly root: Dossier }): Promise<Outcome<PromisedPart['owedFrom']>> {
  const [agency, day] = [member.agency === 'solving' ? root.agencies.solving : member.agency, officeDay(at).toString()];
  const published = await procedureOn(tx, member.procedure, day);
  const handling = await findHandling(tx, { procedure: member.procedure, agency, day });
  if (published === undefined || handling === undefined) return refuse({ code: 'not-handled-here', procedure: member.procedure, agency });
  const limit = await limitOf(tx, { procedure: published.procedure, circumstance: member.circumstance, channel: root.channel, processKey: handling.processKey });
  if (limit === null) return refuse({ code: 'time-limit-unknown' });
  const calendar = await ctx.calendars.of(tx, agency);
  if (calendar === null) return refuse({ code: 'calendar-gap' });
  const { unsure: _unsure, start: _start, startElsewhere: _elsewhere, startByPost: _post, ...rule } = await deadlineRuleOf(tx, { procedure: member.procedure, channel: 'counter', day });
  return ok((start) => {
    const clock = counted(calendar, { startedAt: start.toString(), limit: limit.limit, limitBasis: limit.basis, rule, events: [] }, null);
    if (!clock.ok) return clock;
    return clock.value.owedAt === null ? refuse({ code: 'calendar-gap' }) : ok({ owedAt: Temporal.Instant.from(clock.value.owedAt), limit: limitText(limit.limit) });
  });
}

async function partsOf(ctx: DossierContext, { tx, at }: Stage, root: Dossier): Promise<Outcome<readonly (PromisedPart & { readonly agency: string })[]>> {
  const published = root.process === null ? null : await getDefinition(tx, root.process.key, root.process.version);
  const members = await linkedMembers(tx, root.procedure.code, officeDay(at).toString());
  const parts: (PromisedPart & { readonly agency: string })[] = [];
  for (const { node, name, after } of published === null ? [] : linkedShape(published.definition)) {
    const member = members.get(node);
    if (member === undefined) return refuse({ code: 'process-refused', detail: `linked-member-missing: ${name}` });
    const owedFrom = await reckoner(ctx, { tx, at }, { member, root });
    if (!owedFrom.ok) return owedFrom;
    const child = latestFor(root, node);
    parts.push({ node, name, after, child, owedFrom: owedFrom.value, agency: child?.agency ?? (member.agency === 'solving' ? root.agencies.solving : member.agency) });
  }
  return ok(parts);
}

/** A part of a group with the agency that does it and by when; `isPlanned`: it has no return day of its own yet. */
export type PartDeadline = { readonly name: string; readonly agency: string; readonly owedAt: string; readonly limit: string; readonly isPlanned: boolean; readonly child: PromisedPart['child'] };

/** The parts of a linked group in order, each with its deadline; none when one of them can not be counted. */
export async function promisedParts(ctx: DossierContext, stage: Stage, root: Dossier): Promise<readonly PartDeadline[]> {
  const parts = await partsOf(ctx, stage, root);
  if (!parts.ok || root.clock === null) return [];
  const finishes = finishesOf(parts.value, { startedAt: Temporal.Instant.from(root.clock.startedAt), now: stage.at });
  if (!finishes.ok) return [];
  return parts.value.flatMap(({ name, agency, child }, at) => {
    const finish = finishes.value[at];
    return finish === undefined ? [] : [{ name, agency, child, owedAt: child?.owedAt ?? finish.to.toString(), limit: finish.text, isPlanned: child?.owedAt == null }];
  });
}

/**
 * The clock of a linked group as its parts stand at `at`, after `event` moved its own clock.
 *
 * @error time-limit-unknown, calendar-gap, not-handled-here - of one of its members
 */
export async function promiseOf(ctx: DossierContext, { tx, at }: Stage, { root, clock, event = null }: { readonly root: Dossier; readonly clock: DossierClock; readonly event?: ClockEvent | null }): Promise<Outcome<DossierClock>> {
  const parts = await partsOf(ctx, { tx, at }, root);
  if (!parts.ok) return parts;
  const along = groupPromise(parts.value, { startedAt: Temporal.Instant.from(clock.startedAt), now: at });
  if (!along.ok) return along;
  const calendar = await ctx.calendars.of(tx, root.agencies.solving);
  const share = await ctx.periods.of(tx, { key: 'due-soon', procedure: root.procedure.code, at });
  return calendar === null ? refuse({ code: 'calendar-gap' }) : groupClock(calendar, clock, { along: along.value, event, dueSoonShare: share?.value ?? null });
}

/**
 * The clock a dossier is accepted with: its own, or of a group what its shape promises, so that nobody is told a first day and then another.
 *
 * @error as of every part: time-limit-unknown, calendar-gap, not-handled-here
 */
export async function firstPromise(ctx: DossierContext, stage: Stage, { dossier, begun, clock }: { readonly dossier: Dossier; readonly begun: { readonly process: NonNullable<Dossier['process']>; readonly moved: ProcessMoved }; readonly clock: DossierClock }): Promise<Outcome<DossierClock>> {
  const root = { ...dossier, process: begun.process, tasks: begun.moved.opened };
  return isGroup(root) ? promiseOf(ctx, stage, { root, clock: { ...clock, owedAt: null } }) : ok(clock);
}
