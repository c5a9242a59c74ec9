// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { digitisedPaper, readDocument, type ScannedPage, type StorageFault, storeDocument } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import { signedPaper, signerOf } from '../papers/sign.ts';
import type { StoredScan } from '../store/scans.ts';
import type { Outcome, Situation } from './perform.ts';

async function pagesWithPictures(ctx: DossierContext, db: Db, { pages }: StoredScan): Promise<readonly ScannedPage[]> {
  return Promise.all(pages.map(async ({ documentId, ...page }) => ({ ...page, words: [...page.words], jpeg: (await readDocument(db, ctx.files, documentId))?.bytes ?? new Uint8Array() })));
}

/** A file made of a scan, as an event keeps it. */
export type Made = { readonly id: string; readonly name: string; readonly size: number; readonly mediaType: string; readonly sha256: string };
type Order = { readonly scan: StoredScan; readonly code: string; readonly title: string; readonly suffix: string };

/**
 * One PDF/A of two layers, signed by the officer who compared it.
 *
 * @error no-certificate, storage-full, storage-unreachable
 */
export async function digitisedFile(ctx: DossierContext, { tx, at, by, dossier }: Situation, { scan, code, title, suffix }: Order): Promise<Outcome<Made>> {
  const identity = await signerOf(ctx, tx, { kind: 'officer', ref: by.id, at });
  if (identity === undefined) return refuse({ code: 'no-certificate', who: by.name });
  const agency = (await findAgency(tx, dossier.agencies.receiving))?.name ?? dossier.agencies.receiving;
  const pages = await pagesWithPictures(ctx, tx, scan);
  const { pdf, ...seen } = await digitisedPaper(pages, { ...ctx, code, subject: dossier.code, procedure: dossier.procedure.code, owner: dossier.applicant.personalId, title, agency, at });
  const signed = await signedPaper(ctx, pdf, { signer: identity, reason: 'Số hóa từ bản giấy, đã đối chiếu', at, isLast: true, ...seen });
  if (!signed.ok) return signed;
  const name = `${code}${suffix}.pdf`;
  const stored = await storeDocument(tx, ctx.files, { ownerKind: 'dossier', ownerRef: dossier.id, bytes: signed.value, name, mediaType: 'application/pdf', purpose: 'digitised', by: by.name, at });
  if (!stored.ok) return refuse({ code: storageCode(stored.error) });
  const { id, size, mediaType } = stored.value;
  return ok({ id, name, size, mediaType, sha256: createHash('sha256').update(signed.value).digest('hex') });
}

const storageCode = ({ code }: StorageFault): StorageFault['code'] => code;
