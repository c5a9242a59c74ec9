// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { stateOn, validUntilOf, vaultCode } from './state.ts';

const paper = { validUntil: '2026-11-17', changes: [] };

describe('a paper of a vault (giấy trong kho)', () => {
  test.each([['2026-11-17', 'in-force'], ['2026-11-18', 'expired']] as const)('with last day 17/11/2026 is on %s %s', (day, state) => {
    expect(stateOn(paper, day)).toBe(state);
  });

  test('without a last day counts for ever', () => {
    expect(stateOn({ ...paper, validUntil: null }, '2126-01-01')).toBe('in-force');
  });

  test('that was replaced and then revoked is revoked; a dispute alone changes nothing', () => {
    expect(stateOn({ ...paper, changes: [{ type: 'disputed' }] }, '2026-11-17')).toBe('in-force');
    expect(stateOn({ ...paper, changes: [{ type: 'replaced' }] }, '2026-11-17')).toBe('replaced');
    expect(stateOn({ ...paper, changes: [{ type: 'replaced' }, { type: 'revoked' }] }, '2026-11-17')).toBe('revoked');
  });

  test('bears owner and kind in its code, the second of a kind a number too', () => {
    expect([vaultCode('000095012345', 'KQ.G17.000311', 1), vaultCode('000095012345', 'KQ.G17.000311', 2)]).toEqual(['000095012345.KQ.G17.000311', '000095012345.KQ.G17.000311.2']);
  });

  test('is good for the months of its kind, to the last day of a shorter month', () => {
    expect([validUntilOf('2026-08-31', 6), validUntilOf('2026-08-31', null)]).toEqual(['2027-02-28', null]);
  });
});
