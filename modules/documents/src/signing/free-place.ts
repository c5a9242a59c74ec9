// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './model.ts';

const run = promisify(execFile);

/** How finely a page is looked at, in dots an inch; what is darker than this is ink, so that a pale mark under the text is none; what stays white around the place, points. */
const [dpi, ink, around] = [36, 190, 4];
const points = 72 / dpi;

/** A page in shades of grey, a byte a dot. */
type Picture = { readonly width: number; readonly height: number; readonly dots: Uint8Array };

/** Reads a binary PGM: «P5 width height 255», then the dots. */
function readPgm(file: Buffer): Picture | null {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.subarray(0, 60).toString('latin1'));
  return head === null ? null : { width: Number(head[1]), height: Number(head[2]), dots: file.subarray(head[0].length) };
}

async function pictured(pdf: Uint8Array, page: number): Promise<Picture | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-page-'));
  try {
    const [from, to] = [path.join(folder, 'paper.pdf'), path.join(folder, 'page')];
    await writeFile(from, pdf, { mode: 0o600 });
    await run('pdftoppm', ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), '-singlefile', from, to], { timeout: 20_000, env: { PATH: '/usr/local/bin:/usr/bin:/bin' } });
    return readPgm(await readFile(`${to}.pgm`));
  } catch {
    // Without the program the place is chosen by reckoning alone.
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The page as if a place on it were written on. */
function inked({ width, height, dots }: Picture, place: Place): Picture {
  const covered = Uint8Array.from(dots);
  for (let y = Math.floor(place.y / points); y < Math.min(height, (place.y + place.height) / points); y += 1) covered.fill(0, y * width + Math.floor(place.x / points), y * width + Math.min(width, Math.ceil((place.x + place.width) / points)));
  return { width, height, dots: covered };
}

/** How much ink lies left of and above each dot: the ink of any rectangle is then four look-ups. */
function inkSums({ width, height, dots }: Picture): (x: number, y: number) => number {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += (dots[y * width + x] ?? 255) < ink ? 1 : 0;
      sums[(y + 1) * (width + 1) + x + 1] = row + (sums[y * (width + 1) + x + 1] ?? 0);
    }
  }
  return (x, y) => sums[y * (width + 1) + x] ?? 0;
}

/** Where a place is looked for on a page, points: its size, the corner it should be near, the margin of the page that stays free, and a place that is kept for another. */
export type PlaceWanted = { readonly page: number; readonly width: number; readonly height: number; readonly near: { readonly x: number; readonly y: number }; readonly margin: number; readonly reserved?: Place };

/**
 * A place on a page on which nothing is written yet (chỗ trống để ký): the nearest to a corner, at it or below before anywhere above; null when the page is full or cannot be looked at.
 */
export async function freePlace(pdf: Uint8Array, { page, width, height, near, margin, reserved }: PlaceWanted): Promise<Place | null> {
  const picture = await pictured(pdf, page);
  if (picture === null) return null;
  const at = inkSums(reserved?.page === page ? inked(picture, reserved) : picture);
  const [boxWidth, boxHeight, edge] = [Math.ceil((width + 2 * around) / points), Math.ceil((height + 2 * around) / points), Math.ceil(margin / points)];
  const isFree = (x: number, y: number): boolean => at(x + boxWidth, y + boxHeight) - at(x, y + boxHeight) - at(x + boxWidth, y) + at(x, y) === 0;
  let best: { readonly x: number; readonly y: number; readonly far: number } | null = null;
  for (let y = edge; y + boxHeight <= picture.height - edge; y += 1) {
    for (let x = edge; x + boxWidth <= picture.width - edge; x += 1) {
      const [right, down] = [(x * points + around) - near.x, (y * points + around) - near.y];
      // Signatures go down the page: a place above is taken when there is none below.
      const far = Math.hypot(right, down) + (down < -points ? 10_000 : 0);
      if ((best === null || far < best.far) && isFree(x, y)) best = { x, y, far };
    }
  }
  return best === null ? null : { page, x: best.x * points + around, y: best.y * points + around, width, height };
}
