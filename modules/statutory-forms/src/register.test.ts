// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { formNumbered, numberOf, titleOf } from './register.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe('mẫu số: the number of a statutory form', () => {
  test.each([
    ['05', '2025-09-14', 'control-slip'], ['05', '2025-09-15', 'stop-notice'], ['06', '2025-09-15', 'control-slip'],
    ['06', '2025-09-14', 'tracking-book'], ['04', '2025-09-15', 'apology-and-extension'], ['07', '2026-11-26', 'tracking-book'],
  ] as const)('%s meant on %s the form %s', (number, on, form) => {
    expect(formNumbered(number, day(on))).toBe(form);
    expect(numberOf(form, day(on))).toBe(number);
  });

  test('is unknown for a number or a form that did not exist then', () => {
    expect(formNumbered('07', day('2025-09-14'))).toBeUndefined();
    expect(numberOf('stop-notice', day('2025-09-14'))).toBeUndefined();
    expect(numberOf('apology-and-new-day', day('2025-09-15'))).toBeUndefined();
  });

  test('goes with its title', () => {
    expect(titleOf('stop-notice')).toBe('Thông báo dừng giải quyết hồ sơ');
  });
});
