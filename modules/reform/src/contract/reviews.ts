// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Experience, Review } from './review-content.ts';

const Ground = z.enum(['government', 'own-choice', 'petition']);
const State = z.enum(['planned', 'draft', 'submitted', 'approved']);

const Row = z.object({
  id: z.string(), year: z.number().int(), code: z.string(), name: z.string(), agency: z.string(), agencyName: z.string(), person: z.string(), due: z.string(), ground: Ground, basis: z.string(), product: z.string(),
  plannedBy: z.string(), plannedAt: z.string(), state: State, proposal: z.string().nullable().describe('its bản soạn, when one was begun'), lateDays: z.number().int().describe('calendar days past the day due, while it is not approved'),
  outcome: z.enum(['keep', 'amend', 'replace', 'abolish']).nullable(), savingVnd: z.number().nullable().describe('promised, a year'),
});

/** GET /api/reviews: the plan of a year. */
export const ReviewPlan = z.object({
  year: z.number().int(), years: z.array(z.number().int()), today: z.string(), mayPlan: z.boolean(), sendBy: z.string().nullable().describe('the day the plan is owed; null: no figure holds'), sendBasis: z.string().nullable(),
  sent: z.object({ number: z.string(), day: z.string(), by: z.string(), lateDays: z.number().int() }).nullable(), lateDays: z.number().int().describe('days past that day, while it is not sent'),
  reviews: z.array(Row),
});
export type ReviewPlan = z.infer<typeof ReviewPlan>;

/** POST /api/reviews */
export const PlannedReview = z.object({
  clientKey: z.uuid(), year: z.number().int().min(2000).max(2100), procedure: z.string().trim().min(1).max(60), agency: z.string().trim().min(1).max(40), person: z.string().trim().min(1).max(200), due: z.iso.date(), ground: Ground,
  basis: z.string().trim().min(3).max(500), product: z.string().trim().min(3).max(500),
});
/** POST /api/reviews/:id/removal */
export const RemovedReview = z.object({ reason: z.string().trim().min(3).max(1000) });
/** POST /api/reviews/sendings */
export const PlanSent = z.object({ clientKey: z.uuid(), year: z.number().int().min(2000).max(2100), number: z.string().trim().min(1).max(100), day: z.iso.date() });
/** POST /api/reviews/:id/carriers */
export const ReviewCarrier = z.object({ proposal: z.uuid() });
export const ReviewDone = z.object({ id: z.string() });

const Carrier = z.object({ id: z.string(), title: z.string(), kind: z.string(), state: z.enum(['draft', 'submitted', 'published', 'withdrawn']), validFrom: z.string().nullable() });

/** GET /api/reviews/:id */
export const ReviewView = z.object({
  review: Row, mayPlan: z.boolean(), mayWrite: z.boolean(), start: Review.describe('what its bản soạn begins with: what the running system knows is filled in'),
  content: Review.nullable().describe('as approved; before that as its bản soạn stands'), result: z.object({ number: z.string(), date: z.string(), validFrom: z.string(), by: z.string() }).nullable(),
  carriers: z.array(Carrier), candidates: z.array(Carrier).describe('other bản soạn of the procedure and of its processes'),
  measured: z.object({ since: z.string(), enough: z.number().int().describe('decided dossiers needed on each side'), before: Experience, after: Experience, isTold: z.boolean() }).nullable().describe('null: nothing that carries it out is in force'),
});
export type ReviewView = z.infer<typeof ReviewView>;
