// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What money was taken for: with the filing, asked for while solving, when the result was handed out, for digitising a paper its owner asked for. */
export const MoneyFor = z.enum(['filing', 'asked-for', 'handing-out', 'digitising']);
export type MoneyFor = z.infer<typeof MoneyFor>;

const Day = z.iso.date();
/** GET /api/figures/money: days inclusive, at most 92. */
export const MoneyQuery = z.object({ from: Day, to: Day });

/** One sum taken. Whole đồng. */
export const MoneyLine = z.object({
  at: z.string(), dossier: z.string(), agency: z.string(), agencyName: z.string(), what: MoneyFor, amountVnd: z.number().int(), way: z.string(), receiptNumber: z.string().nullable().describe('null: the filing, receipted by form 01'), who: z.string(),
});
/** Sổ thu: what the one-stop shops of an officer took, with sums by purpose. `more`: lines beyond those shown; the sums count all. */
export const MoneyTaken = z.object({ from: z.string(), to: z.string(), totalVnd: z.number().int(), sums: z.array(z.object({ what: MoneyFor, count: z.number().int(), amountVnd: z.number().int() })), lines: z.array(MoneyLine), more: z.number().int() });
export type MoneyTaken = z.infer<typeof MoneyTaken>;
