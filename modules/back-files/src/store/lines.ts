// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, fold } from '@motcua/kernel';
import type { CellFault, Cells, OldPaper } from '../rules/line.ts';
import type { KnownLine, LineToWrite } from '../rules/merge-lines.ts';
import { backFileDb } from './tables.ts';

type Writing = { readonly batch: string; readonly by: Officer; readonly at: Temporal.Instant };

/** A line as it stands. */
export type StoredLine = { readonly no: number; readonly version: number; readonly row: number; readonly digest: string; readonly cells: Cells; readonly paper: OldPaper | null; readonly faults: readonly CellFault[]; readonly paperKey: string | null; readonly byName: string; readonly end: 'aside' | 'held' | 'digitised' | null };

const asRows = (lines: readonly LineToWrite[]): string => JSON.stringify(lines.map(({ no, row, digest, cells, paper, faults, paperKey, names }) => ({ no, source_row: row, digest, cells, paper, faults, paper_key: paperKey, names, folded: fold(Object.values(cells).join(' ')) })));
const shape = sql`(no int, source_row int, digest text, cells jsonb, paper jsonb, faults jsonb, paper_key text, names text[], folded text)`;

/** Adds lines, in one statement however many they are. */
export async function addLines(tx: Db, lines: readonly LineToWrite[], { batch, by, at }: Writing): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into back_files.line (batch_id, no, source_row, digest, cells, paper, faults, paper_key, names, folded, by_id, by_name, at)
    select ${batch}::uuid, no, source_row, digest, cells, nullif(paper, 'null'::jsonb), faults, paper_key, names, folded, ${by.id}, ${by.name}, ${at.toString()}::timestamptz from jsonb_to_recordset(${asRows(lines)}::jsonb) as given ${shape}`.execute(tx);
}

/** Mends lines; what each said before is kept. Three statements however many they are. */
export async function mendLines(tx: Db, lines: readonly LineToWrite[], { batch, by, at }: Writing): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into back_files.mending (batch_id, no, version, cells, by_id, by_name, at)
    select batch_id, no, version, cells, by_id, by_name, at from back_files.line where batch_id = ${batch}::uuid and no = any(${lines.map(({ no }) => no)}::int[])`.execute(tx);
  await sql`update back_files.line l set source_row = g.source_row, digest = g.digest, cells = g.cells, paper = nullif(g.paper, 'null'::jsonb), faults = g.faults, paper_key = g.paper_key, names = g.names, folded = g.folded, version = l.version + 1,
    by_id = ${by.id}, by_name = ${by.name}, at = ${at.toString()}::timestamptz from jsonb_to_recordset(${asRows(lines)}::jsonb) as g ${shape} where l.batch_id = ${batch}::uuid and l.no = g.no`.execute(tx);
  // A second scan belongs to a paper that bears notes, and to no other.
  await sql`update back_files.part p set line_no = null, how = null, by_name = ${by.name}, touched_at = ${at.toString()}::timestamptz from back_files.line l
    where l.batch_id = ${batch}::uuid and l.no = any(${lines.map(({ no }) => no)}::int[]) and p.batch_id = l.batch_id and p.line_no = l.no and p.with_notes and not coalesce((l.paper ->> 'bearsNotes')::boolean, true)`.execute(tx);
}

/** Every line of a batch, as giving a file again needs it. */
export async function knownLines(tx: Db, batch: string): Promise<readonly KnownLine[]> {
  const { rows } = await sql<KnownLine>`select l.no, l.source_row as row, l.digest, l.cells, l.paper_key as "paperKey", l.paper is null as "isBad", e.way as end
    from back_files.line l left join back_files.line_end e using (batch_id, no) where l.batch_id = ${batch}::uuid order by l.no`.execute(tx);
  return rows;
}

/** One line; undefined when there is none. */
export async function findLine(db: Db, batch: string, no: number): Promise<StoredLine | undefined> {
  const row = await backFileDb(db).selectFrom('back_files.line as l').leftJoin('back_files.line_end as e', (join) => join.onRef('e.batch_id', '=', 'l.batch_id').onRef('e.no', '=', 'l.no'))
    .select(['l.no', 'l.version', 'l.source_row as row', 'l.digest', 'l.cells', 'l.paper', 'l.faults', 'l.paper_key as paperKey', 'l.by_name as byName', 'e.way as end']).where('l.batch_id', '=', batch).where('l.no', '=', no).executeTakeFirst();
  return row;
}

/** Which line of a batch is about a paper: other than this one; undefined when none is. */
export async function lineAbout(tx: Db, { batch, paperKey, not }: { readonly batch: string; readonly paperKey: string; readonly not: number }): Promise<number | undefined> {
  const { rows: [row] } = await sql<{ no: number }>`select l.no from back_files.line l where l.batch_id = ${batch}::uuid and l.paper_key = ${paperKey} and l.no <> ${not}
    and not exists (select from back_files.line_end e where e.batch_id = l.batch_id and e.no = l.no and e.way = 'aside') order by l.no limit 1`.execute(tx);
  return row?.no;
}

/** How a line ended. */
export type LineEnd = { readonly batch: string; readonly no: number; readonly way: 'aside' | 'held' | 'digitised'; readonly reason: string; readonly entry: string | null; readonly code: string | null; readonly pages: number | null; /** The signed copy with the notes. */ readonly notes?: string | undefined };

/** Ends a line. */
export async function endLine(tx: Db, { batch, no, way, reason, entry, code, pages, notes }: LineEnd, { by, at }: Pick<Writing, 'by' | 'at'>): Promise<void> {
  await backFileDb(tx).insertInto('back_files.line_end').values({ batch_id: batch, no, way, reason, entry_id: entry, code, pages, notes_document_id: notes ?? null, by_id: by.id, by_name: by.name, at: at.toString() }).execute();
}

/** The signed copy with the notes of a line; undefined when there is none. */
export async function notesCopyOf(db: Db, batch: string, no: number): Promise<string | undefined> {
  const row = await backFileDb(db).selectFrom('back_files.line_end').select('notes_document_id as id').where('batch_id', '=', batch).where('no', '=', no).executeTakeFirst();
  return row?.id ?? undefined;
}

/** The batches in which papers of an owner came into his vault, with how many and when the last one did; newest first. Served by line_by_owner. */
export async function digitisedFor(db: Db, owner: string, since: Temporal.Instant): Promise<readonly { readonly batch: string; readonly agency: string; readonly year: number; readonly no: number; readonly papers: number; readonly at: Temporal.Instant }[]> {
  const { rows } = await sql<{ batch: string; agency: string; year: number; no: number; papers: number; at: Temporal.Instant }>`select b.id as batch, b.agency, b.year, b.no, count(*)::int as papers, max(e.at) as at
    from back_files.line l join back_files.line_end e on e.batch_id = l.batch_id and e.no = l.no and e.way = 'digitised' join back_files.batch b on b.id = l.batch_id
    where l.paper is not null and l.paper -> 'owner' ->> 'ref' = ${owner} group by b.id having max(e.at) >= ${since.toString()}::timestamptz order by max(e.at) desc, b.id limit 20`.execute(db);
  return rows;
}
