// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { CopiedPaper } from '../contract/printed-copies.ts';

/** A line of the log of printed copies. */
export type CopyRow = {
  readonly id: string; readonly dossierId: string; readonly code: string; readonly paper: string; readonly number: string; readonly sha256: string; readonly copyNo: number; readonly reason: string; readonly forWhom: string;
  readonly agency: string; readonly sheets: readonly string[]; readonly officerId: string; readonly officer: string; readonly at: Temporal.Instant; readonly spoiled: boolean;
};

const columns = sql`c.id, c.dossier_id as "dossierId", c.dossier_code as code, c.paper, c.number, c.source_sha256 as sha256, c.copy_no as "copyNo", c.reason, c.for_whom as "forWhom", c.agency, c.sheets, c.officer_id as "officerId", c.officer_name as officer, c.at,
  exists (select from dossiers.security_sheet_use u join dossiers.security_sheet_spoilage s using (series, number) where u.copy_id = c.id) as spoiled`;

/** Copies of a paper are numbered one after the other: nobody else prints of the dossier until the transaction ends. */
export async function lockCopies(tx: Db, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`copies ${dossierId}`}, 0))`.execute(tx);
}

/** The copy an order made that is sent again. */
export async function copyByKey(tx: Db, clientKey: string): Promise<CopyRow | undefined> {
  const { rows } = await sql<CopyRow>`select ${columns} from dossiers.printed_copy c where c.client_key = ${clientKey}`.execute(tx);
  return rows[0];
}

/** Copies of a dossier, newest first. */
export async function copiesOf(db: Db, dossierId: string): Promise<readonly CopyRow[]> {
  const { rows } = await sql<CopyRow>`select ${columns} from dossiers.printed_copy c where c.dossier_id = ${dossierId} order by c.at desc, c.copy_no desc limit 500`.execute(db);
  return rows;
}

type Page = { readonly agencies: readonly string[] | 'all'; readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number };

/** Copies some agencies printed, newest first. Served by printed_copy_by_agency. */
export async function copiesBy(db: Db, { agencies, after, limit }: Page): Promise<readonly CopyRow[]> {
  const whole = agencies === 'all';
  const { rows } = await sql<CopyRow>`select ${columns} from dossiers.printed_copy c where (${whole} or c.agency = any(${whole ? [] : agencies}::text[]))
    and ${after === null ? sql`true` : sql`(c.at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`} order by c.at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Writes a copy down under the next number of its paper, and gives the number. */
export async function addCopy(tx: Db, copy: Omit<CopyRow, 'copyNo' | 'spoiled'> & { readonly clientKey: string }): Promise<number> {
  const { rows: [row] } = await sql<{ readonly copyNo: number }>`insert into dossiers.printed_copy (id, client_key, dossier_id, dossier_code, paper, number, source_sha256, copy_no, reason, for_whom, agency, sheets, officer_id, officer_name, at)
    select ${copy.id}, ${copy.clientKey}, ${copy.dossierId}, ${copy.code}, ${copy.paper}, ${copy.number}, ${copy.sha256}, coalesce(max(copy_no), 0) + 1, ${copy.reason}, ${copy.forWhom}, ${copy.agency}, ${[...copy.sheets]}::text[], ${copy.officerId}, ${copy.officer}, ${copy.at.toString()}
    from dossiers.printed_copy where dossier_id = ${copy.dossierId} and paper = ${copy.paper} returning copy_no as "copyNo"`.execute(tx);
  if (row === undefined) throw new Error('a copy was not written down');
  return row.copyNo;
}

/** The rule by which a paper needs numbered sheets on a day: the procedure's own before the one for all; null: none, ordinary paper. @param day - ISO 8601 */
export async function securityPaperRule(db: Db, { paper, procedure, day }: { readonly paper: CopiedPaper; readonly procedure: string; readonly day: string }): Promise<{ readonly needed: boolean; readonly legal: string } | null> {
  const { rows } = await sql<{ readonly needed: boolean; readonly legal: string }>`select needed, legal from dossiers.security_paper_rule where paper = ${paper} and (procedure_code is null or procedure_code = ${procedure})
    and valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by procedure_code is null, valid_from desc limit 1`.execute(db);
  return rows[0] ?? null;
}
