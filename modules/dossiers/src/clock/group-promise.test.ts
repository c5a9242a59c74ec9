// SPDX-License-Identifier: EUPL-1.2
import { compileCalendar } from '@motcua/deadlines';
import { aCalendar, rules } from '@motcua/deadlines/testing';
import { ok, refuse } from '@motcua/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DossierClock } from '../model.ts';
import { counted } from './dossier-clock.ts';
import { groupClock } from './group-clock.ts';
import { type PromisedPart, groupPromise } from './group-promise.ts';

const calendar = { calendar: aCalendar(), compiled: compileCalendar(aCalendar()) };
const start = Temporal.Instant.from('2026-03-02T02:00:00Z');
const rule = { ...rules(), mode: 'by-hour', legal: 'test', leftOut: ['payment', 'identity', 'outage'] } as const;
const inHours = (hours: number): Temporal.Instant => start.add({ hours });
const hoursUntil = (owedAt: string | null): number => (owedAt === null ? NaN : start.until(Temporal.Instant.from(owedAt)).total('hours'));

function beginning(): DossierClock {
  const clock = counted(calendar, { startedAt: start.toString(), limit: { value: 5, unit: 'working-day' }, limitBasis: null, rule, events: [] }, null);
  if (!clock.ok) throw new Error('no clock');
  return { ...clock.value, owedAt: null };
}

/** A part in hours: how long it may take, which earlier parts it needs, and after which share of its time it was finished, if it was. */
type Shape = readonly { readonly hours: number; readonly after: readonly number[]; readonly finishedAfter: number | null }[];

const shapes: fc.Arbitrary<Shape> = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 200 }), picks: fc.array(fc.nat(), { maxLength: 3 }), finishedAfter: fc.option(fc.integer({ min: 0, max: 200 })) }), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.map(({ hours, picks, finishedAfter }, at) => ({ hours, after: at === 0 ? [] : [...new Set(picks.map((pick) => pick % at))], finishedAfter })));

const child = (node: string, { startedAt, owedAt, finishedAt }: { readonly startedAt: string; readonly owedAt: string | null; readonly finishedAt: string | null }): NonNullable<PromisedPart['child']> =>
  ({ node, taskId: node, id: node, code: node, procedure: { code: node, name: node }, agency: 'a', startedAt, status: 'decided', owedAt, stoppedSince: null, finishedAt, end: finishedAt === null ? null : 'done' });

/** The parts of a shape of which the first `finished` are done, and when each of those was. */
function partsOf(shape: Shape, finished: number): readonly PromisedPart[] {
  const ends: number[] = [];
  return shape.map(({ hours, after, finishedAfter }, at) => {
    const begins = Math.max(0, ...after.map((before) => ends[before] ?? 0));
    const isDone = at < finished && finishedAfter !== null;
    const end = begins + (isDone ? finishedAfter : hours);
    ends.push(end);
    const node = String(at);
    return {
      node, name: node, after: after.map(String), owedFrom: (from) => ok({ owedAt: from.add({ hours }), limit: '' }),
      child: isDone ? child(node, { startedAt: inHours(begins).toString(), owedAt: inHours(begins + hours).toString(), finishedAt: inHours(end).toString() }) : undefined,
    };
  });
}

/** What the promise must be, said another way: the longest of all ways through the shape. */
function longestWay(shape: Shape, finished: number): number {
  const way = (at: number): number => {
    const part = shape[at];
    if (part === undefined) return 0;
    return Math.max(0, ...part.after.map(way)) + (at < finished && part.finishedAfter !== null ? part.finishedAfter : part.hours);
  };
  return Math.max(...shape.map((_part, at) => way(at)));
}

function promised(shape: Shape, finished: number, clock: DossierClock): DossierClock {
  const along = groupPromise(partsOf(shape, finished), { startedAt: start, now: start });
  const next = along.ok ? groupClock(calendar, clock, { along: along.value, event: null, dueSoonShare: null }) : along;
  if (!next.ok) throw new Error(next.error.code);
  return next.value;
}

describe('the promise of a linked group', () => {
  test('is the sum along a chain and the latest of its branches, whatever its shape and whenever its parts finish', () => {
    fc.assert(fc.property(shapes, fc.nat({ max: 7 }), (shape, finished) => {
      const along = groupPromise(partsOf(shape, finished), { startedAt: start, now: start });
      expect(along.ok ? hoursUntil(along.value.owedAt) : NaN).toBe(longestWay(shape, finished));
    }));
  });

  test('never comes before what was told while one part after the other finishes, and else follows the shape', () => {
    fc.assert(fc.property(shapes, (shape) => {
      let [clock, told] = [beginning(), 0];
      for (let finished = 0; finished <= shape.length; finished += 1) {
        clock = promised(shape, finished, clock);
        expect(hoursUntil(clock.owedAt)).toBe(Math.max(told, longestWay(shape, finished)));
        told = hoursUntil(clock.owedAt);
      }
    }));
  });

  test('moves by its own extension and by the working time the group itself waited, and stays there when the parts move', () => {
    const shape: Shape = [{ hours: 24, after: [], finishedAfter: 1 }];
    const first = promised(shape, 0, beginning());
    const along = groupPromise(partsOf(shape, 0), { startedAt: start, now: start });
    const moved = (clock: DossierClock, event: DossierClock['events'][number]): DossierClock => {
      const next = along.ok ? groupClock(calendar, clock, { along: along.value, event, dueSoonShare: null }) : along;
      if (!next.ok) throw new Error(next.error.code);
      return next.value;
    };
    const longer = moved(first, { at: inHours(1).toString(), type: 'extended', value: 2 });
    const still = moved(longer, { at: inHours(2).toString(), type: 'identity-requested' });
    const again = moved(still, { at: inHours(5).toString(), type: 'identity-confirmed' });

    expect([first, longer, promised(shape, 1, longer), still].map(({ owedAt }) => owedAt && hoursUntil(owedAt))).toEqual([24, 73, 73, null]);
    // Two days of eight hours in an office open seven and a half; Monday 11:00 to 14:00 are one hour of it.
    expect([hoursUntil(still.stoppedSince), hoursUntil(again.owedAt), hoursUntil(promised(shape, 1, again).owedAt)]).toEqual([2, 74, 74]);
  });

  test('is refused where a part would run past the published calendar, with the year', () => {
    const [first] = partsOf([{ hours: 1, after: [], finishedAfter: null }], 0);
    const parts: readonly PromisedPart[] = first === undefined ? [] : [first, { ...first, node: '1', after: ['0'], owedFrom: () => refuse({ code: 'calendar-gap', year: 2028 }) }];

    expect(groupPromise(parts, { startedAt: start, now: start })).toEqual({ ok: false, error: { code: 'calendar-gap', year: 2028 } });
  });
});
