// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import { newId, ok, refuse, type Result } from '@motcua/kernel';
import type { DocumentMeta, StoredDocument } from '../model.ts';
import type { ByteRange } from './blobs.ts';
import { keptFileOf, readDocument } from './documents.ts';
import type { DocumentStore, KeptFile } from './file-store.ts';
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
  /** The reader goes on with what he opened a moment ago: no opening of its own. */
  readonly isFurther?: boolean | undefined;
};

type OpeningRefusal = { readonly code: 'document-unknown' | 'document-quarantined' | 'document-not-shown' };

/** Whether a document waits for the virus scanner, or carries a virus: nobody may open it. */
export const isQuarantined = async (db: Db, id: string): Promise<boolean> =>
  await db.$extendTables<DocumentTables>().selectFrom('documents.document as d').innerJoin('documents.quarantine as q', 'q.sha256', 'd.sha256').select('q.state').where('d.id', '=', id).executeTakeFirst() !== undefined;

async function log(db: Db, { id, by, purpose, at }: Asked, digest: string | null): Promise<void> {
  await db.$extendTables<DocumentTables>().insertInto('documents.opening').values({ id: newId(at), document_id: id, by_kind: by.kind, by_ref: by.ref, by_name: by.name, agency: by.agency, purpose, at: at.toString(), shown_sha256: digest }).execute();
}

/** For how long further parts belong to an opening; minutes. */
const goesOnFor = 10;

/** Whether the same reader opened the same document for the same purpose a moment ago. */
async function wasOpened(db: Db, { id, by, purpose, at }: Asked): Promise<boolean> {
  const since = at.subtract({ minutes: goesOnFor }).toString();
  return await db.$extendTables<DocumentTables>().selectFrom('documents.opening').select('id').where('document_id', '=', id).where('by_kind', '=', by.kind).where('by_ref', '=', by.ref).where('purpose', '=', purpose)
    .where(sql<boolean>`at >= ${since}::timestamptz`).limit(1).executeTakeFirst() !== undefined;
}

/**
 * Opens a document for a person (mở giấy tờ) and says so in the log its owner reads. Nobody opens without a purpose.
 *
 * @error document-unknown - there is none of that id, or no such version of it
 * @error document-not-shown - the copy this reader would see cannot be made
 * @error document-quarantined - it was not looked through for viruses yet, or one was found
 */
export async function openDocument(db: Db, store: DocumentStore, asked: Asked): Promise<Result<StoredDocument, OpeningRefusal>> {
  const { id, version, show } = asked;
  if (await isQuarantined(db, id)) return refuse({ code: 'document-quarantined' });
  const document = await readDocument(db, store, id, version);
  if (document === undefined) return refuse({ code: 'document-unknown' });
  const shown = await show?.(document);
  if (shown === null) return refuse({ code: 'document-not-shown' });
  if (asked.isFurther === true && await wasOpened(db, asked)) return ok({ ...document, ...shown });
  const digest = shown === undefined ? null : createHash('sha256').update(shown.bytes).digest('hex');
  await log(db, asked, digest);
  return ok({ ...document, ...shown });
}

/** A document open for reading: what it is, and its bytes as they are asked for. */
export type OpenedInParts = DocumentMeta & { readonly part: (range: ByteRange) => AsyncIterable<Uint8Array> };

/** How much is decrypted at once: little at first, so that the first page is there soon; bytes. */
const [firstBytes, nextBytes] = [262_144, 1_048_576];

async function* inPieces(store: DocumentStore, file: KeptFile, { from, to }: ByteRange): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to;) {
    const end = Math.min(at + (at === from ? firstBytes : nextBytes), to);
    yield await store.readPart(file, { from: at, to: end });
    at = end;
  }
}

/**
 * The same for a reader that takes a document in parts: each segment is checked by its tag as it is read. A further part of what was opened a moment ago is no opening of its own.
 *
 * @error document-unknown, document-quarantined
 */
export async function openInParts(db: Db, store: DocumentStore, asked: Omit<Asked, 'show'>): Promise<Result<OpenedInParts, OpeningRefusal>> {
  if (await isQuarantined(db, asked.id)) return refuse({ code: 'document-quarantined' });
  const found = await keptFileOf(db, store, asked.id, asked.version);
  if (found === undefined) return refuse({ code: 'document-unknown' });
  if (asked.isFurther !== true || !await wasOpened(db, asked)) await log(db, asked, null);
  return ok({ ...found.meta, part: (range) => inPieces(store, found.file, range) });
}

const mostShown = 500;

/** Who opened documents of some owners of one kind, newest first; `owner` is the reference of the owner. */
export async function openingsOfOwners(db: Db, { kind, refs }: { readonly kind: string; readonly refs: readonly string[] }): Promise<readonly (Opening & { readonly owner: string })[]> {
  if (refs.length === 0) return [];
  return db.$extendTables<DocumentTables>().selectFrom('documents.opening as o').innerJoin('documents.document as d', 'd.id', 'o.document_id')
    .select(['d.id as document', 'd.owner_ref as owner', 'd.name', 'o.by_name as by', 'o.by_kind as byKind', 'o.agency', 'o.purpose', 'o.at'])
    .where('d.owner_kind', '=', kind).where('d.owner_ref', 'in', refs).orderBy('o.at', 'desc').orderBy('o.id', 'desc').limit(mostShown).execute();
}

/** Who opened some documents, newest first. @param documents - ids */
export async function openingsOf(db: Db, documents: readonly string[]): Promise<readonly Opening[]> {
  if (documents.length === 0) return [];
  return db.$extendTables<DocumentTables>().selectFrom('documents.opening as o').innerJoin('documents.document as d', 'd.id', 'o.document_id')
    .select(['d.id as document', 'd.name', 'o.by_name as by', 'o.by_kind as byKind', 'o.agency', 'o.purpose', 'o.at'])
    .where('d.id', 'in', documents).orderBy('o.at', 'desc').orderBy('o.id', 'desc').limit(mostShown).execute();
}
