// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Condition, EformDefinition, Field } from '../model.ts';

const Answer = z.union([z.string(), z.number(), z.boolean()]);

/** A condition from outside. */
export const readCondition: z.ZodType<Condition> = z.lazy(() => z.union([
  z.strictObject({ field: z.string(), is: Answer }),
  z.strictObject({ field: z.string(), in: z.array(Answer) }),
  z.strictObject({ field: z.string(), filled: z.boolean() }),
  z.strictObject({ all: z.array(readCondition) }),
  z.strictObject({ any: z.array(readCondition) }),
  z.strictObject({ not: readCondition }),
]));

const Bound = z.strictObject({ name: z.string(), words: z.string() });

/** What a field shows, without the fields of its entries. */
export const readFieldShape = z.strictObject({
  name: z.string(),
  control: z.enum(['text', 'textarea', 'date', 'number', 'money', 'choice', 'multi-choice', 'checkbox', 'address', 'person', 'organisation', 'personal-id', 'phone', 'email', 'repeat']),
  label: z.string(),
  hint: z.string().exactOptional(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).exactOptional(),
  source: z.string().exactOptional(),
  notAfter: Bound.exactOptional(),
  notBefore: Bound.exactOptional(),
  soft: z.boolean().exactOptional(),
  softText: z.string().exactOptional(),
  faultText: z.string().exactOptional(),
  readAloud: z.string().exactOptional(),
  computed: z.string().exactOptional(),
  visibleWhen: readCondition.exactOptional(),
  fields: z.array(z.unknown()).exactOptional(),
  entryLabel: z.string().exactOptional(),
});

const FieldShape: z.ZodType<Field> = z.lazy(() => readFieldShape.extend({ fields: z.array(FieldShape).exactOptional() }));

/** What a form stands for, from outside. */
export const readStandsFor = z.array(z.strictObject({ procedure: z.string().min(1).max(60).nullable(), component: z.string().min(1).max(4000) })).max(200);

const EformShape = z.strictObject({
  key: z.string(),
  version: z.number().int(),
  title: z.string(),
  standsFor: readStandsFor.exactOptional(),
  schema: z.record(z.string(), z.unknown()),
  display: z.strictObject({
    sections: z.array(z.strictObject({
      title: z.string(), hint: z.string().exactOptional(), visibleWhen: readCondition.exactOptional(), fields: z.array(FieldShape),
    })),
  }),
});

/** A definition from outside, by its shape alone: `lintEform` judges what it says. Undefined when it is none. */
export function readEform(given: unknown): EformDefinition | undefined {
  const read = EformShape.safeParse(given);
  return read.success ? read.data : undefined;
}
