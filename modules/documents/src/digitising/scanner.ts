// SPDX-License-Identifier: EUPL-1.2
/** The scanner program: a process of its own that straightens pictures and reads them. Started by `scan.ts`. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { skewOf } from './deskew.ts';
import { ScanJob, type ScannedPage } from './model.ts';
import { readWords } from './read-words.ts';

const a4Inches = 8.27;
const jpegQuality = 85;
const pdfDpi = 200;
const run = promisify(execFile);

/** The pages of a PDF as pictures, by poppler's program. */
async function pagesOfPdf(file: string, folder: string, mostPages: number | undefined): Promise<readonly Uint8Array[]> {
  await run('pdftoppm', ['-r', String(pdfDpi), '-png', ...mostPages === undefined ? [] : ['-l', String(mostPages)], file, path.join(folder, 'pdf')], { timeout: 120_000, env: { PATH: '/usr/local/bin:/usr/bin:/bin' } });
  const names = (await readdir(folder)).filter((name) => /^pdf-\d+\.png$/u.test(name)).toSorted((one, other) => Number(/\d+/u.exec(one)?.[0]) - Number(/\d+/u.exec(other)?.[0]));
  const pages = await Promise.all(names.map((name) => sharp(path.join(folder, name)).withMetadata({ density: pdfDpi }).png().toBuffer()));
  await Promise.all(names.map((name) => rm(path.join(folder, name))));
  return pages.map((page) => new Uint8Array(page));
}

async function pagesOf(file: string, { folder, mostPages }: { readonly folder: string; readonly mostPages: number | undefined }): Promise<readonly Uint8Array[]> {
  const picture = await readFile(file);
  if (picture.subarray(0, 5).toString('latin1') === '%PDF-') return pagesOfPdf(file, folder, mostPages);
  const { pages = 1 } = await sharp(picture, { failOn: 'error' }).metadata();
  // A TIFF holds several pages.
  return Promise.all(Array.from({ length: Math.min(pages, mostPages ?? pages) }, async (_, page) => new Uint8Array(await sharp(picture, { page, failOn: 'error' }).rotate().png().withMetadata().toBuffer())));
}

/** The page as the reader sees it best: most of a paper is bare, so what is as light as its middle grey is made white; kept pictures stay as they are. */
const clear = async (picture: Uint8Array, turned: number): Promise<Uint8Array> => new Uint8Array(await sharp(picture).flatten({ background: '#fff' }).greyscale().normalise({ lower: 0, upper: 50 }).rotate(turned, { background: '#fff' }).jpeg({ quality: jpegQuality }).toBuffer());

const codeWidth = 1240;
// On a machine that does much else a page is looked at for longer than the sixtieth of a second the reader would by itself: a sheet that is missed mixes two papers.
const mostMilliseconds = 500;

/** What the QR code on a page says; null when there is none to read. */
async function codeOn(picture: Uint8Array): Promise<string | null> {
  const { data, info } = await sharp(picture).resize({ width: codeWidth, withoutEnlargement: true }).flatten({ background: '#fff' }).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  try {
    return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) }, { timeLimit: mostMilliseconds });
  } catch {
    return null;
  }
}

async function scanned(picture: Uint8Array, folder: string): Promise<ScannedPage> {
  const { width, height, density } = await sharp(picture).metadata();
  const turned = await skewOf(picture);
  const { data, info } = await sharp(picture).rotate(turned, { background: '#fff' }).flatten({ background: '#fff' }).jpeg({ quality: jpegQuality }).toBuffer({ resolveWithObject: true });
  const dpi = density !== undefined && density >= 100 ? density : Math.min(width, height) / a4Inches;
  return { jpeg: new Uint8Array(data), width: info.width, height: info.height, dpi: Math.round(dpi), turned, words: [...await readWords(await clear(picture, turned), dpi, folder)] };
}

async function done({ id, pictures, mostPages, codes = false }: ScanJob): Promise<unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-scan-'));
  const pages: ScannedPage[] = [];
  let at = 0;
  try {
    for (const picture of pictures) {
      for (const page of await pagesOf(picture, { folder, mostPages })) pages.push({ ...await scanned(page, folder), ...codes ? { code: await codeOn(page) } : {} });
      at += 1;
    }
    return { id, pages };
  } catch {
    return { id, unreadable: at };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let work: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  const job = ScanJob.parse(message);
  // Whoever asked may be gone by now: then nobody waits for the answer.
  work = work.then(async () => { const answer = await done(job); if (process.connected) process.send?.(answer); });
});
