// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What the marker is asked: a content and the page of words to lay over each of its pages; `flat`: fields and signatures become part of the page. */
export const MarkJob = z.object({ id: z.number().int(), bytes: z.instanceof(Uint8Array), mediaType: z.string(), mark: z.instanceof(Uint8Array), flat: z.boolean() });
export type MarkJob = z.infer<typeof MarkJob>;

/** What it answers: the marked copy, null when the content does not open. */
export const MarkAnswer = z.object({ id: z.number().int(), pdf: z.instanceof(Uint8Array).nullable() });
