// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** GET /api/catalogue/eforms/:key/papers?title=: the procedures that use an e-form, with the components it may stand for. */
export const FormPapers = z.object({
  procedures: z.number().int().describe('that use the form'),
  lines: z.array(z.object({
    procedure: z.string(), name: z.string(), components: z.array(z.string()),
    asking: z.array(z.string()).describe('components a person fills in to ask'), proposed: z.array(z.string()).describe('by name; a person confirms'),
  })).describe('the first of them'),
});
export type FormPapers = z.infer<typeof FormPapers>;
