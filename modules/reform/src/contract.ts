// SPDX-License-Identifier: EUPL-1.2
/** What travels about the control of procedures. Safe in browsers. */
import { z } from 'zod';

export { ControlFigures, FigureEnd, NewFigure, figureKindNames } from './contract/figures.ts';
export { CostLine, Experience, Review, criteria, works } from './contract/review-content.ts';
export type { Criterion } from './contract/review-content.ts';
export { PlanSent, PlannedReview, RemovedReview, ReviewCarrier, ReviewDone, ReviewPlan, ReviewView } from './contract/reviews.ts';
export { costOnce, costYearly, hourlyIncome, savingOf, totalOf } from './rules/compliance-cost.ts';

export const clockStates = ['open', 'late', 'done', 'done-late', 'unknown'] as const;
const State = z.enum(clockStates).describe('unknown: no calendar is published so far');

const Clock = z.object({ due: z.string().nullable(), state: State, lateDays: z.number().int().describe('calendar days past the day due') });
export type PublicationClock = z.infer<typeof Clock>;

/** GET /api/publications */
export const Publications = z.object({
  today: z.string(), mayEnter: z.boolean(), late: z.number().int(), watchedFrom: z.string(),
  lists: z.array(z.object({
    decision: z.string(), day: z.string(), procedures: z.array(z.object({ code: z.string(), name: z.string() })), agencies: z.array(z.string()), clock: Clock,
    ministry: z.object({ lead: Clock.describe('before its effect'), entry: Clock.describe('until its data were seen here') }).nullable().describe('null: it was there when the catalogue was first filled'),
    published: z.object({ number: z.string(), day: z.string(), publicOn: z.string(), by: z.string() }).nullable(), entry: Clock.nullable().describe('from the decision of the province to its being public'),
  })),
  own: z.array(z.object({ code: z.string(), name: z.string(), version: z.number().int(), decision: z.string().nullable(), day: z.string(), validFrom: z.string(), enteredOn: z.string(), by: z.string(), issuer: z.enum(['province', 'delegated']), lead: Clock, entry: Clock })),
  rules: z.array(z.object({ kind: z.string(), workingDays: z.number().int(), basis: z.string(), unsure: z.string().nullable() })),
});
export type Publications = z.infer<typeof Publications>;

/** POST /api/publications/lists */
export const ListPublished = z.object({
  clientKey: z.uuid(), ministryDecision: z.string().trim().min(1).max(100), ministryDay: z.iso.date(),
  number: z.string().trim().min(1, 'Ghi số quyết định của tỉnh.').max(100), day: z.iso.date(), publicOn: z.iso.date(),
});
export const Entered = z.object({ id: z.string() });

export const ChangeKind = z.enum(['new', 'changed', 'abolished']);

/** GET /api/publications/statistics: the last twelve months, newest first. */
export const Statistics = z.object({ months: z.array(z.object({ month: z.string(), new: z.number().int(), changed: z.number().int(), abolished: z.number().int() })) });

/** GET /api/publications/changes: the list behind a number. */
export const Changes = z.object({ changes: z.array(z.object({ kind: ChangeKind, code: z.string(), name: z.string(), version: z.number().int(), day: z.string(), decision: z.string().nullable() })) });
