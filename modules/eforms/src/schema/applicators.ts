// SPDX-License-Identifier: EUPL-1.2
import { type Schema, type SchemaObject, isRecord, isSchema } from './model.ts';
import { fitsPattern } from './pattern.ts';
import { type Reading, type Verdict, broken, joined, untouched } from './verdict.ts';

type Asked = { readonly schema: SchemaObject; readonly limit: unknown; readonly value: unknown; readonly reading: Reading; readonly so: Verdict };
type Applies = (asked: Asked) => Verdict;

const listOf = (limit: unknown): readonly Schema[] => Array.isArray(limit) ? limit.filter(isSchema) : [];
const named = (limit: unknown): readonly (readonly [string, Schema])[] =>
  isRecord(limit) ? Object.entries(limit).flatMap(([name, one]) => isSchema(one) ? [[name, one] as const] : []) : [];
const holds = ({ faults }: Verdict): boolean => faults.length === 0;
const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const countIn = (schema: SchemaObject, keyword: string, otherwise: number): number => {
  const limit = schema[keyword];
  return typeof limit === 'number' ? limit : otherwise;
};

function judgeNames(names: readonly string[], schema: Schema, { value, reading }: Asked): Verdict {
  if (!isRecord(value)) return untouched;
  const inner = names.flatMap((name) => reading.within(schema, value[name], { ...reading, at: `${reading.at}/${pointerStep(name)}` }).faults);
  return { faults: inner, names: new Set(names), places: new Set() };
}

function judgePlaces(places: readonly number[], schema: Schema, { value, reading }: Asked): Verdict {
  if (!Array.isArray(value)) return untouched;
  const list: readonly unknown[] = value;
  const inner = places.flatMap((place) => reading.within(schema, list[place], { ...reading, at: `${reading.at}/${String(place)}` }).faults);
  return { faults: inner, names: new Set(), places: new Set(places) };
}

const ref: Applies = ({ limit, value, reading }) =>
  typeof limit === 'string' ? reading.named(reading.registry.find(limit, reading.base), value, reading) : untouched;

const dynamicRef: Applies = ({ limit, value, reading }) => {
  if (typeof limit !== 'string') return untouched;
  const found = reading.registry.find(limit, reading.base);
  const name = limit.split('#')[1] ?? '';
  const isDynamic = isRecord(found.schema) && found.schema['$dynamicAnchor'] === name;
  const outermost = isDynamic ? reading.scope.map((base) => reading.registry.dynamic(name, base)).find((one) => one !== undefined) : undefined;
  return reading.named(outermost ?? found, value, reading);
};

const allOf: Applies = ({ limit, value, reading }) => joined(listOf(limit).map((one) => reading.within(one, value, reading)));

const anyOf: Applies = ({ limit, value, reading }) => {
  const held = listOf(limit).map((one) => reading.within(one, value, reading)).filter(holds);
  return held.length > 0 ? joined(held) : broken('anyOf', limit, reading);
};

const oneOf: Applies = ({ limit, value, reading }) => {
  const [only, ...more] = listOf(limit).map((one) => reading.within(one, value, reading)).filter(holds);
  return only !== undefined && more.length === 0 ? only : broken('oneOf', limit, reading);
};

const not: Applies = ({ limit, value, reading }) =>
  isSchema(limit) && holds(reading.within(limit, value, reading)) ? broken('not', limit, reading) : untouched;

const conditional: Applies = ({ schema, limit, value, reading }) => {
  if (!isSchema(limit)) return untouched;
  const asked = reading.within(limit, value, reading);
  const next = schema[holds(asked) ? 'then' : 'else'];
  const followed = isSchema(next) ? reading.within(next, value, reading) : untouched;
  return holds(asked) ? joined([asked, followed]) : followed;
};

const dependentSchemas: Applies = ({ limit, value, reading }) =>
  joined(named(limit).filter(([name]) => isRecord(value) && Object.hasOwn(value, name)).map(([, one]) => reading.within(one, value, reading)));

const propertyNames: Applies = ({ limit, value, reading }) => {
  if (!isRecord(value) || !isSchema(limit)) return untouched;
  const wrong = Object.keys(value).filter((name) => !holds(reading.within(limit, name, reading)));
  return wrong.length === 0 ? untouched : broken('propertyNames', limit, reading);
};

const properties: Applies = (asked) => {
  const { limit, value } = asked;
  return joined(named(limit).filter(([name]) => isRecord(value) && Object.hasOwn(value, name)).map(([name, one]) => judgeNames([name], one, asked)));
};

const namesFitting = (pattern: string, value: unknown): readonly string[] => isRecord(value) ? Object.keys(value).filter((name) => fitsPattern(pattern, name)) : [];

const patternProperties: Applies = (asked) => joined(named(asked.limit).map(([pattern, one]) => judgeNames(namesFitting(pattern, asked.value), one, asked)));

const additionalProperties: Applies = (asked) => {
  const { schema, limit, value } = asked;
  if (!isRecord(value) || !isSchema(limit)) return untouched;
  const told = new Set([...named(schema['properties']).map(([name]) => name), ...named(schema['patternProperties']).flatMap(([pattern]) => namesFitting(pattern, value))]);
  return judgeNames(Object.keys(value).filter((name) => !told.has(name)), limit, asked);
};

const prefixItems: Applies = (asked) =>
  joined(listOf(asked.limit).slice(0, Array.isArray(asked.value) ? asked.value.length : 0).map((one, place) => judgePlaces([place], one, asked)));

const placesFrom = (first: number, value: unknown): readonly number[] => Array.isArray(value) ? [...value.keys()].slice(first) : [];

const items: Applies = (asked) =>
  isSchema(asked.limit) ? judgePlaces(placesFrom(listOf(asked.schema['prefixItems']).length, asked.value), asked.limit, asked) : untouched;

const contains: Applies = (asked) => {
  const { schema, limit, value, reading } = asked;
  if (!Array.isArray(value) || !isSchema(limit)) return untouched;
  const found = placesFrom(0, value).filter((place) => holds(judgePlaces([place], limit, asked)));
  const limited = reading.registry.validates(reading.base);
  const [least, most] = limited ? [countIn(schema, 'minContains', 1), countIn(schema, 'maxContains', Infinity)] : [1, Infinity];
  const few = found.length < least ? broken('contains', limit, reading) : untouched;
  const many = found.length > most ? broken('maxContains', schema['maxContains'], reading) : untouched;
  return joined([few, many, { ...untouched, places: new Set(found) }]);
};

const unevaluatedProperties: Applies = (asked) => {
  const { limit, value, so } = asked;
  return isSchema(limit) && isRecord(value) ? judgeNames(Object.keys(value).filter((name) => !so.names.has(name)), limit, asked) : untouched;
};

const unevaluatedItems: Applies = (asked) => {
  const { limit, value, so } = asked;
  return isSchema(limit) ? judgePlaces(placesFrom(0, value).filter((place) => !so.places.has(place)), limit, asked) : untouched;
};

/** The keywords that hand the value, or a part of it, to other schemas; in the order they are asked. */
export const applicators: Readonly<Record<string, Applies>> = {
  $ref: ref, $dynamicRef: dynamicRef, allOf, anyOf, oneOf, not, if: conditional, dependentSchemas,
  properties, patternProperties, additionalProperties, propertyNames, prefixItems, items, contains,
  unevaluatedProperties, unevaluatedItems,
};
