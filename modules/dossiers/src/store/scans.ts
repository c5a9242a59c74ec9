// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Generated, inTransaction, type Instant, type Json, sql } from '@motcua/db-kit';
import { letGo, openingsOfOwners, type Opening, type ScannedPage } from '@motcua/documents';
import { newId } from '@motcua/kernel';
import type { WorkingSubject } from '../contract/working-papers.ts';

type Words = ScannedPage['words'];

/** The tables of papers being digitised. */
export type ScanTables = {
  'dossiers.scan': { id: string; dossier_id: string; paper_no: number | null; working: WorkingSubject['kind'] | null; about_id: string | null; by_id: string; at: Instant; arranged: Generated<number[] | null> };
  'dossiers.scan_page': { scan_id: string; page: number; document_id: string; width: number; height: number; dpi: number; turned: number; words: Json<Words> };
};

type Page = Omit<ScannedPage, 'jpeg'> & { readonly documentId: string };

/** One scan with its pages as the officer put them in order. */
export type StoredScan = {
  readonly id: string; readonly dossierId: string; /** The component it is of; null: of a paper made while the dossier was solved. */ readonly paperNo: number | null; readonly working: WorkingSubject | null; readonly byId: string;
  readonly pages: readonly (Page & { /** Its number as it was scanned. */ readonly no: number })[]; /** How many pages were scanned, those left out with them. */ readonly scanned: number;
};

const tables = (db: Db) => db.$extendTables<ScanTables>();

/** Begins a scan. */
export async function beginScan(db: Db, { dossierId, of, byId, at }: { readonly dossierId: string; readonly of: { readonly paperNo: number } | { readonly working: WorkingSubject }; readonly byId: string; readonly at: Temporal.Instant }): Promise<string> {
  const id = newId(at);
  await tables(db).insertInto('dossiers.scan').values({ id, dossier_id: dossierId, ...('paperNo' in of ? { paper_no: of.paperNo, working: null, about_id: null } : { paper_no: null, working: of.working.kind, about_id: of.working.about }), by_id: byId, at: at.toString() }).execute();
  return id;
}

/** Puts pages behind those a scan has. */
export async function addScanPages(db: Db, { id, scanned }: Pick<StoredScan, 'id' | 'scanned'>, more: readonly Page[]): Promise<void> {
  await tables(db).insertInto('dossiers.scan_page').values(more.map(({ documentId, width, height, dpi, turned, words }, index) => ({
    scan_id: id, page: scanned + index + 1, document_id: documentId, width, height, dpi, turned, words: JSON.stringify(words),
  }))).execute();
  await sql`update dossiers.scan set arranged = arranged || ${more.map((_page, index) => scanned + index + 1)}::integer[] where id = ${id} and arranged is not null`.execute(db);
}

/** Leaves pages of a scan out or puts them in another order. @param pages - numbers as they were scanned, each once */
export async function arrangeScan(db: Db, id: string, pages: readonly number[]): Promise<void> {
  await tables(db).updateTable('dossiers.scan').set({ arranged: [...pages] }).where('id', '=', id).execute();
}

const inOrder = (pages: StoredScan['pages'], arranged: readonly number[] | null): StoredScan['pages'] => (arranged === null ? pages : arranged.flatMap((no) => pages.find((page) => page.no === no) ?? []));

/** A scan of a dossier by its id. */
export async function findScan(db: Db, dossierId: string, id: string): Promise<StoredScan | undefined> {
  const scan = await tables(db).selectFrom('dossiers.scan').select(['id', 'paper_no', 'working', 'about_id', 'by_id', 'arranged']).where('id', '=', id).where('dossier_id', '=', dossierId).executeTakeFirst();
  if (scan === undefined) return undefined;
  const rows = await tables(db).selectFrom('dossiers.scan_page').selectAll().where('scan_id', '=', id).orderBy('page').execute();
  return { id, dossierId, paperNo: scan.paper_no, working: scan.working === null ? null : { kind: scan.working, about: scan.about_id }, byId: scan.by_id, scanned: rows.length, pages: inOrder(rows.map(({ page: no, document_id: documentId, width, height, dpi, turned, words }) => ({ no, documentId, width, height, dpi, turned, words })), scan.arranged) };
}

/** Who looked at the scans of some dossiers while they were being compared, newest first; `paperNo` null: of a paper made while the dossier was solved. */
export async function openingsOfScans(db: Db, dossiers: readonly string[]): Promise<readonly (Opening & { readonly dossierId: string; readonly paperNo: number | null })[]> {
  if (dossiers.length === 0) return [];
  const scans = new Map((await tables(db).selectFrom('dossiers.scan').select(['id', 'dossier_id', 'paper_no']).where('dossier_id', 'in', dossiers).execute()).map((scan) => [scan.id, scan]));
  const openings = await openingsOfOwners(db, { kind: 'scan', refs: [...scans.keys()] });
  return openings.map(({ owner, ...opening }) => ({ ...opening, dossierId: scans.get(owner)?.dossier_id ?? '', paperNo: scans.get(owner)?.paper_no ?? null }));
}

/** Lets go of the pages of old scans: what was signed lies in the dossier as a file of its own, what was not is needed no more. @returns how many scans */
export async function letGoOfScans(db: Db, { before, limit }: { readonly before: Temporal.Instant; readonly limit: number }): Promise<number> {
  const old = await tables(db).selectFrom('dossiers.scan as s').select('s.id').where('s.at', '<', before)
    .where((where) => where.exists(where.selectFrom('dossiers.scan_page as p').select('p.page').whereRef('p.scan_id', '=', 's.id'))).orderBy('s.at').limit(limit).execute();
  for (const { id } of old) {
    await inTransaction(db, async (tx) => {
      await tables(tx).deleteFrom('dossiers.scan_page').where('scan_id', '=', id).execute();
      await letGo(tx, { ownerKind: 'scan', ownerRef: id });
    });
  }
  return old.length;
}
