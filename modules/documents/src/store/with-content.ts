// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { DocumentTables } from './tables.ts';

/** A use of a content: whose it is and what for. */
export type ContentUse = { readonly id: string; readonly ownerKind: string; readonly ownerRef: string; readonly purpose: string; readonly name: string; readonly at: Temporal.Instant };

/** Where a content is used, or one whose time-stamps it renews, newest first. @param sha256 - lower-case hexadecimal */
export async function documentsWithContent(db: Db, sha256: string): Promise<readonly ContentUse[]> {
  return db.$extendTables<DocumentTables>().selectFrom('documents.document as d').select(['d.id', 'd.owner_kind as ownerKind', 'd.owner_ref as ownerRef', 'd.purpose', 'd.name', 'd.at'])
    .where((q) => q.or([q('d.sha256', '=', sha256), q('d.sha256', 'in', q.selectFrom('documents.renewal').select('sha256').where('newer', '=', sha256))])).orderBy('d.at', 'desc').orderBy('d.id').limit(50).execute();
}
