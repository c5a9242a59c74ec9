// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { DraftContent, DraftFile } from './filing.ts';
import { Mandate, Party, Relation } from './parts.ts';

const line = (max: number) => z.string().trim().min(1).max(max);

/** POST /api/drafts/:id/co-applicants: the one who began the draft names one more person whose dossier it is. `mandate`: the paper that stands in for him. */
export const NewCoApplicant = z.object({ name: line(300), personalId: z.string().trim().max(40), relation: Relation, mandate: Mandate.nullable().default(null) });
export type NewCoApplicant = z.infer<typeof NewCoApplicant>;

/** Where one of several applicants stands: not answered, agrees to the present content, agreed to an earlier one, declined, or a mandate stands in. */
export const CoApplicantState = z.enum(['waiting', 'confirmed', 'changed', 'declined', 'mandate']);
export type CoApplicantState = z.infer<typeof CoApplicantState>;

/** One person named in a draft, as the others see him. `changed`: parts of the content that are not as he confirmed them. */
export const NamedCoApplicant = z.object({
  id: z.uuid(), name: z.string(), relation: Relation, state: CoApplicantState, answeredAt: z.string().nullable(), way: z.enum(['signed-in', 'counter']).nullable(), reason: z.string().nullable().describe('why he declined'), changed: z.array(z.string()),
});
export type NamedCoApplicant = z.infer<typeof NamedCoApplicant>;

/** GET /api/drafts/:id/co-applicants: for the one who began it. `number`: what to say at a counter. */
export const DraftCoApplicants = z.object({ number: z.string().nullable(), others: z.array(NamedCoApplicant.extend({ personalId: z.string() })) });
export type DraftCoApplicants = z.infer<typeof DraftCoApplicants>;

/** His own part: what one of several applicants fills in himself. */
export const OwnPart = Party.pick({ birthDate: true, address: true, phone: true, email: true });
export type OwnPart = z.infer<typeof OwnPart>;

/** A draft as one of its other applicants sees it. `sha256` names exactly this content; it is what he confirms. */
export const JointDraft = z.object({
  id: z.uuid(), number: z.string(), procedure: z.string(), procedureName: z.string(), begunBy: z.string(), savedAt: z.string(), keptUntil: z.string(), revision: z.number().int(), sha256: z.string(),
  content: DraftContent.omit({ applicantTyped: true, mandateTyped: true }), files: z.array(DraftFile), others: z.array(NamedCoApplicant),
  me: NamedCoApplicant.extend({ personalId: z.string(), part: OwnPart.nullable() }),
});
export type JointDraft = z.infer<typeof JointDraft>;

/** GET /api/my/joint-drafts: drafts of others that name the one who asks. */
export const JointDraftList = z.object({ drafts: z.array(JointDraft.pick({ id: true, procedureName: true, begunBy: true, savedAt: true, keptUntil: true }).extend({ state: CoApplicantState })) });

/** POST /api/my/joint-drafts/:id/confirmation. 409 changed-meanwhile when the content is no longer the one `sha256` names. */
export const JointConfirmation = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), part: OwnPart });
export type JointConfirmation = z.infer<typeof JointConfirmation>;
/** POST /api/my/joint-drafts/:id/refusal: he does not take part; the draft is closed to him from then on. */
export const JointRefusal = z.object({ reason: line(2000) });

/** GET /api/joint-drafts: at the counter, by the number of the draft or the identity number of the person who came. */
export const WaitingQuery = z.object({ number: z.string().trim().max(40).optional(), personalId: z.string().trim().max(40).optional() });
export const WaitingDrafts = z.object({ drafts: z.array(JointDraft) });
/** POST /api/joint-drafts/:id/confirmation: recorded by an officer who saw `identityPaper`; `person` is the id of the person in the draft. */
export const CounterConfirmation = JointConfirmation.extend({ person: z.uuid(), identityPaper: line(200).describe('kind and number of the paper, as «Căn cước, cấp 01/02/2024»') });
export type CounterConfirmation = z.infer<typeof CounterConfirmation>;
