// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { closedByCode, openAt } from '@motcua/dossiers';
import type { ArchiveRefusal } from '../model.ts';
import { reaches } from '../permissions.ts';
import { archiveDb } from '../store/tables.ts';

/** Why a code names no closed dossier within reach: it is still open, or there is none. */
export async function notClosed(db: Db, { code, scope }: { readonly code: string; readonly scope: readonly string[] | null }): Promise<ArchiveRefusal> {
  const agency = await openAt(db, code);
  return { code: agency !== null && reaches(scope, agency) ? 'not-closed' : 'archive-dossier-unknown', dossier: code };
}

/** A closed dossier by its code, with whether it is in the archive and whether it was destroyed. */
export async function closedNamed(db: Db, code: string): Promise<{ readonly id: string; readonly code: string; readonly agency: string; readonly archived: boolean; readonly destroyed: boolean } | undefined> {
  const [found] = await closedByCode(db, [code]);
  if (found === undefined) return undefined;
  const item = await archiveDb(db).selectFrom('archive.item as i').leftJoin('archive.tombstone as t', 't.dossier_id', 'i.dossier_id').select('t.dossier_id as tombstone').where('i.dossier_id', '=', found.id).executeTakeFirst();
  return { id: found.id, code: found.code, agency: found.agency, archived: item !== undefined, destroyed: (item?.tombstone ?? null) !== null };
}
