// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** GET /api/tracking-book?shop=&year=&month=&after=: the book (sổ theo dõi hồ sơ, mẫu 07) of a one-stop shop. */
export const BookQuery = z.object({
  shop: z.string().max(40), year: z.coerce.number().int().min(2018).max(2100), month: z.coerce.number().int().min(1).max(12).optional(), after: z.string().max(200).optional(),
});
export type BookQuery = z.infer<typeof BookQuery>;

/** One line of the book, in the order of the form. */
export const BookEntry = z.object({
  number: z.string(), code: z.string(), procedure: z.string(), name: z.string(), contact: z.string().describe('address and telephone'), solvingAgency: z.string(),
  receivedAt: z.string(), owedAt: z.string().nullable(), returnedAt: z.string().nullable(), returnWay: z.enum(['counter', 'post', 'electronic']), receivedBy: z.string().nullable(),
});
export type BookEntry = z.infer<typeof BookEntry>;

export const BookClosing = z.object({ entries: z.number().int(), lastNumber: z.number().int(), closedBy: z.string(), closedAt: z.string() });

export const TrackingBook = z.object({
  shops: z.array(z.object({ code: z.string(), name: z.string() })), entries: z.array(BookEntry), next: z.string().nullable(), closing: BookClosing.nullable(), mayClose: z.boolean(), asOf: z.string(),
});
export type TrackingBook = z.infer<typeof TrackingBook>;

/** POST /api/tracking-book/closings: closes a year that is over. */
export const CloseBook = z.object({ shop: z.string().max(40), year: z.number().int().min(2018).max(2100) });
