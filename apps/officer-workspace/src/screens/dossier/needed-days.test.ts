// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { isDayNeeded } from './needed-days.ts';

const needed = (about: { readonly issuedOn: string; readonly validUntil: string }, months: number | null) => ['issuedOn', 'validUntil', 'number'].filter((name) => isDayNeeded(name, about, months));

describe('ngày của giấy khi số hóa (the days of a paper that is digitised)', () => {
  test('are optional for a kind without an end', () => {
    expect(needed({ issuedOn: '', validUntil: '' }, null)).toEqual([]);
  });

  test('are needed for a kind that ends, until one of them is there', () => {
    expect([needed({ issuedOn: '', validUntil: '' }, 6), needed({ issuedOn: '05/03/2026', validUntil: '' }, 6), needed({ issuedOn: '', validUntil: '05/09/2026' }, 6)]).toEqual([['issuedOn', 'validUntil'], ['issuedOn'], ['validUntil']]);
  });
});
