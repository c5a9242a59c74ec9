// SPDX-License-Identifier: EUPL-1.2
/** The inker: a process of its own that opens strangers' pictures of signatures and seals. Started by `picture.ts`; what makes it fall or hang reaches nobody else. */
import process from 'node:process';
import sharp from 'sharp';
import { coloured, cut, faultOf, inkOf, type Inked } from './ink.ts';
import { InkJob, type PictureFault, type PictureKind } from './model.ts';

/** Dots of a picture at most, and of the longer side of one that is kept. */
const [mostDots, longestSide] = [40_000_000, 1400];

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegHead = Buffer.from([0xff, 0xd8, 0xff]);

/** Whether a PNG moves: the part that says so stands before the first picture. */
function moves(png: Buffer): boolean {
  for (let at = pngHead.length; at + 8 <= png.length;) {
    const part = png.toString('latin1', at + 4, at + 8);
    if (part === 'acTL') return true;
    if (part === 'IDAT') return false;
    at += 12 + png.readUInt32BE(at);
  }
  return false;
}

/** What kind of file it is, by its first bytes: nothing else is opened. */
function refusedKind(bytes: Buffer): PictureFault | null {
  const isPng = bytes.subarray(0, pngHead.length).equals(pngHead);
  if (!isPng && !bytes.subarray(0, jpegHead.length).equals(jpegHead)) return 'not-a-picture';
  return isPng && moves(bytes) ? 'animated' : null;
}

async function inked(kind: PictureKind, bytes: Buffer): Promise<Inked> {
  const refused = refusedKind(bytes);
  if (refused !== null) return { fault: refused };
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > mostDots) return { fault: 'too-many-dots' };
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: mostDots }).rotate().flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha().resize({ width: longestSide * 2, height: longestSide * 2, fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
  // A picture in greys has one colour a dot.
  const dots = info.channels === 3 ? new Uint8Array(data) : Uint8Array.from({ length: info.width * info.height * 3 }, (_, at) => data[Math.floor(at / 3) * info.channels] ?? 255);
  const found = inkOf({ data: dots, width: info.width, height: info.height });
  const ink = typeof found === 'string' ? found : cut(found);
  if (typeof ink === 'string') return { fault: ink };
  const fault = faultOf(kind, ink);
  if (fault !== null) return { fault };
  const made = await sharp(coloured(kind, ink), { raw: { width: ink.width, height: ink.height, channels: 4 } }).resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
  return { png: new Uint8Array(made.data), width: made.info.width, height: made.info.height };
}

// One after the other: two large pictures at once would need twice the memory.
let work: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  const { id, kind, bytes } = InkJob.parse(message);
  work = work.then(async () => {
    const answer = await inked(kind, Buffer.from(bytes)).catch((): Inked => ({ fault: 'damaged' }));
    if (process.connected) process.send?.({ id, ...answer });
  });
});
