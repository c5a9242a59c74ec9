// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { codeByMask, tidyCode } from './numbers.ts';

const day = Temporal.PlainDate.from('2026-11-20');

describe('mã hồ sơ (dossier code)', () => {
  test('is agency, day, serial since 2025', () => {
    expect(codeByMask('{agency}-{yymmdd}-{serial:4}', { agency: 'H15.50.05.13', day, serial: 975 })).toBe('H15.50.05.13-261120-0975');
  });

  test('grows beyond four digits rather than begin again', () => {
    expect(codeByMask('{agency}-{yymmdd}-{serial:4}', { agency: 'H15', day, serial: 12_345 })).toBe('H15-261120-12345');
  });

  test('had level 4 first in the order of 2016', () => {
    expect(codeByMask('{agency-2016}-{yymmdd}-{serial:4}', { agency: 'H26.12.3', day, serial: 1 })).toBe('000.3.12.H26-261120-0001');
  });

  test.each([' h15.50-261120-0975 ', 'H15.50‑261120–0975', 'Ｈ15.50-261120-0975', 'H15.50 -261120- 0975\n'])('is understood as people paste it: %j', (typed) => {
    expect(tidyCode(typed)).toBe('H15.50-261120-0975');
  });
});
