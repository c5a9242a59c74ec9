// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { markedCopy } from './mark.ts';

const mark = { who: 'Lê Văn Thử Nghiệm', agency: 'UBND phường Sông Mây', purpose: 'Giải quyết hồ sơ', only: 'Chỉ dùng cho hồ sơ Y99.21-261119-0975', at: Temporal.Instant.from('2026-11-19T08:00:00Z') };
const wordsOf = (pdf: Uint8Array): readonly string[] => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').filter((page) => page.trim() !== '').map((page) => page.replace(/\s+/gu, ' '));
const pdfOf = async (pages: number): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([400, 300 + page]).drawText(`Trang ${String(page + 1)}`);
  return document.save();
};

describe('dấu mờ mục đích (a copy marked with the purpose of its opening)', () => {
  test('says on every page of a PDF who looks, for whom, what for, when, and the dossier alone it is for', async () => {
    const pages = wordsOf(await markedCopy(await pdfOf(3), 'application/pdf', mark) ?? new Uint8Array());

    expect(pages).toHaveLength(3);
    for (const words of pages) expect(words).toMatch(/Chỉ dùng cho hồ sơ Y99\.21-261119-0975 Lê Văn Thử Nghiệm · UBND phường Sông Mây · Giải quyết hồ sơ · 15:00 19\/11\/2026/u);
  });

  test('keeps what was on the page and its size', async () => {
    const copy = await markedCopy(await pdfOf(1), 'application/pdf', mark) ?? new Uint8Array();

    expect(wordsOf(copy)[0]).toContain('Trang 1');
    expect((await PDFDocument.load(copy)).getPage(0).getSize()).toEqual({ width: 400, height: 300 });
  });

  test('turns a picture into a page that shows it under the words', async () => {
    const picture = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#2255aa' } }).png().toBuffer();

    const copy = await markedCopy(picture, 'image/png', mark) ?? new Uint8Array();

    expect(wordsOf(copy)[0]).toContain('Chỉ dùng cho hồ sơ');
    const seen = execFileSync('pdftoppm', ['-r', '40', '-png', '-'], { input: copy });
    const [red, , blue] = (await sharp(seen).stats()).channels;
    expect((blue?.mean ?? 0) - (red?.mean ?? 0)).toBeGreaterThan(80);
  });

  test.each([['a broken PDF', 'application/pdf', '%PDF-1.7 x'], ['a broken picture', 'image/png', 'x'], ['an office file', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK']])('is not made of %s', async (_what, mediaType, text) => {
    expect(await markedCopy(Buffer.from(text), mediaType, mark)).toBeNull();
  });
});
