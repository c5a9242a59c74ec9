// SPDX-License-Identifier: EUPL-1.2
/** What travels about the register of statutory forms. Safe in browsers. Days are YYYY-MM-DD. */
import { z } from 'zod';

const Form = z.object({ number: z.string(), name: z.string(), sheet: z.enum(['A5', 'A4-across']), sample: z.string().describe('address of the form printed with a sample dossier (PDF)') });

/** GET /api/statutory-forms: the sets, newest first. `until` is the first day no more; null: in force. */
export const FormRegister = z.object({
  sets: z.array(z.object({ key: z.enum(['2025', '2018']), source: z.string(), from: z.string(), until: z.string().nullable(), unsure: z.string().nullable().describe('what to check before relying on it'), forms: z.array(Form) })),
});
export type FormRegister = z.infer<typeof FormRegister>;
