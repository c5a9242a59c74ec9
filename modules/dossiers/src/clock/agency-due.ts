// SPDX-License-Identifier: EUPL-1.2
import { type ClockEvent, calendarWithoutCutoff, computeDeadline } from '@motcua/deadlines';
import type { PlannedStep } from '@motcua/workflow';
import type { Dossier, DossierClock } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { movingEvents } from './dossier-clock.ts';

/** When an agency must be finished (từng cơ quan phải xong lúc): its last step with hours, by the plan of the internal procedure; `dueAt` null while the clock stands before that. */
export type AgencyDue = { readonly agency: string; readonly hours: number; readonly dueAt: string | null; readonly nodes: readonly string[] };

type Moving = { readonly from: string; readonly events: readonly ClockEvent[] };

const isBefore = (one: string, other: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;
const later = (one: string, other: string): string => (isBefore(one, other) ? other : one);

const requestOf: Partial<Record<ClockEvent['type'], ClockEvent['type']>> = { 'paid': 'payment-requested', 'identity-confirmed': 'identity-requested', 'supplemented': 'supplement-requested' };

/** From when the plan runs and what stops it since: a restart begins it anew, waits then still open going on; an extension gives no agency more time. */
function moving(clock: DossierClock): Moving {
  const missed = clock.explanation.find(({ rule }) => rule === 'missed')?.from;
  const events = movingEvents(clock).filter(({ type, at }) => type !== 'extended' && (missed === undefined || isBefore(at, missed)));
  const again = clock.rule.onSupplement === 'restart' ? events.findLastIndex(({ type }) => type === 'supplemented') : -1;
  const from = events[again]?.at;
  if (from === undefined) return { from: clock.startedAt, events };
  const since = events.slice(again + 1);
  const open = events.slice(0, again).filter(({ type }, at) => type.endsWith('-requested') && type !== 'supplement-requested' && !events.slice(at, again).some((one) => requestOf[one.type] === type));
  return { from, events: [...open.map((event) => ({ ...event, at: from })), ...since] };
}

/** The instant at which `hours` have passed since `from`; null while the clock stands, or where the calendar is not published. */
function passed({ rule }: DossierClock, calendar: AgencyCalendar, { from, hours, events, isFirst }: Moving & { readonly hours: number; readonly isFirst: boolean }): string | null {
  const { firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes = 0, countsFrom = null } = rule;
  const receipt = isFirst ? { cutoff, lastMinutes, countsFrom } : { cutoff: null };
  // Hours before `from` had their waits; a wait that begins there stops what comes after it.
  const since = events.filter(({ at }) => !isBefore(at, from));
  return computeDeadline({ id: '', receivedAt: from, limit: { value: hours, unit: 'working-hour' }, mode: 'by-hour', calendar: isFirst ? calendar.calendar : calendarWithoutCutoff(calendar.calendar), events: since, rules: { firstDayCounted, hoursPerDay, onSupplement, ...receipt } }).returnAt;
}

/** Where a planned step is done. */
const placeOf = ({ agency, act }: PlannedStep, { solving, receiving, returning }: Dossier['agencies']): string =>
  (act === 'return' ? returning : agency === 'competent' ? solving : agency === 'receiving' ? receiving : agency);

type Plan = {
  readonly clock: DossierClock; readonly moves: Moving; readonly calendarOf: (agency: string) => AgencyCalendar | null;
  readonly due: Map<string, string | null>; readonly sharedDue: Map<string, string | null>;
};

/** When a step is due after those before it; a budget that several share is due when it ends, whoever works on it. */
function stepDue({ clock, moves, calendarOf, due, sharedDue }: Plan, { budget, after }: PlannedStep, { agency, hours }: { readonly agency: string; readonly hours: number }): string | null {
  const shared = budget === null ? undefined : sharedDue.get(budget);
  if (shared !== undefined) return shared;
  const begins = after.map((one) => due.get(one) ?? null);
  const calendar = calendarOf(agency);
  if (begins.includes(null) || calendar === null) return null;
  const from = begins.reduce<string>((last, one) => later(last, one ?? last), moves.from);
  return hours === 0 ? from : passed(clock, calendar, { ...moves, from, hours, isFirst: after.length === 0 });
}

/** The hours of each budget that several steps share: stated on one of them. */
function sharedHours(steps: readonly PlannedStep[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { budget, hours } of steps) if (budget !== null) found.set(budget, Math.max(found.get(budget) ?? 0, hours ?? 0));
  return found;
}

/** Of an agency with several steps the last due; none while one of them has none. */
const latest = (before: AgencyDue | undefined, at: string | null): string | null => (before === undefined ? at : before.dueAt === null || at === null ? null : later(before.dueAt, at));

/** A step added to what an agency has; the hours of a shared budget once. */
function added(before: AgencyDue | undefined, { agency, node, hours, dueAt, isCounted }: { readonly agency: string; readonly node: string; readonly hours: number; readonly dueAt: string | null; readonly isCounted: boolean }): AgencyDue {
  return { agency, hours: (before?.hours ?? 0) + (isCounted ? 0 : hours), nodes: [...before?.nodes ?? [], node], dueAt: latest(before, dueAt) };
}

/**
 * When each agency of a process must be finished: the hours of its steps one after the other, branches beside each other, a shared budget once, by the calendar
 * of the agency that works, with what stopped the clock; never later than the day promised.
 *
 * @legal nd-118-2025/internal-procedures
 */
export function agencyDues(steps: readonly PlannedStep[], { clock, agencies }: { readonly clock: DossierClock; readonly agencies: Dossier['agencies'] }, calendarOf: Plan['calendarOf']): readonly AgencyDue[] {
  const plan: Plan = { clock, moves: moving(clock), calendarOf, due: new Map(), sharedDue: new Map() };
  const pots = sharedHours(steps);
  const counted = new Set<string>();
  const found = new Map<string, AgencyDue>();
  for (const step of steps) {
    const { node, budget } = step;
    const agency = placeOf(step, agencies);
    const hours = budget === null ? step.hours ?? 0 : pots.get(budget) ?? 0;
    const dueAt = stepDue(plan, step, { agency, hours });
    plan.due.set(node, dueAt);
    if (budget !== null) plan.sharedDue.set(budget, dueAt);
    if (hours === 0) continue;
    const key = `${agency} ${budget ?? node}`;
    found.set(agency, added(found.get(agency), { agency, node, hours, dueAt, isCounted: counted.has(key) }));
    counted.add(key);
  }
  const { owedAt } = clock;
  return [...found.values()].map((one) => ({ ...one, dueAt: one.dueAt === null || owedAt === null || isBefore(one.dueAt, owedAt) ? one.dueAt : owedAt }));
}
