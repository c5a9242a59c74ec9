// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const ShownField = z.object({ name: z.string(), label: z.string(), options: z.array(z.object({ value: z.string(), label: z.string() })).optional() });
export type ShownField = z.infer<typeof ShownField>;

const Shown = z.object({ display: z.object({ sections: z.array(z.object({ fields: z.array(ShownField) })) }) });

/** Names and words of an e-form's fields, for showing answers; empty when the form is not known. */
export function fieldsOf(definition: unknown): readonly ShownField[] {
  return Shown.safeParse(definition).data?.display.sections.flatMap(({ fields }) => fields) ?? [];
}
