// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';

type IdentityPaperTables = { 'dossiers.identity_paper': { readonly kind_code: string; readonly valid_from: string; readonly valid_until: string | null; readonly reason: string } };

/** Codes of the kinds of paper that prove who somebody is, on a day. */
export async function identityKindsOn(db: Db, day: string): Promise<ReadonlySet<string>> {
  const rows = await db.$extendTables<IdentityPaperTables>().selectFrom('dossiers.identity_paper').select('kind_code').where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', day)])).execute();
  return new Set(rows.map(({ kind_code: code }) => code));
}
