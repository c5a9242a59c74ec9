// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';

const smallWidth = 600;
const widest = 6;
const coarse = 0.5;
const fine = 0.1;

/** How unevenly ink lies over the rows of a picture turned by an angle: lines of text that lie level give sharp steps. */
async function unevenness(grey: { readonly data: Buffer; readonly width: number; readonly height: number }, angle: number): Promise<number> {
  const { data, info } = await sharp(grey.data, { raw: { width: grey.width, height: grey.height, channels: 1 } }).rotate(angle, { background: '#fff' }).raw().toBuffer({ resolveWithObject: true });
  let sum = 0;
  let before = 0;
  for (let row = 0; row < info.height; row += 1) {
    let ink = 0;
    for (let column = 0; column < info.width; column += 1) if ((data[(row * info.width + column) * info.channels] ?? 255) < 128) ink += 1;
    sum += (ink - before) ** 2;
    before = ink;
  }
  return sum;
}

/** The angle in degrees by which a page has to be turned so that its lines lie level; 0 when it is not clear. */
export async function skewOf(picture: Uint8Array): Promise<number> {
  const { data, info } = await sharp(picture).resize({ width: smallWidth, withoutEnlargement: true }).greyscale().normalise().raw().toBuffer({ resolveWithObject: true });
  const grey = { data, width: info.width, height: info.height };
  const best = async (from: number, to: number, step: number): Promise<{ readonly angle: number; readonly value: number }> => {
    let found = { angle: 0, value: -1 };
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const value = await unevenness(grey, angle);
      if (value > found.value) found = { angle, value };
    }
    return found;
  };
  const first = await best(-widest, widest, coarse);
  const exact = await best(first.angle - coarse, first.angle + coarse, fine);
  const level = await unevenness(grey, 0);
  return exact.value > level * 1.03 ? Math.round(exact.angle * 10) / 10 : 0;
}
