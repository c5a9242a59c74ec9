// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import type { ScanVerdict } from '../inspection/antivirus.ts';
import type { DocumentMeta, DocumentOwner } from '../model.ts';
import type { DocumentStore, Keeping, StagedFile } from './file-store.ts';
import { freshKey, openedFileKey, openedOwnerKey, sealedFileKey, sealedOwnerKey, type StorageKey } from './keys.ts';

/** A document to be recorded: everything but its bytes. */
export type Described = DocumentOwner & {
  readonly name: string; readonly purpose: string; readonly by: string; readonly at: Temporal.Instant; readonly mediaType: string;
  /** Pages of a PDF, when they were counted. */
  readonly pages?: number | null;
  /** What the scanner said of a file from outside; a file it could not be asked about waits in quarantine. */
  readonly scanned?: ScanVerdict | null;
};

type KnownKey = { readonly ownerKind: string; readonly ownerRef: string; readonly fileKey: Buffer; readonly ownerKey: Buffer; readonly generation: number };
type Known = { readonly isThere: boolean; readonly stored: string | null; readonly key: KnownKey | null; readonly own: { readonly sealedKey: Buffer; readonly generation: number; readonly hasFile: boolean } | null };

/** What is there already: the content, under anybody's key, and the owner's own key. One question. */
async function knownOf(db: Db, sha256: string, { ownerKind, ownerRef }: DocumentOwner): Promise<Known> {
  const { rows: [row] } = await sql<{
    readonly is_there: boolean; readonly stored: string | null; readonly owner_kind: string | null; readonly owner_ref: string | null; readonly file_key: Buffer | null; readonly owner_key: Buffer | null;
    readonly generation: number | null; readonly own_key: Buffer | null; readonly own_generation: number | null; readonly own_has_file: boolean;
  }>`
    select f.sha256 is not null as is_there, f.stored, k.owner_kind, k.owner_ref, k.sealed_key as file_key, o.sealed_key as owner_key, o.storage_generation as generation,
      own.sealed_key as own_key, own.storage_generation as own_generation,
      exists (select 1 from documents.file_key mine where mine.sha256 = ${sha256} and mine.owner_kind = ${ownerKind} and mine.owner_ref = ${ownerRef}) as own_has_file
    from (select 1) as one
    left join documents.file f on f.sha256 = ${sha256}
    left join lateral (select * from documents.file_key any_key where any_key.sha256 = f.sha256 limit 1) k on true
    left join documents.owner_key o on o.owner_kind = k.owner_kind and o.owner_ref = k.owner_ref
    left join documents.owner_key own on own.owner_kind = ${ownerKind} and own.owner_ref = ${ownerRef}`.execute(db);
  if (row === undefined) throw new Error('no answer');
  const key = row.owner_kind === null || row.owner_ref === null || row.file_key === null || row.owner_key === null || row.generation === null ? null
    : { ownerKind: row.owner_kind, ownerRef: row.owner_ref, fileKey: row.file_key, ownerKey: row.owner_key, generation: row.generation };
  const own = row.own_key === null || row.own_generation === null ? null : { sealedKey: row.own_key, generation: row.own_generation, hasFile: row.own_has_file };
  return { isThere: row.is_there, stored: row.stored, key, own };
}

type Bench = { readonly db: Db; readonly store: DocumentStore };

const ownerKeyFrom = async ({ db, store }: Bench, owner: DocumentOwner, sealedKey: Uint8Array, generation: number): Promise<Buffer> =>
  openedOwnerKey(await store.keys.storageKey(db, generation), owner, sealedKey);

/** The key and address of a content: those it has, or new ones with the bytes encrypted and kept. */
async function contentOf(bench: Bench, file: StagedFile, { isThere, stored, key }: Known): Promise<Keeping & { readonly fileKey: Buffer; readonly isNew: boolean }> {
  if (isThere && stored !== null && key !== null) {
    const holder = await ownerKeyFrom(bench, key, key.ownerKey, key.generation);
    return { outcome: 'kept', stored, fileKey: openedFileKey(holder, file.sha256, key, key.fileKey), isNew: false };
  }
  const fileKey = freshKey();
  return { ...await bench.store.keep(file, fileKey), fileKey, isNew: true };
}

type Entry = {
  readonly id: string; readonly file: StagedFile; readonly described: Described; readonly known: Known; readonly newFile: string | null;
  readonly newOwnerKey: { readonly sealedKey: Buffer; readonly generation: number } | null; readonly newFileKey: Buffer | null;
};

/** Writes everything in one statement, or nothing when somebody else was faster with a key or the content. */
async function enter(db: Db, { id, file, described, known: { isThere, stored: replaced }, newFile, newOwnerKey, newFileKey }: Entry): Promise<boolean> {
  const { ownerKind, ownerRef, name, purpose, by, at, mediaType, pages = null, scanned = null } = described;
  const { rows } = await sql`
    with file as (
      insert into documents.file as kept (sha256, size, media_type, stored, pages, scanned_at)
      select ${file.sha256}, ${file.size}::bigint, ${mediaType}, ${newFile}, ${pages}::int, ${scanned?.verdict === 'clean' ? at.toString() : null}::timestamptz where ${newFile}::text is not null
      on conflict (sha256) do update set stored = excluded.stored where kept.stored is not distinct from ${replaced}::text and ${isThere}::boolean returning 1),
    owner_key as (
      insert into documents.owner_key (owner_kind, owner_ref, storage_generation, sealed_key)
      select ${ownerKind}, ${ownerRef}, ${newOwnerKey?.generation ?? null}::int, ${newOwnerKey?.sealedKey ?? null}::bytea
      where ${newOwnerKey !== null}::boolean and (${newFile}::text is null or exists (select 1 from file)) on conflict do nothing returning 1),
    allowed as (select 1 where (${newFile}::text is null or exists (select 1 from file)) and (${newOwnerKey === null}::boolean or exists (select 1 from owner_key))),
    file_key as (
      insert into documents.file_key (sha256, owner_kind, owner_ref, sealed_key)
      select ${file.sha256}, ${ownerKind}, ${ownerRef}, ${newFileKey}::bytea from allowed where ${newFileKey !== null}::boolean on conflict do nothing)${scanned?.verdict === 'unknown' ? sql`, waiting as (insert into documents.quarantine (sha256, state, finding, since)
      select ${file.sha256}, 'waiting', ${scanned.why}, ${at.toString()}::timestamptz from allowed on conflict do nothing)` : sql``}
    insert into documents.document (id, sha256, name, owner_kind, owner_ref, purpose, uploaded_by, at)
    select ${id}::uuid, ${file.sha256}, ${name}, ${ownerKind}, ${ownerRef}, ${purpose}, ${by}, ${at.toString()}::timestamptz from allowed
    returning id`.execute(db);
  return rows.length > 0;
}

const attempts = 4;

/**
 * Keeps the bytes first, then says so: a row never points at a file that is not there. The staged file is discarded.
 *
 * @returns null with the reason when the store could not keep the bytes
 */
export async function record(db: Db, store: DocumentStore, file: StagedFile, described: Described): Promise<DocumentMeta | Exclude<Keeping['outcome'], 'kept'>> {
  const bench = { db, store };
  const { ownerKind, ownerRef, name, purpose, by, at, mediaType } = described;
  const id = newId(at);
  try {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const known = await knownOf(db, file.sha256, described);
      const content = await contentOf(bench, file, known);
      if (content.outcome !== 'kept') return content.outcome;
      const storage: StorageKey | null = known.own === null ? await store.keys.storageKey(db) : null;
      const ownerKey = known.own === null ? freshKey() : await ownerKeyFrom(bench, described, known.own.sealedKey, known.own.generation);
      const entered = await enter(db, {
        id, file, described, known, newFile: content.isNew ? content.stored : null,
        newOwnerKey: storage === null ? null : { sealedKey: sealedOwnerKey(storage, described, ownerKey), generation: storage.generation },
        newFileKey: known.own?.hasFile === true && !content.isNew ? null : sealedFileKey(ownerKey, file.sha256, described, content.fileKey),
      });
      if (entered) return { id, sha256: file.sha256, size: file.size, mediaType, name, ownerKind, ownerRef, purpose, uploadedBy: by, at };
      if (content.isNew) await store.blobs.remove(content.stored);
    }
    throw new Error('a document could not be recorded: its keys change too often');
  } finally {
    await file.discard();
  }
}
