// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import { backFileDb } from './tables.ts';

/** A batch of old papers (lô hồ sơ cũ). */
export type Batch = { readonly id: string; readonly agency: string; readonly year: number; readonly no: number; readonly title: string; readonly byName: string; readonly at: Temporal.Instant };

/** The number of a batch as people write it. @example «SH-Y99.21-2026-1» */
export const numberOf = ({ agency, year, no }: Pick<Batch, 'agency' | 'year' | 'no'>): string => `SH-${agency}-${String(year)}-${String(no)}`;

const columns = ['id', 'agency', 'year', 'no', 'title', 'by_name as byName', 'at'] as const;

/** A batch of some agencies; undefined when there is none, or it is another's. */
export const findBatch = async (db: Db, id: string, agencies: readonly string[]): Promise<Batch | undefined> =>
  (agencies.length === 0 ? undefined : backFileDb(db).selectFrom('back_files.batch').select(columns).where('id', '=', id).where('agency', 'in', [...agencies]).executeTakeFirst());

/** The newest batches of some agencies. */
export const batchesOf = async (db: Db, agencies: readonly string[]): Promise<readonly Batch[]> =>
  (agencies.length === 0 ? [] : backFileDb(db).selectFrom('back_files.batch').select(columns).where('agency', 'in', [...agencies]).orderBy('at', 'desc').orderBy('id').limit(200).execute());

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
