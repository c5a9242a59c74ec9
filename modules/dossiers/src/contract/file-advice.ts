// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What the machine saw on a file that was handed in. */
export const AdviceCode = z.enum(['nothing-read', 'hard-to-read', 'too-few-dots', 'other-kind', 'other-name', 'other-number', 'expired', 'signature']);

/** GET /api/drafts/:id/files/:file/advice and /api/dossiers/:code/documents/:id/advice. Advice with what to do: it decides nothing and stops nothing. `checked`: false when the file could not be looked at. */
export const FileAdvice = z.object({
  checked: z.boolean(), pages: z.number().int().describe('pages that were looked at'),
  advice: z.array(z.object({ code: AdviceCode, text: z.string() })),
});
/** What the machine advises about a file. */
export type FileAdvice = z.infer<typeof FileAdvice>;
