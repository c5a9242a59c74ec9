// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { compareWith } from './compare.ts';
import { coverText, lineByName, splitScan } from './split-scan.ts';

const batch = '0193a000-0000-7000-8000-000000000001';
const page = (text: string) => ({ text, code: null });
const cover = (no: number, of = batch) => ({ text: 'tờ đầu', code: coverText(of, { line: no, withNotes: false }) });

describe('tách tệp quét (a file of scans parted at cover sheets)', () => {
  test('gives each line the pages behind its sheet, and leaves the sheets out', () => {
    const parts = splitScan([cover(3), page('a'), page('b'), cover(7), page('c')], batch);

    expect(parts.map(({ slot, pages }) => [slot?.line, pages.map(({ text }) => text)])).toEqual([[3, ['a', 'b']], [7, ['c']]]);
  });

  test('keeps pages before the first sheet, behind a sheet of another batch, and a sheet without pages', () => {
    const parts = splitScan([page('a'), cover(3, '0193a000-0000-7000-8000-000000000002'), page('b'), cover(4)], batch);

    expect(parts.map(({ slot, isCovered, pages }) => [slot?.line ?? null, isCovered, pages.length])).toEqual([[null, false, 1], [null, true, 1], [4, true, 0]]);
  });

  test('takes a code of somebody else for a page of the paper', () => {
    expect(splitScan([{ text: 'a', code: 'https://vi-du.vn' }, { text: 'b', code: 'motcua:dong:x:y' }], batch).map(({ slot, pages }) => [slot, pages.length])).toEqual([[null, 1], [null, 0]]);
    expect(splitScan([], batch)).toEqual([]);
  });

  test('tells the second scan of a paper, with its notes, by its own sheet', () => {
    const parts = splitScan([cover(3), page('a'), { text: 'tờ đầu', code: coverText(batch, { line: 3, withNotes: true }) }, page('b'), { text: 'lạ', code: `motcua:dong:${batch}:3:khac` }], batch);

    expect(parts.map(({ slot, opening, pages }) => [slot, opening.text, pages.length])).toEqual([[{ line: 3, withNotes: false }, 'tờ đầu', 1], [{ line: 3, withNotes: true }, 'tờ đầu', 1], [null, 'lạ', 0]]);
  });
});

describe('khớp tên tệp với dòng (a file by its name)', () => {
  const free = { takesScan: true, takesNotes: false };
  const lines = [{ no: 1, names: ['ht200125', '252001'], ...free }, { no: 2, names: ['ht200126'], ...free }, { no: 3, names: ['ht200126'], ...free }, { no: 4, names: ['k7'], takesScan: false, takesNotes: true }];

  test.each<[string, number | null, readonly number[]]>([
    ['HT-2001-25.pdf', 1, []], ['ht 2001 25.PDF', 1, []], ['HT.2001.25_mặt sau.jpg', 1, []], ['25-2001 (2).png', 1, []], ['HT-2001-26.pdf', null, [2, 3]], ['K7.pdf', null, [4]], ['Scan0001.pdf', null, []], ['.pdf', null, []],
  ])('%s', (name, line, candidates) => {
    expect(lineByName(name, lines)).toEqual({ slot: line === null ? null : { line, withNotes: false }, candidates });
  });

  test.each<[string, number | null, readonly number[]]>([['K7 ghi chú.pdf', 4, []], ['k7_ghi-chu.PDF', 4, []], ['K7 (ghi chú).jpg', 4, []], ['HT-2001-25 ghi chú.pdf', null, [1]]])('%s, with its notes', (name, line, candidates) => {
    expect(lineByName(name, lines)).toEqual({ slot: line === null ? null : { line, withNotes: true }, candidates });
  });
});

describe('so bản quét với dòng (what was read beside what the line says)', () => {
  const line = { ownerName: 'Nguyễn Văn Mẫu', number: '25/2001', issuedOn: '2001-03-05' };

  test('agrees without regard to marks, case and spacing, and with days in words', () => {
    expect(compareWith(line, 'Số: 25 / 2001\nHọ tên: NGUYEN VAN\nMẪU\nngày 5 tháng 3 năm 2001', []).map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees', 'agrees']);
  });

  test('says what was read instead, or that nothing was', () => {
    expect(compareWith(line, 'cấp ngày 06/03/2001', [{ name: 'Số', value: '26/2001' }])).toEqual([{ field: 'ownerName', verdict: 'unread', read: null }, { field: 'number', verdict: 'differs', read: '26/2001' }, { field: 'issuedOn', verdict: 'differs', read: '2001-03-06' }]);
    expect(compareWith({ ...line, number: null, issuedOn: null }, '', [])).toHaveLength(1);
  });
});
