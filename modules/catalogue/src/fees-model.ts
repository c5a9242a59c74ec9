// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Subject } from './guide-model.ts';
import { Channel, Fee } from './model.ts';

const Key = z.string().min(1).max(60);
const Text = z.string().max(1000);
const Vnd = z.number().int().nonnegative().max(1e12);

/** A sum that is charged in a case and by a way of filing; null means every one. */
export const FeeLine = z.object({
  id: Key, kind: Fee.shape.kind, name: Text.describe('what is paid for'), circumstance: Text.nullable(), channel: Channel.nullable(), amountVnd: Vnd.describe('đồng; for one unit when there is a unit'),
  unit: z.string().max(60).nullable().describe('«trang», «bản»: the sum is for each; null: for the dossier'), basis: Text,
});
export type FeeLine = z.infer<typeof FeeLine>;

/** Miễn, giảm: whole or in part, for whom or by which way, between two days. */
export const Relief = z.object({
  id: Key, line: Key.nullable().describe('the line it is about; null: every line'), who: Text.describe('for whom, as one would ask at the counter; by which way when it needs no claim'),
  percent: z.number().int().min(1).max(100).describe('how much less; 100 is free of charge'), channel: Channel.nullable(), isClaimed: z.boolean().describe('counts only for who says and proves it; false: for everybody it fits'),
  validFrom: z.iso.date(), validUntil: z.iso.date().nullable().describe('last day; null: open'), basis: Text,
});
export type Relief = z.infer<typeof Relief>;

const Shipping = z.object({ id: Key, name: Text, amountVnd: Vnd, basis: Text });

/** Bảng phí, lệ phí của một thủ tục. */
export const FeeTable = z.object({ subject: Subject, lines: z.array(FeeLine).max(100), reliefs: z.array(Relief).max(60), shipping: z.array(Shipping).max(20) });
export type FeeTable = z.infer<typeof FeeTable>;

/** One line of a price: what, how much, and why, in words. */
export const PriceLine = z.object({ id: z.string(), kind: z.enum(['FEE', 'SERVICE_FEE', 'PRICE_LEVEL', 'SHIPPING']), text: z.string(), amountVnd: z.number().int() });
export type PriceLine = z.infer<typeof PriceLine>;

/** What a dossier costs. `totalVnd` null: something is not fixed by number and a person says it. */
export const Price = z.object({
  lines: z.array(PriceLine), totalVnd: z.number().int().nullable(), claims: z.array(z.object({ id: z.string(), who: z.string() })).describe('reliefs one may ask for'),
  units: z.array(z.object({ id: z.string(), title: z.string(), unit: z.string(), count: z.number().int() })).describe('what is counted, by the id of its line, and how many were given'),
  shipping: z.array(z.object({ id: z.string(), name: z.string(), amountVnd: z.number().int() })), basis: z.string().nullable().describe('decision of the fee table; null: read from the published text'),
});
export type Price = z.infer<typeof Price>;
