// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import { paperKinds } from '@motcua/catalogue';
import { inTransaction } from '@motcua/db-kit';
import { acceptUpload, openDocument, storeDocument } from '@motcua/documents';
import { type Citizen, newId, officeDay, ok, refuse } from '@motcua/kernel';
import { enterPapers, isHeldByState, nextUploadCode, papersById, papersOf } from '@motcua/vault';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { Draft, DraftFile, OwnUpload } from '../contract.ts';
import { aboutToMend } from '../rules/scan.ts';
import { attachToDraft } from './draft.ts';
import type { Outcome } from './perform.ts';
import { vaultFor } from './vault-for.ts';

const mostUploads = 100;

type File = { readonly content: Readable; readonly name: string; readonly declaredType: string };
type Uploading = { readonly who: Citizen; readonly about: z.infer<typeof OwnUpload>; readonly file: File };

const mend = (path: string, label: string, text: string) => refuse({ code: 'fields-to-mend', fields: [{ path, label, text }] } as const);

/**
 * Tự tải giấy lên kho: a paper its owner has, of a kind of the standard list, with what it says of itself. Nobody compared it with the paper, so it says so wherever it is shown and is never counted as held by the state.
 *
 * @error fields-to-mend - also with the words of what the file is refused for; storage-full, storage-unreachable
 */
export async function uploadToVault(ctx: DossierContext, { who, about: { organisation, ...about }, file }: Uploading): Promise<Outcome<string>> {
  const at = ctx.clock.now();
  const day = officeDay(at).toString();
  const owner = await vaultFor(ctx.db, { who, applicant: organisation === undefined ? { kind: 'person', personalId: who.personalId } : { kind: 'organisation', personalId: organisation }, day });
  if (owner === null) return mend('organisation', 'Tổ chức', 'Tài khoản này không còn đại diện tổ chức. Chọn kho của chính ông/bà.');
  const kind = (await paperKinds(ctx.db)).find(({ code, retired }) => code === about.kind && !retired);
  if (kind === undefined) return mend('kind', 'Loại giấy', 'Chọn loại giấy trong danh sách.');
  const days = aboutToMend({ issuedOn: about.issuedOn ?? null, validUntil: about.validUntil ?? null }, { months: null, today: day });
  if (days.length > 0) return refuse({ code: 'fields-to-mend', fields: days.map(({ path, ...words }) => ({ ...words, path: path.replace('about.', '') })) });
  if ((await papersOf(ctx.db, owner)).filter((paper) => !isHeldByState(paper)).length >= mostUploads) return mend('file', 'Tệp', `Kho giữ nhiều nhất ${String(mostUploads)} giấy tự tải lên. Bỏ bớt giấy không dùng.`);
  const taken = await acceptUpload(ctx.db, ctx.files, { ...file, purpose: 'own-upload', by: who.name, at, ownerKind: owner.kind, ownerRef: owner.ref });
  if (!taken.ok) return taken.error.code === 'storage-full' || taken.error.code === 'storage-unreachable' ? refuse({ code: taken.error.code }) : mend('file', 'Tệp', taken.error.text);
  const id = newId(at);
  await inTransaction(ctx.db, async (tx) => enterPapers(tx, [{
    id, code: await nextUploadCode(tx, owner), owner, kind: kind.code, name: kind.name, origin: 'own-upload', documentId: taken.value.id, dossier: null, agency: null,
    ...(about.issuer === undefined ? {} : { issuer: about.issuer }), number: about.number ?? null, issuedOn: about.issuedOn ?? null, validUntil: about.validUntil ?? null, by: who.name, at: at.toString(),
  }]));
  return ok(id);
}

/**
 * Dùng giấy tự tải lên cho một thành phần của bản soạn: the file is opened once, logged, and lies in the draft like one just uploaded.
 *
 * @error fields-to-mend - it is not in a vault this citizen may use
 */
export async function attachOwnUpload(ctx: DossierContext, { who, draft, entry, paperNo }: { readonly who: Citizen; readonly draft: Draft; readonly entry: string; readonly paperNo: number }): Promise<Outcome<z.infer<typeof DraftFile>>> {
  const at = ctx.clock.now();
  const [paper] = await papersById(ctx.db, [entry]);
  const owner = paper === undefined ? null : await vaultFor(ctx.db, { who, applicant: { kind: paper.owner.kind, personalId: paper.owner.ref }, day: officeDay(at).toString() });
  if (paper === undefined || owner === null || isHeldByState(paper)) return mend('entry', 'Giấy tự tải lên', 'Kho không còn giấy này. Chọn giấy khác hoặc tải tệp lên.');
  const opened = await openDocument(ctx.db, ctx.files, { id: paper.documentId, by: { kind: 'citizen', ref: who.id, name: who.name, agency: null }, purpose: 'own', at });
  if (!opened.ok) return opened.error.code === 'document-unknown' ? mend('entry', 'Giấy tự tải lên', 'Không mở được tệp của giấy này. Tải tệp lên lại.') : refuse({ code: opened.error.code });
  const { bytes, name, mediaType } = opened.value;
  const kept = await storeDocument(ctx.db, ctx.files, { ownerKind: 'draft', ownerRef: draft.id, bytes, name, mediaType, purpose: 'component', by: who.name, at });
  if (!kept.ok) return refuse({ code: kept.error.code });
  await attachToDraft(ctx.db, { draft: draft.id, document: kept.value.id, paperNo });
  return ok({ id: kept.value.id, paperNo, name: kept.value.name, size: kept.value.size, mediaType: kept.value.mediaType });
}
