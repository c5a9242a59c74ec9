// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { endsSoon } from './session.ts';

const minute = 60_000;
const heardAt = Date.parse('2026-11-20T08:00:00Z');
const session = { expiresAt: '2026-11-20T10:00:00Z', heardAt };

describe('phiên sắp hết (a session that ends soon)', () => {
  test.each([
    ['long before its end', 60, 0, false], ['with three minutes left, one of them rounding', 117, 0, true], ['with a minute left', 119, 0, true], ['when it has ended', 121, 0, false],
    ['when an answer has lengthened it meanwhile', 118, 30, false], ['when the lengthened one ends', 148, 30, true],
  ])('is told %s', (_when, minutes, answered, expected) => {
    expect(endsSoon(session, { at: heardAt + answered * minute, ahead: 0 }, heardAt + minutes * minute)).toBe(expected);
  });

  test('does not mind a browser whose clock is an hour behind', () => {
    const late = { expiresAt: session.expiresAt, heardAt: heardAt - 60 * minute };

    expect([117, 60].map((minutes) => endsSoon(late, { at: late.heardAt, ahead: 60 * minute }, late.heardAt + minutes * minute))).toEqual([true, false]);
  });
});
