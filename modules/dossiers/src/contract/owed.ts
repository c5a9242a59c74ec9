// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { DossierRow } from './views.ts';

/** What somebody owes: a step of a process, an answer to a filing, an opinion, an apology before the promise is broken, a result to hand out. */
export const OwedKind = z.enum(['step', 'filing', 'opinion', 'apology', 'return']);
export type OwedKind = z.infer<typeof OwedKind>;

/** How it stands: past its time, due before the day is over, later than that, waiting for somebody else. */
export const OwedState = z.enum(['overdue', 'today', 'later', 'waiting']);
export type OwedState = z.infer<typeof OwedState>;

const place = z.string().trim().min(1).max(60).optional();

/**
 * GET /api/owed?…: what is owed at the places one leads, or by oneself (`of=me`). `agency`, `unit`, `officer` narrow it (`none`: steps of no unit, of nobody);
 * `state` picks the list, without it everything owed before the day is over.
 */
export const OwedQuery = z.object({ of: z.enum(['me', 'led']).optional(), agency: place, unit: place, officer: place, state: OwedState.optional(), unclaimed: z.stringbool().optional(), after: z.string().max(400).optional() });
export type OwedQuery = z.infer<typeof OwedQuery>;

const counts = { open: z.number().int(), overdue: z.number().int(), today: z.number().int(), later: z.number().int(), waiting: z.number().int(), unclaimed: z.number().int().describe('steps nobody has taken') };

/** One agency, unit or officer and what stands there; `key` goes into the query of its list, null for steps of no unit or of nobody. */
export const OwedGroup = z.object({ key: z.string().nullable(), name: z.string().nullable(), ...counts });
export type OwedGroup = z.infer<typeof OwedGroup>;

export const OwedRow = DossierRow.extend({ owed: z.object({ kind: OwedKind, state: OwedState, at: z.string().nullable().describe('by when; of an apology: the promise it speaks of'), step: z.string().nullable(), agencyName: z.string(), officer: z.string().nullable() }) });
export type OwedRow = z.infer<typeof OwedRow>;

/** Every number of `total` and `groups` is the length of the list that `state` (or `unclaimed`) opens. */
export const Owed = z.object({
  asOf: z.string(), of: z.enum(['me', 'led']), mayLead: z.boolean().describe('the reader leads a place: may look at it as well as at the own work'),
  by: z.enum(['agency', 'unit', 'officer']).nullable().describe('what a group is; null: one\'s own work is not grouped'), total: z.object(counts), groups: z.array(OwedGroup), rows: z.array(OwedRow), next: z.string().nullable(),
});
export type Owed = z.infer<typeof Owed>;
