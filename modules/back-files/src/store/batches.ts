// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { backFileDb } from './tables.ts';

/** A batch of old papers (lô hồ sơ cũ). */
export type Batch = { readonly id: string; readonly agency: string; readonly year: number; readonly no: number; readonly title: string; readonly byName: string; readonly at: Temporal.Instant; /** Nobody goes on with it: why, by whom and when. */ readonly dropped: { readonly reason: string; readonly by: string; readonly at: string } | null };

/** The number of a batch as people write it. @example «SH-Y99.21-2026-1» */
export const numberOf = ({ agency, year, no }: Pick<Batch, 'agency' | 'year' | 'no'>): string => `SH-${agency}-${String(year)}-${String(no)}`;

const columns = ['b.id', 'b.agency', 'b.year', 'b.no', 'b.title', 'b.by_name as byName', 'b.at', 'e.reason', 'e.by_name as droppedBy', 'e.at as droppedAt'] as const;
const batches = (db: Db) => backFileDb(db).selectFrom('back_files.batch as b').leftJoin('back_files.batch_end as e', 'e.batch_id', 'b.id').select(columns);

type Row = Omit<Batch, 'dropped'> & { readonly reason: string | null; readonly droppedBy: string | null; readonly droppedAt: Temporal.Instant | null };
const batchOf = ({ reason, droppedBy, droppedAt, ...batch }: Row): Batch => ({ ...batch, dropped: reason === null ? null : { reason, by: droppedBy ?? '', at: droppedAt?.toString() ?? '' } });

/** A batch of some agencies; undefined when there is none, or it is another's. */
export async function findBatch(db: Db, id: string, agencies: readonly string[]): Promise<Batch | undefined> {
  const row = agencies.length === 0 ? undefined : await batches(db).where('b.id', '=', id).where('b.agency', 'in', [...agencies]).executeTakeFirst();
  return row === undefined ? undefined : batchOf(row);
}

/** The newest batches of some agencies. */
export const batchesOf = async (db: Db, agencies: readonly string[]): Promise<readonly Batch[]> =>
  (agencies.length === 0 ? [] : (await batches(db).where('b.agency', 'in', [...agencies]).orderBy('b.at', 'desc').orderBy('b.id').limit(200).execute()).map(batchOf));

/** Opens a batch under the next number of its agency and year; the same id again opens nothing. */
export async function addBatch(tx: Db, { id, agency, year, title, by, at }: { readonly id: string; readonly agency: string; readonly year: number; readonly title: string; readonly by: Officer; readonly at: Temporal.Instant }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`back-files:${agency}`}, 0))`.execute(tx);
  await sql`insert into back_files.batch (id, agency, year, no, title, by_id, by_name, at)
    select ${id}::uuid, ${agency}, ${year}, coalesce(max(no), 0) + 1, ${title}, ${by.id}, ${by.name}, ${at.toString()}::timestamptz from back_files.batch where agency = ${agency} and year = ${year}
    on conflict (id) do nothing`.execute(tx);
}

/** Nobody else changes the lines of a batch until the transaction ends. */
export async function lockBatch(tx: Db, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`back-files:${id}`}, 0))`.execute(tx);
}

/** Ends a batch nobody goes on with; false when it had ended. */
export async function endBatch(tx: Db, { id, reason, by, at }: { readonly id: string; readonly reason: string; readonly by: Officer; readonly at: Temporal.Instant }): Promise<boolean> {
  const added = await backFileDb(tx).insertInto('back_files.batch_end').values({ batch_id: id, reason, by_id: by.id, by_name: by.name, at: at.toString() }).onConflict((conflict) => conflict.doNothing()).returning('batch_id').executeTakeFirst();
  return added !== undefined;
}
