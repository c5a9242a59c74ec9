// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { isScanName, isWhole, paperNamed } from './dropped-files.ts';

describe('a file in the folder of a station (tệp máy quét vừa ghi)', () => {
  test('is whole only when two glances saw the same and something is in it', () => {
    const now = { size: 10, changedAt: 5 };
    expect([isWhole(now, undefined), isWhole(now, { size: 9, changedAt: 5 }), isWhole(now, { size: 10, changedAt: 4 }), isWhole({ size: 0, changedAt: 5 }, { size: 0, changedAt: 5 }), isWhole(now, now)]).toEqual([false, false, false, false, true]);
  });

  test.each([['a.pdf', true], ['Scan 1.TIFF', true], ['x.jpeg', true], ['~a.pdf', false], ['.a.pdf', false], ['a.pdf.part', false], ['Thumbs.db', false]])('called %s is a scan: %s', (name, is) => {
    expect(isScanName(name)).toBe(is);
  });

  test('named by the label of a paper tells which paper it is', () => {
    expect(paperNamed('quet_y99.21-261121-00012.g2_0001.pdf')).toEqual({ code: 'Y99.21-261121-00012', paperNo: 2 });
    expect([paperNamed('Scan0001.pdf'), paperNamed('Y99.21-261121-00012.pdf')]).toEqual([null, null]);
  });
});
