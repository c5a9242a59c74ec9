// SPDX-License-Identifier: EUPL-1.2
/** The scanner program: a process of its own that straightens pictures and reads them. Started by `scan.ts`. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { skewOf } from './deskew.ts';
import { ScanJob, type ScannedPage } from './model.ts';
import { readWords } from './read-words.ts';

const a4Inches = 8.27;
const jpegQuality = 85;

async function pagesOf(picture: Uint8Array): Promise<readonly Uint8Array[]> {
  const { pages = 1 } = await sharp(picture, { failOn: 'error' }).metadata();
  // A TIFF holds several pages.
  return Promise.all(Array.from({ length: pages }, async (_, page) => new Uint8Array(await sharp(picture, { page, failOn: 'error' }).rotate().png().withMetadata().toBuffer())));
}

async function scanned(picture: Uint8Array, folder: string): Promise<ScannedPage> {
  const { width, height, density } = await sharp(picture).metadata();
  const turned = await skewOf(picture);
  const { data, info } = await sharp(picture).rotate(turned, { background: '#fff' }).flatten({ background: '#fff' }).jpeg({ quality: jpegQuality }).toBuffer({ resolveWithObject: true });
  const dpi = density !== undefined && density >= 100 ? density : Math.min(width, height) / a4Inches;
  const jpeg = new Uint8Array(data);
  return { jpeg, width: info.width, height: info.height, dpi: Math.round(dpi), turned, words: [...await readWords(jpeg, dpi, folder)] };
}

async function done({ id, pictures }: ScanJob): Promise<unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-scan-'));
  const pages: ScannedPage[] = [];
  try {
    for (const [at, picture] of pictures.entries()) {
      try {
        for (const page of await pagesOf(await readFile(picture))) pages.push(await scanned(page, folder));
      } catch {
        return { id, unreadable: at };
      }
    }
    return { id, pages };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let work: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  const job = ScanJob.parse(message);
  work = work.then(async () => process.send?.(await done(job)));
});
