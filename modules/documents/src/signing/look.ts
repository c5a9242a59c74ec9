// SPDX-License-Identifier: EUPL-1.2
import type { Place } from './model.ts';

/** A picture of a hand-written signature or of a seal. `widthMm`: real width of a seal; null: as large as its place. */
export type SignaturePicture = { readonly png: Uint8Array; readonly width: number; readonly height: number; readonly widthMm: number | null };

/**
 * What is seen of a signature. Without one: lines that name the signer and the time. 'picture': the hand-written signature or the seal, nothing else.
 * 'copy': on a copy of a paper: kind of copy, agency and time, black.
 */
export type SignatureLook =
  | { readonly kind: 'picture'; readonly picture: SignaturePicture }
  | { readonly kind: 'copy'; readonly form: string; readonly agency: string };

const pointsPerMillimetre = 72 / 25.4;

/**
 * Where in a place a picture is drawn. A signature fills it as far as its shape goes, in the middle. A seal keeps its real size: its right edge on that of the place, its middle at the same height.
 *
 * @legal nd-30-2020/digital-signature
 */
export function placeOfPicture(place: Place, { width, height, widthMm }: SignaturePicture): Place {
  const scale = Math.min(place.width / width, place.height / height);
  const wide = widthMm === null ? width * scale : widthMm * pointsPerMillimetre;
  const high = wide * height / width;
  const x = widthMm === null ? place.x + (place.width - wide) / 2 : place.x + place.width - wide;
  return { page: place.page, x: Math.max(0, x), y: Math.max(0, place.y + (place.height - high) / 2), width: wide, height: high };
}

/**
 * Where a copy says what it is: top right of its first page, four or five lines of 10 points.
 *
 * @param pageWidth - points
 * @legal nd-30-2020/digital-signature
 */
export function placeOfCopyWords(pageWidth: number): Place {
  const width = Math.min(240, Math.max(140, pageWidth - 200));
  return { page: 1, x: pageWidth - 14 - width, y: 6, width, height: 52 };
}

/**
 * The place of an agency's signature beside a person's that is a picture: moved so that it covers the left third of it, at the same height.
 *
 * @legal nd-30-2020/digital-signature
 */
export function placeOverThird(signature: Place, seal: Place): Place {
  return { page: signature.page, x: Math.max(0, signature.x + signature.width / 3 - seal.width), y: Math.max(0, signature.y + (signature.height - seal.height) / 2), width: seal.width, height: seal.height };
}
