// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { RecordChoice } from '../internal/record-choices.ts';
import { workflowDb } from './tables.ts';

/** Who pressed, when, and the key of the press: the same again adds nothing. */
export type Press = { readonly id: string; readonly by: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant };

export type ImportRow = { readonly id: string; readonly fileName: string; readonly byId: string; readonly byName: string; readonly at: Temporal.Instant };

/** A record with the newest decision about it. */
export type ImportRecord = {
  readonly place: number; readonly recordId: string; readonly name: string; readonly refusal: string | null; readonly questions: readonly string[]; readonly notes: readonly string[]; readonly publishedVersion: number | null; readonly fault: string | null;
  readonly choice: RecordChoice | null; readonly choiceNote: string | null; readonly decidedBy: string | null; readonly decidedAt: Temporal.Instant | null;
};

/** The import of an id; undefined when there is none. */
export async function importAt(db: Db, id: string): Promise<ImportRow | undefined> {
  return workflowDb(db).selectFrom('workflow.import').select(['id', 'file_name as fileName', 'by_id as byId', 'by_name as byName', 'at']).where('id', '=', id).executeTakeFirst();
}

const records = sql<ImportRecord>`select r.place, r.record_id as "recordId", r.name, r.refusal, r.questions, r.notes, r.published_version as "publishedVersion", r.fault,
  d.choice, d.note as "choiceNote", d.by_name as "decidedBy", d.at as "decidedAt"
  from workflow.import_record r left join lateral (select choice, note, by_name, at from workflow.import_decision x where x.import_id = r.import_id and x.place = r.place order by x.at desc, x.id desc limit 1) d on true`;

/** Every record of an import, in the order of the file. */
export async function recordsOf(db: Db, id: string): Promise<readonly ImportRecord[]> {
  return (await sql<ImportRecord>`${records} where r.import_id = ${id} order by r.place`.execute(db)).rows;
}

/** A record as it came. */
export async function recordAt(db: Db, id: string, place: number): Promise<unknown> {
  return (await workflowDb(db).selectFrom('workflow.import_record').select('record').where('import_id', '=', id).where('place', '=', place).executeTakeFirst())?.record;
}

/** The newest imports, with how many records each has, how many wait for a decision and how many are published. */
export async function newestImports(db: Db): Promise<readonly (ImportRow & { readonly records: number; readonly open: number; readonly published: number })[]> {
  const { rows } = await sql<ImportRow & { records: number; open: number; published: number }>`select i.id, i.file_name as "fileName", i.by_id as "byId", i.by_name as "byName", i.at, c.records, c.open, c.published from workflow.import i
    cross join lateral (select count(*)::int as records, count(r.published_version)::int as published, (count(*) filter (where cardinality(r.questions) > 0 and r.refusal is null and not exists (select from workflow.import_decision d where d.import_id = r.import_id and d.place = r.place)))::int as open from workflow.import_record r where r.import_id = i.id) c
    order by i.at desc limit 50`.execute(db);
  return rows;
}
