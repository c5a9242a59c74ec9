// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const Range = z.object({ from: z.number().int().min(0), to: z.number().int().min(0) });

/**
 * What the painter is asked about a PDF or a picture of `size` bytes; `key` names the content.
 * `parts`: pieces of it that the painter said it needs. `want`: how many pages it has, one of them as a picture so many pixels wide, or the words of one; `no` counts from 1.
 */
export const PageJob = z.object({
  id: z.number().int(), key: z.string(), mediaType: z.string(), size: z.number().int().min(0),
  parts: z.array(z.object({ from: z.number().int().min(0), bytes: z.instanceof(Uint8Array) })),
  want: z.discriminatedUnion('what', [
    z.object({ what: z.literal('count') }),
    z.object({ what: z.literal('picture'), no: z.number().int().positive(), width: z.number().int().positive() }),
    z.object({ what: z.literal('words'), no: z.number().int().positive() }),
  ]),
});
export type PageJob = z.infer<typeof PageJob>;

/** What it answers. `needs`: send these parts and ask again; `no-page`: the content has fewer; `unreadable`: it does not open. */
export const PageAnswer = z.discriminatedUnion('state', [
  z.object({ id: z.number().int(), state: z.enum(['no-page', 'unreadable']) }),
  z.object({ id: z.number().int(), state: z.literal('needs'), ranges: z.array(Range).min(1) }),
  z.object({ id: z.number().int(), state: z.literal('counted'), pages: z.number().int(), ratio: z.number().positive() }),
  z.object({ id: z.number().int(), state: z.literal('painted'), jpeg: z.instanceof(Uint8Array) }),
  z.object({ id: z.number().int(), state: z.literal('read'), words: z.string() }),
]);
export type PageAnswer = z.infer<typeof PageAnswer>;
