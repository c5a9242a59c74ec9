// SPDX-License-Identifier: EUPL-1.2
import type { InkPicture, PictureFault, PictureKind } from './model.ts';

/** A picture as dots: red, green and blue of each, row by row. */
export type Dots = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** How much of each dot is ink, 0–255. */
export type Ink = { readonly cover: Uint8Array; readonly width: number; readonly height: number };

/** What counts as a light ground and how far ink must stand off it, of 255; what is paler than `faint` is ground, what is as dark as `sure` bounds the picture. */
const [lightest, contrast, faint, sure] = [120, 60, 30, 110];
/** The smallest and the fullest picture: dots of the longer and the shorter side once cut, share of it that is ink. */
const bounds: Readonly<Record<PictureKind, { readonly long: number; readonly short: number; readonly fullest: number }>> = { officer: { long: 200, short: 40, fullest: 0.5 }, seal: { long: 280, short: 280, fullest: 0.8 } };
/** How far the height of a seal's picture may be from its width, as a share. */
const roundness = 0.1;

/** The value below which a share of the dots lies. */
function level(counts: Uint32Array, share: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  let seen = 0;
  for (const [value, count] of counts.entries()) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return 255;
}

/** The darkest of a dot's three colours: ink of any colour is dark in one of them, paper in none. */
function darkness({ data, width, height }: Dots): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => Math.min(data[3 * at] ?? 255, data[3 * at + 1] ?? 255, data[3 * at + 2] ?? 255));
}

/** Parts the ink from the paper it stands on. */
export function inkOf(dots: Dots): Ink | PictureFault {
  const dark = darkness(dots);
  const counts = new Uint32Array(256);
  for (const value of dark) counts[value] = (counts[value] ?? 0) + 1;
  const [ground, ink] = [level(counts, 0.75), level(counts, 0.002)];
  if (ground < lightest) return 'dark-ground';
  if (ground - ink < contrast) return 'no-ink';
  const from = ground * 0.82;
  const to = Math.min(Math.max(ink, level(counts, 0.01)), from - contrast / 2);
  const cover = dark.map((value) => {
    const share = Math.round(255 * Math.min(1, Math.max(0, (from - value) / (from - to))));
    return share < faint ? 0 : share;
  });
  return { cover, width: dots.width, height: dots.height };
}

/** First and last line with enough sure ink in it; specks of dust do not count. */
function extent(sums: Uint32Array): { readonly from: number; readonly to: number } | null {
  const from = sums.findIndex((count) => count >= 2);
  return from < 0 ? null : { from, to: sums.findLastIndex((count) => count >= 2) + 1 };
}

/** The ink without the paper around it. */
export function cut({ cover, width, height }: Ink): Ink | PictureFault {
  const [columns, rows] = [new Uint32Array(width), new Uint32Array(height)];
  for (const [at, value] of cover.entries()) {
    if (value < sure) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    columns[x] = (columns[x] ?? 0) + 1;
    rows[y] = (rows[y] ?? 0) + 1;
  }
  const [across, down] = [extent(columns), extent(rows)];
  if (across === null || down === null) return 'no-ink';
  const [wide, high] = [across.to - across.from, down.to - down.from];
  return { width: wide, height: high, cover: Uint8Array.from({ length: wide * high }, (_, at) => cover[(down.from + Math.floor(at / wide)) * width + across.from + at % wide] ?? 0) };
}

/** What is wrong with a cut picture; null when nothing is. */
export function faultOf(kind: PictureKind, { cover, width, height }: Ink): PictureFault | null {
  const { long, short, fullest } = bounds[kind];
  if (Math.max(width, height) < long || Math.min(width, height) < short) return 'too-few-dots';
  if (kind === 'seal' && Math.abs(width - height) > roundness * Math.max(width, height)) return 'not-round';
  const inked = cover.reduce((sum, value) => sum + value, 0) / 255 / cover.length;
  return inked > fullest ? 'too-much-ink' : null;
}

/** Blue for a person, red for an agency. */
const colours: Readonly<Record<PictureKind, readonly [number, number, number]>> = { officer: [18, 60, 156], seal: [193, 18, 31] };

/**
 * The ink in the colour its kind has on papers, red, green, blue and cover of each dot.
 *
 * @legal nd-30-2020/digital-signature
 */
export function coloured(kind: PictureKind, { cover }: Ink): Uint8Array {
  const [red, green, blue] = colours[kind];
  const dots = new Uint8Array(cover.length * 4);
  for (const [at, value] of cover.entries()) dots.set([red, green, blue, value], at * 4);
  return dots;
}

/** A picture as it is kept, or why it is not. */
export type Inked = InkPicture | { readonly fault: PictureFault };
