// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type CountingMode, type CountingRules, type NotCountable, type StartRules, notCountable } from '@motcua/deadlines';
import { ruleInForce } from '../rules/rule-in-force.ts';
import { catalogueDb } from '../store/tables.ts';

/** How time counts for a procedure: what is counted, from which moment, and what stops it. */
export type DeadlineRule = Required<CountingRules> & StartRules & {
  readonly mode: CountingMode;
  /** What is left out beside the supplement: the wait for a financial duty, for an identity to be confirmed (VNeID), a declared outage. */
  readonly notCounted: readonly NotCountable[];
  /** Hẹn lần 1, in units of the limit; null: one appointment. */
  readonly firstAppointment: number | null;
  readonly legal: string;
  readonly unsure: string | null;
};

/** A ready-made set of rules (bộ cách tính có sẵn) to choose from. */
export type RuleSet = Omit<DeadlineRule, 'firstAppointment'> & { readonly key: string; readonly name: string };

/** A dated rule as it was chosen; `procedure` null: for all, `channel` null: for every way of filing. */
export type DatedRule = DeadlineRule & { readonly id: number; readonly procedure: string | null; readonly channel: RuleChannel | null; readonly validFrom: string; readonly set: string | null };

export type RuleChannel = 'counter' | 'online' | 'post';

type Row = Awaited<ReturnType<typeof rows>>[number];

const rows = (db: Db) => catalogueDb(db).selectFrom('catalogue.deadline_rule').selectAll().orderBy('valid_from', 'desc').orderBy('id', 'desc').execute();

const countingOf = (row: Omit<Row, 'id' | 'procedure_code' | 'channel' | 'valid_from' | 'set_key' | 'first_appointment'>): Omit<DeadlineRule, 'firstAppointment'> => ({
  mode: row.mode, firstDayCounted: row.first_day_counted, cutoff: row.cutoff, hoursPerDay: Number(row.hours_per_day), onSupplement: row.on_supplement, lastMinutes: row.last_minutes,
  countsFrom: row.counts_from, start: row.start_own, startElsewhere: row.start_elsewhere, startByPost: row.start_by_post, notCounted: notCountable.filter((one) => row.not_counted.includes(one)), legal: row.legal, unsure: row.unsure,
});

const datedOf = (row: Row): DatedRule =>
  ({ ...countingOf(row), id: row.id, firstAppointment: row.first_appointment, procedure: row.procedure_code, channel: row.channel, validFrom: row.valid_from, set: row.set_key });

/** The rule in force for a procedure and a way of filing on a day (cách tính thời hạn). */
export async function deadlineRuleOf(db: Db, { procedure, channel, day }: { readonly procedure: string; readonly channel: RuleChannel; readonly day: string }): Promise<DeadlineRule> {
  const found = await catalogueDb(db).selectFrom('catalogue.deadline_rule').selectAll().where((where) => where.or([where('procedure_code', '=', procedure), where('procedure_code', 'is', null)])).execute();
  const rule = ruleInForce(found.map(datedOf), { procedure, channel, day });
  if (rule === undefined) throw new Error(`no rule of counting was in force on ${day}`);
  const { id: _id, procedure: _for, channel: _by, validFrom: _from, set: _set, ...counting } = rule;
  return counting;
}

/** Every dated rule, newest first, with the ready-made sets. */
export async function deadlineRules(db: Db): Promise<{ readonly sets: readonly RuleSet[]; readonly rules: readonly DatedRule[] }> {
  const sets = await catalogueDb(db).selectFrom('catalogue.rule_set').selectAll().orderBy('key').execute();
  const dated = await rows(db);
  return {
    sets: sets.map((row) => ({ key: row.key, name: row.name, ...countingOf(row) })),
    rules: dated.map(datedOf),
  };
}
