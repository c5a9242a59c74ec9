// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, type Json, sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import type { ListedProcedure } from '../national-line.ts';

/** Tables of the line. */
export type NationalLineTables = {
  'catalogue.national_line_code': {
    code: string; name: string; counts: boolean; listed_stamp: string; fetched_stamp: string | null; record: Json<Readonly<Record<string, unknown>>> | null; is_taken: boolean;
    fault: string | null; fault_at: Instant | null; compared_version: number | null; differs: string[];
  };
  'catalogue.national_round': {
    id: string; by_id: string; by_name: string; started_at: Instant; ended_at: Instant | null; listed: number; fetched: number; failed: number; update_id: string | null; fault: string | null;
  };
  'catalogue.national_outbox': {
    id: string; kind: 'published' | 'abolished'; code: string; version: number; name: string; queued_at: Instant; state: 'waiting' | 'sent' | 'refused'; tries: number; next_at: Instant; fault: string | null; sent_at: Instant | null;
  };
};

export const lineDb = (db: Db) => db.$extendTables<NationalLineTables>();

/** A round that began this long ago and did not end was on a machine that went away. */
const givenUpHours = 2;

/** Begins a round; null while another is going on. */
export async function beginRound(db: Db, by: { readonly id: string; readonly name: string }, at: Temporal.Instant): Promise<string | null> {
  await lineDb(db).updateTable('catalogue.national_round').set({ ended_at: at, fault: 'Bỏ dở: máy dừng giữa chừng. Lần sau lấy tiếp.' }).where('ended_at', 'is', null).where('started_at', '<', at.subtract({ hours: givenUpHours })).execute();
  const id = newId(at);
  const { rows } = await sql`insert into catalogue.national_round (id, by_id, by_name, started_at) values (${id}, ${by.id}, ${by.name}, ${at}) on conflict do nothing returning id`.execute(db);
  return rows.length === 0 ? null : id;
}

/** Writes down what the list names. */
export async function keepListed(db: Db, listed: readonly ListedProcedure[]): Promise<void> {
  await sql`insert into catalogue.national_line_code (code, name, counts, listed_stamp, is_taken)
    select code, name, counts, stamp, counts from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as told(code text, name text, counts boolean, stamp text)
    on conflict (code) do update set name = excluded.name, listed_stamp = excluded.listed_stamp, counts = excluded.counts,
      is_taken = national_line_code.is_taken and excluded.counts = national_line_code.counts`.execute(db);
}

/** Codes still to be fetched, by code. */
export async function codesToFetch(db: Db, after: string, limit: number): Promise<readonly { readonly code: string; readonly stamp: string }[]> {
  return lineDb(db).selectFrom('catalogue.national_line_code').select(['code', 'listed_stamp as stamp']).where('counts', '=', true).where(sql<boolean>`listed_stamp is distinct from fetched_stamp`)
    .where('code', '>', after).orderBy('code').limit(limit).execute();
}

/** Keeps what was told of one procedure until it is compared. */
export async function keepTold(db: Db, code: string, { stamp, record }: { readonly stamp: string; readonly record: Readonly<Record<string, unknown>> }): Promise<void> {
  await lineDb(db).updateTable('catalogue.national_line_code').set({ record: JSON.stringify(record), fetched_stamp: stamp, is_taken: false, fault: null, fault_at: null }).where('code', '=', code).execute();
}

/** Keeps why one procedure could not be fetched. */
export async function keepFault(db: Db, code: string, { text, at }: { readonly text: string; readonly at: Temporal.Instant }): Promise<void> {
  await lineDb(db).updateTable('catalogue.national_line_code').set({ fault: text, fault_at: at }).where('code', '=', code).execute();
}
