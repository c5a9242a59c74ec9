// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { asRuns, readSheets, sheetsOf } from './security-sheets.ts';

describe('số giấy bảo an (numbers of sheets as people write them)', () => {
  test.each([
    ['AB 0000017', [{ series: 'AB', first: 17, last: 17, digits: 7 }]],
    ['ab0000017', [{ series: 'AB', first: 17, last: 17, digits: 7 }]],
    ['AB 0000001-0000100', [{ series: 'AB', first: 1, last: 100, digits: 7 }]],
    ['AB 0000001 đến 0000100', [{ series: 'AB', first: 1, last: 100, digits: 7 }]],
    ['Đ2 015, Đ2 016; C-9', [{ series: 'Đ2', first: 15, last: 15, digits: 3 }, { series: 'Đ2', first: 16, last: 16, digits: 3 }, { series: 'C', first: 9, last: 9, digits: 1 }]],
    ['AB0000001 - 0000100', [{ series: 'AB', first: 1, last: 100, digits: 7 }]],
    ['', []],
  ])('«%s» is read', (text, runs) => {
    expect(readSheets(text)).toEqual({ ok: true, value: runs });
  });

  test.each([['0000017', '0000017'], ['AB', 'AB'], ['AB 5-3', 'AB 5-3'], ['AB 1-10001', 'AB 1-10001'], ['AB 0', 'AB 0'], ['AB 1-5, AB 3', 'AB 3']])('«%s» is not, and the piece is named', (text, piece) => {
    expect(readSheets(text)).toEqual({ ok: false, error: piece });
  });

  test('are told one by one and as runs of neighbours', () => {
    expect(sheetsOf([{ series: 'A', first: 3, last: 5, digits: 1 }]).map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(asRuns([3, 4, 5, 9])).toEqual([{ first: 3, last: 5 }, { first: 9, last: 9 }]);
  });
});
