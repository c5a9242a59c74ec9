// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What a procedure is judged by (sự cần thiết, tính hợp lý, tính hợp pháp, chi phí tuân thủ, sự phù hợp). */
export const criteria = ['necessity', 'reasonableness', 'legality', 'cost', 'fit'] as const;
export type Criterion = (typeof criteria)[number];

/** Rows of the cost table: what people do to get the result. */
export const works = ['prepare', 'file', 'pay', 'inspection', 'other', 'collect'] as const;

const mostVnd = 1e12;
const Count = z.number().min(0).max(1e9);

/** One work of the cost table. `hours` with travel; money in đồng; null: not filled in. */
export const CostLine = z.object({
  id: z.string().max(40), work: z.enum(works), what: z.string().max(500), hours: z.number().min(0).max(10_000).nullable(), hiredVnd: z.number().int().min(0).max(mostVnd).nullable(), feesVnd: z.number().int().min(0).max(mostVnd).nullable(),
  timesPerYear: Count.nullable(), subjectsPerYear: Count.nullable(), note: z.string().max(1000),
});
export type CostLine = z.infer<typeof CostLine>;

/** What the running system knows of a procedure between two days. */
export const Experience = z.object({
  from: z.string(), until: z.string().describe('the day after the last one'), accepted: z.number().int(), decided: z.number().int(), counter: z.number().int(), online: z.number().int(), post: z.number().int(),
  halfDays: z.number().nullable().describe('half of the decided ones took no more calendar days'), papers: z.number().nullable().describe('papers a dossier, on average'), contacts: z.number().nullable().describe('filing, each supplement, collecting at a counter: a dossier, on average'),
});
export type Experience = z.infer<typeof Experience>;

const Judged = z.object({ answer: z.enum(['', 'met', 'partly', 'unmet']), reason: z.string().max(4000) });

/** Phiếu rà soát of one procedure: answers with reasons, cost now and after, what is proposed and promised. */
export const Review = z.object({
  procedure: z.object({ code: z.string().max(60), name: z.string().max(2000) }),
  criteria: z.object({ necessity: Judged, reasonableness: Judged, legality: Judged, cost: Judged, fit: Judged }),
  income: z.object({ hourlyVnd: z.number().int().min(0).max(1e8), source: z.string().max(500) }),
  experience: Experience.nullable(), now: z.array(CostLine).max(400), after: z.array(CostLine).max(400),
  outcome: z.enum(['', 'keep', 'amend', 'replace', 'abolish']), proposal: z.string().max(10_000),
  promised: z.object({ days: Count.nullable(), papers: Count.nullable(), contacts: Count.nullable() }).describe('a dossier, after simplification'),
});
export type Review = z.infer<typeof Review>;
