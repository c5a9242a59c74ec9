// SPDX-License-Identifier: EUPL-1.2
/** The painter: a process of its own that opens strangers' files and paints their pages. Started by `pages.ts`. */
import process from 'node:process';
import sharp from 'sharp';
import { HeldParts } from './held-parts.ts';
import { type PageAnswer, PageJob } from './job.ts';
import { openPdf, type OpenPdf, startAnew } from './pdfium.ts';

const quality = 75;
/** No page is painted longer, however it is drawn; pixels. */
const longestSide = 8000;
/** Contents that stay here for the next page, and for how long after the last question; milliseconds. */
const [mostHeld, heldFor] = [3, 60_000];

type Wanted = PageJob['want'];
type Answer = PageAnswer extends infer One ? One extends unknown ? Omit<One, 'id'> : never : never;
/** A content that is looked at: what of it is here, and the PDF while it is open. */
type Held = { readonly parts: HeldParts; pdf: OpenPdf | null };

const held = new Map<string, Held>();
const unreadable: Answer = { state: 'unreadable' };

async function fromPdf(pdf: OpenPdf, want: Wanted): Promise<Answer> {
  if (want.what === 'count') {
    const size = pdf.sizeOf(0);
    return size === null ? unreadable : { state: 'counted', pages: pdf.pages, ratio: size.width / size.height };
  }
  if (want.no > pdf.pages) return { state: 'no-page' };
  if (want.what === 'words') {
    const words = pdf.wordsOf(want.no - 1);
    return words === null ? unreadable : { state: 'read', words };
  }
  const page = pdf.sizeOf(want.no - 1);
  if (page === null) return unreadable;
  const scale = Math.min(want.width / page.width, longestSide / page.height);
  const size = { width: Math.max(1, Math.round(page.width * scale)), height: Math.max(1, Math.round(page.height * scale)) };
  const pixels = pdf.paint(want.no - 1, size);
  return pixels === null ? unreadable : { state: 'painted', jpeg: new Uint8Array(await sharp(pixels, { raw: { ...size, channels: 4 } }).removeAlpha().jpeg({ quality }).toBuffer()) };
}

/** A picture is needed whole; a TIFF holds several. */
async function fromPicture({ parts }: Held, want: Wanted): Promise<Answer> {
  const rest = parts.rest();
  if (rest !== null) return { state: 'needs', ranges: [rest] };
  const { pages = 1, autoOrient } = await sharp(parts.bytes).metadata();
  if (want.what === 'count') return { state: 'counted', pages, ratio: autoOrient.width / autoOrient.height };
  if (want.no > pages) return { state: 'no-page' };
  if (want.what === 'words') return { state: 'read', words: '' };
  const painted = sharp(parts.bytes, { page: want.no - 1, failOn: 'none' }).rotate().resize({ width: want.width, withoutEnlargement: true }).flatten({ background: '#fff' }).jpeg({ quality });
  return { state: 'painted', jpeg: new Uint8Array(await painted.toBuffer()) };
}

/** Asks the PDF; when a part was missed on the way, it is closed, for what it made of the gap is wrong. */
async function fromParts(one: Held, want: Wanted): Promise<Answer> {
  one.pdf ??= await openPdf(one.parts);
  const answer = one.pdf === null ? unreadable : await fromPdf(one.pdf, want);
  const missing = one.parts.missing();
  if (missing === null) return answer;
  one.pdf?.close();
  one.pdf = null;
  return { state: 'needs', ranges: [missing] };
}

function hold(key: string, size: number): Held {
  const one: Held = { parts: new HeldParts(size), pdf: null };
  held.set(key, one);
  for (const [old, { pdf }] of [...held].slice(0, -mostHeld)) { pdf?.close(); held.delete(old); }
  return one;
}

/** The engine gives up on what it finds impossible, as a gap in the middle of an object: nothing open in it can be asked or closed any more. */
function startedAnew(): void {
  startAnew();
  for (const one of held.values()) one.pdf = null;
}

async function answered({ key, mediaType, size, parts, want }: PageJob): Promise<Answer> {
  try {
    const known = held.get(key);
    const one = known ?? hold(key, size);
    for (const { from, bytes } of parts) one.parts.take(from, bytes);
    if (mediaType !== 'application/pdf') return await fromPicture(one, want);
    return known === undefined && parts.length === 0 && size > 0 ? { state: 'needs', ranges: [...one.parts.ends()] } : await fromParts(one, want);
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'RuntimeError') startedAnew();
    const missing = held.get(key)?.parts.missing() ?? null;
    return missing === null ? unreadable : { state: 'needs', ranges: [missing] };
  }
}

let forgetting: ReturnType<typeof setTimeout> | undefined;
function forgetLater(): void {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { for (const { pdf } of held.values()) pdf?.close(); held.clear(); }, heldFor);
  forgetting.unref();
}

// One after the other: the engine paints one page at a time.
let work: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  const job = PageJob.parse(message);
  work = work.then(async () => {
    const answer = await answered(job);
    forgetLater();
    if (process.connected) process.send?.({ id: job.id, ...answer });
  });
});
