// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const Options = z.array(z.object({ value: z.string(), label: z.string() })).optional();
const Inner = z.object({ name: z.string(), label: z.string(), options: Options });
const ShownField = Inner.extend({ fields: z.array(Inner).optional() });
export type ShownField = z.infer<typeof ShownField>;

const Shown = z.object({ display: z.object({ sections: z.array(z.object({ fields: z.array(ShownField) })) }) });

/** Names and words of an e-form's fields, for showing answers; empty when the form is not known. */
export function fieldsOf(definition: unknown): readonly ShownField[] {
  return Shown.safeParse(definition).data?.display.sections.flatMap(({ fields }) => fields) ?? [];
}
