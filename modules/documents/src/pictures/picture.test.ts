// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inkPicture } from './picture.ts';
import { specimenPicture } from './specimen.ts';

const corner = async (png: Uint8Array): Promise<readonly number[]> => [...(await sharp(png).ensureAlpha().raw().toBuffer()).subarray(0, 4)];

/** The colour of the dots that are all ink. */
async function inkColour(png: Uint8Array): Promise<string> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const colours = new Set(Array.from({ length: info.width * info.height }, (_, at) => data.subarray(at * 4, at * 4 + 4)).filter((dot) => dot[3] === 255).map((dot) => dot.subarray(0, 3).toString('hex')));
  return [...colours].join(' ');
}

const said = async (bytes: Uint8Array, kind: 'officer' | 'seal' = 'officer'): Promise<string> => {
  const made = await inkPicture(kind, bytes);
  return made.ok ? 'taken' : made.error;
};
const plain = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } });

describe('hình chữ ký, hình con dấu (a picture made ready for papers)', () => {
  test('loses its white ground, is cut to its ink and becomes blue for a person', async () => {
    const made = await inkPicture('officer', await specimenPicture('officer', 'Nguyễn Văn Mẫu'));

    if (!made.ok) throw new Error(made.error);
    expect(made.value.width).toBeLessThan(640);
    expect((await corner(made.value.png))[3]).toBe(0);
    expect(await inkColour(made.value.png)).toBe('123c9c');
  });

  test('becomes red and as high as wide for a seal', async () => {
    const made = await inkPicture('seal', await specimenPicture('seal', ''));

    if (!made.ok) throw new Error(made.error);
    expect(Math.abs(made.value.width - made.value.height)).toBeLessThanOrEqual(2);
    expect(await inkColour(made.value.png)).toBe('c1121f');
  });

  test('may be a photograph on greyish paper: the paper goes, the ink stays', async () => {
    const photograph = await sharp(await specimenPicture('officer', 'A')).linear(0.8, 10).extend({ top: 200, bottom: 200, left: 300, right: 300, background: '#d6d6d2' }).blur(0.8).jpeg({ quality: 70 }).toBuffer();

    const made = await inkPicture('officer', photograph);

    if (!made.ok) throw new Error(made.error);
    expect([made.value.width, made.value.height].map((side) => side < 700)).toEqual([true, true]);
    expect((await corner(made.value.png))[3]).toBe(0);
    const [, , , cover] = (await sharp(made.value.png).stats()).channels;
    expect(cover?.mean).toBeLessThan(80);
  });

  test('keeps a transparent ground', async () => {
    const clear = await sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="200"><path d="M20 100 Q120 20 240 100 T480 100" fill="none" stroke="#00f" stroke-width="12"/></svg>')).png().toBuffer();

    const made = await inkPicture('officer', clear);

    if (!made.ok) throw new Error(made.error);
    expect((await corner(made.value.png))[3]).toBe(0);
  });

  test('is refused in words that say what to do', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><circle r="200" cx="250" cy="250"/></svg>');
    const still = await sharp(await specimenPicture('officer', 'A')).png().toBuffer();
    const part = Buffer.alloc(20);
    part.writeUInt32BE(8, 0);
    part.write('acTL', 4, 'latin1');
    const animated = Buffer.concat([still.subarray(0, 33), part, still.subarray(33)]);

    expect(await Promise.all([
      said(new Uint8Array()), said(svg), said(Buffer.from('GIF89a không phải')), said(animated), said(still.subarray(0, 900)), said(new Uint8Array(20 * 1024 * 1024)), said(await plain(1, 1, '#fff').png().toBuffer()), said(await plain(400, 400, '#fff').png().toBuffer()),
      said(await plain(400, 400, '#222').png().toBuffer()), said(await sharp(still).resize({ width: 90 }).png().toBuffer()), said(still, 'seal'), said(await plain(400, 400, '#00f').extend({ top: 400, bottom: 400, left: 300, right: 300, background: '#fff' }).png().toBuffer()),
    ])).toEqual([
      expect.stringContaining('Tệp trống'), expect.stringContaining('không phải ảnh PNG hoặc JPG'), expect.stringContaining('không phải ảnh'), expect.stringContaining('nhiều khung'), expect.stringContaining('bị hỏng'), expect.stringContaining('nặng hơn 5 MB'), expect.stringContaining('Chưa thấy chữ ký'), expect.stringContaining('Chưa thấy chữ ký'),
      expect.stringContaining('Nền ảnh tối'), expect.stringContaining('quá nhỏ'), expect.stringMatching(/quá nhỏ|bị méo/u), expect.stringContaining('nhiều vùng đậm'),
    ]);
  });
});
