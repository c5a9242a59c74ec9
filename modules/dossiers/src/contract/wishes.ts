// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Party, ReissuablePaper } from './parts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const act = { clientKey: z.uuid(), version: z.number().int().positive() };

export const WishKind = z.enum(['withdraw', 'stop', 'correct']);
export type WishKind = z.infer<typeof WishKind>;

/** POST /api/my/dossiers/:code/wishes: the applicant asks to withdraw, stop or correct; the one-stop shop decides. */
export const Wish = z.object({ ...act, kind: WishKind, text: text(2000) });
/** POST /api/dossiers/:code/wishes/:id/decision: granted, the dossier is withdrawn or stopped in the same act, or may be corrected. */
export const WishDecision = z.object({ ...act, granted: z.boolean(), reason: text(2000) });

export const WishView = z.object({
  id: z.string(), kind: WishKind, text: z.string(), at: z.string(), who: z.string(),
  decision: z.object({ granted: z.boolean(), reason: z.string(), at: z.string(), who: z.string() }).nullable(),
});

/** POST /api/dossiers/:code/corrections: the e-form completed or corrected, and the person's data where they were written wrongly; the reason is kept. */
export const Correction = z.object({ ...act, answers: z.record(z.string(), z.unknown()), applicant: Party.nullable(), reason: text(2000) });

/** POST /api/dossiers/:code/changes/:id/decision: another officer confirms or refuses a change after acceptance. */
export const ChangeDecision = z.object({ ...act, granted: z.boolean(), reason: text(2000) });

/** A change after acceptance that waits, or was decided: what it changes, in words. */
export const ChangeView = z.object({
  id: z.string(), reason: z.string(), at: z.string(), who: z.string(), lines: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  decision: z.object({ granted: z.boolean(), reason: z.string(), at: z.string(), who: z.string() }).nullable(),
});

/** POST /api/dossiers/:code/reissues: a paper is issued again under a new number; the old one is marked replaced. */
export const Reissue = z.object({
  ...act, paper: ReissuablePaper, reason: text(2000),
  wording: z.array(text(2000)).min(1).max(30).nullable().default(null).describe('the reasons as they should have stood, on a refusal, an apology or a stop notice; null: they stay'),
});
export const ReplacedPaper = z.object({ paper: ReissuablePaper, number: z.string(), issuedAt: z.string(), replacedAt: z.string(), by: z.string(), reason: z.string(), newNumber: z.string() });

/** POST /api/dossiers/:code/messages and /api/my/dossiers/:code/messages: `version` may be older than the dossier, a message overwrites nothing. */
export const Message = z.object({ ...act, text: text(3000) });
export const MessageView = z.object({ at: z.string(), who: z.string(), fromOffice: z.boolean(), text: z.string() });
