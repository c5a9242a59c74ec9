// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** One thing to mend: where, and in the reader's words how. */
export const FieldFault = z.object({
  path: z.string().describe('dotted path of the field'),
  label: z.string().optional().describe('name of the field as the person sees it'),
  text: z.string().describe('what is wrong and how to mend it'),
});
export type FieldFault = z.infer<typeof FieldFault>;

/** An error as it travels: problem+json with a stable code and Vietnamese words. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(FieldFault).optional(),
  incident: z.string().optional().describe('incident number, when something of ours broke'),
});
export type Problem = z.infer<typeof Problem>;

type Words = { readonly status: number; readonly code: string; readonly title: string; readonly detail?: string | undefined; readonly errors?: readonly FieldFault[] | undefined; readonly incident?: string | undefined };

/** Makes a problem; `code` is the section of docs/errors.md that explains it. */
export function problem({ status, code, title, detail, errors, incident }: Words): Problem {
  return {
    type: `/loi#${code}`, title, status, code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(incident === undefined ? {} : { incident }),
  };
}
