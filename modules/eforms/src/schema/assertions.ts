// SPDX-License-Identifier: EUPL-1.2
import { canonical, isMultipleOf } from './figures.ts';
import { isRecord } from './model.ts';
import { fitsPattern } from './pattern.ts';

type Holds = (value: unknown, limit: unknown) => boolean;

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string', boolean: (value) => typeof value === 'boolean', null: (value) => value === null,
  number: (value) => typeof value === 'number', integer: (value) => Number.isInteger(value), array: (value) => Array.isArray(value), object: isRecord,
};

// An assertion says nothing about values of another kind.
const ofNumbers = (holds: (value: number, limit: number) => boolean): Holds =>
  (value, limit) => typeof value !== 'number' || typeof limit !== 'number' || holds(value, limit);
const ofTexts = (holds: (letters: number, limit: number) => boolean): Holds =>
  (value, limit) => typeof value !== 'string' || typeof limit !== 'number' || holds(Array.from(value).length, limit);
const ofLists = (holds: (length: number, limit: number) => boolean): Holds =>
  (value, limit) => !Array.isArray(value) || typeof limit !== 'number' || holds(value.length, limit);
const ofObjects = (holds: (size: number, limit: number) => boolean): Holds =>
  (value, limit) => !isRecord(value) || typeof limit !== 'number' || holds(Object.keys(value).length, limit);
const atMost = (value: number, limit: number): boolean => value <= limit;
const atLeast = (value: number, limit: number): boolean => value >= limit;
const namesIn = (limit: unknown): readonly string[] => Array.isArray(limit) ? limit.filter((name) => typeof name === 'string') : [];

/** The keywords that judge a value by itself. */
export const assertions: Readonly<Record<string, Holds>> = {
  type: (value, limit) => (Array.isArray(limit) ? namesIn(limit) : [limit]).some((name) => typeof name === 'string' && types[name]?.(value) === true),
  enum: (value, limit) => Array.isArray(limit) && limit.some((one) => canonical(one) === canonical(value)),
  const: (value, limit) => canonical(limit) === canonical(value),
  multipleOf: ofNumbers(isMultipleOf),
  maximum: ofNumbers(atMost),
  minimum: ofNumbers(atLeast),
  exclusiveMaximum: ofNumbers((value, limit) => value < limit),
  exclusiveMinimum: ofNumbers((value, limit) => value > limit),
  maxLength: ofTexts(atMost),
  minLength: ofTexts(atLeast),
  pattern: (value, limit) => typeof value !== 'string' || typeof limit !== 'string' || fitsPattern(limit, value),
  maxItems: ofLists(atMost),
  minItems: ofLists(atLeast),
  uniqueItems: (value, limit) => limit !== true || !Array.isArray(value) || new Set(value.map(canonical)).size === value.length,
  maxProperties: ofObjects(atMost),
  minProperties: ofObjects(atLeast),
  required: (value, limit) => !isRecord(value) || namesIn(limit).every((name) => Object.hasOwn(value, name)),
  dependentRequired: (value, limit) => !isRecord(value) || !isRecord(limit)
    || Object.entries(limit).every(([name, needed]) => !Object.hasOwn(value, name) || namesIn(needed).every((one) => Object.hasOwn(value, one))),
};
