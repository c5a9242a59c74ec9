// SPDX-License-Identifier: EUPL-1.2
import { type Place, freePlace, lastPageOf } from '@motcua/documents';

type Page = { readonly page: number; readonly height: number };

/** Boxes side by side at the foot of a page, below the text; points. */
const foot = { width: 118, height: 30, gap: 6, side: 56, edge: 18, inRow: 4 } as const;

/** A place at the foot of a page: to the right of those before, a new row above when the row is full. */
export function footPlace({ page, height }: Page, before: number): Place {
  const [column, row] = [before % foot.inRow, Math.floor(before / foot.inRow)];
  return { page, x: foot.side + column * (foot.width + foot.gap), y: height - foot.edge - (row + 1) * (foot.height + foot.gap), width: foot.width, height: foot.height };
}

/** A further person's signature: its size, how far below the seal it begins (the printed name of who signed first stands there), what stays free at the edge of the page; points. */
const box = { width: 144, height: 56, belowSeal: 34, margin: 34 } as const;

/**
 * Where a further person's signature is seen (no. 2 and on): on the page of the first, under it where nothing is written, else in the nearest free place there or on the last page; on full pages small at the foot of the last one.
 * A page cannot be added: it would change what was signed.
 *
 * @param seal - where the agency's seal goes, beside the first signature; it is not there yet and its place stays free
 */
export async function furtherPlace(pdf: Uint8Array, seal: Place | null, no: number): Promise<Place> {
  const last = await lastPageOf(pdf);
  const near = seal === null ? { x: last.width / 2, y: last.height / 2 } : { x: seal.x + seal.width + 3, y: seal.y + seal.height + box.belowSeal };
  const wanted = { width: box.width, height: box.height, margin: box.margin, ...(seal === null ? {} : { reserved: seal }) };
  const beside = seal === null ? null : await freePlace(pdf, { ...wanted, page: seal.page, near });
  if (beside !== null) return beside;
  const onLast = seal?.page === last.page ? null : await freePlace(pdf, { ...wanted, page: last.page, near: { x: near.x, y: box.margin } });
  return onLast ?? footPlace(last, no - 2);
}
