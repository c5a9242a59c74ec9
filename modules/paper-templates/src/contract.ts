// SPDX-License-Identifier: EUPL-1.2
/** What travels about forms on paper and paper templates. Safe in browsers. */
import { z } from 'zod';

/** GET /api/eforms: the forms and their versions, newest first. */
export const EformList = z.object({
  eforms: z.array(z.object({
    key: z.string(), title: z.string(), version: z.number().int(), fields: z.number().int(), filled: z.number().int().describe('fields that fill themselves'), minutes: z.number().int(),
    versions: z.array(z.object({ version: z.number().int(), publishedAt: z.string(), validFrom: z.string(), decision: z.string().nullable() })),
  })),
});
export type EformList = z.infer<typeof EformList>;

/** POST /api/eform-papers: prints a form that is still being written. */
export const EformTrial = z.object({ definition: z.unknown(), kind: z.enum(['blank', 'sample']) });
