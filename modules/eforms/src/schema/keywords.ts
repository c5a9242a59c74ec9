// SPDX-License-Identifier: EUPL-1.2
import { type Schema, type SchemaObject, isRecord, isSchema } from './model.ts';

/** The dialect we claim (phương ngữ). */
export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** The vocabulary whose keywords are silent when a metaschema leaves it out. */
export const validationVocabulary = 'https://json-schema.org/draft/2020-12/vocab/validation';

/** Where a keyword holds schemas: one, a list, or one under each name. */
const holding: Readonly<Record<string, 'one' | 'list' | 'named'>> = {
  allOf: 'list', anyOf: 'list', oneOf: 'list', prefixItems: 'list',
  not: 'one', if: 'one', then: 'one', else: 'one', items: 'one', contains: 'one', additionalProperties: 'one', propertyNames: 'one',
  unevaluatedItems: 'one', unevaluatedProperties: 'one', contentSchema: 'one',
  $defs: 'named', properties: 'named', patternProperties: 'named', dependentSchemas: 'named', definitions: 'named',
};

const others = [
  '$schema', '$id', '$ref', '$anchor', '$dynamicRef', '$dynamicAnchor', '$vocabulary', '$comment',
  'type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength', 'pattern',
  'maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains', 'maxProperties', 'minProperties', 'required', 'dependentRequired',
  'title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'examples', 'format', 'contentEncoding', 'contentMediaType',
];
const known = new Set([...Object.keys(holding).filter((keyword) => keyword !== 'definitions'), ...others]);

/** True when the dialect gives the keyword a meaning. */
export const isKnownKeyword = (keyword: string): boolean => known.has(keyword);

/** A schema inside another, with the path that leads to it: ['properties', 'name']. */
export type Inner = { readonly path: readonly string[]; readonly schema: Schema };

/** The schemas that stand directly in a schema. */
export function innerSchemas(schema: SchemaObject): readonly Inner[] {
  return Object.entries(schema).flatMap(([keyword, value]): readonly Inner[] => {
    const kind = Object.hasOwn(holding, keyword) ? holding[keyword] : undefined;
    if (kind === 'one') return isSchema(value) ? [{ path: [keyword], schema: value }] : [];
    if (kind === 'list') return Array.isArray(value) ? value.flatMap((one: unknown, at) => isSchema(one) ? [{ path: [keyword, String(at)], schema: one }] : []) : [];
    if (kind !== 'named' || !isRecord(value)) return [];
    return Object.entries(value).flatMap(([name, one]) => isSchema(one) ? [{ path: [keyword, name], schema: one }] : []);
  });
}
