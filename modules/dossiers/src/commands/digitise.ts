// SPDX-License-Identifier: EUPL-1.2
import { paperKinds } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { scanPages, scanToMend, type ScannedPage, storeDocument } from '@motcua/documents';
import { type Officer, officeDay, ok, refuse } from '@motcua/kernel';
import { validUntilOf } from '@motcua/vault';
import type { z } from 'zod';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import type { Digitised } from '../contract/digitising.ts';
import { isSecret } from '../lifecycle/secret-papers.ts';
import type { AboutPaper, DigitisedPaper } from '../model.ts';
import { aboutToMend } from '../rules/scan.ts';
import { digitisingFeeOn } from '../store/digitising-rules.ts';
import { addScanPages, arrangeScan, findScan, type StoredScan } from '../store/scans.ts';
import { digitisedKind, digitisedCode } from '../views/scans.ts';
import { digitisedFile } from './digitised-file.ts';
import { digitisedLater } from './digitised-into-vault.ts';
import { type Asked, type Outcome, perform, type Situation } from './perform.ts';
import { type SigningAct, signingOutside } from './sign-outside.ts';


type Picture = { readonly scan: StoredScan; readonly path: string; readonly officer: Officer };

/**
 * Takes a picture, a TIFF of several pages or a PDF from a scanner: straightened, read, each page kept.
 *
 * @error scan-unreadable - it is no picture the reader can open
 */
export async function addToScan(ctx: DossierContext, db: Db, { scan, path, officer }: Picture): Promise<Outcome<number>> {
  const read = await scanPages([path]);
  if (!read.ok) return refuse({ code: 'scan-unreadable' });
  const kept: (Omit<ScannedPage, 'jpeg'> & { readonly documentId: string })[] = [];
  for (const [index, { jpeg, ...page }] of read.value.entries()) {
    const stored = await storeDocument(db, ctx.files, {
      ownerKind: 'scan', ownerRef: scan.id, bytes: jpeg, name: `quet-${scan.paperNo === null ? 'y-kien' : String(scan.paperNo)}-${String(scan.scanned + index + 1)}.jpg`, mediaType: 'image/jpeg', purpose: 'scan-page', by: officer.name, at: ctx.clock.now(),
    });
    if (!stored.ok) return refuse({ code: stored.error.code });
    kept.push({ ...page, documentId: stored.value.id });
  }
  await addScanPages(db, scan, kept);
  return ok(kept.length);
}

/**
 * Bỏ trang, đổi thứ tự trang: what of a scan is signed, and in which order; the pages left out stay until the scan is let go of, so that they may come back.
 *
 * @error fields-to-mend - a page that was not scanned, or one twice
 */
export async function arrangePages(db: Db, scan: StoredScan, pages: readonly number[]): Promise<Outcome<null>> {
  const isKnown = pages.every((no) => Number.isInteger(no) && no >= 1 && no <= scan.scanned);
  if (!isKnown || new Set(pages).size !== pages.length || pages.length === 0) return refuse({ code: 'fields-to-mend', fields: [{ path: 'pages', label: 'Thứ tự trang', text: `Bản quét có ${String(scan.scanned)} trang: giữ ít nhất một trang, mỗi trang một lần. Tải lại để xem trang mới.` }] });
  await arrangeScan(db, scan.id, pages);
  return ok(null);
}

type Body = Omit<z.infer<typeof Digitised>, 'clientKey' | 'version'>;
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

type Comparison = Asked & { readonly body: Body };
type Kind = { readonly code: string; readonly name: string; readonly validMonths: number | null };

/** What the officer compared, with the last day the paper counts; refused with everything that is to be mended. */
function comparedWith(body: Body, { scan, second, kind, today, isElsewhere }: { readonly scan: StoredScan; readonly second: StoredScan | undefined; readonly kind: Kind | null; readonly today: string; /** Signed with a key that is not kept here: it confirms one file, not a second with the notes. */ readonly isElsewhere: boolean }): Outcome<{ readonly kind: Kind; readonly about: AboutPaper }> {
  const fields = [...(isElsewhere && second !== undefined ? [{ path: 'withNotes', label: 'Bản quét có ghi chú', text: 'Giấy có ghi chú gồm hai tệp: ký bằng khóa giữ ở đây.' }] : []), ...scanToMend(body, scan, second), ...aboutToMend(body.about, { months: kind?.validMonths ?? null, today }), ...(kind === null ? [{ path: 'kind', label: 'Loại giấy', text: 'Chọn loại giấy trong danh mục giấy tờ chuẩn.' }] : [])];
  if (fields.length > 0 || kind === null) return refuse({ code: 'fields-to-mend', fields });
  const { issuedOn, validUntil } = body.about;
  return ok({ kind, about: { ...body.about, validUntil: validUntil ?? (issuedOn === null ? null : validUntilOf(issuedOn, kind.validMonths)) } });
}

/**
 * Số hóa giấy tờ: the officer compared scan and paper; the pages become one searchable PDF/A with code and QR, signed with the officer's own key, and the values confirmed are kept as data.
 *
 * @error scan-unknown, secret-paper, fields-to-mend, no-certificate
 * @legal tt-01-2023/d7
 */
export const digitise = (ctx: DossierContext, asked: Comparison): Promise<Outcome<ActDone>> => signingOutside(ctx, digitising(asked));

/** The same, for who signs with a key that is not kept here. */
export function digitising(asked: Comparison): SigningAct<ActDone> {
  return { act: (ctx) => perform(ctx, asked, 'digitise', async (situation) => {
    const { tx, to, dossier } = situation;
    const { body } = asked;
    const [scan, second] = [await findScan(tx, dossier.id, body.scan), body.withNotes === null ? undefined : await findScan(tx, dossier.id, body.withNotes)];
    const paper = dossier.papers.find(({ no }) => no === scan?.paperNo);
    if (scan === undefined || paper === undefined) return refuse({ code: 'scan-unknown' });
    if (isSecret(dossier, paper.no)) return refuse({ code: 'secret-paper', name: paper.name });
    const chosen = await digitisedKind(tx, dossier, paper) ?? (await paperKinds(tx)).find(({ code, retired }) => code === body.kind && !retired) ?? null;
    const compared = comparedWith(body, { scan, second, kind: chosen, today: officeDay(situation.at).toString(), isElsewhere: ctx.chosenKey !== undefined });
    if (!compared.ok) return compared;
    const { kind, about } = compared.value;
    const onRequest = await askedFor(situation, body, { no: paper.no, pages: scan.pages.length });
    if (!onRequest.ok) return onRequest;
    const code = digitisedCode(dossier, kind.code);
    const made = await digitisedFile(ctx, situation, { scan, code, title: kind.name, suffix: '' });
    if (!made.ok) return made;
    const noted = second === undefined ? null : await digitisedFile(ctx, situation, { scan: second, code, title: kind.name, suffix: '.ghi-chu' });
    if (noted?.ok === false) return noted;
    const files = [made.value, ...noted === null ? [] : [noted.value]];
    const digitised = { no: paper.no, code, kind: kind.code, kindName: kind.name, pages: scan.pages.length, files, values: body.values, about, ...onRequest.value };
    const vault = await digitisedLater(ctx, situation, digitised);
    return vault.ok ? ok([{ type: 'paper-digitised', data: { to, digitised, ...vault.value } }]) : vault;
  }) };
}
