// SPDX-License-Identifier: EUPL-1.2
import decodeQR from 'qr/decode.js';

const longest = 1600;

/** Reads the QR code in a picture or a frame of the camera; null when none is seen. `source` is drawn small enough to be quick. */
export function codeInPicture(source: CanvasImageSource, { width, height }: { readonly width: number; readonly height: number }): string | null {
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return null;
  }
}

/** Reads the QR code in a picture file. */
export async function codeInFile(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const code = codeInPicture(picture, picture);
  picture.close();
  return code;
}

/** The SHA-256 of a file, worked out here: the file goes nowhere. */
export async function digestOf(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
