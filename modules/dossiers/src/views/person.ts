// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Party } from '../contract.ts';
import { eventRows, folded } from '../store/ledger.ts';
import { dossierDb } from '../store/tables.ts';

/** What the newest dossier says of a person, so that the counter need not ask again; null when the person is new here. Served by dossier_by_person. */
export async function knownPerson(db: Db, personalId: string): Promise<Party | null> {
  const row = await dossierDb(db).selectFrom('dossiers.dossier').select('id').where('personal_id', '=', personalId).orderBy('submitted_at', 'desc').limit(1).executeTakeFirst();
  const loaded = row === undefined ? undefined : folded(await eventRows(db, row.id));
  return loaded?.dossier.applicant ?? null;
}
