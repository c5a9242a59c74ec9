// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type EscalationRole, type EscalationRule, minutesOf } from '../rules/escalation.ts';

/** The rules in force on a day (ISO). */
export async function escalationRulesOn(db: Db, day: string): Promise<readonly EscalationRule[]> {
  const { rows } = await sql<Omit<EscalationRule, 'value'> & { readonly value: string; readonly to: EscalationRole }>`select entry_id as id, timing, value, unit, to_role as to, procedure_code as procedure from dossiers.escalation_rule
    where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from, entry_id limit 500`.execute(db);
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

/** An open dossier with a running clock, and the rules that told of its day owed. */
export type Escalatable = { readonly code: string; readonly procedure: string; readonly receiving: string; readonly solving: string; readonly owedAt: Temporal.Instant; readonly told: readonly string[] };

const mostAtOnce = 500;
// Working time is never longer than time itself, and of a week an office works at least a tenth.
const widest = 10;

/** Dossiers a rule may have come due for: what cannot have is left out by time alone, what was told by every rule that fits as well. */
export async function escalatable(db: Db, rules: readonly EscalationRule[], { now, only }: { readonly now: Temporal.Instant; readonly only: string | undefined }): Promise<readonly Escalatable[]> {
  const near = rules.map((rule) => {
    const bound = rule.timing === 'after' ? now.subtract({ minutes: minutesOf(rule) }) : now.add({ minutes: minutesOf(rule) * widest, hours: 15 * 24 });
    return sql`(d.owed_at <= ${bound.toString()} ${rule.timing === 'before' ? sql`and d.owed_at > ${now.toString()}` : sql``} and ${rule.procedure === null ? sql`true` : sql`d.procedure_code = ${rule.procedure}`} and not coalesce(string_to_array(d.escalated_by, ' ') @> array[${rule.id}]::text[], false))`;
  });
  const { rows } = await sql<Omit<Escalatable, 'told'> & { readonly told: string | null }>`select d.code, d.procedure_code as procedure, d.receiving_agency as receiving, d.solving_agency as solving, d.owed_at as "owedAt", d.escalated_by as told from dossiers.dossier d
    where d.ended_at is null and d.decided_at is null and d.stopped_since is null and d.owed_at is not null and ${only === undefined ? sql`true` : sql`d.code = ${only}`} and (${sql.join(near, sql` or `)}) order by d.owed_at desc, d.code limit ${mostAtOnce}`.execute(db);
  return rows.map(({ told, ...row }) => ({ ...row, told: (told ?? '').split(' ').filter((id) => id !== '') }));
}
