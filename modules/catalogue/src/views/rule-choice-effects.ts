// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type OfficeCalendar, calendarCounting, computeDeadline, officeCalendar } from '@motcua/deadlines';
import { officeDay } from '@motcua/kernel';
import type { RuleChoiceEffects } from '../contract.ts';
import type { Procedure } from '../model.ts';
import { ruleInForce } from '../rules/rule-in-force.ts';
import { type TimeLimit, timeLimitOf } from '../rules/time-limit.ts';
import type { RuleChosen } from '../store/tables.ts';
import { type DatedRule, type DeadlineRule, type RuleChannel, deadlineRules } from './deadline-rules.ts';

type Known = { readonly code: string; readonly name: string; readonly content: Procedure };
type Touched = { readonly procedure: Known; readonly channel: RuleChannel; readonly before: DatedRule };
type Group = { readonly limit: TimeLimit; readonly before: DatedRule; readonly example: string; readonly procedures: Set<string> };

const channels: readonly RuleChannel[] = ['counter', 'online', 'post'];
const channelOfLaw = { counter: 'DIRECT', online: 'ONLINE', post: 'POSTAL' } as const;
const samplesShown = 12;

/** The procedures solved here, or the one asked about, as they are published now. */
async function proceduresIn(db: Db, procedure: string | null, day: string): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`select p.code, p.name, v.content from catalogue.in_force(${day}) p join catalogue.procedure_version v on v.code = p.code and v.version = p.version
    where ${procedure === null ? sql`exists (select from catalogue.handling h where h.procedure_code = p.code)` : sql`p.code = ${procedure}`} order by p.code`.execute(db);
  return rows;
}

/** Whether two rules count time the same way, whatever they are called. */
function same(one: DeadlineRule, other: DeadlineRule): boolean {
  const counting = ({ mode, firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom, start, startElsewhere, startByPost, notCounted, firstAppointment }: DeadlineRule): string =>
    JSON.stringify([mode, firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom, start, startElsewhere, startByPost, [...notCounted].sort(), firstAppointment]);
  return counting(one) === counting(other);
}

/** The instant owed for a dossier received at `receivedAt`; null where the calendar is not published so far. */
function owed(calendar: OfficeCalendar | null, rule: DeadlineRule, { limit, receivedAt }: { readonly limit: TimeLimit; readonly receivedAt: string }): string | null {
  if (calendar === null) return null;
  const { mode, firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom, notCounted } = rule;
  return computeDeadline({ id: '', receivedAt, limit, mode, calendar: calendarCounting(calendar, notCounted), events: [], rules: { firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom } }).returnAt;
}

/** By limit and rule before: what would all move alike, whichever way it is filed. */
function grouped(touched: readonly Touched[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { procedure, channel, before } of touched) {
    const limit = timeLimitOf(procedure.content, { channel: channelOfLaw[channel], circumstance: null });
    if (limit === null) continue;
    const key = `${limit.value} ${limit.unit} ${before.id}`;
    const group = groups.get(key) ?? { limit, before, example: procedure.name, procedures: new Set<string>() };
    group.procedures.add(procedure.code);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.procedures.size - a.procedures.size || a.limit.value - b.limit.value).slice(0, samplesShown);
}

/**
 * What a choice would change (xem trước): how many procedures would count otherwise, and for the commonest limits the day before and after of a dossier received now. Writes nothing.
 *
 * @param scopes - the calendar the examples are counted by, its own scope first
 */
export async function ruleChoiceEffects(db: Db, chosen: RuleChosen, { now, scopes }: { readonly now: Temporal.Instant; readonly scopes: readonly string[] }): Promise<RuleChoiceEffects> {
  const day = officeDay(now);
  const { sets, rules } = await deadlineRules(db);
  const set = sets.find(({ key }) => key === chosen.set);
  const procedures = await proceduresIn(db, chosen.procedure, day.toString());
  const receivedAt = now.toString();
  if (set === undefined) return { receivedAt, considered: procedures.length, procedures: 0, ownRules: 0, samples: [] };
  const after: DatedRule = { ...set, ...chosen, id: Infinity };
  const calendar = await officeCalendar(db, scopes, { from: day.subtract({ days: 1 }).toString(), until: day.add({ years: 2 }).toString() });
  const touched: Touched[] = [];
  const keeping = new Set<string>();
  for (const procedure of procedures) {
    for (const channel of chosen.channel === null ? channels : [chosen.channel]) {
      const asked = { procedure: procedure.code, channel, day: chosen.validFrom };
      const before = ruleInForce(rules, asked);
      if (ruleInForce([...rules, after], asked) !== after) keeping.add(procedure.code);
      else if (before !== undefined && !same(before, after)) touched.push({ procedure, channel, before });
    }
  }
  return {
    receivedAt, considered: procedures.length, procedures: new Set(touched.map(({ procedure }) => procedure.code)).size, ownRules: keeping.size,
    samples: grouped(touched).map(({ limit, before, example, procedures: many }) => ({
      limit, example, procedures: many.size, before: owed(calendar, before, { limit, receivedAt }), after: owed(calendar, after, { limit, receivedAt }),
      firstAppointment: after.firstAppointment === null ? null : owed(calendar, after, { limit: { ...limit, value: after.firstAppointment }, receivedAt }),
    })),
  };
}
