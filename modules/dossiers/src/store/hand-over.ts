// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { HandOverRule } from '../clock/paper-due.ts';
import type { HandOverNote } from '../model.ts';

type RuleRow = { readonly cutoff: string | null; readonly openingMinutes: number | null; readonly workingMinutes: number | null };

/** The rule of a day by which papers go to the agency that solves; null when none is in force yet. */
export async function handOverRuleOn(db: Db, { kind, day }: { readonly kind: HandOverRule['kind']; readonly day: string }): Promise<HandOverRule | null> {
  const { rows: [row] } = await sql<RuleRow>`select cutoff::text as cutoff, opening_minutes as "openingMinutes", working_minutes as "workingMinutes" from dossiers.paper_hand_over_rule
    where kind = ${kind} and valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 1`.execute(db);
  if (row === undefined) return null;
  if (row.workingMinutes !== null) return { kind: 'elsewhere', workingMinutes: row.workingMinutes };
  return row.cutoff === null || row.openingMinutes === null ? null : { kind: 'ordinary', cutoff: Temporal.PlainTime.from(row.cutoff), openingMinutes: row.openingMinutes };
}

/** A hand-over note by its id, as the first of its dossiers keeps it; with `lock`, nobody else begins the same note until the transaction ends. */
export async function findNote(db: Db, id: string, lock = false): Promise<HandOverNote | undefined> {
  if (lock) await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db);
  return (await sql<{ note: HandOverNote }>`select data -> 'note' as note from dossiers.event where type = 'papers-sent' and data -> 'note' ->> 'id' = ${id} limit 1`.execute(db)).rows[0]?.note;
}

/** The dossiers of these agencies whose papers are at a stage, those due first before those due later. */
export async function papersAt(db: Db, asked: { readonly stage: 'to-send' | 'sent'; readonly agencies: readonly string[]; readonly limit: number }): Promise<readonly string[]> {
  if (asked.agencies.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where papers_stage = ${asked.stage} and ${sql.ref(asked.stage === 'sent' ? 'solving_agency' : 'receiving_agency')} in (${sql.join(asked.agencies)})
    order by papers_due_at, code limit ${asked.limit}`.execute(db);
  return rows.map(({ id }) => id);
}
