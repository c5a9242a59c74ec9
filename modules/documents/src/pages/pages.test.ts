// SPDX-License-Identifier: EUPL-1.2
import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { twoLayers } from '../digitising/two-layers.ts';
import { renderPaper } from '../paper/render.ts';
import { photographOf } from '../testing-photographs.ts';
import { smallPdf } from '../testing.ts';
import { type Leafed, leafedWhole, pagesOf, pictureOfPage, wordsOfPage } from './pages.ts';

let contract: Uint8Array;
beforeAll(async () => {
  contract = await renderPaper({ template: '#set page(paper: "a4")\n#set text(size: 20pt)\nGIẤY PHÉP XÂY DỰNG\n#pagebreak()\nPhụ lục kèm theo', data: {}, standard: 'a-2b', at: Temporal.Instant.from('2026-11-26T09:41:00+07:00') });
});

let last = 0;
/** A content nobody looked at before. */
function aContent(bytes: Uint8Array, mediaType = 'application/pdf'): Leafed & { sent: number } {
  last += 1;
  const content = { ...leafedWhole(`content ${String(last)}`, mediaType, bytes), sent: 0, part: ({ from, to }: { readonly from: number; readonly to: number }) => { content.sent += to - from; return Promise.resolve(bytes.subarray(from, to)); } };
  return content;
}

describe('xem từng trang (pages as pictures)', () => {
  test('counts the pages of a PDF and says how wide they are', async () => {
    expect(await pagesOf(aContent(contract))).toEqual({ pages: 2, ratio: expect.closeTo(210 / 297, 3) });
  });

  test('paints the page that is asked for, as wide as asked, with what is written on it', async () => {
    const jpeg = await pictureOfPage(aContent(contract), { no: 2, width: 800 });
    if (typeof jpeg === 'string') throw new Error(jpeg);
    const { width, height, format } = await sharp(jpeg).metadata();
    const { channels: [grey] } = await sharp(jpeg).greyscale().stats();

    expect([format, width, height]).toEqual(['jpeg', 800, expect.closeTo(800 * 297 / 210, -1)]);
    expect([grey?.min, grey?.max]).toEqual([expect.closeTo(0, -2), 255]);
  });

  test('keeps a page that is drawn very long within bounds', async () => {
    const jpeg = await pictureOfPage(aContent(Buffer.from(Buffer.from(smallPdf).toString('latin1').replace('[0 0 420 595]', '[0 0 2 99999]'), 'latin1')), { no: 1, width: 2400 });

    expect((await sharp(Buffer.from(jpeg)).metadata()).height).toBe(8000);
  });

  test('reads the words of a page with their tone marks', async () => {
    expect([await wordsOfPage(aContent(contract), 1), await wordsOfPage(aContent(contract), 2)]).toMatchObject([{ words: expect.stringContaining('GIẤY PHÉP XÂY DỰNG') }, { words: expect.stringContaining('Phụ lục kèm theo') }]);
  });

  test('asks for no part twice while somebody leafs through', async () => {
    const content = aContent(contract);
    await pagesOf(content);
    await pictureOfPage(content, { no: 1, width: 300 });
    await pictureOfPage(content, { no: 2, width: 300 });

    expect(content.sent).toBe(contract.byteLength);
  });

  test('asks of a large scan only for what the page needs', async () => {
    const noise = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 200, sigma: 30 } } }).jpeg({ quality: 60 }).toBuffer();
    const pages = Array.from({ length: 30 }, (_, no) => ({ jpeg: Buffer.concat([noise, Buffer.from([no])]), width: 1240, height: 1754, dpi: 150, turned: 0, words: [] }));
    const scan = await twoLayers(pages, { code: 'x', qr: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', title: 'x', agency: 'x', at: Temporal.Instant.from('2026-11-26T09:41:00+07:00') });
    const content = aContent(scan);
    const jpeg = await pictureOfPage(content, { no: 20, width: 400 });
    const { channels: [grey] } = await sharp(Buffer.from(jpeg)).greyscale().stats();

    expect(grey?.mean).toBeCloseTo(200, -1);
    expect(content.sent / scan.byteLength).toBeLessThan(0.3);
  });

  test('shows photographs, never larger than they are, and every page of a TIFF', async () => {
    const photograph = await photographOf(['CĂN CƯỚC'], { dpi: 72, turned: 0, blurred: 0 });
    const own = (await sharp(photograph).metadata()).width;
    const jpeg = await pictureOfPage(aContent(photograph, 'image/jpeg'), { no: 1, width: 2400 });
    const two = await sharp([await sharp({ create: { width: 40, height: 60, channels: 3, background: '#fff' } }).png().toBuffer(), await sharp({ create: { width: 40, height: 60, channels: 3, background: '#000' } }).png().toBuffer()], { join: { animated: true } }).tiff().toBuffer();
    const second = await pictureOfPage(aContent(two, 'image/tiff'), { no: 2, width: 200 });

    expect((await sharp(Buffer.from(jpeg)).metadata()).width).toBe(own);
    expect(await pagesOf(aContent(two, 'image/tiff'))).toMatchObject({ pages: 2 });
    expect((await sharp(Buffer.from(second)).greyscale().stats()).channels[0]?.mean).toBeLessThan(10);
  });

  test.each([['beyond the last page', smallPdf, 2, 'no-page'], ['a file that is no PDF', Buffer.from('%PDF-1.7 hỏng'), 1, 'unreadable'], ['nothing', new Uint8Array(), 1, 'unreadable']] as const)('says %s', async (_what, bytes, no, refused) => {
    expect(await pictureOfPage(aContent(bytes), { no, width: 300 })).toBe(refused);
  });

  test('says when the store does not give the bytes', async () => {
    await expect(pagesOf({ ...aContent(smallPdf), part: () => Promise.reject(new Error('kho không trả lời')) })).rejects.toThrow('kho không trả lời');
  });
});
