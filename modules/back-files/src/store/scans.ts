// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { ScannedPage } from '@motcua/documents';
import type { Officer } from '@motcua/kernel';
import type { Part } from '../rules/split-scan.ts';
import { backFileDb } from './tables.ts';

/** Why a file was not read, or waits. */
export type ScanFault = 'unreadable' | 'no-pages' | 'storage' | 'quarantined';
/** A file of scans. */
export type StoredFile = { readonly id: string; readonly batch: string; readonly fileName: string; readonly documentId: string; readonly state: 'queued' | 'read' | 'failed'; readonly fault: ScanFault | null; readonly tries: number };
/** A page with where its picture lies. */
export type KeptPage = Omit<ScannedPage, 'jpeg' | 'code'> & { readonly documentId: string };

const columns = ['id', 'batch_id as batch', 'file_name as fileName', 'document_id as documentId', 'state', 'fault', 'tries'] as const;

/** Puts a file of scans in the line of those to be read; false when the batch has it already. */
export async function queueScan(db: Db, { id, batch, fileName, documentId, sha256, by, at }: { readonly id: string; readonly batch: string; readonly fileName: string; readonly documentId: string; readonly sha256: string; readonly by: Officer; readonly at: Temporal.Instant }): Promise<boolean> {
  const added = await backFileDb(db).insertInto('back_files.scan').values({ id, batch_id: batch, file_name: fileName, document_id: documentId, sha256, state: 'queued', fault: null, tries: 0, claimed_at: null, by_id: by.id, by_name: by.name, at: at.toString() })
    .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return added !== undefined;
}

/** Puts a file in line again whose pages were all put aside, when it is given once more; false when any of them is still there. */
export async function queueOnceMore(db: Db, batch: string, sha256: string): Promise<boolean> {
  const { rows } = await sql`update back_files.scan s set state = 'queued', fault = null, tries = 0, claimed_at = null where s.batch_id = ${batch}::uuid and s.sha256 = ${sha256} and s.state = 'read'
    and not exists (select from back_files.part p where p.scan_id = s.id and p.aside_reason is null) returning s.id`.execute(db);
  return rows.length > 0;
}

/** The number of the last part of a file; 0: it has none. */
export async function lastSeq(tx: Db, scan: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select coalesce(max(seq), 0) as n from back_files.part where scan_id = ${scan}::uuid`.execute(tx);
  return row?.n ?? 0;
}

const claimMinutes = 10;

/** Takes the next file to read, so that no other machine does; one whose reader stopped half way is taken again. */
export async function claimScan(db: Db, at: Temporal.Instant): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`update back_files.scan set tries = tries + 1, claimed_at = ${at.toString()}::timestamptz where id = (select id from back_files.scan where state = 'queued'
    and (claimed_at is null or claimed_at < ${at.subtract({ minutes: claimMinutes }).toString()}::timestamptz) order by at, id for update skip locked limit 1)
    returning id, batch_id as batch, file_name as "fileName", document_id as "documentId", state, fault, tries`.execute(db);
  return rows[0];
}

/** Says how reading a file ended, or that it waits. `isAtOnce`: it may be taken again without waiting. */
export async function settleScan(db: Db, { id, state, fault, isAtOnce = false }: { readonly id: string; readonly state: StoredFile['state']; readonly fault: ScanFault | null; readonly isAtOnce?: boolean }): Promise<void> {
  await backFileDb(db).updateTable('back_files.scan').set({ state, fault, ...isAtOnce ? { claimed_at: null } : {} }).where('id', '=', id).execute();
}

/** Puts a file that failed in line again. */
export async function queueAgain(db: Db, batch: string, id: string): Promise<boolean> {
  const done = await backFileDb(db).updateTable('back_files.scan').set({ state: 'queued', fault: null, tries: 0, claimed_at: null }).where('id', '=', id).where('batch_id', '=', batch).where('state', '=', 'failed').executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The files of a batch that are not read yet or failed, oldest first. */
export const openFiles = (db: Db, batch: string): Promise<readonly StoredFile[]> => backFileDb(db).selectFrom('back_files.scan').select(columns).where('batch_id', '=', batch).where('state', '<>', 'read').orderBy('at').orderBy('id').limit(200).execute();

/** How many files of a batch are in each state. */
export async function fileCounts(db: Db, batch: string): Promise<Readonly<Record<StoredFile['state'], number>>> {
  const { rows: [row] } = await sql<Record<StoredFile['state'], number>>`select count(*) filter (where state = 'queued')::int as queued, count(*) filter (where state = 'read')::int as read, count(*) filter (where state = 'failed')::int as failed from back_files.scan where batch_id = ${batch}::uuid`.execute(db);
  return row ?? { queued: 0, read: 0, failed: 0 };
}

type NewPart = { readonly id: string; readonly batch: string; readonly scan: string; readonly seq: number; readonly part: Part<KeptPage>; readonly line: number | null; readonly candidates: readonly number[]; readonly at: Temporal.Instant };

/** Keeps the pages of one paper. */
export async function addPart(tx: Db, { id, batch, scan, seq, part, line, candidates, at }: NewPart): Promise<void> {
  await backFileDb(tx).insertInto('back_files.part').values({ id, batch_id: batch, scan_id: scan, seq, pages: part.pages.length, line_no: line, how: line === null ? null : part.isCovered ? 'separator' : 'name', candidates: [...candidates], aside_reason: null, by_name: 'Máy', at: at.toString() }).execute();
  if (part.pages.length === 0) return;
  await backFileDb(tx).insertInto('back_files.part_page').values(part.pages.map(({ documentId, width, height, dpi, turned, words }, index) => ({ part_id: id, page: index + 1, document_id: documentId, width, height, dpi, turned, words: JSON.stringify(words) }))).execute();
}

/** A paper's pages in a file of scans. */
export type StoredPart = { readonly id: string; readonly fileName: string; readonly seq: number; readonly pages: number; readonly line: number | null; readonly how: 'separator' | 'name' | 'hand' | null; readonly candidates: readonly number[] };

const parts = (db: Db, batch: string) => backFileDb(db).selectFrom('back_files.part as p').innerJoin('back_files.scan as s', 's.id', 'p.scan_id').where('p.batch_id', '=', batch).where('p.aside_reason', 'is', null)
  .select(['p.id', 's.file_name as fileName', 'p.seq', 'p.pages', 'p.line_no as line', 'p.how', 'p.candidates']);

/** Pages that belong to no line yet. Served by part_without_line. */
export const unmatchedParts = (db: Db, batch: string): Promise<readonly StoredPart[]> => parts(db, batch).where('p.line_no', 'is', null).orderBy('p.at').orderBy('p.id').limit(200).execute();

/** How many of them there are. */
export async function unmatchedCount(db: Db, batch: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from back_files.part where batch_id = ${batch}::uuid and line_no is null and aside_reason is null`.execute(db);
  return row?.n ?? 0;
}

/** One paper's pages. */
export const findPart = (db: Db, batch: string, id: string): Promise<StoredPart | undefined> => parts(db, batch).where('p.id', '=', id).executeTakeFirst();

/** The pages a line has. Served by part_of_line. */
export const partOfLine = (db: Db, batch: string, no: number): Promise<StoredPart | undefined> => parts(db, batch).where('p.line_no', '=', no).executeTakeFirst();

/** Gives pages to a line by hand, or takes them from it (null). */
export async function assignPart(tx: Db, { id, line, by }: { readonly id: string; readonly line: number | null; readonly by: string }): Promise<void> {
  await backFileDb(tx).updateTable('back_files.part').set({ line_no: line, how: line === null ? null : 'hand', by_name: by }).where('id', '=', id).execute();
}

/** Puts pages aside with a reason. */
export async function asidePart(tx: Db, { id, reason, by }: { readonly id: string; readonly reason: string; readonly by: string }): Promise<void> {
  await backFileDb(tx).updateTable('back_files.part').set({ aside_reason: reason, by_name: by }).where('id', '=', id).execute();
}

/** The pages of a part in order. */
export async function pagesOfPart(db: Db, part: string): Promise<readonly KeptPage[]> {
  const rows = await backFileDb(db).selectFrom('back_files.part_page').select(['document_id as documentId', 'width', 'height', 'dpi', 'turned', 'words']).where('part_id', '=', part).orderBy('page').execute();
  return rows;
}

/** Lines of a batch that may be called one of some names, that have not ended; each with whether it has a scan. Served by line_by_name. */
export async function linesNamed(tx: Db, batch: string, names: readonly string[]): Promise<readonly { readonly no: number; readonly names: readonly string[]; readonly isTaken: boolean }[]> {
  const { rows } = await sql<{ no: number; names: string[]; isTaken: boolean }>`select l.no, l.names, exists (select from back_files.part p where p.batch_id = l.batch_id and p.line_no = l.no and p.aside_reason is null) as "isTaken"
    from back_files.line l where l.batch_id = ${batch}::uuid and l.names && ${[...names]}::text[] and not exists (select from back_files.line_end e where e.batch_id = l.batch_id and e.no = l.no) order by l.no limit 20`.execute(tx);
  return rows;
}

/** Whether a line is there, has not ended, and has no scan: what a scan may be given to. */
export async function isFree(tx: Db, batch: string, no: number): Promise<boolean> {
  const { rows } = await sql`select from back_files.line l where l.batch_id = ${batch}::uuid and l.no = ${no} and not exists (select from back_files.line_end e where e.batch_id = l.batch_id and e.no = l.no)
    and not exists (select from back_files.part p where p.batch_id = l.batch_id and p.line_no = l.no and p.aside_reason is null)`.execute(tx);
  return rows.length > 0;
}

/** The last comparison of a line. Served by comparison_of_line. */
export async function comparisonOf(tx: Db, batch: string, no: number): Promise<{ readonly version: number; readonly part: string; readonly pages: number; readonly byId: string; readonly byName: string } | undefined> {
  return backFileDb(tx).selectFrom('back_files.comparison').select(['version', 'part_id as part', 'pages', 'by_id as byId', 'by_name as byName']).where('batch_id', '=', batch).where('no', '=', no).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
}

/** Writes down that a scan was compared with its line. */
export async function addComparison(tx: Db, { id, batch, no, version, part, pages, by, at }: { readonly id: string; readonly batch: string; readonly no: number; readonly version: number; readonly part: string; readonly pages: number; readonly by: Officer; readonly at: Temporal.Instant }): Promise<void> {
  await backFileDb(tx).insertInto('back_files.comparison').values({ id, batch_id: batch, no, version, part_id: part, pages, by_id: by.id, by_name: by.name, at: at.toString() }).execute();
}
