// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { ruleInForce } from './rule-in-force.ts';

const rule = (id: number, validFrom: string, procedure: string | null = null, channel: string | null = null) => ({ id, validFrom, procedure, channel });
const all = [rule(1, '2018-06-21'), rule(2, '2026-08-05'), rule(3, '2026-12-01'), rule(4, '2026-01-01', 'P'), rule(5, '2026-01-01', 'P', 'online'), rule(6, '2026-09-01', 'P', 'online'), rule(7, '2026-09-01', null, 'post'), rule(8, '2026-09-01', 'P', 'online')];

describe('cách tính đang dùng (the rule in force)', () => {
  test.each([
    ['the newest begun', { procedure: 'Q', channel: 'counter', day: '2026-11-17' }, 2],
    ['the earlier one the day before it begins', { procedure: 'Q', channel: 'counter', day: '2026-08-04' }, 1],
    ['the one that begins on the day', { procedure: 'Q', channel: 'counter', day: '2026-12-01' }, 3],
    ['one for the way of filing before a newer one for all ways', { procedure: 'Q', channel: 'post', day: '2026-12-31' }, 7],
    ['the own one of a procedure before a newer one for all', { procedure: 'P', channel: 'counter', day: '2026-12-31' }, 4],
    ['the own one of a procedure before one for the way of filing', { procedure: 'P', channel: 'post', day: '2026-12-31' }, 4],
    ['the own one for the way of filing first, the last written of a day', { procedure: 'P', channel: 'online', day: '2026-12-31' }, 8],
    ['the earlier own one for the way of filing before the later begins', { procedure: 'P', channel: 'online', day: '2026-08-31' }, 5],
  ])('is %s', (_name, asked, id) => {
    expect(ruleInForce(all, asked)?.id).toBe(id);
  });

  test('is none before the first began', () => {
    expect(ruleInForce(all, { procedure: 'Q', channel: 'counter', day: '2018-06-20' })).toBeUndefined();
  });
});
