// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** GET /api/seal-uses?seal=&before=: the log of a seal, newest first; `before` is the `next` of the page before. */
export const SealUseQuery = z.object({ seal: z.uuid(), before: z.iso.datetime({ offset: true }).optional() });
export const SealUses = z.object({
  uses: z.array(z.object({ code: z.string(), number: z.string(), seal: z.string(), officer: z.string(), at: z.string() })), next: z.string().nullable(),
});
export type SealUses = z.infer<typeof SealUses>;
