// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentHeader, cleanFileName } from './file-name.ts';

describe('tên tệp: the name of a file that came in', () => {
  test.each([
    ['C:\\Users\\an\\Đơn.pdf', 'Đơn.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['Ðơn đề nghị.pdf', 'Đơn đề nghị.pdf'],
    ['Giấy phép.pdf'.normalize('NFD'), 'Giấy phép.pdf'],
    ['a\u0000b\u001f.pdf', 'ab.pdf'],
    ['ảnh\u202Egpj.exe', 'ảnhgpj.exe'],
    ['  \n ', 'tệp'],
    ['...', 'tệp'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test('is never longer than 160 letters and keeps its extension', () => {
    const clean = cleanFileName(`${'ệ'.repeat(4000)}.pdf`);

    expect(Array.from(clean)).toHaveLength(160);
    expect(clean.endsWith('.pdf')).toBe(true);
  });

  test('is clean whatever came in, and cleaning it again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      const clean = cleanFileName(name);
      expect(clean).not.toMatch(/[\u0000-\u001f\u007f/\\]/u);
      expect(clean.length).toBeGreaterThan(0);
      expect(cleanFileName(clean)).toBe(clean);
    }));
  });

  test('travels in a header of plain ASCII, with the Vietnamese name beside it', () => {
    expect(attachmentHeader('Đơn đề nghị.pdf')).toBe('attachment; filename="don de nghi.pdf"; filename*=UTF-8\'\'%C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B.pdf');
  });

  test('cannot break out of the header', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(attachmentHeader(name)).toMatch(/^attachment; filename="[a-zA-Z0-9 ._-]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/u);
    }));
  });
});
