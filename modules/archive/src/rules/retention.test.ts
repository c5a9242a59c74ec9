// SPDX-License-Identifier: EUPL-1.2
import type { RetentionRule } from '@motcua/dossiers';
import { describe, expect, test } from 'vitest';
import { retentionOf } from './retention.ts';

const rule = (about: Partial<RetentionRule>): RetentionRule => ({ procedure: null, field: null, years: 5, handInMonths: 12, from: '2020-03-05', through: null, source: 'Điều 1', unsure: null, ...about });
const rules = [rule({ through: '2026-12-31' }), rule({ from: '2027-01-01', years: 10 }), rule({ procedure: '1.000001', years: null }), rule({ procedure: '1.000002', years: 20, handInMonths: 3 }), rule({ field: 'G15', years: 70 })];

describe('thời hạn bảo quản (retention)', () => {
  test.each([
    ['1.9', '2026-11-17', '2031-12-31', '2027-11-17'], ['1.9', '2026-12-31', '2031-12-31', '2027-12-31'], ['1.9', '2027-01-01', '2037-12-31', '2028-01-01'], ['1.000001', '2026-01-01', null, '2027-01-01'], ['1.000002', '2024-02-29', '2044-12-31', '2024-05-29'],
  ])('of %s closed on %s lasts until %s, handed in by %s', (procedure, endedOn, keptUntil, handInBy) => {
    expect(retentionOf(rules, { procedure, field: 'G01', endedOn })).toMatchObject({ keptUntil, handInBy });
  });

  test.each([['1.9', 'G15', '2096-12-31'], ['1.000002', 'G15', '2046-12-31'], ['1.9', null, '2031-12-31']])('of %s in field %s: its own row goes before that of the field, that before the one for all', (procedure, field, keptUntil) => {
    expect(retentionOf(rules, { procedure, field, endedOn: '2026-11-17' })?.keptUntil).toBe(keptUntil);
  });

  test('is not known where no rule was in force', () => {
    expect(retentionOf(rules, { procedure: '1.9', field: null, endedOn: '2019-01-01' })).toBeNull();
  });
});
