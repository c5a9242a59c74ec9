// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Why a step is done late, picked from GET /api/late-causes; asked for only when the step is past its due time. */
export const LateCauseGiven = z.object({ code: z.string().max(40), note: z.string().trim().max(1000).nullable() }).nullable().optional();
export type LateCauseGiven = z.infer<typeof LateCauseGiven>;

/** GET /api/late-causes: the causes in force today. */
export const LateCauses = z.object({ causes: z.array(z.object({ code: z.string(), words: z.string(), needsNote: z.boolean() })) });

/** A step that was done late, with the cause its officer picked. */
export const LateStep = z.object({ step: z.string(), at: z.string(), dueAt: z.string(), who: z.string(), cause: z.string() });

const act = { clientKey: z.uuid(), version: z.number().int().positive() };
const value = z.number().int().positive().max(400).describe('in the unit of the time limit');

/** POST /api/dossiers/:code/extension-proposals: what the head is asked to sign. */
export const ExtensionProposal = z.object({ ...act, value, reason: text(2000) });
/** POST /api/dossiers/:code/extension: the head signs form 04, once in the life of a dossier; the return day moves and the person is told. */
export const Extension = z.object({ ...act, value, reason: text(2000) });

/** GET /api/dossiers/:code/extension-offer?value=: the new day an extension would give, with the reason as far as the ledger knows it. `why`: why not, when it cannot be done. */
export const ExtensionOffer = z.object({
  possible: z.boolean(), why: z.string().nullable(), owedAt: z.string().nullable(), signBy: z.string().nullable(), value: z.number().int(), unit: z.string(), newOwedAt: z.string().nullable(), reason: z.string(),
});
export type ExtensionOffer = z.infer<typeof ExtensionOffer>;

export const ProposedExtension = z.object({ at: z.string(), who: z.string(), value: z.number().int(), reason: z.string(), newOwedAt: z.string() });

/** What the person reads of an extension. */
export const ExtensionView = z.object({ at: z.string(), number: z.string(), reason: z.string(), owedAt: z.string().describe('promised first'), newOwedAt: z.string() });

/** Something the person is told on the page of the dossier; the same words wait to be sent by message. */
export const Notice = z.object({ at: z.string(), title: z.string(), text: z.string() });
export type Notice = z.infer<typeof Notice>;

/** What must not be missed on a dossier, most pressing first; `until` is the instant it is about. */
export const Alert = z.object({ kind: z.enum(['apologise-today', 'sign-extension', 'answer-filing', 'answer-overdue', 'close-now', 'opinion-silent', 'wish-withdraw', 'wish-stop', 'wish-correct', 'question', 'step-overdue', 'step-today', 'deemed-approval', 'deemed-refusal', 'escalated', 'result-revoked']), until: z.string().nullable() });
export type Alert = z.infer<typeof Alert>;
