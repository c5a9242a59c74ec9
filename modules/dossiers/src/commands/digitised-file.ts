// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { issueToken, qrSvg, readDocument, type ScannedPage, type StorageFault, storeDocument, twoLayers, verificationUrl } from '@motcua/documents';
import { ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';
import { signedPaper, signerOf } from '../papers/sign.ts';
import { doubtsOf, leastDpi } from '../rules/scan.ts';
import type { StoredScan } from '../store/scans.ts';
import type { Outcome, Situation } from './perform.ts';

/** A field of a form, as a person knows it, and how to mend it. */
type FieldToMend = { readonly path: string; readonly label: string; readonly text: string };

/** What is wrong with scans an officer compared with the paper: pages, dots, and a second scan where it bears notes. */
export function scanToMend({ pagesOnPaper, bearsNotes, withNotes }: { readonly pagesOnPaper: number; readonly bearsNotes: boolean; readonly withNotes: string | null }, scan: StoredScan, second: StoredScan | undefined): readonly FieldToMend[] {
  const scans = second === undefined ? [scan] : [scan, second];
  return [
    ...scans.flatMap(({ pages }, at) => (pages.length === pagesOnPaper ? [] : [{ path: at === 0 ? 'pagesOnPaper' : 'withNotes', label: 'Số trang', text: `Giấy có ${String(pagesOnPaper)} trang, bản quét có ${String(pages.length)} trang. Quét thêm hoặc quét lại.` }])),
    ...scans.flatMap(({ pages }) => pages.flatMap((page, at) => (doubtsOf(page).includes('too-few-dots') ? [{ path: 'scan', label: 'Độ phân giải', text: `Trang ${String(at + 1)} chỉ ${String(page.dpi)} dpi, cần ít nhất ${String(leastDpi)} dpi. Quét lại trang này.` }] : []))),
    ...(bearsNotes && (withNotes === null || second === undefined) ? [{ path: 'withNotes', label: 'Bản quét có ghi chú', text: 'Giấy có bút phê, ghi chú: quét hai lần, một bản che ghi chú và một bản có ghi chú.' }] : []),
  ];
}

async function pagesWithPictures(ctx: DossierContext, db: Db, { pages }: StoredScan): Promise<readonly ScannedPage[]> {
  return Promise.all(pages.map(async ({ documentId, ...page }) => ({ ...page, words: [...page.words], jpeg: (await readDocument(db, ctx.files, documentId))?.bytes ?? new Uint8Array() })));
}

/** A file made of a scan, as an event keeps it. */
export type Made = { readonly id: string; readonly name: string; readonly size: number; readonly mediaType: string; readonly sha256: string };
type Order = { readonly scan: StoredScan; readonly code: string; readonly kind: string; readonly title: string; readonly suffix: string };

/**
 * One PDF/A of two layers, signed by the officer who compared it.
 *
 * @error no-certificate, storage-full, storage-unreachable
 */
export async function digitisedFile(ctx: DossierContext, { tx, at, by, dossier }: Situation, { scan, code, kind: kindCode, title, suffix }: Order): Promise<Outcome<Made>> {
  const identity = await signerOf(ctx, tx, { kind: 'officer', ref: by.id, at });
  if (identity === undefined) return refuse({ code: 'no-certificate', who: by.name });
  const agency = (await findAgency(tx, dossier.agencies.receiving))?.name ?? dossier.agencies.receiving;
  const pages = await pagesWithPictures(ctx, tx, scan);
  const qr = qrSvg(verificationUrl(ctx.publicOrigin, issueToken(ctx.tokenKey, { k: 'digitised', c: dossier.code, d: { kind: kindCode }, iat: Math.floor(at.epochMilliseconds / 1000) })));
  const printed = await twoLayers(pages, { code, qr, title, agency, at });
  const [first] = pages;
  const width = first === undefined ? 595 : (first.width * 72) / first.dpi;
  const signed = await signedPaper(ctx, printed, { signer: identity, reason: 'Số hóa từ bản giấy, đã đối chiếu', at, isLast: true, appearance: { page: 1, x: width - 154, y: 14, width: 140, height: 40 } });
  if (!signed.ok) return signed;
  const name = `${code}${suffix}.pdf`;
  const stored = await storeDocument(tx, ctx.files, { ownerKind: 'dossier', ownerRef: dossier.id, bytes: signed.value, name, mediaType: 'application/pdf', purpose: 'digitised', by: by.name, at });
  if (!stored.ok) return refuse({ code: storageCode(stored.error) });
  const { id, size, mediaType } = stored.value;
  return ok({ id, name, size, mediaType, sha256: createHash('sha256').update(signed.value).digest('hex') });
}

const storageCode = ({ code }: StorageFault): StorageFault['code'] => code;
