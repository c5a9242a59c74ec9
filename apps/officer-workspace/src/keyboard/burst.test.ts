// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { isSurelyScan, noBurst, readScan, scanned, usMeaning, withKey } from './burst.ts';
import type { Burst } from './burst.ts';

const codeOf = (letter: string): string => {
  if (/\d/u.test(letter)) return `Digit${letter}`;
  if (/[a-z]/iu.test(letter)) return `Key${letter.toUpperCase()}`;
  return letter === '-' ? 'Minus' : 'Period';
};
const typed = (text: string, gapMs: number): Burst =>
  Array.from(text).reduce((burst, letter, at) => withKey(burst, { code: codeOf(letter), shift: /[A-Z]/u.test(letter), at: at * gapMs }), noBurst);

describe('a burst of keys from a scanner (máy quét)', () => {
  test('is read by the place of its keys, whatever the input method made of them', () => {
    const text = scanned(typed('H15.50.05.13-261119-0042', 8));

    expect(text).toBe('H15.50.05.13-261119-0042');
  });

  test('is told from a person, however fast', () => {
    const text = scanned(typed('000095012345', 60));

    expect(text).toBeUndefined();
  });

  test('is kept from the field from its third key on', () => {
    expect(isSurelyScan(typed('00', 5))).toBe(false);
    expect(isSurelyScan(typed('000', 5))).toBe(true);
  });

  test.each(['Backspace', 'Space', 'F8', 'Enter', ''])('has no letter for the key «%s»', (code) => {
    expect(usMeaning({ code, shift: false })).toBeUndefined();
  });
});

describe('a scanned code (mã đã quét)', () => {
  test.each([
    ['000095012345', { kind: 'person', personalId: '000095012345' }],
    ['000095012345|000000000|Nguyen Van Mau|12031995|Nam|Ea Kar|01012021', { kind: 'person', personalId: '000095012345' }],
    ['Y99.21-261102-0001.G12', { kind: 'paper', code: 'Y99.21-261102-0001', no: 12 }],
    ['h15.50.05.13-261119-0042', { kind: 'dossier', code: 'H15.50.05.13-261119-0042' }],
    ['https://motcua.vn/tra-cuu/Y99.21-261102-0001', { kind: 'dossier', code: 'Y99.21-261102-0001' }],
    ['https://motcua.vn/thu-tuc/1.001612', { kind: 'procedure', code: '1.001612' }],
    ['1.0133611', { kind: 'procedure', code: '1.0133611' }],
    ['8934567890123', { kind: 'unknown', text: '8934567890123' }],
  ])('«%s» means one thing everywhere', (text, meaning) => {
    expect(readScan(text)).toEqual(meaning);
  });
});
