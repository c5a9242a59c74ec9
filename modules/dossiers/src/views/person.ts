// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { Officer } from '@motcua/kernel';
import type { Party } from '../contract.ts';
import { eventRows, folded } from '../store/ledger.ts';
import { visibleTo } from './lists.ts';

/**
 * What the newest dossier the officer may see says of a person, so that the counter need not ask again; null when there is none.
 * Not of dossiers elsewhere: a number typed in must not open the address of anybody. Served by dossier_by_person.
 */
export async function knownPerson(db: Db, { officer, personalId }: { readonly officer: Officer; readonly personalId: string }): Promise<Party | null> {
  const { rows } = await sql<{ id: string }>`select d.id from dossiers.dossier d
    where d.personal_id = ${personalId} and ${visibleTo(officer)} order by d.submitted_at desc limit 1`.execute(db);
  const [row] = rows;
  const loaded = row === undefined ? undefined : folded(await eventRows(db, row.id));
  return loaded?.dossier.applicant ?? null;
}
