// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { EformDefinition, Field, JsonSchema, Section, StandsFor } from '../model.ts';
import { isRecord } from '../schema/model.ts';
import { readCondition, readFieldShape, readStandsFor } from './read.ts';

/** A field as it is written: what it shows and what it takes, in one place. `key` is its name in the answers. */
export type DraftField = Omit<Field, 'name' | 'fields'> & {
  readonly key: string; readonly required: boolean;
  /** The words of its schema, its type among them. */
  readonly limits: JsonSchema;
  readonly fields?: readonly DraftField[];
};

/** A section as it is written; `key` only tells it apart. */
export type DraftSection = Omit<Section, 'fields'> & { readonly key: string; readonly fields: readonly DraftField[] };

/** An e-form as it is written (bản soạn tờ khai): without a version, which it gets when it is published. */
export type EformDraft = { readonly title: string; readonly standsFor?: readonly StandsFor[]; readonly sections: readonly DraftSection[]; /** Schema words of the whole, such as $defs. */ readonly rest: JsonSchema };

const recordIn = (schema: JsonSchema, keyword: string): JsonSchema => {
  const value = schema[keyword];
  return isRecord(value) ? value : {};
};
const without = (schema: JsonSchema, ...keywords: readonly string[]): JsonSchema => Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));

function draftOf(field: Field, schema: JsonSchema): DraftField {
  const { name, fields, ...shown } = field;
  const own = recordIn(recordIn(schema, 'properties'), name);
  const required = schema['required'];
  return {
    key: name, ...shown, required: Array.isArray(required) && required.includes(name), limits: fields === undefined ? own : without(own, 'items'),
    ...(fields === undefined ? {} : { fields: fields.map((inner) => draftOf(inner, recordIn(own, 'items'))) }),
  };
}

/** A published form taken apart for writing. */
export function draftFrom({ title, standsFor, schema, display }: EformDefinition): EformDraft {
  return {
    title, ...(standsFor === undefined ? {} : { standsFor }), rest: without(schema, 'type', 'properties', 'required'),
    sections: display.sections.map(({ fields, ...section }, at) => ({ key: `phan-${String(at + 1)}`, ...section, fields: fields.map((field) => draftOf(field, schema)) })),
  };
}

function schemaOf(fields: readonly DraftField[], rest: JsonSchema): JsonSchema {
  const properties = Object.fromEntries(fields.map(({ key, limits, fields: inner }) => [key, inner === undefined ? limits : { ...limits, items: schemaOf(inner, { additionalProperties: false }) }]));
  const required = fields.filter((field) => field.required).map(({ key }) => key);
  return { ...rest, type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
}

function fieldFrom({ key, required: _, limits: __, fields, ...shown }: DraftField): Field {
  return { name: key, ...shown, ...(fields === undefined ? {} : { fields: fields.map(fieldFrom) }) };
}

/** The form a draft says. */
export function definitionFrom({ title, standsFor, sections, rest }: EformDraft, { key, version }: { readonly key: string; readonly version: number }): EformDefinition {
  return {
    key, version, title, ...(standsFor === undefined ? {} : { standsFor }), schema: schemaOf(sections.flatMap(({ fields }) => fields), rest),
    display: { sections: sections.map(({ key: _, fields, ...section }) => ({ ...section, fields: fields.map(fieldFrom) })) },
  };
}

const Limits = z.record(z.string(), z.unknown());
const FieldShape: z.ZodType<DraftField> = z.lazy(() => readFieldShape.omit({ name: true, fields: true }).extend({
  key: z.string(), required: z.boolean(), limits: Limits, fields: z.array(FieldShape).exactOptional(),
}));
const DraftShape = z.strictObject({
  title: z.string(), standsFor: readStandsFor.exactOptional(), rest: Limits,
  sections: z.array(z.strictObject({ key: z.string(), title: z.string(), hint: z.string().exactOptional(), visibleWhen: readCondition.exactOptional(), fields: z.array(FieldShape).max(400) })).max(100),
});

/** A draft from outside, by its shape alone; where it is none. */
export function readDraft(given: unknown): { readonly ok: true; readonly draft: EformDraft } | { readonly ok: false; readonly paths: readonly string[] } {
  const read = DraftShape.safeParse(given);
  return read.success ? { ok: true, draft: read.data } : { ok: false, paths: read.error.issues.map(({ path }) => path.join('.')) };
}
