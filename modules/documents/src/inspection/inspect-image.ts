// SPDX-License-Identifier: EUPL-1.2
import sharp, { type Sharp } from 'sharp';
import type { Inspection, Limits } from './model.ts';

const jpegQuality = 90;

/** A TIFF holds several pages: each is opened whole, and the file is kept as it is, for only our reader opens it. */
async function inspectTiff(bytes: Uint8Array, { maxPages, maxPixels }: Limits): Promise<Inspection> {
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
  if (pages > maxPages) return { fault: 'too-many-pages' };
  for (let page = 0; page < pages; page += 1) {
    const { width, height } = await sharp(bytes, { page, limitInputPixels: false, failOn: 'error' }).metadata();
    if (width * height > maxPixels) return { fault: 'image-too-large' };
    await sharp(bytes, { page, failOn: 'error' }).stats();
  }
  return { pages, bytes: null };
}

/**
 * Writes a picture anew, upright: what was hidden behind it or in its notes (place of taking, telephone) is gone, and only pixels are left.
 * A picture that is not whole is refused.
 */
export async function inspectImage(bytes: Uint8Array, mediaType: string, limits: Limits): Promise<Inspection> {
  try {
    if (mediaType === 'image/tiff') return await inspectTiff(bytes, limits);
    const { maxPixels } = limits;
    const open = (): Sharp => sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 });
    const { width, height } = await open().metadata();
    if (width * height > maxPixels) return { fault: 'image-too-large' };
    const upright = open().rotate();
    const written = await (mediaType === 'image/png' ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: jpegQuality })).toBuffer();
    return { pages: null, bytes: new Uint8Array(written) };
  } catch {
    return { fault: 'damaged' };
  }
}
