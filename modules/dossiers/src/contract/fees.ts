// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const key = z.string().min(1).max(60);

/** What a fee is worked out from: how many of what is counted, reliefs said and proved, how the result is sent; by the ids of the fee table. */
export const FeeAsked = z.object({ units: z.record(key, z.number().int().min(0).max(99_999)), claims: z.array(key).max(60), shipping: z.string().max(60).nullable().default(null) });
export type FeeAsked = z.infer<typeof FeeAsked>;

/** The price of a dossier as it was worked out: line by line with its reason. `totalVnd` null: something is not fixed by number. `basis` null: read from the published text. */
export const FeePrice = z.object({ lines: z.array(z.object({ id: z.string(), text: z.string(), amountVnd: z.number() })), totalVnd: z.number().nullable(), basis: z.string().nullable(), asked: FeeAsked });
export type FeePrice = z.infer<typeof FeePrice>;

/** What is paid for a dossier, and why; đồng. */
export const FeeView = z.object({ amountVnd: z.number(), way: z.string(), price: FeePrice.nullable() });
