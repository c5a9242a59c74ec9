// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { FeeAsked } from './fees.ts';
import { LateCauseGiven } from './lateness.ts';
import { SupplementOverride } from './supplements.ts';
import { CounterReuse } from './reuse.ts';
import { BackDate, Channel, CoApplicant, DossierStatus, Mandate, PaperJudgement, PaperNames, ParcelTo, Party, ReceiverDocument, ReturnWay } from './parts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const maybeText = (max: number) => z.string().trim().max(max).nullable();

const offSiteReason = maybeText(500).default(null).describe('why a step of an on-site dossier is done elsewhere than at the Centre');

/** In every act on an existing dossier. */
export const ActBase = z.object({ clientKey: z.uuid(), version: z.number().int().positive() });

/** What every act answers. `receipts` are papers that can be printed now. */
export const ActDone = z.object({
  code: z.string(), version: z.number().int(), status: DossierStatus, owedAt: z.string().nullable(),
  papers: z.array(PaperNames),
});
export type ActDone = z.infer<typeof ActDone>;

const SupplementAsked = z.object({
  items: z.array(z.object({ paperNo: z.number().int().positive().nullable(), what: text(1000), howToMend: text(1000), basis: maybeText(500) })).min(1).max(50),
  reason: text(2000),
  heldReason: maybeText(1000).optional().describe('why a paper the state already holds is asked for all the same'),
});
const RefusalReasons = z.array(text(2000)).min(1).max(20);

/** How the counter ends an intake: accepted with form 01, asked to be completed with form 02, refused with form 03. */
export const CounterOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept') }), SupplementAsked.extend({ kind: z.literal('supplement') }), z.object({ kind: z.literal('refuse'), reasons: RefusalReasons }),
]);
export type CounterOutcome = z.infer<typeof CounterOutcome>;

/** POST /api/dossiers: intake at the counter in one act: filed, checked, and accepted unless `outcome` says otherwise; then the e-form may have gaps. */
export const CounterIntake = z.object({
  clientKey: z.uuid(),
  procedure: z.string().max(60),
  circumstance: maybeText(1000),
  receivingAgency: z.string().max(40),
  solvingAgency: z.string().max(40),
  returningAgency: z.string().max(40),
  channel: z.enum(['counter', 'post']),
  handedOverAt: z.iso.datetime({ offset: true }).nullable().optional().describe('by post only: when the hand-over record was signed'),
  post: z.object({ enterprise: z.string().max(40), slip: text(40), handedBy: text(300) }).nullable().optional().describe('by post only: who carried it under which slip, and who signed the hand-over record for the post'),
  returnTo: ParcelTo.nullable().optional().describe('returned by post only: whom it goes to; else the applicant'),
  applicant: Party,
  submitter: Party.nullable().describe('who hands in, when not the applicant'),
  authorisation: maybeText(500).describe('more about the representation, beside the mandate'),
  coApplicants: z.array(CoApplicant).max(20).optional().describe('everybody else whose dossier it is'),
  mandate: Mandate.nullable().optional().describe('by what right the submitter acts; needed when there is one'),
  answers: z.record(z.string(), z.unknown()),
  papers: z.array(PaperJudgement).max(300),
  reuse: CounterReuse.nullable().optional().describe('components taken from the vault of the applicant, who agreed'),
  returnWay: ReturnWay,
  fee: z.object({ amountVnd: z.number().int().nonnegative(), way: z.enum(['cash', 'transfer', 'at-return', 'none']), asked: FeeAsked.optional().describe('what the fee table asks; the server works the price out and keeps it') }),
  limitOverride: z.object({ value: z.number().int().positive().max(9999), unit: z.enum(['working-day', 'working-hour', 'calendar-day', 'month']), basis: text(500) }).nullable()
    .describe('only when the publication states no time limit'),
  outcome: CounterOutcome.default({ kind: 'accept' }),
  backDate: BackDate,
});
export type CounterIntake = z.infer<typeof CounterIntake>;

/** POST /api/dossiers/:code/acceptance: an online dossier is accepted. */
export const Acceptance = ActBase.extend({ papers: z.array(PaperJudgement).max(300), limitOverride: CounterIntake.shape.limitOverride, backDate: BackDate, fee: FeeAsked.optional().describe('counted anew at acceptance: the price is worked out again') });
/** POST /api/dossiers/:code/supplement-requests: everything that is missing, at once. */
export const SupplementRequest = ActBase.extend({ ...SupplementAsked.shape, override: SupplementOverride });
/** POST /api/dossiers/:code/refusal */
export const Refusal = ActBase.extend({ reasons: RefusalReasons });
/** POST /api/dossiers/:code/assignments: take over (officer null = myself) or hand to another. */
export const Assignment = ActBase.extend({ taskId: z.string().max(60), officer: z.uuid().nullable(), reason: maybeText(500) });
/** POST /api/dossiers/:code/releases: a step taken is given back undone. */
export const Release = ActBase.extend({ taskId: z.string().max(60) });
/** POST /api/dossiers/:code/steps/:task/completion: finish a step and send on; `draft` is the draft result of an appraisal. */
export const StepCompletion = ActBase.extend({
  opinion: maybeText(5000),
  draft: z.object({ title: text(1000), provisions: z.array(text(3000)).max(50) }).nullable(),
  variables: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])),
  offSiteReason,
  lateCause: LateCauseGiven,
});
/** POST /api/dossiers/:code/steps/:task/return: back to an earlier step. */
export const SendBack = ActBase.extend({ to: z.string().max(100), reason: text(2000), lateCause: LateCauseGiven });
/** POST /api/dossiers/:code/upstream: a part of a linked group goes back to the part before it. `to`: task of the group's process. */
export const SendUpstream = ActBase.extend({ to: z.string().max(100), reason: text(2000) });
/** POST /api/dossiers/:code/consultations */
export const Consultation = ActBase.extend({ agency: z.string().max(40), question: text(3000), hours: z.number().int().positive().max(400) });
/** POST /api/dossiers/:code/consultations/:id/answer */
export const ConsultationAnswer = ActBase.extend({ opinion: text(5000), agrees: z.boolean() });
/** POST /api/dossiers/:code/payment-requests */
export const PaymentRequest = ActBase.extend({ amountVnd: z.number().int().positive().max(1e12), reason: text(1000) });
/** POST /api/dossiers/:code/payments: money received at the counter, with the number of the official receipt. */
export const Payment = ActBase.extend({ amountVnd: z.number().int().positive().max(1e12), receiptNumber: text(60), way: z.enum(['cash', 'transfer']), backDate: BackDate });
/** POST /api/dossiers/:code/identity-requests: a person must confirm who he is (VNeID, định danh). */
export const IdentityRequest = ActBase.extend({ person: text(300), reason: text(1000) });
/** POST /api/dossiers/:code/identity-confirmations: by what it was confirmed. */
export const IdentityConfirmation = ActBase.extend({ evidence: text(500) });
/** POST /api/dossiers/:code/approval: the leader approves and signs the draft; `password` is asked again at signing. */
export const Approval = ActBase.extend({ taskId: z.string().max(60), opinion: maybeText(2000), lateCause: LateCauseGiven, offSiteReason });
/** POST /api/dossiers/:code/issue: number, date, seal (agency's signature). */
export const Issue = ActBase.extend({ taskId: z.string().max(60), seal: z.uuid().nullable().default(null).describe('registered seal put on the paper; null: the main one of the agency, when it has any'), lateCause: LateCauseGiven, offSiteReason });
/** POST /api/dossiers/:code/return: the result is handed over. */
export const Return = ActBase.extend({ way: ReturnWay, receivedBy: text(300), receiver: z.object({ personalId: Party.shape.personalId, document: ReceiverDocument.nullable() }).nullable().optional().describe('who takes it, when not an applicant by name'), feeVnd: z.number().int().nonnegative().max(1e12).nullable(), receiptNumber: maybeText(60), backDate: BackDate, revocation: z.boolean().optional().describe('the decision that revoked the result is handed over in its place') });
/** POST /api/dossiers/:code/withdrawal and, before acceptance, /api/my/dossiers/:code/withdrawal */
export const Withdrawal = ActBase.extend({ reason: text(2000) });
/** POST /api/dossiers/:code/stop */
export const Stop = ActBase.extend({ reason: text(2000) });
/** POST /api/dossiers/:code/closing: no supplement came in time; without a reason the one the law knows is written. */
export const Closing = ActBase.extend({ reason: maybeText(2000) });

/** POST /api/batch/forward and /api/batch/approval: complete one step of many dossiers, or sign many; each succeeds or fails by itself. */
export const BatchForward = z.object({ clientKey: z.uuid(), items: z.array(z.object({ code: z.string(), taskId: z.string(), version: z.number().int() })).min(1).max(100), opinion: maybeText(2000) });
export const BatchDone = z.object({ results: z.array(z.object({ code: z.string(), ok: z.boolean(), title: z.string().nullable().describe('why not, and what to do') })) });
export type BatchDone = z.infer<typeof BatchDone>;

/** POST /api/partners/national-portal/dossiers (partner key): a dossier filed on the national portal. */
export const PartnerFiling = z.object({
  messageId: z.uuid(), nationalCode: text(80), procedure: z.string().max(60), circumstance: maybeText(1000), solvingAgency: z.string().max(40),
  applicant: Party, answers: z.record(z.string(), z.unknown()), filedAt: z.iso.datetime({ offset: true }), returnWay: ReturnWay,
  papers: z.array(z.object({ name: text(1000), fileName: text(300), contentBase64: z.string().max(28_000_000) })).max(50),
});
export type PartnerFiling = z.infer<typeof PartnerFiling>;
export const PartnerFiled = z.object({ code: z.string(), status: DossierStatus });

export { Channel };
