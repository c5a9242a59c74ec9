// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant } from '@motcua/db-kit';

/** What an officer at a counter found of a person's digital identity. */
export type StoredIdentityCheck = {
  readonly id: string; readonly person: string; readonly officer: { readonly id: string; readonly name: string }; readonly agency: string; readonly identityPaper: string;
  readonly outcome: 'shown' | 'opened' | 'declined'; readonly at: Temporal.Instant;
};

type Tables = { 'dossiers.identity_check': { id: string; person_ref: string; officer_id: string; officer_name: string; agency: string; identity_paper: string; outcome: StoredIdentityCheck['outcome']; at: Instant } };

/** Writes a check down, once for its id. */
export async function keepIdentityCheck(db: Db, { id, person, officer, agency, identityPaper, outcome, at }: StoredIdentityCheck): Promise<void> {
  await db.$extendTables<Tables>().insertInto('dossiers.identity_check').values({ id, person_ref: person, officer_id: officer.id, officer_name: officer.name, agency, identity_paper: identityPaper, outcome, at: at.toString() })
    .onConflict((row) => row.column('id').doNothing()).execute();
}

/** The checks of a person, the newest first. */
export async function identityChecksOf(db: Db, person: string): Promise<readonly StoredIdentityCheck[]> {
  const rows = await db.$extendTables<Tables>().selectFrom('dossiers.identity_check').selectAll().where('person_ref', '=', person).orderBy('at', 'desc').limit(20).execute();
  return rows.map((row) => ({ id: row.id, person, officer: { id: row.officer_id, name: row.officer_name }, agency: row.agency, identityPaper: row.identity_paper, outcome: row.outcome, at: row.at }));
}
