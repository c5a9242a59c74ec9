// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { newId, officeDay, ok, refuse, type Result } from '@motcua/kernel';
import type { DocumentMeta, DocumentOwner, OwnPaper, StorageFull, StoredDocument, Upload, UploadRefusal, UploadRule } from '../model.ts';
import { cleanFileName } from '../rules/file-name.ts';
import { uploadRuleOn } from '../rules/upload-rule.ts';
import { emptyFile, storageFull, tooLarge, typeRefusal, unreadable } from '../rules/upload-refusal.ts';
import type { DocumentStore, StagedFile, Staging } from './file-store.ts';
import { contentTypeOf } from './content-type.ts';
import type { DocumentTables } from './tables.ts';

type Described = DocumentOwner & {
  readonly name: string; readonly purpose: string; readonly by: string; readonly at: Temporal.Instant; readonly mediaType: string;
};

/** Keeps the bytes first, then says so: a row never points at a file that is not there. */
async function record(db: Db, file: StagedFile, described: Described): Promise<DocumentMeta> {
  const { ownerKind, ownerRef, name, purpose, by, at, mediaType } = described;
  const { sha256, size } = file;
  const id = newId(at);
  await file.keep();
  await inTransaction(db, async (tx) => {
    const tables = tx.$extendTables<DocumentTables>();
    await tables.insertInto('documents.file').values({ sha256, size, media_type: mediaType }).onConflict((conflict) => conflict.doNothing()).execute();
    await tables.insertInto('documents.document')
      .values({ id, sha256, name, owner_kind: ownerKind, owner_ref: ownerRef, purpose, uploaded_by: by, at: at.toString() })
      .execute();
  });
  return { id, sha256, size, mediaType, name, ownerKind, ownerRef, purpose, uploadedBy: by, at };
}

function stagingRefusal(staged: Exclude<Staging, { readonly outcome: 'staged' }>, { content }: Upload, { maxBytes }: UploadRule): UploadRefusal {
  if (staged.outcome === 'too-large') return tooLarge(content instanceof Uint8Array ? staged.size : null, maxBytes);
  return staged.outcome === 'broken' ? unreadable() : storageFull();
}

/**
 * Takes a file in (tải tệp lên): looks at its content, not at its name, and keeps it.
 *
 * @error upload-too-large - more bytes than the rule allows; reading stops there
 * @error upload-type-refused - a kind of file we do not take, or none we know
 * @error upload-type-mismatch - the content is another kind than the name says
 * @error upload-unreadable - the sender's stream broke off
 * @error storage-full - the disk is full; nothing was kept
 */
export async function acceptUpload(db: Db, store: DocumentStore, upload: Upload): Promise<Result<DocumentMeta, UploadRefusal>> {
  const rule = upload.rule ?? uploadRuleOn(officeDay(upload.at));
  const staged = await store.stage(upload.content, rule.maxBytes);
  if (staged.outcome !== 'staged') return refuse(stagingRefusal(staged, upload, rule));
  const { file } = staged;
  const name = cleanFileName(upload.name);
  const mediaType = file.size === 0 ? null : await contentTypeOf(file.path);
  const refused = file.size === 0 ? emptyFile() : typeRefusal({ name, mediaType }, rule);
  if (refused === null && mediaType !== null) return ok(await record(db, file, { ...upload, name, mediaType }));
  await file.discard();
  return refuse(refused ?? emptyFile());
}

/**
 * Stores a paper of our own making: a receipt, a slip, a result.
 *
 * @error storage-full - the disk is full; nothing was kept
 */
export async function storeDocument(db: Db, store: DocumentStore, paper: OwnPaper): Promise<Result<DocumentMeta, StorageFull>> {
  const staged = await store.stage(paper.bytes, Number.MAX_SAFE_INTEGER);
  if (staged.outcome !== 'staged') return refuse(storageFull());
  return ok(await record(db, staged.file, { ...paper, name: cleanFileName(paper.name) }));
}

const metas = (db: Db) =>
  db.$extendTables<DocumentTables>().selectFrom('documents.document as d').innerJoin('documents.file as f', 'f.sha256', 'd.sha256')
    .select(['d.id', 'd.sha256', 'd.name', 'd.owner_kind as ownerKind', 'd.owner_ref as ownerRef', 'd.purpose', 'd.uploaded_by as uploadedBy', 'd.at',
      'f.size', 'f.media_type as mediaType']);

/** The document with its bytes, checked against their address; undefined when there is none of that id. */
export async function readDocument(db: Db, store: DocumentStore, id: string): Promise<StoredDocument | undefined> {
  const row = await metas(db).where('d.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...row, size: Number(row.size), bytes: await store.read(row.sha256) };
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

/** Gives all documents of one owner to another (bản nháp thành hồ sơ); call it inside the act's transaction. Answers how many. */
export async function moveDocuments(tx: Db, from: DocumentOwner, to: DocumentOwner): Promise<number> {
  const moved = await tx.$extendTables<DocumentTables>().updateTable('documents.document')
    .set({ owner_kind: to.ownerKind, owner_ref: to.ownerRef })
    .where('owner_kind', '=', from.ownerKind).where('owner_ref', '=', from.ownerRef)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}
