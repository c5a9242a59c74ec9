// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import { qrSvg } from '../paper/barcode.ts';
import type { Place } from '../signing/model.ts';
import { issueToken, verificationUrl } from '../verification/token.ts';
import type { ScannedPage } from './model.ts';
import { twoLayers } from './two-layers.ts';

type Order = {
  /** Code of the digitised paper, and of its kind. */
  readonly code: string; readonly kind: string;
  /** What the QR code names: the dossier, or the line of a batch. */
  readonly subject: string;
  readonly title: string; readonly agency: string; readonly at: Temporal.Instant; readonly publicOrigin: string; readonly tokenKey: KeyObject;
};

/** Giấy số hóa chờ ký: scanned pages as one PDF/A of two layers with code and QR, and where the signature of who compared it stands on the first page. */
export async function digitisedPaper(pages: readonly ScannedPage[], { code, kind, subject, title, agency, at, publicOrigin, tokenKey }: Order): Promise<{ readonly pdf: Uint8Array; readonly place: Place }> {
  const qr = qrSvg(verificationUrl(publicOrigin, issueToken(tokenKey, { k: 'digitised', c: subject, d: { kind }, iat: Math.floor(at.epochMilliseconds / 1000) })));
  const pdf = await twoLayers(pages, { code, qr, title, agency, at });
  const [first] = pages;
  const width = first === undefined ? 595 : (first.width * 72) / first.dpi;
  return { pdf, place: { page: 1, x: width - 154, y: 14, width: 140, height: 40 } };
}
