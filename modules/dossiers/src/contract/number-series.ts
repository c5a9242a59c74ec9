// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** GET /api/number-series/next?agency=: the next number of each kind of document; `procedure` null: of every procedure without a series of its own. */
export const NextNumbersQuery = z.object({ agency: z.string().min(1).max(40) });
export const NextNumbers = z.object({ numbers: z.array(z.object({ document: z.string(), procedure: z.string().nullable(), counter: z.string(), next: z.string() })) });
export type NextNumbers = z.infer<typeof NextNumbers>;

/** GET /api/number-series/preview: how a pattern writes; `next` null where no agency is named. Nothing is counted. */
export const NumberPreviewQuery = z.object({ agency: z.string().max(40).optional(), pattern: z.string().max(60), counter: z.string().max(60), digits: z.coerce.number().int().min(1).max(6) });
export type NumberPreviewQuery = z.infer<typeof NumberPreviewQuery>;
export const NumberPreview = z.object({ examples: z.array(z.string()), next: z.string().nullable() });
