// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Instant, inTransaction } from '@motcua/db-kit';
import { newId, ok, type Result } from '@motcua/kernel';
import type { StorageFault } from '../model.ts';
import type { InkPicture, PictureKind } from '../pictures/model.ts';
import type { SignaturePicture } from '../signing/look.ts';
import { readDocument, storeDocument } from './documents.ts';
import type { DocumentStore } from './file-store.ts';

/** Whose picture: an officer, or a seal of the register of seals. */
export type PictureOwner = { readonly kind: PictureKind; readonly ref: string };

/** A picture in use, or one that was; `widthMm`: real width of a seal. */
export type PictureLine = {
  readonly id: string; readonly owner: PictureOwner; readonly documentId: string; readonly widthMm: number | null;
  readonly enteredBy: string; readonly enteredAt: string; readonly endedBy: string | null; readonly endedAt: string | null;
};

type PictureTables = {
  'documents.signature_picture': {
    id: string; owner_kind: PictureKind; owner_ref: string; document_id: string; width_px: number; height_px: number; width_mm: string | null;
    entered_by: string; entered_at: Instant; ended_by: string | null; ended_at: Instant | null;
  };
};

const tables = (db: Db) => db.$extendTables<PictureTables>();
const ownerOfFile = ({ kind, ref }: PictureOwner) => ({ ownerKind: 'signature-picture', ownerRef: `${kind}:${ref}` });

type Entered = { readonly owner: PictureOwner; readonly picture: InkPicture; readonly widthMm: number | null; readonly by: string; readonly at: Temporal.Instant };

/** Ends what an owner has in use. Answers whether there was something. */
async function endInUse(db: Db, owner: PictureOwner, { by, at }: Pick<Entered, 'by' | 'at'>): Promise<boolean> {
  const { numUpdatedRows } = await tables(db).updateTable('documents.signature_picture').set({ ended_by: by, ended_at: at.toString() })
    .where('owner_kind', '=', owner.kind).where('owner_ref', '=', owner.ref).where('ended_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Enters a picture; the one in use ends at that moment and stays in the list.
 *
 * @error storage-full, storage-unreachable - nothing was changed
 */
export async function enterSignaturePicture(db: Db, store: DocumentStore, { owner, picture, widthMm, by, at }: Entered): Promise<Result<string, StorageFault>> {
  const kept = await storeDocument(db, store, { ...ownerOfFile(owner), bytes: picture.png, name: 'hinh.png', mediaType: 'image/png', purpose: 'signature-picture', by, at });
  if (!kept.ok) return kept;
  const id = newId(at);
  await inTransaction(db, async (tx) => {
    await endInUse(tx, owner, { by, at });
    await tables(tx).insertInto('documents.signature_picture').values({
      id, owner_kind: owner.kind, owner_ref: owner.ref, document_id: kept.value.id, width_px: picture.width, height_px: picture.height, width_mm: widthMm === null ? null : String(widthMm), entered_by: by, entered_at: at.toString(), ended_by: null, ended_at: null,
    }).execute();
  });
  return ok(id);
}

/** Ends the picture an owner has in use: papers signed from then on show lines instead. False when there is none. */
export const endSignaturePicture = (db: Db, { owner, ...ending }: { readonly owner: PictureOwner } & Pick<Entered, 'by' | 'at'>): Promise<boolean> => endInUse(db, owner, ending);

/** The pictures of some owners of one kind, newest first, ended ones too. */
export async function signaturePicturesOf(db: Db, { kind, refs }: { readonly kind: PictureKind; readonly refs: readonly string[] }): Promise<readonly PictureLine[]> {
  if (refs.length === 0) return [];
  const rows = await tables(db).selectFrom('documents.signature_picture').select(['id', 'owner_kind', 'owner_ref', 'document_id', 'width_mm', 'entered_by', 'entered_at', 'ended_by', 'ended_at'])
    .where('owner_kind', '=', kind).where('owner_ref', 'in', refs).orderBy('entered_at', 'desc').orderBy('id', 'desc').limit(500).execute();
  return rows.map((row) => ({
    id: row.id, owner: { kind: row.owner_kind, ref: row.owner_ref }, documentId: row.document_id, widthMm: row.width_mm === null ? null : Number(row.width_mm), enteredBy: row.entered_by, enteredAt: row.entered_at.toString(), endedBy: row.ended_by, endedAt: row.ended_at?.toString() ?? null,
  }));
}

/** The picture a signature of this owner shows; undefined when none is in use. */
export async function signaturePictureOf(db: Db, store: DocumentStore, { kind, ref }: PictureOwner): Promise<SignaturePicture | undefined> {
  const row = await tables(db).selectFrom('documents.signature_picture').select(['document_id', 'width_px', 'height_px', 'width_mm']).where('owner_kind', '=', kind).where('owner_ref', '=', ref).where('ended_at', 'is', null).executeTakeFirst();
  const file = row === undefined ? undefined : await readDocument(db, store, row.document_id);
  return row === undefined || file === undefined ? undefined : { png: file.bytes, width: row.width_px, height: row.height_px, widthMm: row.width_mm === null ? null : Number(row.width_mm) };
}
