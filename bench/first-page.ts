// SPDX-License-Identifier: EUPL-1.2
/**
 * `node bench/first-page.ts`: how soon the first page of a scan of 100 pages is there, sent from the encrypted store. For a viewer that asks for parts (Firefox, pdf.js): the end of the file and its
 * first half megabyte, against the whole file. In Chromium, whose own viewer takes the whole file whatever is offered: until the page is seen, against a file of one page and against sending nothing before all is checked.
 *
 * @see design.md §7: first page of a 100-page file under 200 ms
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { askedRange, documentStore, pagesOf, pictureOfPage, twoLayers } from '../modules/documents/src/index.ts';

const at = Temporal.Instant.from('2026-11-19T15:40:00+07:00');
const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-page-'));
const store = documentStore({ folder, secret: Buffer.alloc(32, 1) });

type KeptFile = Parameters<typeof store.read>[0];

/** A scan of so many pages, each with a noise of its own, kept as the product keeps it. */
async function scanOf(pages: number): Promise<KeptFile> {
  const [width, height] = [1240, 1754];
  const paper = await sharp({ create: { width, height, channels: 3, background: '#f4f4f0', noise: { type: 'gaussian', mean: 235, sigma: 18 } } }).jpeg({ quality: 60 }).toBuffer();
  const jpegs = Array.from({ length: pages }, (_, no) => ({ jpeg: Buffer.concat([paper, Buffer.from([no])]), width, height, dpi: 150, turned: 0 as const, words: [] }));
  const pdf = await twoLayers(jpegs, { code: 'x', qr: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', title: 'x', agency: 'x', at });
  const staged = await store.stage(pdf, 1e9);
  if (staged.outcome !== 'staged') throw new Error(staged.outcome);
  const key = Buffer.alloc(32, pages);
  const kept = await store.keep(staged.file, key);
  if (kept.outcome !== 'kept') throw new Error(kept.outcome);
  return { sha256: staged.file.sha256, size: staged.file.size, sealed: { stored: kept.stored, key } };
}

const files: Readonly<Record<string, { readonly file: KeptFile; readonly inParts: boolean }>> = await (async () => {
  const [hundred, one] = [await scanOf(100), await scanOf(1)];
  return { '/100': { file: hundred, inParts: true }, '/100-whole': { file: hundred, inParts: false }, '/1': { file: one, inParts: true } };
})();
let sent = 0;

async function* pieces(file: KeptFile, { from, to }: { readonly from: number; readonly to: number }): AsyncGenerator<Uint8Array> {
  for (let start = from; start < to; start += 262_144) {
    const piece = await store.readPart(file, { from: start, to: Math.min(start + 262_144, to) });
    sent += piece.byteLength;
    yield piece;
  }
}

const server = createServer((request, response) => {
  const asked = files[(request.url ?? '').split('?')[0] ?? ''];
  if (asked === undefined) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<style>body{margin:0}</style>');
    return;
  }
  const { file, inParts } = asked;
  const range = inParts ? askedRange(request.headers.range, file.size) : 'whole';
  const part = typeof range === 'string' ? { from: 0, to: file.size } : range;
  const head = { 'content-type': 'application/pdf', 'content-length': String(part.to - part.from), ...(inParts ? { 'accept-ranges': 'bytes', 'etag': `"${file.sha256}"` } : {}) };
  response.writeHead(typeof range === 'string' ? 200 : 206, typeof range === 'string' ? head : { ...head, 'content-range': `bytes ${String(part.from)}-${String(part.to - 1)}/${String(file.size)}` });
  // As before: everything decrypted and checked, then sent.
  const body = inParts ? Readable.from(pieces(file, part)) : Readable.from((async function* () { const whole = await store.read(file); sent += whole.byteLength; yield whole; })());
  body.on('error', () => { response.destroy(); }).pipe(response);
});
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const address = server.address();
const origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;

// Headless as a window that is not shown: the older headless mode has no viewer.
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: false, args: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 900, height: 900 } });

/** Milliseconds from the click to the first picture in which the page stands; the bytes that had gone by then. */
async function seen(tab: Page, file: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  await tab.goto(origin);
  sent = 0;
  const began = performance.now();
  await tab.evaluate(`document.body.innerHTML = '<iframe src="${file}?${String(began)}#toolbar=0&navpanes=0" style="border:0;width:900px;height:900px"></iframe>'`);
  for (;;) {
    const picture = await tab.screenshot({ clip: { x: 400, y: 300, width: 60, height: 60 } });
    const { channels: [red] } = await sharp(picture).stats();
    // The viewer is dark grey and an empty frame is white: the scan is neither.
    if (red !== undefined && red.mean > 180 && red.mean < 250 && red.stdev > 1) return { ms: performance.now() - began, bytes: sent };
    if (performance.now() - began > 60_000) throw new Error(`the first page of ${file} was never seen`);
  }
}

/** Milliseconds until the bytes of a file, or a part of it, are here. */
function taken(file: string, range?: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(`${origin}${file}`, range === undefined ? {} : { headers: { range } }, (answer) => { buffer(answer).then(() => { resolve(performance.now() - began); }, reject); }).on('error', reject);
  });
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const results: Record<string, { ms: number; bytes: number }> = {};
for (const file of ['/1', '/100', '/100-whole']) {
  await seen(page, file);
  const runs: { ms: number; bytes: number }[] = [];
  for (let run = 0; run < 7; run += 1) runs.push(await seen(page, file));
  results[file] = { ms: median(runs.map(({ ms }) => ms)), bytes: median(runs.map(({ bytes }) => bytes)) };
}
await browser.close();
const [inParts, atOnce]: [number[], number[]] = [[], []];
for (let run = 0; run < 15; run += 1) {
  inParts.push(await taken('/100', 'bytes=-65536') + await taken('/100', 'bytes=0-524287'));
  atOnce.push(await taken('/100-whole'));
}
/** Milliseconds until the first page is a picture of ours, the file not open yet; then until the next is. */
async function painted(run: number): Promise<{ readonly first: number; readonly next: number }> {
  const { file } = files['/100'] ?? { file: undefined };
  if (file === undefined) throw new Error('no file');
  const content = { key: `run ${String(run)}`, mediaType: 'application/pdf', size: file.size, part: (range: { readonly from: number; readonly to: number }) => store.readPart(file, range) };
  const began = performance.now();
  await pagesOf(content);
  await pictureOfPage(content, { no: 1, width: 1000 });
  const first = performance.now() - began;
  await pictureOfPage(content, { no: 2, width: 1000 });
  return { first, next: performance.now() - began - first };
}
const pictures: { first: number; next: number }[] = [];
for (let run = 0; run < 16; run += 1) pictures.push(await painted(run));
const [ours, turned] = [median(pictures.slice(1).map(({ first }) => first)), median(pictures.slice(1).map(({ next }) => next))];
server.closeAllConnections();
server.close();
rmSync(folder, { recursive: true, force: true });
const [one, parts, whole] = ['/1', '/100', '/100-whole'].map((file) => results[file] ?? { ms: 0, bytes: 0 });
const size = files['/100']?.file.size ?? 0;
console.log(`a scan of 100 pages, ${(size / 1_048_576).toFixed(1)} MB, in parts: end and first half megabyte ${median(inParts).toFixed(0)} ms, whole and checked ${median(atOnce).toFixed(0)} ms (ratio ${(median(inParts) / median(atOnce)).toFixed(3)})`);
console.log(`painted by us: first page ${ours.toFixed(0)} ms (ratio to the whole, decrypted and checked: ${(ours / median(atOnce)).toFixed(2)}), the next ${turned.toFixed(0)} ms`);
console.log(`in Chromium's viewer: first page ${(parts?.ms ?? 0).toFixed(0)} ms with ${((parts?.bytes ?? 0) / 1_048_576).toFixed(1)} MB sent; a file of one page ${(one?.ms ?? 0).toFixed(0)} ms (ratio ${((parts?.ms ?? 0) / (one?.ms ?? 1)).toFixed(2)}); sent whole ${(whole?.ms ?? 0).toFixed(0)} ms (${((whole?.ms ?? 0) / (one?.ms ?? 1)).toFixed(2)})`);
