// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** A file that was given out and is kept nowhere: which paper of which dossier it is. `at`: ISO 8601. */
export type PrintedFile = { readonly dossier: string; readonly kind: string; readonly number: string; readonly at: string };

/** Writes down that a file was given out; the same file is written down once. */
export async function notePrinted(db: Db, sha256: string, { dossier, kind, number, at }: PrintedFile): Promise<void> {
  await sql`insert into dossiers.printed_file (sha256, dossier_id, kind, number, issued_at) values (${sha256}, ${dossier}::uuid, ${kind}, ${number}, ${at}::timestamptz) on conflict do nothing`.execute(db);
}

/** The paper a file with this digest is; undefined: none was given out. */
export async function printedWith(db: Db, sha256: string): Promise<PrintedFile | undefined> {
  const { rows } = await sql<PrintedFile>`select dossier_id as dossier, kind, number, to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from dossiers.printed_file where sha256 = ${sha256}`.execute(db);
  return rows[0];
}
