// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import { qrSvg } from '../paper/barcode.ts';
import { type SignatureLook, placeOfCopyWords } from '../signing/look.ts';
import type { Place } from '../signing/model.ts';
import { issueToken, verificationUrl } from '../verification/token.ts';
import type { ScannedPage } from './model.ts';
import { twoLayers } from './two-layers.ts';

type Order = {
  /** Code of the digitised paper: number of the owner and kind. */
  readonly code: string;
  /** What the QR code names: the dossier, or the line of a batch. */
  readonly subject: string;
  /** Code of the procedure it was handed in for; null: none. */
  readonly procedure: string | null;
  /** Number of whose paper it is. */
  readonly owner: string;
  readonly title: string; readonly agency: string; readonly at: Temporal.Instant; readonly publicOrigin: string; readonly tokenKey: KeyObject;
};

/** Letters of a paper's name in its code, so that the code stays coarse enough for a telephone; figures of its owner's number. */
const [longestName, shownFigures] = [32, 3];

/** What the QR code says besides what it names: whose paper it is by the last figures of the number only, because anybody may scan it (decision 0261). */
function factsOf({ procedure, title, owner }: Pick<Order, 'procedure' | 'title' | 'owner'>): Readonly<Record<string, string>> {
  return { ...(procedure === null ? {} : { p: procedure }), g: title.length > longestName ? `${title.slice(0, longestName - 1)}…` : title, o: `…${owner.slice(-shownFigures)}` };
}

/**
 * Giấy số hóa chờ ký: scanned pages as one PDF/A of two layers with code and QR, and where and how the signature of who compared it is seen on the first page.
 *
 * @legal nd-30-2020/digital-signature
 */
export async function digitisedPaper(pages: readonly ScannedPage[], { code, subject, agency, at, publicOrigin, tokenKey, ...about }: Order): Promise<{ readonly pdf: Uint8Array; readonly appearance: Place; readonly look: SignatureLook }> {
  const qr = qrSvg(verificationUrl(publicOrigin, issueToken(tokenKey, { k: 'digitised', c: subject, d: factsOf(about), iat: Math.floor(at.epochMilliseconds / 1000) })));
  const pdf = await twoLayers(pages, { code, qr, title: about.title, agency, at });
  const [first] = pages;
  const width = first === undefined ? 595 : (first.width * 72) / first.dpi;
  return { pdf, appearance: placeOfCopyWords(width), look: { kind: 'copy', form: 'BẢN SỐ HÓA', agency } };
}
