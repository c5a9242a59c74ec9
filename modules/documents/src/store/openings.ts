// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
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

/** What a reader sees of a document: a copy made for this opening; null: nothing may be shown. */
export type Shown = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string };

type Asked = {
  readonly id: string; readonly by: Reader; readonly purpose: string; readonly at: Temporal.Instant;
  /** The hash of one of its versions; the newest when not said. */
  readonly version?: string | undefined;
  /** Makes the copy that is shown instead of the original; its digest is kept with the opening. Absent: the original is shown. */
  readonly show?: ((document: StoredDocument) => Promise<Shown | null>) | undefined;
};

/**
 * Opens a document for a person (mở giấy tờ) and says so in the log its owner reads. Nobody opens without a purpose.
 *
 * @error document-unknown - there is none of that id, or no such version of it
 * @error document-not-shown - the copy this reader would see cannot be made
 * @error document-quarantined - it was not looked through for viruses yet, or one was found
 */
export async function openDocument(db: Db, store: DocumentStore, { id, by, purpose, at, version, show }: Asked): Promise<Result<StoredDocument, { readonly code: 'document-unknown' | 'document-quarantined' | 'document-not-shown' }>> {
  const tables = db.$extendTables<DocumentTables>();
  const held = await tables.selectFrom('documents.document as d').innerJoin('documents.quarantine as q', 'q.sha256', 'd.sha256').select('q.state').where('d.id', '=', id).executeTakeFirst();
  if (held !== undefined) return refuse({ code: 'document-quarantined' });
  const document = await readDocument(db, store, id, version);
  if (document === undefined) return refuse({ code: 'document-unknown' });
  const shown = await show?.(document);
  if (shown === null) return refuse({ code: 'document-not-shown' });
  const digest = shown === undefined ? null : createHash('sha256').update(shown.bytes).digest('hex');
  await tables.insertInto('documents.opening').values({ id: newId(at), document_id: id, by_kind: by.kind, by_ref: by.ref, by_name: by.name, agency: by.agency, purpose, at: at.toString(), shown_sha256: digest }).execute();
  return ok({ ...document, ...shown });
}

const mostShown = 500;

/** Who opened some documents, newest first. @param documents - ids */
export async function openingsOf(db: Db, documents: readonly string[]): Promise<readonly Opening[]> {
  if (documents.length === 0) return [];
  return db.$extendTables<DocumentTables>().selectFrom('documents.opening as o').innerJoin('documents.document as d', 'd.id', 'o.document_id')
    .select(['d.id as document', 'd.name', 'o.by_name as by', 'o.by_kind as byKind', 'o.agency', 'o.purpose', 'o.at'])
    .where('d.id', 'in', documents).orderBy('o.at', 'desc').orderBy('o.id', 'desc').limit(mostShown).execute();
}
