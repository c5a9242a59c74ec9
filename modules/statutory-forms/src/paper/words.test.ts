// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedLines, momentFigures, momentWords, placeAndDayWords } from './words.ts';

describe('cách ghi thời gian: a moment on paper', () => {
  test('is written as the form wants it, in office time wherever the machine stands', () => {
    expect(momentWords('2026-11-30T08:20:00Z')).toBe('15 giờ 20 phút, ngày 30 tháng 11 năm 2026');
    expect(momentFigures('2026-11-30T08:20:00Z')).toBe('15:20 30/11/2026');
  });

  test('takes a zero before small days and before the first two months only', () => {
    expect(placeAndDayWords('Tân An', '2026-02-05T01:00:00Z')).toBe('Tân An, ngày 05 tháng 02 năm 2026');
    expect(placeAndDayWords('Tân An', '2026-03-15T01:00:00Z')).toBe('Tân An, ngày 15 tháng 3 năm 2026');
  });

  test('that is not known yet leaves room for it', () => {
    expect(placeAndDayWords('Tân An', null)).toBe('Tân An, ngày …… tháng …… năm ………');
  });
});

describe('tên cơ quan: a long name over several lines', () => {
  test('is broken where it reads well', () => {
    expect(balancedLines('Ủy ban nhân dân phường Tân An', 26)).toEqual(['Ủy ban nhân dân', 'phường Tân An']);
    expect(balancedLines('Sở Tư pháp', 26)).toEqual(['Sở Tư pháp']);
  });

  test('loses no word', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).map((word) => word.replace(/\s/gu, 'x')), { minLength: 1 }), (words) => {
      const text = words.join(' ');
      expect(balancedLines(text, 26).join(' ')).toBe(text);
    }));
  });
});
