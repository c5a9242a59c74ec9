// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Where a dossier stands. The whole life is lifecycle/transition.ts. */
export const dossierStatuses = [
  'submitted', 'awaiting-intake-supplement', 'accepted', 'in-progress', 'awaiting-supplement', 'consulting', 'awaiting-payment', 'awaiting-identity',
  'decided', 'returned', 'refused', 'withdrawn', 'stopped', 'closed', 'sent-upstream',
] as const;
export const DossierStatus = z.enum(dossierStatuses);
export type DossierStatus = z.infer<typeof DossierStatus>;

export const dossierActs = [
  'submit', 'accept', 'refuse', 'request-supplement', 'supplement', 'close', 'assign', 'complete-step', 'send-back', 'consult', 'answer-consultation',
  'request-payment', 'pay', 'request-identity', 'confirm-identity', 'approve', 'issue', 'return', 'withdraw', 'stop', 'send-upstream', 'end-with-group', 'propose-extension', 'extend',
  'wish', 'decide-wish', 'correct', 'decide-change', 'reissue', 'write-message', 'plan-check', 'record-check', 'move-version', 'release', 'hand-over-papers', 'confirm-papers', 'return-papers', 'record-secret', 'digitise',
  'pack-for-post', 'hand-to-post', 'track-post', 'confirm-delivery',
  'acknowledge', 'decline', 'send-again', 'revoke-result', 'move-originals', 'ask-register',
] as const;
export const DossierActName = z.enum(dossierActs);
export type DossierActName = z.infer<typeof DossierActName>;

const line = (max: number) => z.string().trim().min(1).max(max);

export const Channel = z.enum(['counter', 'online', 'post', 'kiosk', 'national-portal']);
export type Channel = z.infer<typeof Channel>;

export const Address = z.object({
  province: z.string().max(10).nullable(), commune: z.string().max(10).nullable(),
  text: z.string().max(500).describe('whole address as people write it'),
});

/** A person or organisation on a dossier. `personalId`: 12 digits of a person, or code of an organisation. */
export const Party = z.object({
  kind: z.enum(['person', 'organisation']),
  name: line(300),
  personalId: z.string().trim().regex(/^(\d{12}|\d{10}(-\d{3})?)$/u, 'Số định danh có 12 chữ số (tổ chức: 10 chữ số).'),
  birthDate: z.iso.date().nullable(),
  address: Address,
  phone: z.string().trim().regex(/^0\d{9,10}$/u, 'Số điện thoại có 10 chữ số, bắt đầu bằng 0. Ví dụ 0900 000 123.').nullable(),
  email: z.email('Thư điện tử có dạng ten@noi.vn.').max(200).nullable(),
});
export type Party = z.infer<typeof Party>;

/** A paper of the applicant's vault that stands for a component (tái sử dụng). */
export const ReusedPaper = z.object({ entry: z.uuid(), code: z.string(), kind: z.string(), owner: z.string(), name: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable(), agencyName: z.string().nullable() });
export type ReusedPaper = z.infer<typeof ReusedPaper>;

/** Why a component need not be handed in: a register of the state, or the e-form itself, answered in its place. */
export const AnsweredPaper = z.object({ register: z.enum(['population', 'business', 'form']).describe('form: the e-form that was filled in is this paper'), at: z.string(), rule: z.string() });

/** A paper of the dossier: what is required, what was handed in, how it was judged. */
export const DossierPaper = z.object({
  no: z.number().int().positive(),
  code: z.string().nullable(),
  name: z.string(),
  originals: z.number().int().nonnegative().max(999),
  copies: z.number().int().nonnegative().max(999),
  required: z.boolean(),
  state: z.enum(['not-seen', 'ok', 'faulty', 'missing', 'not-needed']),
  remark: z.string().max(2000).nullable(),
  documents: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.number(), mediaType: z.string() })),
  reused: ReusedPaper.optional().describe('the state held it already: not asked for'), answered: AnsweredPaper.optional().describe('a register or the e-form answered in its place: not asked for'),
});
export type DossierPaper = z.infer<typeof DossierPaper>;

/** What an officer judges of one paper. */
export const PaperJudgement = z.object({
  no: z.number().int().positive(), state: z.enum(['ok', 'faulty', 'missing', 'not-needed', 'not-seen']),
  originals: z.number().int().nonnegative().max(999), copies: z.number().int().nonnegative().max(999), remark: z.string().trim().max(2000).nullable(),
});
export type PaperJudgement = z.infer<typeof PaperJudgement>;

export const ReturnWay = z.enum(['counter', 'post', 'electronic']);
export type ReturnWay = z.infer<typeof ReturnWay>;

/** What a representative may be given to do. */
export const MandateScope = z.enum(['submit', 'correct', 'receive']);
export type MandateScope = z.infer<typeof MandateScope>;

const day = z.iso.date();

/** Giấy tờ đại diện: by what right somebody acts for the applicant. Without a last day: one that was given lasts the term of the law, one held by law has no end. */
export const Mandate = z.object({
  kind: z.enum(['authorised', 'legal-representative', 'guardian', 'post-or-enterprise']), number: line(100), issuedOn: day, issuedBy: line(300).describe('notary, authority or head who gave it'),
  validUntil: day.nullable(), scope: z.array(MandateScope).min(1, 'Chọn việc được giao.').max(3),
});
export type Mandate = z.infer<typeof Mandate>;

/** Giấy ủy quyền nhận kết quả: the paper of somebody who takes a result for another. */
export const ReceiverDocument = z.object({ number: line(100), issuedOn: day, issuedBy: line(300), validUntil: day.nullable() });
export type ReceiverDocument = z.infer<typeof ReceiverDocument>;

/** Đồng chủ hồ sơ: one more person whose dossier it is, and how the counter knows that he agrees; `document`: the mandate, when not present. */
export const CoApplicant = z.object({ party: Party, confirmed: z.enum(['present', 'mandate']), document: line(300).nullable() });
export type CoApplicant = z.infer<typeof CoApplicant>;

/** How somebody belongs to a dossier he shares: husband or wife, co-owner, father or mother, other. */
export const Relation = z.enum(['spouse', 'co-owner', 'parent', 'other']);
export type Relation = z.infer<typeof Relation>;

/** Xác nhận đồng ý nộp: in place of a signature. `sha256` is that of the canonical text he agreed to; `by`: himself, or the officer who recorded it having seen the paper. */
export const Consent = z.object({ at: z.string(), way: z.enum(['signed-in', 'counter']), identityPaper: z.string().nullable(), by: z.string(), sha256: z.string(), revision: z.number().int() });
export type Consent = z.infer<typeof Consent>;

/** One more applicant of a dossier, however he agreed: at the counter when it was taken in, by a mandate, or by confirming the draft. */
export const AgreedApplicant = CoApplicant.extend({ confirmed: z.enum(['present', 'mandate', 'signed-in', 'counter']), relation: Relation.optional(), consent: Consent.optional() });
export type AgreedApplicant = z.infer<typeof AgreedApplicant>;

/** Why an agency does not take over a dossier another office received for it. */
export const DeclineReason = z.enum(['wrong-agency', 'incomplete']);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** Where a result sent by post is. */
export const parcelStages = ['packed', 'taken', 'on-the-way', 'not-delivered', 'back', 'lost', 'delivered'] as const;
export type ParcelStage = (typeof parcelStages)[number];

/** Whom a result sent by post goes to, and who pays for it. */
export const ParcelTo = z.object({ name: line(300), phone: Party.shape.phone, address: line(500), payer: z.enum(['applicant', 'agency']) });
export type ParcelTo = z.infer<typeof ParcelTo>;

/** One interval of «Ngày hẹn được tính thế nào». */
export const ExplanationLine = z.object({
  from: z.string(), to: z.string(), counted: z.boolean(), rule: z.string(), text: z.string(), source: z.string().nullable(),
});
export type ExplanationLine = z.infer<typeof ExplanationLine>;

/** How the clock stands now, as the server counts it; minutes are working minutes. */
export const Clock = z.object({
  state: z.enum(['not-started', 'running', 'due-soon', 'overdue', 'paused', 'early', 'on-time', 'late']),
  owedAt: z.string().nullable(),
  minutes: z.number().int().nullable().describe('remaining (running, due-soon, early, on-time) or overdue (overdue, late)'),
  pausedSince: z.string().nullable(),
});
export type Clock = z.infer<typeof Clock>;

/** National status code 1–10 of the national portal. */
export const NationalStatus = z.object({ code: z.number().int().min(1).max(10), name: z.string() });

/** The papers a dossier can print. */
export const PaperNames = z.enum(['receipt', 'supplement-request', 'refusal', 'control-slip', 'stop-notice', 'extension', 'forwarding-slip', 'result', 'declaration']);
export type PaperName = z.infer<typeof PaperNames>;

/** The papers that may be issued again. */
export const ReissuablePaper = z.enum(['receipt', 'supplement-request', 'refusal', 'extension', 'stop-notice']);
export type ReissuablePaper = z.infer<typeof ReissuablePaper>;

/** An act done on paper earlier and entered now (ghi sau): when it really happened, and why it was not entered then. Heads and leaders only. */
export const BackDate = z.object({ at: z.iso.datetime({ offset: true }), reason: z.string().trim().min(1).max(500) }).nullable().optional();
export type BackDate = z.infer<typeof BackDate>;
