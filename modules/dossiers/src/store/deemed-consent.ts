// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { dossierDb } from './tables.ts';

/** The article under which silence is taken for consent (coi như đồng ý) in a procedure on a day; null: silence is no consent. */
export async function deemedConsentOn(db: Db, { procedure, day }: { readonly procedure: string; readonly day: string }): Promise<string | null> {
  const row = await dossierDb(db).selectFrom('dossiers.deemed_consent').select('legal').where('procedure_code', '=', procedure).where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)])).orderBy('valid_from', 'desc').limit(1).executeTakeFirst();
  return row?.legal ?? null;
}
