// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { newId, ok, refuse, type Result } from '@motcua/kernel';
import type { StoredDocument } from '../model.ts';
import { readDocument } from './documents.ts';
import type { DocumentStore } from './file-store.ts';
import type { DocumentTables } from './tables.ts';

/** Who opens a document and what for. `agency` is the reader's agency, null for who has none. */
export type Reader = { readonly kind: 'officer' | 'citizen' | 'partner'; readonly ref: string; readonly name: string; readonly agency: string | null };

/** One opening of a document, as its owner is told. */
export type Opening = {
  readonly document: string; readonly name: string;
  readonly by: string; readonly byKind: string; readonly agency: string | null; readonly purpose: string; readonly at: Temporal.Instant;
};

type Asked = { readonly id: string; readonly by: Reader; readonly purpose: string; readonly at: Temporal.Instant };

/**
 * Opens a document for a person (mở giấy tờ) and says so in the log its owner reads. Nobody opens without a purpose.
 *
 * @error document-unknown - there is none of that id
 * @error document-quarantined - it was not looked through for viruses yet, or one was found
 */
export async function openDocument(db: Db, store: DocumentStore, { id, by, purpose, at }: Asked): Promise<Result<StoredDocument, { readonly code: 'document-unknown' | 'document-quarantined' }>> {
  const tables = db.$extendTables<DocumentTables>();
  const held = await tables.selectFrom('documents.document as d').innerJoin('documents.quarantine as q', 'q.sha256', 'd.sha256').select('q.state').where('d.id', '=', id).executeTakeFirst();
  if (held !== undefined) return refuse({ code: 'document-quarantined' });
  const document = await readDocument(db, store, id);
  if (document === undefined) return refuse({ code: 'document-unknown' });
  await tables.insertInto('documents.opening').values({ id: newId(at), document_id: id, by_kind: by.kind, by_ref: by.ref, by_name: by.name, agency: by.agency, purpose, at: at.toString() }).execute();
  return ok(document);
}

const mostShown = 500;

/** Who opened some documents, newest first. @param documents - ids */
export async function openingsOf(db: Db, documents: readonly string[]): Promise<readonly Opening[]> {
  if (documents.length === 0) return [];
  return db.$extendTables<DocumentTables>().selectFrom('documents.opening as o').innerJoin('documents.document as d', 'd.id', 'o.document_id')
    .select(['d.id as document', 'd.name', 'o.by_name as by', 'o.by_kind as byKind', 'o.agency', 'o.purpose', 'o.at'])
    .where('d.id', 'in', documents).orderBy('o.at', 'desc').orderBy('o.id', 'desc').limit(mostShown).execute();
}
