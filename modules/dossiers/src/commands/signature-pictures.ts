// SPDX-License-Identifier: EUPL-1.2
import { type PictureOwner, type StoredDocument, endSignaturePicture, enterSignaturePicture, inkPicture, openDocument, signaturePicturesOf } from '@motcua/documents';
import { type Officer, officeDay, ok, refuse } from '@motcua/kernel';
import { mayKeepSeal, registeredSeal } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import type { SignaturePictures } from '../contract/signature-pictures.ts';
import type { Outcome } from './perform.ts';

/** Whose picture an officer asks about: his own (null), or that of a seal. */
type Asked = { readonly officer: Officer; readonly seal: string | null };

/**
 * The owner of a picture an officer may see, enter and end: himself, or a seal he keeps or enters in the register.
 *
 * @error no-such-row, seal-refused
 */
async function ownerFor(ctx: DossierContext, { officer, seal }: Asked): Promise<Outcome<PictureOwner>> {
  if (seal === null) return ok({ kind: 'officer', ref: officer.id });
  const known = await registeredSeal(ctx.db, seal, officeDay(ctx.clock.now()).toString());
  if (known === undefined) return refuse({ code: 'no-such-row' });
  return mayKeepSeal(officer, known) ? ok({ kind: 'seal', ref: seal }) : refuse({ code: 'seal-refused', reason: 'custodian', who: known.custodian.name });
}

/** The pictures of an owner, newest first. */
export async function picturesFor(ctx: DossierContext, asked: Asked): Promise<Outcome<SignaturePictures>> {
  const owner = await ownerFor(ctx, asked);
  if (!owner.ok) return owner;
  const lines = await signaturePicturesOf(ctx.db, { kind: owner.value.kind, refs: [owner.value.ref] });
  return ok({ pictures: lines.map(({ owner: _owner, documentId: _documentId, ...line }) => line) });
}

/**
 * Ghi hình chữ ký, hình con dấu: what papers show of a signature from now on; the picture before ends and stays in the list.
 *
 * @error fields-to-mend - what is wrong with the picture and what to do
 * @error no-such-row, seal-refused - not this officer's
 * @legal nd-30-2020/digital-signature
 */
export async function enterPicture(ctx: DossierContext, { bytes, widthMm, ...asked }: Asked & { readonly bytes: Uint8Array; readonly widthMm: number | null }): Promise<Outcome<{ readonly id: string }>> {
  const owner = await ownerFor(ctx, asked);
  if (!owner.ok) return owner;
  const picture = await inkPicture(owner.value.kind, bytes);
  if (!picture.ok) return refuse({ code: 'fields-to-mend', fields: [{ path: 'file', label: 'Tệp ảnh', text: picture.error }] });
  const entered = await enterSignaturePicture(ctx.db, ctx.files, { owner: owner.value, picture: picture.value, widthMm, by: asked.officer.name, at: ctx.clock.now() });
  return entered.ok ? ok({ id: entered.value }) : refuse({ code: entered.error.code });
}

/** Thôi dùng hình: papers signed from now on show lines instead. */
export async function endPicture(ctx: DossierContext, asked: Asked): Promise<Outcome<null>> {
  const owner = await ownerFor(ctx, asked);
  if (!owner.ok) return owner;
  const ended = await endSignaturePicture(ctx.db, { owner: owner.value, by: asked.officer.name, at: ctx.clock.now() });
  return ended ? ok(null) : refuse({ code: 'no-such-row' });
}

/** One picture to look at; the look is written down. */
export async function openPicture(ctx: DossierContext, { id, ...asked }: Asked & { readonly id: string }): Promise<Outcome<StoredDocument>> {
  const owner = await ownerFor(ctx, asked);
  if (!owner.ok) return owner;
  const line = (await signaturePicturesOf(ctx.db, { kind: owner.value.kind, refs: [owner.value.ref] })).find((one) => one.id === id);
  if (line === undefined) return refuse({ code: 'no-such-row' });
  const { officer } = asked;
  const opened = await openDocument(ctx.db, ctx.files, { id: line.documentId, by: { kind: 'officer', ref: officer.id, name: officer.name, agency: officer.postings[0]?.agency ?? null }, purpose: 'signature-picture', at: ctx.clock.now() });
  return opened.ok ? opened : refuse({ code: 'no-such-row' });
}
