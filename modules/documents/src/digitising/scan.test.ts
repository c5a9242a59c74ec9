// SPDX-License-Identifier: EUPL-1.2
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrSvg } from '../paper/barcode.ts';
import { renderPaper } from '../paper/render.ts';
import { scanPages } from './scan.ts';
import { twoLayers } from './two-layers.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const sentence = 'Ủy ban nhân dân phường Tân An chứng nhận bà Nguyễn Thị Ví Dụ, sinh ngày 12 tháng 5 năm 1990, thường trú tại số 8 đường Lê Lợi.';
const template = `#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", lang: "vi", size: 14pt)
#for n in range(12) [#d.text #parbreak()]`;

/** A page as a scanner gives it: 200 dpi, a little crooked, with noise. */
async function scannedPage(folder: string, turned: number): Promise<string> {
  const pdf = path.join(folder, 'page.pdf');
  writeFileSync(pdf, await renderPaper({ template, data: { text: sentence }, standard: 'a-2b', at }));
  execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', pdf, path.join(folder, 'page')]);
  const file = path.join(folder, `scan-${String(turned)}.jpg`);
  await sharp(path.join(folder, 'page.png')).rotate(turned, { background: '#fff' }).withMetadata({ density: 200 }).jpeg({ quality: 75 }).toFile(file);
  return file;
}

describe('số hóa (a scanned page)', () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'motcua-digitise-')); });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  test('is straightened and read in Vietnamese, and lies in a PDF/A of two layers with code and QR top left', async () => {
    const read = await scanPages([await scannedPage(folder, 2.4), await scannedPage(folder, 0)]);
    if (!read.ok) throw new Error('not read');
    const [crooked, straight] = read.value;
    const said = crooked?.words.map(({ text }) => text).join(' ') ?? '';
    const file = path.join(folder, 'two.pdf');
    const pdf = await twoLayers(read.value, { code: '000190012345.KQ.G15.000031', qr: qrSvg('https://mot-cua.test/v/x'), title: 'Giấy khai sinh', agency: 'UBND phường Tân An', at });
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

    expect(Math.abs((crooked?.turned ?? 0) + 2.4)).toBeLessThanOrEqual(0.3);
    expect([crooked?.dpi, straight?.turned]).toEqual([200, 0]);
    expect(said.match(/Nguyễn Thị Ví Dụ/gu)?.length).toBeGreaterThanOrEqual(10);
    expect(text).toContain('000190012345.KQ.G15.000031');
    expect(text.replace(/\s+/gu, ' ')).toMatch(/chứng nhận bà Nguyễn Thị/u);
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0);
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages: +2\n/u);
  }, 120_000);

  test('hides nothing of what was scanned, not even written to the edge', async () => {
    const [width, height] = [827, 1169];
    const jpeg = await sharp({ create: { width, height, channels: 3, background: '#808080' } }).jpeg({ quality: 95 }).toBuffer();
    const file = path.join(folder, 'edge.pdf');
    writeFileSync(file, await twoLayers([{ jpeg, width, height, dpi: 100, turned: 0, words: [] }], { code: '000190012345.KQ.G15.000031', qr: qrSvg('https://mot-cua.test/v/x'), title: 'Giấy khai sinh', agency: 'UBND phường Tân An', at }));
    execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', file, path.join(folder, 'edge')]);
    const painted = sharp(path.join(folder, 'edge.png'));
    const all = await painted.metadata();
    const { channels: [grey] } = await sharp(await painted.extract({ left: 2, top: all.height - height + 2, width: width - 4, height: height - 4 }).greyscale().toBuffer()).stats();

    expect(all.height).toBeGreaterThan(height);
    expect([grey?.min, grey?.max]).toEqual([expect.closeTo(128, -1), expect.closeTo(128, -1)]);
  });

  test('may come as a PDF of several pages', async () => {
    const pdf = path.join(folder, 'hai-trang.pdf');
    writeFileSync(pdf, await renderPaper({ template: `${template}#pagebreak()\n#d.text`, data: { text: sentence }, standard: 'a-2b', at }));
    const read = await scanPages([pdf]);

    expect(read.ok ? read.value.map(({ dpi, words }) => [dpi, words.length > 20]) : read.error).toEqual([[200, true], [200, true]]);
  }, 120_000);

  test('that is no picture is named by its place', async () => {
    const broken = path.join(folder, 'hong.jpg');
    writeFileSync(broken, readFileSync(path.join(folder, 'page.png')).subarray(0, 300));

    expect(await scanPages([await scannedPage(folder, 0), broken])).toEqual({ ok: false, error: { code: 'scan-unreadable', picture: 2 } });
  }, 120_000);
});
