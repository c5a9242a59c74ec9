// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { paperKinds } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { issueToken, qrSvg, readDocument, scanPages, type ScannedPage, signingIdentityOf, type StorageFault, storeDocument, twoLayers, verificationUrl } from '@motcua/documents';
import { type Officer, officeDay, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { validUntilOf } from '@motcua/vault';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import type { Digitised } from '../contract/digitising.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import type { AboutPaper, DigitisedPaper, Dossier } from '../model.ts';
import { signedPaper } from '../papers/sign.ts';
import { aboutToMend, doubtsOf, leastDpi } from '../rules/scan.ts';
import { digitisingFeeOn } from '../store/digitising-rules.ts';
import { addScanPages, findScan, type StoredScan } from '../store/scans.ts';
import { digitisedKind, digitisedCode } from '../views/scans.ts';
import { digitisedLater } from './digitised-into-vault.ts';
import { type Asked, type Outcome, perform, type Situation } from './perform.ts';
import { signingOutside } from './sign-outside.ts';

const ownerOf = ({ id }: Dossier): { readonly ownerKind: string; readonly ownerRef: string } => ({ ownerKind: 'dossier', ownerRef: id });

type Picture = { readonly scan: StoredScan; readonly path: string; readonly officer: Officer };

/**
 * Takes a picture, a TIFF of several pages or a PDF from a scanner: straightened, read, each page kept.
 *
 * @error scan-unreadable - it is no picture the reader can open
 */
export async function addToScan(ctx: DossierContext, db: Db, dossier: Dossier, { scan, path, officer }: Picture): Promise<Outcome<number>> {
  const read = await scanPages([path]);
  if (!read.ok) return refuse({ code: 'scan-unreadable' });
  const kept: (Omit<ScannedPage, 'jpeg'> & { readonly documentId: string })[] = [];
  for (const [index, { jpeg, ...page }] of read.value.entries()) {
    const stored = await storeDocument(db, ctx.files, {
      ...ownerOf(dossier), bytes: jpeg, name: `quet-${String(scan.paperNo)}-${String(scan.pages.length + index + 1)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: officer.name, at: ctx.clock.now(),
    });
    if (!stored.ok) return refuse({ code: stored.error.code });
    kept.push({ ...page, documentId: stored.value.id });
  }
  await addScanPages(db, scan, kept);
  return ok(kept.length);
}

type Body = Omit<z.infer<typeof Digitised>, 'clientKey' | 'version'>;
type Field = { readonly path: string; readonly label: string; readonly text: string };

/** What is wrong with what the officer compared. */
function fieldsToMend({ pagesOnPaper, bearsNotes, withNotes }: Body, scan: StoredScan, second: StoredScan | undefined): readonly Field[] {
  const scans = second === undefined ? [scan] : [scan, second];
  return [
    ...scans.flatMap(({ pages }, at) => (pages.length === pagesOnPaper ? [] : [{ path: at === 0 ? 'pagesOnPaper' : 'withNotes', label: 'Số trang', text: `Giấy có ${String(pagesOnPaper)} trang, bản quét có ${String(pages.length)} trang. Quét thêm hoặc quét lại.` }])),
    ...scans.flatMap(({ pages }) => pages.flatMap((page, at) => (doubtsOf(page).includes('too-few-dots') ? [{ path: 'scan', label: 'Độ phân giải', text: `Trang ${String(at + 1)} chỉ ${String(page.dpi)} dpi, cần ít nhất ${String(leastDpi)} dpi. Quét lại trang này.` }] : []))),
    ...(bearsNotes && (withNotes === null || second === undefined) ? [{ path: 'withNotes', label: 'Bản quét có ghi chú', text: 'Giấy có bút phê, ghi chú: quét hai lần, một bản che ghi chú và một bản có ghi chú.' }] : []),
  ];
}

/**
 * What its owner pays who asked for a paper to be digitised that nobody must: the fee of the day for each page, with the number of its receipt.
 *
 * @error fields-to-mend - it must be digitised, so nothing may be taken; or a fee is due and no receipt is named
 */
async function askedFor({ tx, at, dossier }: Situation, { onRequest }: Body, { no, pages }: { readonly no: number; readonly pages: number }): Promise<Outcome<Pick<DigitisedPaper, 'onRequest'>>> {
  if (onRequest === null) return ok({});
  if (dossier.toDigitise?.some((paper) => paper.no === no) === true) return refuse({ code: 'fields-to-mend', fields: [{ path: 'onRequest', label: 'Theo yêu cầu', text: 'Giấy này bắt buộc số hóa, không thu phí. Bỏ chọn «theo yêu cầu».' }] });
  const { pageVnd, basis } = await digitisingFeeOn(tx, officeDay(at).toString());
  if (pageVnd > 0 && onRequest.receiptNumber === null) return refuse({ code: 'fields-to-mend', fields: [{ path: 'onRequest.receiptNumber', label: 'Số biên lai', text: `Thu ${(pageVnd * pages).toLocaleString('vi-VN')} đồng (${String(pages)} trang), rồi ghi số biên lai.` }] });
  return ok({ onRequest: { amountVnd: pageVnd * pages, basis, receiptNumber: pageVnd > 0 ? onRequest.receiptNumber : null } });
}

type Kind = { readonly code: string; readonly name: string; readonly validMonths: number | null };

/** What the officer compared, with the last day the paper counts; refused with everything that is to be mended. */
function comparedWith(body: Body, { scan, second, kind, today }: { readonly scan: StoredScan; readonly second: StoredScan | undefined; readonly kind: Kind | null; readonly today: string }): Outcome<{ readonly kind: Kind; readonly about: AboutPaper }> {
  const fields = [...fieldsToMend(body, scan, second), ...aboutToMend(body.about, { months: kind?.validMonths ?? null, today }), ...(kind === null ? [{ path: 'kind', label: 'Loại giấy', text: 'Chọn loại giấy trong danh mục giấy tờ chuẩn.' }] : [])];
  if (fields.length > 0 || kind === null) return refuse({ code: 'fields-to-mend', fields });
  const { issuedOn, validUntil } = body.about;
  return ok({ kind, about: { ...body.about, validUntil: validUntil ?? (issuedOn === null ? null : validUntilOf(issuedOn, kind.validMonths)) } });
}

async function pagesWithPictures(ctx: DossierContext, db: Db, { pages }: StoredScan): Promise<readonly ScannedPage[]> {
  return Promise.all(pages.map(async ({ documentId, ...page }) => ({ ...page, words: [...page.words], jpeg: (await readDocument(db, ctx.files, documentId))?.bytes ?? new Uint8Array() })));
}

type Made = { readonly id: string; readonly name: string; readonly size: number; readonly mediaType: string; readonly sha256: string };
type Order = { readonly scan: StoredScan; readonly code: string; readonly kind: string; readonly title: string; readonly suffix: string };

/** One PDF/A of two layers, signed by the officer who compared it. */
async function madeFrom(ctx: DossierContext, { tx, at, by, dossier }: Situation, { scan, code, kind: kindCode, title, suffix }: Order): Promise<Outcome<Made>> {
  const identity = await signingIdentityOf(tx, ctx.secret, { kind: 'officer', ref: by.id, at });
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
  const stored = await storeDocument(tx, ctx.files, { ...ownerOf(dossier), bytes: signed.value, name, mediaType: 'application/pdf', purpose: 'digitised', by: by.name, at });
  if (!stored.ok) return refuse({ code: storageCode(stored.error) });
  const { id, size, mediaType } = stored.value;
  return ok({ id, name, size, mediaType, sha256: createHash('sha256').update(signed.value).digest('hex') });
}

const storageCode = ({ code }: StorageFault): StorageFault['code'] => code;

/**
 * Số hóa giấy tờ: the officer compared scan and paper; the pages become one searchable PDF/A with code and QR, signed with the officer's own key, and the values confirmed are kept as data.
 *
 * @error scan-unknown, secret-paper, fields-to-mend, no-certificate
 * @legal tt-01-2023/d7
 */
export function digitise(given: DossierContext, asked: Asked & { readonly body: Body }): Promise<Outcome<ActDone>> {
  return signingOutside(given, (ctx) => perform(ctx, asked, 'digitise', async (situation) => {
    const { tx, to, dossier } = situation;
    const { body } = asked;
    const [scan, second] = [await findScan(tx, dossier.id, body.scan), body.withNotes === null ? undefined : await findScan(tx, dossier.id, body.withNotes)];
    const paper = dossier.papers.find(({ no }) => no === scan?.paperNo);
    if (scan === undefined || paper === undefined) return refuse({ code: 'scan-unknown' });
    if (isSecret(dossier, paper.no)) return refuse({ code: 'secret-paper', name: paper.name });
    const chosen = await digitisedKind(tx, dossier, paper) ?? (await paperKinds(tx)).find(({ code, retired }) => code === body.kind && !retired) ?? null;
    const compared = comparedWith(body, { scan, second, kind: chosen, today: officeDay(situation.at).toString() });
    if (!compared.ok) return compared;
    const { kind, about } = compared.value;
    const onRequest = await askedFor(situation, body, { no: paper.no, pages: scan.pages.length });
    if (!onRequest.ok) return onRequest;
    const code = digitisedCode(dossier, kind.code);
    const made = await madeFrom(ctx, situation, { scan, code, kind: kind.code, title: kind.name, suffix: '' });
    if (!made.ok) return made;
    const noted = second === undefined ? null : await madeFrom(ctx, situation, { scan: second, code, kind: kind.code, title: kind.name, suffix: '.ghi-chu' });
    if (noted?.ok === false) return noted;
    const files = [made.value, ...noted === null ? [] : [noted.value]];
    const digitised = { no: paper.no, code, kind: kind.code, kindName: kind.name, pages: scan.pages.length, files, values: body.values, about, ...onRequest.value };
    const vault = await digitisedLater(ctx, situation, digitised);
    return vault.ok ? ok([{ type: 'paper-digitised', data: { to, digitised, ...vault.value } }]) : vault;
  }));
}
