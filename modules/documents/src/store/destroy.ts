// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { DocumentOwner } from '../model.ts';
import type { DocumentTables } from './tables.ts';

const gone = 'da-huy';

/**
 * Hủy tài liệu của một chủ: the owner's key and the keys of its files are destroyed, so the bytes cannot be opened by anybody who had them through this owner; names are emptied. The same content of another owner stays theirs.
 * Needs the database's owner, in the caller's transaction. Answers how many documents are gone.
 *
 * @throws where a file was taken in before files were encrypted: it has no key to destroy
 */
export async function destroyOwner(ownerTx: Db, { ownerKind, ownerRef }: DocumentOwner): Promise<number> {
  const tables = ownerTx.$extendTables<DocumentTables>();
  const open = await tables.selectFrom('documents.document as d').innerJoin('documents.file as f', 'f.sha256', 'd.sha256').select('d.id').where('d.owner_kind', '=', ownerKind).where('d.owner_ref', '=', ownerRef).where('f.stored', 'is', null).execute();
  if (open.length > 0) throw new Error(`documents of ${ownerKind} ${ownerRef} lie unencrypted: encrypt them first`);
  await tables.deleteFrom('documents.file_key').where('owner_kind', '=', ownerKind).where('owner_ref', '=', ownerRef).execute();
  await tables.deleteFrom('documents.owner_key').where('owner_kind', '=', ownerKind).where('owner_ref', '=', ownerRef).execute();
  const { numUpdatedRows } = await tables.updateTable('documents.document').set({ name: gone }).where('owner_kind', '=', ownerKind).where('owner_ref', '=', ownerRef).executeTakeFirst();
  return Number(numUpdatedRows);
}
