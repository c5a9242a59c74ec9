// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type CountingMode, type CountingRules, type NotCountable, type StartRules, notCountable } from '@motcua/deadlines';
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
export type DatedRule = DeadlineRule & { readonly procedure: string | null; readonly channel: string | null; readonly validFrom: string; readonly set: string | null };

export type RuleChannel = 'counter' | 'online' | 'post';

type Row = Awaited<ReturnType<typeof rows>>[number];

const rows = (db: Db) => catalogueDb(db).selectFrom('catalogue.deadline_rule').selectAll().orderBy('valid_from', 'desc').orderBy('id', 'desc').execute();

const countingOf = (row: Omit<Row, 'id' | 'procedure_code' | 'channel' | 'valid_from' | 'set_key' | 'first_appointment'>): Omit<DeadlineRule, 'firstAppointment'> => ({
  mode: row.mode, firstDayCounted: row.first_day_counted, cutoff: row.cutoff, hoursPerDay: Number(row.hours_per_day), onSupplement: row.on_supplement, lastMinutes: row.last_minutes,
  countsFrom: row.counts_from, start: row.start_own, startElsewhere: row.start_elsewhere, startByPost: row.start_by_post, notCounted: notCountable.filter((one) => row.not_counted.includes(one)), legal: row.legal, unsure: row.unsure,
});

/**
 * The rule in force on a day (cách tính thời hạn): the procedure's own before the rule for all, one for the way of filing before one for every way, the newest begun first.
 */
export async function deadlineRuleOf(db: Db, { procedure, channel, day }: { readonly procedure: string; readonly channel: RuleChannel; readonly day: string }): Promise<DeadlineRule> {
  const row = await catalogueDb(db).selectFrom('catalogue.deadline_rule').selectAll()
    .where((where) => where.or([where('procedure_code', '=', procedure), where('procedure_code', 'is', null)]))
    .where((where) => where.or([where('channel', '=', channel), where('channel', 'is', null)])).where('valid_from', '<=', day)
    .orderBy(sql`procedure_code is null`).orderBy(sql`channel is null`).orderBy('valid_from', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  return { ...countingOf(row), firstAppointment: row.first_appointment };
}

/** Every dated rule, newest first, with the ready-made sets. */
export async function deadlineRules(db: Db): Promise<{ readonly sets: readonly RuleSet[]; readonly rules: readonly DatedRule[] }> {
  const sets = await catalogueDb(db).selectFrom('catalogue.rule_set').selectAll().orderBy('key').execute();
  const dated = await rows(db);
  return {
    sets: sets.map((row) => ({ key: row.key, name: row.name, ...countingOf(row) })),
    rules: dated.map((row) => ({ ...countingOf(row), firstAppointment: row.first_appointment, procedure: row.procedure_code, channel: row.channel, validFrom: row.valid_from, set: row.set_key })),
  };
}

export type RuleChoice = { readonly set: string; readonly procedure: string | null; readonly channel: RuleChannel | null; readonly validFrom: string; readonly firstAppointment: number | null };

/**
 * Chooses a ready-made set for all procedures or one, from a day on. What was accepted before keeps its rule.
 *
 * @returns false when no set has this key
 */
export async function chooseRuleSet(db: Db, { set, procedure, channel, validFrom, firstAppointment }: RuleChoice): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into catalogue.deadline_rule
    (procedure_code, channel, valid_from, set_key, first_appointment, mode, first_day_counted, cutoff, hours_per_day, on_supplement, last_minutes, counts_from, start_own, start_elsewhere, start_by_post, not_counted, legal, unsure)
    select ${procedure}, ${channel}, ${validFrom}::date, key, ${firstAppointment}::integer, mode, first_day_counted, cutoff, hours_per_day, on_supplement, last_minutes, counts_from, start_own, start_elsewhere, start_by_post, not_counted, legal, unsure
    from catalogue.rule_set where key = ${set}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
