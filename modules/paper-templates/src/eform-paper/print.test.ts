// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { productEforms } from '@motcua/eforms';
import { anEform } from '@motcua/eforms/testing';
import { describe, expect, test } from 'vitest';
import { printEform } from './print.ts';

const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });

describe('mẫu trống, mẫu điền sẵn: an e-form on paper', () => {
  test('asks every question of the form, with boxes for its choices and rows for its lists', async () => {
    const text = textOf(await printEform(anEform(), 'blank'));

    for (const words of ['TỜ KHAI THỬ NGHIỆM', 'Họ và tên', 'Cấp mới', 'Lý do cấp lại', 'Chỉ ghi khi «Loại» là «Cấp lại»', 'Tên trường', 'NGƯỜI KHAI']) expect(text).toContain(words);
    expect(text).not.toContain('MẪU');
  });

  test('is filled in for nobody and stamped MẪU as a sample', async () => {
    const text = textOf(await printEform(anEform(), 'sample'));

    expect(text).toContain('MẪU');
    expect(text).toContain('Nguyễn Văn Mẫu');
    expect(text).toContain('000095012345');
    expect(text).toContain('không dùng để nộp');
  });

  test('takes markup in a label as text', async () => {
    expect(textOf(await printEform(anEform({ title: 'Đơn #panic() *đậm*' }), 'blank'))).toContain('ĐƠN #PANIC() *ĐẬM*');
  });

  test('can be had of every form of the product, as PDF/A-2b', async () => {
    for (const form of await productEforms()) {
      for (const kind of ['blank', 'sample'] as const) {
        const pdf = await printEform(form, kind);

        expect(Buffer.from(pdf).toString('latin1'), form.key).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B/u);
        expect(textOf(pdf).normalize('NFC').replace(/\s+/gu, ' ').toLowerCase(), form.key).toContain(form.title.toLowerCase());
      }
    }
  });
});
