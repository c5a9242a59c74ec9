// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { DatedTable } from '../rules/dated-tables.ts';

/** A row of a dated table; `values` by column as text, empty for none. */
export type DatedRow = { readonly id: string; readonly from: string; readonly through: string | null; readonly source: string | null; readonly unsure: string | null; readonly enteredBy: string | null; readonly enteredAt: Temporal.Instant | null; readonly values: Readonly<Record<string, string>> };

/** Every row of a table, the newest first. */
export async function datedRows(db: Db, { relation, source, columns }: DatedTable): Promise<readonly DatedRow[]> {
  const values = sql.join(columns.map(({ name }) => sql`${sql.lit(name)}, coalesce(${sql.ref(name)}::text, '')`));
  const { rows } = await sql<DatedRow>`select entry_id as id, valid_from as "from", valid_until as through, ${sql.ref(source)} as source, unsure, entered_by as "enteredBy", entered_at as "enteredAt", jsonb_build_object(${values}) as values
    from ${sql.table(relation)} order by valid_from desc, ${sql.join(columns.toSorted((one, other) => Number(other.name === 'sort') - Number(one.name === 'sort')).map(({ name }) => sql.ref(name)))} limit 2000`.execute(db);
  return rows;
}

/** Nobody else writes into the table until the transaction ends. */
export async function lockTable(tx: Db, { relation }: DatedTable): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${relation}, 0))`.execute(tx);
}

type New = { readonly id: string; readonly from: string; readonly through: string | null; readonly source: string | null; readonly unsure: string | null; readonly by: string; readonly at: string; readonly values: Readonly<Record<string, string>> };

/** Adds a row. */
export async function addDatedRow(tx: Db, { relation, source, columns }: DatedTable, row: New): Promise<void> {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(columns.map(({ name }) => sql`${(row.values[name] ?? '') === '' ? null : row.values[name]}`));
  await sql`insert into ${sql.table(relation)} (entry_id, valid_from, valid_until, ${sql.ref(source)}, unsure, entered_by, entered_at, ${names})
    values (${row.id}, ${row.from}, ${row.through}, ${row.source}, ${row.unsure}, ${row.by}, ${row.at}, ${values})`.execute(tx);
}

/** Sets the last day of a row: the only thing of it that ever changes. */
export async function endDatedRow(tx: Db, { relation }: DatedTable, { id, through }: { readonly id: string; readonly through: string | null }): Promise<void> {
  await sql`update ${sql.table(relation)} set valid_until = ${through} where entry_id = ${id}`.execute(tx);
}

/** Open dossiers of a procedure, or of all, counted no further than `most`. */
export async function countOpen(db: Db, { procedure, most }: { readonly procedure: string | null; readonly most: number }): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from (select from dossiers.dossier where ended_at is null and decided_at is null and ${procedure === null ? sql`true` : sql`procedure_code = ${procedure}`} limit ${most}) open`.execute(db);
  return row?.n ?? 0;
}
