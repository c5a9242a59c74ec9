// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { ScannedPage } from '@motcua/documents';
import type { Officer } from '@motcua/kernel';
import type { Named, Slot } from '../rules/split-scan.ts';
import { backFileDb } from './tables.ts';

/** Why a file was not read, or waits. */
export type ScanFault = 'unreadable' | 'no-pages' | 'storage' | 'quarantined';
/** A file of scans. */
export type StoredFile = { readonly id: string; readonly batch: string; readonly fileName: string; readonly documentId: string | null; readonly state: 'queued' | 'read' | 'failed'; readonly fault: ScanFault | null; readonly tries: number };
/** A page with where its picture lies. */
export type KeptPage = Omit<ScannedPage, 'jpeg' | 'code'> & { readonly documentId: string };

const columns = ['id', 'batch_id as batch', 'file_name as fileName', 'document_id as documentId', 'state', 'fault', 'tries'] as const;

/** Puts a file of scans in the line of those to be read; false when the batch has it already. */
export async function queueScan(db: Db, { id, batch, fileName, documentId, sha256, by, at }: { readonly id: string; readonly batch: string; readonly fileName: string; /** Null: its pages were read already. */ readonly documentId: string | null; readonly sha256: string; readonly by: Officer; readonly at: Temporal.Instant }): Promise<boolean> {
  const added = await backFileDb(db).insertInto('back_files.scan').values({ id, batch_id: batch, file_name: fileName, document_id: documentId, sha256, let_go_at: null, state: documentId === null ? 'read' : 'queued', fault: null, tries: 0, claimed_at: null, by_id: by.id, by_name: by.name, at: at.toString() })
    .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return added !== undefined;
}

/** Takes a file once more whose pages were all put aside, or that could not be read; its id, undefined when any of its pages is still there. `documentId` null: its pages were read already. */
export async function takeOnceMore(db: Db, { batch, sha256, documentId }: { readonly batch: string; readonly sha256: string; readonly documentId: string | null }): Promise<string | undefined> {
  const { rows: [row] } = await sql<{ id: string }>`update back_files.scan s set state = ${documentId === null ? 'read' : 'queued'}, document_id = ${documentId}::uuid, let_go_at = null, fault = null, tries = 0, claimed_at = null where s.batch_id = ${batch}::uuid and s.sha256 = ${sha256} and s.state <> 'queued'
    and not exists (select from back_files.part p where p.scan_id = s.id and p.aside_reason is null) returning s.id`.execute(db);
  return row?.id;
}

/** The number of the last part of a file; 0: it has none. */
export async function lastSeq(tx: Db, scan: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select coalesce(max(seq), 0) as n from back_files.part where scan_id = ${scan}::uuid`.execute(tx);
  return row?.n ?? 0;
}

const claimMinutes = 10;

/** Takes the next file to read, so that no other machine does; one whose reader stopped half way is taken again. */
export async function claimScan(db: Db, at: Temporal.Instant): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`update back_files.scan set tries = tries + 1, claimed_at = ${at.toString()}::timestamptz where id = (select id from back_files.scan where state = 'queued' and not exists (select from back_files.batch_end e where e.batch_id = back_files.scan.batch_id)
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
  const done = await backFileDb(db).updateTable('back_files.scan').set({ state: 'queued', fault: null, tries: 0, claimed_at: null }).where('id', '=', id).where('batch_id', '=', batch).where('state', '=', 'failed').where('let_go_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The files of a batch that are not read yet or failed, oldest first. */
export const openFiles = (db: Db, batch: string): Promise<readonly StoredFile[]> => backFileDb(db).selectFrom('back_files.scan').select(columns).where('batch_id', '=', batch).where('state', '<>', 'read').where('let_go_at', 'is', null).orderBy('at').orderBy('id').limit(200).execute();

/** How many files of a batch are in each state. */
export async function fileCounts(db: Db, batch: string): Promise<Readonly<Record<StoredFile['state'], number>>> {
  const { rows: [row] } = await sql<Record<StoredFile['state'], number>>`select count(*) filter (where state = 'queued')::int as queued, count(*) filter (where state = 'read')::int as read, count(*) filter (where state = 'failed' and let_go_at is null)::int as failed from back_files.scan where batch_id = ${batch}::uuid`.execute(db);
  return row ?? { queued: 0, read: 0, failed: 0 };
}

type NewPart = { readonly id: string; readonly batch: string; readonly scan: string; readonly seq: number; readonly isCovered: boolean; readonly pages: readonly KeptPage[]; readonly slot: Slot | null; readonly candidates: readonly number[]; readonly at: Temporal.Instant };

/** Keeps the pages of one paper. */
export async function addPart(tx: Db, { id, batch, scan, seq, isCovered, pages, slot, candidates, at }: NewPart): Promise<void> {
  await backFileDb(tx).insertInto('back_files.part').values({ id, batch_id: batch, scan_id: scan, seq, pages: pages.length, line_no: slot?.line ?? null, with_notes: slot?.withNotes ?? false, how: slot === null ? null : isCovered ? 'separator' : 'name', candidates: [...candidates], aside_reason: null, by_name: 'Máy', at: at.toString(), touched_at: null, let_go_at: null }).execute();
  if (pages.length === 0) return;
  await backFileDb(tx).insertInto('back_files.part_page').values(pages.map(({ documentId, width, height, dpi, turned, words }, index) => ({ part_id: id, page: index + 1, document_id: documentId, width, height, dpi, turned, words: JSON.stringify(words) }))).execute();
}

/** A paper's pages in a file of scans. */
export type StoredPart = { readonly id: string; readonly fileName: string; readonly seq: number; readonly pages: number; readonly line: number | null; readonly withNotes: boolean; readonly keptSince: Temporal.Instant; readonly how: 'separator' | 'name' | 'hand' | null; readonly candidates: readonly number[] };

const parts = (db: Db, batch: string) => backFileDb(db).selectFrom('back_files.part as p').innerJoin('back_files.scan as s', 's.id', 'p.scan_id').where('p.batch_id', '=', batch).where('p.aside_reason', 'is', null)
  .select(['p.id', 's.file_name as fileName', 'p.seq', 'p.pages', 'p.line_no as line', 'p.with_notes as withNotes', 'p.how', 'p.candidates']).select((of) => of.fn.coalesce('p.touched_at', 'p.at').as('keptSince'));

/** Pages that belong to no line yet. Served by part_without_line. */
export const unmatchedParts = (db: Db, batch: string): Promise<readonly StoredPart[]> => parts(db, batch).where('p.line_no', 'is', null).orderBy('p.at').orderBy('p.id').limit(200).execute();

/** How many of them there are. */
export async function unmatchedCount(db: Db, batch: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from back_files.part where batch_id = ${batch}::uuid and line_no is null and aside_reason is null`.execute(db);
  return row?.n ?? 0;
}

/** When somebody last worked on a batch with pictures of papers that are not signed; null when it has none. */
export async function keptSince(db: Db, batch: string): Promise<Temporal.Instant | null> {
  const { rows: [row] } = await sql<{ at: Temporal.Instant | null }>`select greatest(max(coalesce(p.touched_at, p.at)), (select max(e.at) from back_files.line_end e where e.batch_id = ${batch}::uuid)) as at from back_files.part p where p.batch_id = ${batch}::uuid
    having count(*) filter (where p.let_go_at is null and p.aside_reason is null and p.line_no is not null and not exists (select from back_files.line_end e where e.batch_id = p.batch_id and e.no = p.line_no)) > 0`.execute(db);
  return row?.at ?? null;
}

/** One paper's pages. */
export const findPart = (db: Db, batch: string, id: string): Promise<StoredPart | undefined> => parts(db, batch).where('p.id', '=', id).executeTakeFirst();

/** The scans a line has: its own, and of a paper that bears notes the second one with them. Served by part_of_line. */
export async function partsOfLine(db: Db, batch: string, no: number): Promise<{ readonly scan: StoredPart | undefined; readonly withNotes: StoredPart | undefined; readonly all: readonly StoredPart[] }> {
  const all = await parts(db, batch).where('p.line_no', '=', no).orderBy('p.with_notes').execute();
  return { scan: all.find(({ withNotes }) => !withNotes), withNotes: all.find(({ withNotes }) => withNotes), all };
}

/** What somebody did to pages by hand. */
type ByHand = { readonly id: string; readonly by: string; readonly at: Temporal.Instant };

/** Gives pages to a line by hand, or takes them from it (null). */
export async function assignPart(tx: Db, { id, slot, by, at }: ByHand & { readonly slot: Slot | null }): Promise<void> {
  await backFileDb(tx).updateTable('back_files.part').set({ line_no: slot?.line ?? null, with_notes: slot?.withNotes ?? false, how: slot === null ? null : 'hand', by_name: by, touched_at: at.toString() }).where('id', '=', id).execute();
}

/** Puts pages aside with a reason. */
export async function asidePart(tx: Db, { id, reason, by, at }: ByHand & { readonly reason: string }): Promise<void> {
  await backFileDb(tx).updateTable('back_files.part').set({ aside_reason: reason, by_name: by, touched_at: at.toString() }).where('id', '=', id).execute();
}

/** The pages of a part in order. */
export async function pagesOfPart(db: Db, part: string): Promise<readonly KeptPage[]> {
  const rows = await backFileDb(db).selectFrom('back_files.part_page').select(['document_id as documentId', 'width', 'height', 'dpi', 'turned', 'words']).where('part_id', '=', part).orderBy('page').execute();
  return rows;
}

/** Which scans a line may still be given: it is there, has not ended, and has none of its own in that place; a second one only if its paper bears notes. `l` is the line. */
const takes = (withNotes: boolean) => sql<boolean>`(not exists (select from back_files.line_end e where e.batch_id = l.batch_id and e.no = l.no)
  and not exists (select from back_files.part p where p.batch_id = l.batch_id and p.line_no = l.no and p.with_notes = ${withNotes} and p.aside_reason is null) and (not ${withNotes}::boolean or coalesce((l.paper ->> 'bearsNotes')::boolean, false)))`;

/** Lines of a batch that may be called one of some names and have not ended, each with the scans it may still be given. Served by line_by_name. */
export async function linesNamed(tx: Db, batch: string, names: readonly string[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`select l.no, l.names, ${takes(false)} as "takesScan", ${takes(true)} as "takesNotes"
    from back_files.line l where l.batch_id = ${batch}::uuid and l.names && ${[...names]}::text[] and not exists (select from back_files.line_end e where e.batch_id = l.batch_id and e.no = l.no) order by l.no limit 20`.execute(tx);
  return rows;
}

/** Whether a line may be given this scan. */
export async function isFree(tx: Db, batch: string, { line, withNotes }: Slot): Promise<boolean> {
  const { rows } = await sql`select from back_files.line l where l.batch_id = ${batch}::uuid and l.no = ${line} and ${takes(withNotes)}`.execute(tx);
  return rows.length > 0;
}

/** A comparison as it was written down: of which scans with which version of the line. */
export type Comparison = { readonly version: number; readonly part: string; readonly notesPart: string | null; readonly pages: number; readonly byId: string; readonly byName: string };

/** The last comparison of a line. Served by comparison_of_line. */
export async function comparisonOf(tx: Db, batch: string, no: number): Promise<Comparison | undefined> {
  return backFileDb(tx).selectFrom('back_files.comparison').select(['version', 'part_id as part', 'notes_part_id as notesPart', 'pages', 'by_id as byId', 'by_name as byName']).where('batch_id', '=', batch).where('no', '=', no).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
}

/** Writes down that the scans of a line were compared with it. */
export async function addComparison(tx: Db, { id, batch, no, version, part, notesPart, pages, by, at }: Omit<Comparison, 'byId' | 'byName'> & { readonly id: string; readonly batch: string; readonly no: number; readonly by: Officer; readonly at: Temporal.Instant }): Promise<void> {
  await backFileDb(tx).insertInto('back_files.comparison').values({ id, batch_id: batch, no, version, part_id: part, notes_part_id: notesPart, pages, by_id: by.id, by_name: by.name, at: at.toString() }).execute();
  await backFileDb(tx).updateTable('back_files.part').set({ touched_at: at.toString() }).where('id', 'in', notesPart === null ? [part] : [part, notesPart]).execute();
}
