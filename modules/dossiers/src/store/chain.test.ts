// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DossierEvent } from '../events.ts';
import { canonical, hashOf } from './chain.ts';

/** The same value with the members of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffled(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]): [string, unknown] => [name, shuffled(member)]).reverse());
}

const event: DossierEvent = {
  dossierId: '0193a000-0000-7000-8000-000000000001', seq: 3, at: '2026-11-17T02:00:00Z', by: { kind: 'officer', id: 'a', name: 'Đặng Thị Ẩn' },
  type: 'withdrawn', data: { to: 'withdrawn', reason: 'Không còn nhu cầu', number: null, moved: null },
};

describe('chuỗi băm của sổ sự kiện (hash chain of the ledger)', () => {
  test('does not depend on the order jsonb keeps members in', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(canonical(shuffled(value))).toBe(canonical(value)); }));
  });

  test('tells different values apart', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = canonical(a) === canonical(b);
      expect(same).toBe(canonical(JSON.parse(JSON.stringify(a))) === canonical(JSON.parse(JSON.stringify(b))));
      if (same) expect(JSON.parse(canonical(a))).toEqual(JSON.parse(canonical(b)));
    }));
  });

  test('is text that reads back as the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value))); }));
  });

  test.each([
    ['the moment', { ...event, at: '2026-11-17T02:00:00.001Z' }], ['the doer', { ...event, by: { ...event.by, name: 'Đặng Thị An' } }], ['the place in the row', { ...event, seq: 4 }],
    ['the dossier', { ...event, dossierId: '0193a000-0000-7000-8000-000000000002' }], ['the data', { ...event, data: { ...event.data, reason: 'khác' } }],
  ] as const)('changes with %s', (_what, other) => {
    expect(hashOf(null, other).equals(hashOf(null, event))).toBe(false);
  });

  test('changes with the hash before', () => {
    expect(hashOf(Buffer.alloc(32, 1), event).equals(hashOf(null, event))).toBe(false);
  });

  test('reads the same moment written in another zone alike', () => {
    expect(hashOf(null, { ...event, at: '2026-11-17T09:00:00+07:00' }).equals(hashOf(null, event))).toBe(true);
  });
});
