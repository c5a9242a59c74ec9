// SPDX-License-Identifier: EUPL-1.2
import { applicators } from './applicators.ts';
import { assertions } from './assertions.ts';
import { type Schema, type SchemaFault, type SchemaObject, isRecord } from './model.ts';
import { type Found, SchemaRegistry, UnreadableSchema } from './registry.ts';
import { type Reading, type Verdict, broken, joined, untouched } from './verdict.ts';

// A schema that names itself on the same value would never end; a form asks for some hundreds of steps.
const mostSteps = 200_000;
const deepest = 400;

function entered({ schema, base }: Found, reading: Reading): Reading {
  const inner = isRecord(schema) ? reading.registry.baseOf(schema) ?? base : base;
  return inner === reading.base ? reading : { ...reading, base: inner, scope: [...reading.scope, inner] };
}

function judgeWithin(schema: Schema, value: unknown, reading: Reading): Verdict {
  if (schema === true) return untouched;
  if (schema === false) return broken('false', false, reading);
  reading.left.steps -= 1;
  if (reading.left.steps < 0 || reading.scope.length > deepest) throw new UnreadableSchema('lược đồ dẫn vòng quanh chính nó');
  return keywordsOf(schema, value, entered({ schema, base: reading.base }, reading));
}

function judgeNamed(found: Found, value: unknown, reading: Reading): Verdict {
  return judgeWithin(found.schema, value, entered(found, { ...reading, base: '' }));
}

function keywordsOf(schema: SchemaObject, value: unknown, reading: Reading): Verdict {
  const limits = reading.registry.validates(reading.base) ? Object.entries(schema) : [];
  const own = limits.filter(([keyword, limit]) => Object.hasOwn(assertions, keyword) && assertions[keyword]?.(value, limit) === false)
    .map(([keyword, limit]) => broken(keyword, limit, reading));
  // Those that look at what is left come last in the table.
  let verdict = joined(own);
  for (const [keyword, apply] of Object.entries(applicators)) {
    if (!Object.hasOwn(schema, keyword)) continue;
    verdict = joined([verdict, apply({ schema, limit: schema[keyword], value, reading, so: verdict })]);
  }
  return verdict;
}

/** Other schemas that may be named, by their address. */
export type Known = ReadonlyMap<string, Schema>;

/**
 * The rules of a schema (draft 2020-12) a value breaks; none when it holds. Interprets: builds no code. `format` is a remark, not a rule.
 *
 * @error UnreadableSchema - a reference leads nowhere or is no address, the dialect is another, or the schema never ends
 */
export function judge(schema: Schema, value: unknown, known: Known = new Map()): readonly SchemaFault[] {
  const registry = new SchemaRegistry();
  try {
    for (const [address, other] of known) registry.add(other, address);
    const base = registry.add(schema);
    return judgeWithin(schema, value, { registry, base, scope: [base], at: '', left: { steps: mostSteps }, within: judgeWithin, named: judgeNamed }).faults;
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError || fault instanceof SyntaxError || fault instanceof URIError) throw new UnreadableSchema(`lược đồ không đọc được: ${fault.message}`);
    throw fault;
  }
}
