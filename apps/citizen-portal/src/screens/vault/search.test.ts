// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { matches } from './search.ts';

const paper = { name: 'Giấy phép xây dựng', number: '12/GPXD', agencyName: 'UBND xã Đắk Nhau', code: '000095012345.KQ.G17.000311', dossier: null };

describe('looking for a paper in the vault (tìm giấy trong kho)', () => {
  test.each(['', 'giay phep 12', 'GIẤY phép', 'dak nhau', '000311'])('finds it by «%s»', (typed) => {
    expect(matches(paper, typed)).toBe(true);
  });

  test('does not find it when one word is elsewhere', () => {
    expect(matches(paper, 'giay khai sinh')).toBe(false);
  });
});
