// SPDX-License-Identifier: EUPL-1.2
import { type Db, type RawBuilder, sql } from '@motcua/db-kit';
import { officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { DocumentMeta, DocumentOwner, OwnPaper, StorageFault, StoredDocument, Upload, UploadRefusal, UploadRule } from '../model.ts';
import { inspectFile } from '../inspection/inspect.ts';
import { cleanFileName } from '../rules/file-name.ts';
import { uploadRuleOn } from '../rules/upload-rule.ts';
import { contentRefusal, emptyFile, infected, storageFull, storageUnreachable, tooLarge, typeRefusal, unreadable } from '../rules/upload-refusal.ts';
import type { DocumentStore, KeptFile, StagedFile, Staging } from './file-store.ts';
import { contentTypeOf } from './content-type.ts';
import { openedFileKey, openedOwnerKey, sealedFileKey, sealedOwnerKey, freshKey } from './keys.ts';
import { record } from './record.ts';
import type { DocumentTables } from './tables.ts';

function stagingRefusal(staged: Exclude<Staging, { readonly outcome: 'staged' }>, { content }: Upload, { maxBytes }: UploadRule): UploadRefusal {
  if (staged.outcome === 'too-large') return tooLarge(content instanceof Uint8Array ? staged.size : null, maxBytes);
  return staged.outcome === 'broken' ? unreadable() : storageFull();
}

/** What recording came to, as an answer. */
function settled(recorded: Awaited<ReturnType<typeof record>>): Result<DocumentMeta, StorageFault> {
  if (typeof recorded !== 'string') return ok(recorded);
  return refuse(recorded === 'full' ? storageFull() : storageUnreachable());
}

/**
 * Takes a file in (tải tệp lên): looks at its content, not at its name, and keeps it.
 *
 * @error upload-too-large - more bytes than the rule allows; reading stops there
 * @error upload-type-refused - a kind of file we do not take, or none we know
 * @error upload-type-mismatch - the content is another kind than the name says
 * @error upload-locked - a PDF under a password
 * @error upload-damaged - it does not open as what it is
 * @error upload-active - it runs something, carries files or fetches from outside
 * @error upload-too-many-pages - more pages than the rule allows
 * @error upload-image-too-large - more pixels than the rule allows
 * @error upload-bomb - it unpacks without end
 * @error upload-infected - the scanner found a virus
 * @error upload-unreadable - the sender's stream broke off
 * @error storage-full - the disk is full; nothing was kept
 * @error storage-unreachable - the store of files does not answer; nothing was kept
 */
export async function acceptUpload(db: Db, store: DocumentStore, upload: Upload): Promise<Result<DocumentMeta, UploadRefusal>> {
  const rule = upload.rule ?? uploadRuleOn(officeDay(upload.at));
  const staged = await store.stage(upload.content, rule.maxBytes);
  if (staged.outcome !== 'staged') return refuse(stagingRefusal(staged, upload, rule));
  const { file } = staged;
  const name = cleanFileName(upload.name);
  const mediaType = file.size === 0 ? null : await contentTypeOf(file.path);
  const refused = file.size === 0 ? emptyFile() : typeRefusal({ name, mediaType }, rule);
  if (refused === null && mediaType !== null) return lookedThrough(db, store, { file, upload: { ...upload, name, mediaType }, rule });
  await file.discard();
  return refuse(refused ?? emptyFile());
}

type Waiting = { readonly file: StagedFile; readonly upload: Upload & { readonly mediaType: string }; readonly rule: UploadRule };

/** Opens the content in quarantine: what is dangerous or broken is refused, pictures are written anew, the scanner is asked; then it is kept. */
async function lookedThrough(db: Db, store: DocumentStore, { file, upload, rule }: Waiting): Promise<Result<DocumentMeta, UploadRefusal>> {
  const found = await inspectFile(file.path, upload.mediaType, rule.limits);
  if ('fault' in found) {
    await file.discard();
    return refuse(contentRefusal(found.fault, rule.limits));
  }
  let kept = file;
  if (found.bytes !== null) {
    await file.discard();
    const staged = await store.stage(found.bytes, Number.MAX_SAFE_INTEGER);
    if (staged.outcome !== 'staged') return refuse(storageFull());
    kept = staged.file;
  }
  const scanned = await store.antivirus?.scan(kept.path) ?? null;
  if (scanned?.verdict === 'infected') {
    await kept.discard();
    return refuse(infected(scanned.name));
  }
  return settled(await record(db, store, kept, { ...upload, pages: found.pages, scanned }));
}

/**
 * Stores a paper of our own making: a receipt, a slip, a result.
 *
 * @error storage-full - the disk is full; nothing was kept
 * @error storage-unreachable - the store of files does not answer; nothing was kept
 */
export async function storeDocument(db: Db, store: DocumentStore, paper: OwnPaper): Promise<Result<DocumentMeta, StorageFault>> {
  const staged = await store.stage(paper.bytes, Number.MAX_SAFE_INTEGER);
  if (staged.outcome !== 'staged') return refuse(storageFull());
  return settled(await record(db, store, staged.file, { ...paper, name: cleanFileName(paper.name) }));
}

/** The newest version of a document its owner can open; a document no stamp was renewed of has none but its own. */
const newest = sql<string | null>`(select r.newer from documents.renewal r join documents.file_key k on k.sha256 = r.newer and k.owner_kind = d.owner_kind and k.owner_ref = d.owner_ref
  where r.sha256 = d.sha256 order by r.version desc limit 1)`;

/** Documents with the file of their newest version. */
const metas = (db: Db, version: RawBuilder<string> = sql<string>`coalesce(${newest}, d.sha256)`) =>
  db.$extendTables<DocumentTables>().selectFrom('documents.document as d').innerJoin('documents.file as f', (join) => join.on('f.sha256', '=', version))
    .select(['d.id', 'f.sha256', 'd.name', 'd.owner_kind as ownerKind', 'd.owner_ref as ownerRef', 'd.purpose', 'd.uploaded_by as uploadedBy', 'd.at',
      'f.size', 'f.media_type as mediaType']);

/** Where a document's bytes lie and the key that opens them. */
export async function keptFileOf(db: Db, store: DocumentStore, id: string, version?: string): Promise<{ readonly meta: DocumentMeta; readonly file: KeptFile } | undefined> {
  const asked = version === undefined ? undefined : sql<string>`(select v.sha256 from (select d.sha256 union all select r.newer from documents.renewal r where r.sha256 = d.sha256) v (sha256) where v.sha256 = ${version})`;
  const row = await metas(db, asked).where('d.id', '=', id)
    .leftJoin('documents.file_key as k', (join) => join.onRef('k.sha256', '=', 'f.sha256').onRef('k.owner_kind', '=', 'd.owner_kind').onRef('k.owner_ref', '=', 'd.owner_ref'))
    .leftJoin('documents.owner_key as o', (join) => join.onRef('o.owner_kind', '=', 'd.owner_kind').onRef('o.owner_ref', '=', 'd.owner_ref'))
    .select(['f.stored', 'k.sealed_key as fileKey', 'o.sealed_key as ownerKey', 'o.storage_generation as generation']).executeTakeFirst();
  if (row === undefined) return undefined;
  const { stored, fileKey, ownerKey, generation, ...about } = row;
  const meta = { ...about, size: Number(about.size) };
  if (stored === null || fileKey === null || ownerKey === null || generation === null) return { meta, file: { ...meta, sealed: null } };
  const holder = openedOwnerKey(await store.keys.storageKey(db, generation), meta, ownerKey);
  return { meta, file: { ...meta, sealed: { stored, key: openedFileKey(holder, meta.sha256, meta, fileKey) } } };
}

/**
 * The document with its bytes, checked against their address; undefined when there is none of that id.
 *
 * @param version - the hash of one of its versions; the newest when not said: time-stamps of a signed paper are renewed behind its end
 */
export async function readDocument(db: Db, store: DocumentStore, id: string, version?: string): Promise<StoredDocument | undefined> {
  const found = await keptFileOf(db, store, id, version);
  return found === undefined ? undefined : { ...found.meta, bytes: await store.read(found.file) };
}

/** All documents of an owner, oldest first. */
export async function documentsOf(db: Db, { ownerKind, ownerRef }: DocumentOwner): Promise<readonly DocumentMeta[]> {
  const rows = await metas(db).where('d.owner_kind', '=', ownerKind).where('d.owner_ref', '=', ownerRef).orderBy('d.at').orderBy('d.id').execute();
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** All documents of several owners of one kind, oldest first, in one question. */
export async function documentsOfEach(db: Db, { ownerKind, ownerRefs }: { readonly ownerKind: string; readonly ownerRefs: readonly string[] }): Promise<readonly DocumentMeta[]> {
  const rows = await metas(db).where('d.owner_kind', '=', ownerKind).where('d.owner_ref', 'in', ownerRefs).orderBy('d.at').orderBy('d.id').execute();
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/**
 * Gives all documents of one owner to another (bản nháp thành hồ sơ), with the keys to open them; call it inside the act's transaction. Answers how many.
 *
 * @param from - `only`: ids of those that are given; all when not said
 */
export async function moveDocuments(tx: Db, store: DocumentStore, from: DocumentOwner & { readonly only?: readonly string[] }, to: DocumentOwner): Promise<number> {
  const tables = tx.$extendTables<DocumentTables>();
  const held = await tables.selectFrom('documents.owner_key').select(['owner_kind as ownerKind', 'owner_ref as ownerRef', 'sealed_key as sealedKey', 'storage_generation as generation'])
    .where((where) => where.or([from, to].map(({ ownerKind, ownerRef }) => where.and([where('owner_kind', '=', ownerKind), where('owner_ref', '=', ownerRef)])))).execute();
  const keyOf = async (owner: DocumentOwner): Promise<Buffer | null> => {
    const row = held.find(({ ownerKind, ownerRef }) => ownerKind === owner.ownerKind && ownerRef === owner.ownerRef);
    return row === undefined ? null : openedOwnerKey(await store.keys.storageKey(tx, row.generation), owner, row.sealedKey);
  };
  const giving = await keyOf(from);
  const given = from.only === undefined ? sql<boolean>`true` : sql<boolean>`documents.document.id = any(${[...from.only]}::uuid[])`;
  const ofGiven = from.only === undefined ? sql<boolean>`true` : sql<boolean>`documents.file_key.sha256 in (select d.sha256 from documents.document d where d.id = any(${[...from.only]}::uuid[]))`;
  if (giving !== null) {
    const taking = await keyOf(to) ?? await newOwnerKey(tx, store, to);
    const keys = await tables.selectFrom('documents.file_key').select(['sha256', 'sealed_key']).where('owner_kind', '=', from.ownerKind).where('owner_ref', '=', from.ownerRef)
      .where(ofGiven).execute();
    if (keys.length > 0) {
      await tables.insertInto('documents.file_key').values(keys.map(({ sha256, sealed_key: text }) => ({
        sha256, owner_kind: to.ownerKind, owner_ref: to.ownerRef, sealed_key: sealedFileKey(taking, sha256, to, openedFileKey(giving, sha256, from, text)),
      }))).onConflict((conflict) => conflict.doNothing()).execute();
    }
  }
  const moved = await tables.updateTable('documents.document')
    .set({ owner_kind: to.ownerKind, owner_ref: to.ownerRef })
    .where('owner_kind', '=', from.ownerKind).where('owner_ref', '=', from.ownerRef).where(given)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}

async function newOwnerKey(tx: Db, store: DocumentStore, owner: DocumentOwner): Promise<Buffer> {
  const storage = await store.keys.storageKey(tx);
  const key = freshKey();
  await tx.$extendTables<DocumentTables>().insertInto('documents.owner_key').values({
    owner_kind: owner.ownerKind, owner_ref: owner.ownerRef, storage_generation: storage.generation, sealed_key: sealedOwnerKey(storage, owner, key),
  }).execute();
  return key;
}
