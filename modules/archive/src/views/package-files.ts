// SPDX-License-Identifier: EUPL-1.2
import { readDocument } from '@motcua/documents';
import type { ArchiveContext } from '../model.ts';
import { archiveDb } from '../store/tables.ts';

/** The packages of a batch, as they were handed in. */
export async function packageFiles({ db, files }: ArchiveContext, batch: string): Promise<readonly { readonly code: string; readonly bytes: Uint8Array }[]> {
  const items = await archiveDb(db).selectFrom('archive.item').select(['code', 'document_id']).where('batch_id', '=', batch).orderBy('code').execute();
  const found = [];
  for (const { code, document_id: id } of items) {
    const kept = await readDocument(db, files, id);
    if (kept !== undefined) found.push({ code, bytes: kept.bytes });
  }
  return found;
}
