// SPDX-License-Identifier: EUPL-1.2
import sharp, { type Sharp } from 'sharp';
import type { Inspection, Limits } from './model.ts';

const jpegQuality = 90;

/**
 * Writes a picture anew, upright: what was hidden behind it or in its notes (place of taking, telephone) is gone, and only pixels are left.
 * A picture that is not whole is refused.
 */
export async function inspectImage(bytes: Uint8Array, mediaType: string, { maxPixels }: Limits): Promise<Inspection> {
  try {
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
