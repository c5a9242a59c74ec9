// SPDX-License-Identifier: EUPL-1.2
import type { Schema, SchemaFault } from './model.ts';
import type { Found, SchemaRegistry } from './registry.ts';

/** What is known while a schema is read: the resources entered so far, outermost first, how much work is left, and how to go on. */
export type Reading = {
  readonly registry: SchemaRegistry;
  readonly base: string;
  readonly scope: readonly string[];
  readonly at: string;
  readonly left: { steps: number };
  /** Judges by a schema that stands in the one being read. */
  readonly within: (schema: Schema, value: unknown, reading: Reading) => Verdict;
  /** Judges by a schema that was named. */
  readonly named: (found: Found, value: unknown, reading: Reading) => Verdict;
};

/** The verdict on a value, with the names and places a schema looked at. */
export type Verdict = { readonly faults: readonly SchemaFault[]; readonly names: ReadonlySet<string>; readonly places: ReadonlySet<number> };

/** Nothing found, nothing looked at. */
export const untouched: Verdict = { faults: [], names: new Set(), places: new Set() };

/** Joins verdicts: a schema holds when all its keywords do. */
export function joined(verdicts: readonly Verdict[]): Verdict {
  return {
    faults: verdicts.flatMap(({ faults }) => faults),
    names: new Set(verdicts.flatMap(({ names }) => [...names])), places: new Set(verdicts.flatMap(({ places }) => [...places])),
  };
}

/** One fault at the place that is read. */
export function broken(keyword: string, limit: unknown, { at }: Reading): Verdict {
  return { ...untouched, faults: [{ at, keyword, limit }] };
}
