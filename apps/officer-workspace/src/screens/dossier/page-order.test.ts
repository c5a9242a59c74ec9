// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { arranged, mayAct } from './page-order.ts';

describe('thứ tự trang quét (the order of scanned pages)', () => {
  test('a page goes one place up or down, or is left out', () => {
    expect([arranged([1, 2, 3], 'earlier', 3), arranged([1, 2, 3], 'later', 1), arranged([1, 2, 3], 'leave-out', 2)]).toEqual([[1, 3, 2], [2, 1, 3], [1, 3]]);
  });

  test('stays where it is at either end, and the last one is not left out', () => {
    expect([arranged([1, 2], 'earlier', 1), arranged([1, 2], 'later', 2)]).toEqual([[1, 2], [1, 2]]);
    expect([mayAct('earlier', 1, 2), mayAct('later', 2, 2), mayAct('leave-out', 1, 1), mayAct('leave-out', 1, 2)]).toEqual([false, false, false, true]);
  });
});
