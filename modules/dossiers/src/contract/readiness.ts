// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const ReadinessLine = z.object({
  what: z.enum(['process', 'eform', 'calendar', 'people', 'head', 'counter', 'certificate', 'seal', 'template']), state: z.enum(['ready', 'missing', 'advice']), text: z.string(), href: z.string().describe('where it is mended'),
});
export type ReadinessLine = z.infer<typeof ReadinessLine>;

/** GET /api/readiness: the agencies of the installation that handle procedures or receive dossiers. */
export const Readiness = z.object({
  agencies: z.array(z.object({ agency: z.string(), name: z.string(), missing: z.number().int(), lines: z.array(ReadinessLine) })), ready: z.number().int(),
});
export type Readiness = z.infer<typeof Readiness>;
