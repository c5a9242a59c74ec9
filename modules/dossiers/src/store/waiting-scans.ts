// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction, type Instant, type Json, sql } from '@motcua/db-kit';
import { letGo, type ScannedPage } from '@motcua/documents';
import type { StoredScan } from './scans.ts';

type Words = ScannedPage['words'];
type Pages = readonly Omit<StoredScan['pages'][number], 'no'>[];
type Tables = {
  'dossiers.scan_waiting': { id: string; agency: string; station: string; file_name: string; file_at: Instant; sha256: string; fault: 'unreadable' | 'too-large' | 'infected' | null; at: Instant };
  'dossiers.scan_waiting_page': { waiting_id: string; page: number; document_id: string; width: number; height: number; dpi: number; turned: number; words: Json<Words>; code: string | null };
  'dossiers.scan_waiting_end': { waiting_id: string; scan_id: string | null; reason: string | null; by_id: string; by_name: string; at: Instant };
};
const tables = (db: Db) => db.$extendTables<Tables>();

/** A file as it lay in the folder of a station. */
export type DroppedFile = { readonly agency: string; readonly station: string; readonly name: string; readonly fileAt: Temporal.Instant; readonly sha256: string };

/** A scan that waits. */
export type StoredWaiting = { readonly id: string; readonly agency: string; readonly station: string; readonly fileName: string; readonly fault: 'unreadable' | 'too-large' | 'infected' | null; readonly at: Temporal.Instant; readonly pages: number };

/** What was written of this very file when it was taken in; undefined when it was not. Locks its name until the transaction ends, so that two machines do not take it in twice. */
export async function takenInAs(tx: Db, { agency, station, name, fileAt, sha256 }: DroppedFile): Promise<Pick<StoredWaiting, 'fault'> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`scan-waiting:${agency}/${station}/${name}`}, 0))`.execute(tx);
  return tables(tx).selectFrom('dossiers.scan_waiting').select('fault').where('agency', '=', agency).where('station', '=', station).where('file_name', '=', name).where('sha256', '=', sha256).where('file_at', '=', fileAt).executeTakeFirst();
}

/** Sheets of ours begin so. What the code on somebody's identity card says is kept nowhere. */
const ourCodes = 'motcua:';

/** Keeps a file that was taken in, with its pages or why it has none. */
export async function keepWaiting(tx: Db, { id, file, fault, pages, at }: { readonly id: string; readonly file: DroppedFile; readonly fault: StoredWaiting['fault']; readonly pages: Pages; readonly at: Temporal.Instant }): Promise<void> {
  await tables(tx).insertInto('dossiers.scan_waiting').values({ id, agency: file.agency, station: file.station, file_name: file.name, file_at: file.fileAt.toString(), sha256: file.sha256, fault, at: at.toString() }).execute();
  if (pages.length === 0) return;
  await tables(tx).insertInto('dossiers.scan_waiting_page').values(pages.map(({ documentId, width, height, dpi, turned, words, code }, index) => ({ waiting_id: id, page: index + 1, document_id: documentId, width, height, dpi, turned, words: JSON.stringify(words), code: code?.startsWith(ourCodes) === true ? code : null }))).execute();
}

const most = 200;

/** What waits at agencies, oldest first; one more than is shown when there are more. */
export async function waitingAt(db: Db, agencies: readonly string[]): Promise<readonly StoredWaiting[]> {
  if (agencies.length === 0) return [];
  const rows = await tables(db).selectFrom('dossiers.scan_waiting as w').leftJoin('dossiers.scan_waiting_end as e', 'e.waiting_id', 'w.id').where('e.waiting_id', 'is', null).where('w.agency', 'in', agencies)
    .select(['w.id', 'w.agency', 'w.station', 'w.file_name as fileName', 'w.fault', 'w.at']).select((of) => of.selectFrom('dossiers.scan_waiting_page as p').whereRef('p.waiting_id', '=', 'w.id').select((count) => count.fn.countAll<bigint>().as('pages')).as('pages'))
    .orderBy('w.at').orderBy('w.id').limit(most + 1).execute();
  return rows.map(({ pages, ...row }) => ({ ...row, pages: Number(pages ?? 0) }));
}

/** One that still waits; undefined when there is none or it has ended. */
export async function findWaiting(db: Db, id: string): Promise<(Omit<StoredWaiting, 'pages'> & { readonly sha256: string; readonly pages: Pages }) | undefined> {
  const row = await tables(db).selectFrom('dossiers.scan_waiting as w').leftJoin('dossiers.scan_waiting_end as e', 'e.waiting_id', 'w.id').where('e.waiting_id', 'is', null).where('w.id', '=', id)
    .select(['w.id', 'w.agency', 'w.station', 'w.file_name as fileName', 'w.fault', 'w.at', 'w.sha256']).executeTakeFirst();
  if (row === undefined) return undefined;
  const pages = await tables(db).selectFrom('dossiers.scan_waiting_page').selectAll().where('waiting_id', '=', id).orderBy('page').execute();
  return { ...row, pages: pages.map(({ document_id: documentId, width, height, dpi, turned, words, code }) => ({ documentId, width, height, dpi, turned, words, code })) };
}

/** Writes down what became of it. @returns false when somebody did meanwhile */
export async function endWaiting(tx: Db, { id, scan, reason, by, at }: { readonly id: string; readonly scan: string | null; readonly reason: string | null; readonly by: { readonly id: string; readonly name: string }; readonly at: Temporal.Instant }): Promise<boolean> {
  const written = await tables(tx).insertInto('dossiers.scan_waiting_end').values({ waiting_id: id, scan_id: scan, reason, by_id: by.id, by_name: by.name, at: at.toString() }).onConflict((row) => row.column('waiting_id').doNothing()).executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Lets go of what is left of a waiting scan: what was read on its pages, and the keys of pictures nobody took over. */
export async function forgetWaiting(tx: Db, id: string): Promise<void> {
  await tables(tx).deleteFrom('dossiers.scan_waiting_page').where('waiting_id', '=', id).execute();
  await letGo(tx, { ownerKind: 'scan-waiting', ownerRef: id });
}

/** Lets go of the pages of waiting scans that were taken off the list long ago. @returns how many */
export async function letGoOfWaiting(db: Db, { before, limit }: { readonly before: Temporal.Instant; readonly limit: number }): Promise<number> {
  const old = await tables(db).selectFrom('dossiers.scan_waiting_end as e').select('e.waiting_id as id').where('e.scan_id', 'is', null).where('e.at', '<', before)
    .where((where) => where.exists(where.selectFrom('dossiers.scan_waiting_page as p').select('p.page').whereRef('p.waiting_id', '=', 'e.waiting_id'))).limit(limit).execute();
  for (const { id } of old) {
    await inTransaction(db, (tx) => forgetWaiting(tx, id));
  }
  return old.length;
}
