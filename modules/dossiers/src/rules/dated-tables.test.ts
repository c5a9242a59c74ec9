// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Span, placed, standingOn } from './dated-tables.ts';

const day = fc.integer({ min: 0, max: 60 }).map((after) => Temporal.PlainDate.from('2026-01-01').add({ days: after }).toString());

/** Rows of one rule as they come to stand when entered one after another, in any order. */
function entered(days: readonly string[]): readonly Span[] {
  return days.reduce<readonly Span[]>((rows, from) => {
    const { through, cut } = placed(rows, from);
    return [...rows.map((row) => (row.from === cut?.from ? { ...row, through: cut.through } : row)), { from, through }];
  }, []);
}

describe('dòng có ngày hiệu lực (a dated row)', () => {
  test('of a rule is in force alone on every day, in whatever order the rows were entered', () => {
    fc.assert(fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 8 }), day, (days, on) => {
      const inForce = entered(days).filter((row) => standingOn(row, on) === 'in-force');
      const newest = days.filter((from) => from <= on).toSorted().at(-1);

      expect(inForce.map(({ from }) => from)).toEqual(newest === undefined ? [] : [newest]);
    }));
  });

  test('comes, is in force to the end of its last day, and is past', () => {
    const row = { from: '2026-03-02', through: '2026-03-05' };

    expect(['2026-03-01', '2026-03-02', '2026-03-05', '2026-03-06'].map((on) => standingOn(row, on))).toEqual(['coming', 'in-force', 'in-force', 'past']);
  });

  test('taken back before it began is past, and no other row gives way to it', () => {
    const takenBack = { from: '2026-03-02', through: '2026-03-01' };

    expect([standingOn(takenBack, '2026-02-01'), placed([takenBack], '2026-02-10')]).toEqual(['past', { through: null, cut: null }]);
  });
});
