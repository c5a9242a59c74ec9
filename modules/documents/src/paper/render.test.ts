// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { plainTemplate } from '../testing.ts';
import { code128Svg, qrSvg } from './barcode.ts';
import { type Paper, renderPaper, renderPaperWithPlaces } from './render.ts';

const aPaper = (text: string): Paper =>
  ({ template: plainTemplate, data: { text }, standard: 'a-2b', at: Temporal.Instant.from('2026-11-26T09:41:00+07:00') });
const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });

describe('in giấy tờ: a printed paper', () => {
  test('says its Vietnamese text to whoever copies it out', async () => {
    const pdf = await renderPaper(aPaper('Đặng Thị Ẩn, phường Tân An, ngày hẹn trả: 30/11/2026'));

    expect(textOf(pdf)).toContain('Đặng Thị Ẩn, phường Tân An, ngày hẹn trả: 30/11/2026');
  });

  test('takes markup of a person as text', async () => {
    const hostile = '#panic() *đậm* $x$ \\ #read("/etc/passwd") </text> @a';

    const pdf = await renderPaper(aPaper(hostile));

    expect(textOf(pdf)).toContain('#panic() *đậm* $x$ \\ #read("/etc/passwd") </text> @a');
  });

  test('is the same file when printed again, also after other papers and a clearing of the press', async () => {
    const first = await renderPaper(aPaper('một'));
    for (let count = 0; count < 25; count += 1) await renderPaper(aPaper(`khác ${String(count)}`));

    const again = await renderPaper(aPaper('một'));

    expect(Buffer.compare(first, again)).toBe(0);
  });

  test('says that it keeps to PDF/A-2b', async () => {
    expect(Buffer.from(await renderPaper(aPaper('x'))).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B/u);
  });

  test('tells the places its template reserved', async () => {
    const { places } = await renderPaperWithPlaces(aPaper('x'));

    expect(places).toEqual([
      { name: 'officer', page: 1, x: 40, y: 200, width: 140, height: 56 }, { name: 'agency', page: 1, x: 40, y: 300, width: 140, height: 56 }]);
  });

  test('cannot read files of the machine, and a template that does not compile is a fault', async () => {
    await expect(renderPaper({ ...aPaper('x'), template: '#read("/etc/passwd")' })).rejects.toThrow(/does not compile/u);
  });
});

describe('mã vạch, mã QR: a code on paper', () => {
  test('is a drawing without script or outside address', () => {
    for (const svg of [qrSvg('https://motcua.example.vn/x/m1.a.b'), code128Svg('H15.50.05.13-261119-0975')]) {
      expect(svg).toMatch(/^<svg [^>]*>/u);
      expect(svg).not.toMatch(/script|href/u);
    }
  });
});

describe('máy in: the press', () => {
  test('prints many papers at once, each to whom it was promised', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `Giấy số ${String(index)}`);

    const pdfs = await Promise.all(texts.map((text) => renderPaper(aPaper(text))));

    expect(pdfs.map((pdf) => textOf(pdf).trim())).toEqual(texts);
  });

  test('does not keep the process alive when nothing is to be printed', () => {
    const script = `
      const { renderPaper } = await import(${JSON.stringify(new URL('./render.ts', import.meta.url).href)});
      const pdf = await renderPaper({ template: 'xin chào', data: {}, standard: 'a-2b', at: Temporal.Instant.fromEpochMilliseconds(0) });
      console.log(pdf.length > 1000);`;

    const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 20_000 });

    expect(answer.trim()).toBe('true');
  });
});
