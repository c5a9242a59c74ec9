// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, sql } from '@motcua/db-kit';

/** One look of an officer at the data of a person. `dossier`: the dossier it was for; empty: none. */
export type Viewing = {
  readonly owner: string; readonly officer: { readonly id: string; readonly name: string }; readonly agency: string | null;
  readonly subject: 'dossier' | 'person' | 'vault' | 'back-file' | 'back-file-scan'; readonly dossier: string; readonly purpose: string; readonly at: Temporal.Instant;
};

type Tables = { 'vault.viewing': { owner_ref: string; hour: Instant; officer_id: string; subject: Viewing['subject']; dossier_code: string; officer_name: string; agency: string | null; purpose: string; at: Instant } };

/** What is remembered of the lines already written, so that a page asked again costs nothing. */
const mostRemembered = 20_000;

/** Writes down who looked at whose data: at most one line an officer, dossier and hour. */
export type ViewingLog = (db: Db, viewings: readonly Viewing[]) => Promise<void>;

/** Makes the log of looks of one program. */
export function viewingLog(): ViewingLog {
  const written = new Set<string>();
  return async (db, viewings) => {
    const rows = viewings.map(({ owner, officer, agency, subject, dossier, purpose, at }) => ({
      owner_ref: owner, hour: at.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString(), officer_id: officer.id, officer_name: officer.name, agency, subject, dossier_code: dossier, purpose, at: at.toString(),
    }));
    const keyOf = (row: (typeof rows)[number]): string => [row.owner_ref, row.hour, row.officer_id, row.subject, row.dossier_code].join('|');
    const fresh = rows.filter((row) => !written.has(keyOf(row)));
    if (fresh.length === 0) return;
    await db.$extendTables<Tables>().insertInto('vault.viewing').values(fresh).onConflict((conflict) => conflict.doNothing()).execute();
    if (written.size > mostRemembered) written.clear();
    for (const row of fresh) written.add(keyOf(row));
  };
}

const mostShown = 500;

/** Who looked at the data of a person, newest first. Served by the primary key. */
export async function viewingsOf(db: Db, owner: string): Promise<readonly Viewing[]> {
  const { rows } = await sql<{ officer_id: string; officer_name: string; agency: string | null; subject: Viewing['subject']; dossier_code: string; purpose: string; at: Temporal.Instant }>`
    select officer_id, officer_name, agency, subject, dossier_code, purpose, at from vault.viewing where owner_ref = ${owner} order by at desc limit ${mostShown}`.execute(db);
  return rows.map((row) => ({ owner, officer: { id: row.officer_id, name: row.officer_name }, agency: row.agency, subject: row.subject, dossier: row.dossier_code, purpose: row.purpose, at: row.at }));
}
