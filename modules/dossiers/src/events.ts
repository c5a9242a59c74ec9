// SPDX-License-Identifier: EUPL-1.2
import type { Place } from '@motcua/documents';
import type { Seal, SigningAuthority } from '@motcua/organisation';
import type { DossierPaper, DossierStatus, PaperJudgement } from './contract.ts';
import type { ConsultationAsked, Doer, Dossier, DossierClock, Draft, LinkedChild, OffSite, OpenSupplement, OpenTask } from './model.ts';

/** What a step of the internal procedure changed: steps closed, steps opened, how far it is. */
export type ProcessMoved = { readonly closed: readonly string[]; readonly opened: readonly OpenTask[]; readonly stepNo: number; readonly stepCount: number };

/** Consultations left without an answer past their time, when the work went on (đi tiếp khi chưa có ý kiến); absent when there are none. */
type AwayFromCentre = { readonly offSite?: OffSite };
type WithoutOpinion = { readonly withoutOpinion?: readonly string[] };

/** Why a clock was counted again though nothing was done to the dossier, what was promised before, and the steps whose due time moved with it. */
export type Recount = {
  readonly why: 'received-by-solving-agency' | 'calendar-changed' | 'linked-moved'; readonly reason: string; readonly change: string | null;
  readonly before: string | null; readonly steps: readonly { readonly taskId: string; readonly dueAt: string | null }[];
};

type Founding = Pick<Dossier, 'code' | 'channel' | 'procedure' | 'circumstance' | 'agencies' | 'applicant' | 'submitter' | 'authorisation' | 'ownerId' | 'origin'
  | 'eform' | 'answers' | 'papers' | 'returnWay' | 'fee' | 'answerBy' | 'handedOverAt' | 'parent'>;

/** The facts the ledger keeps, by type. `to` is the status after it, decided by the lifecycle. */
export type Fact =
  | { readonly type: 'submitted'; readonly data: Founding & { readonly to: DossierStatus } }
  | { readonly type: 'accepted'; readonly data: { readonly to: DossierStatus; readonly judgements: readonly PaperJudgement[]; readonly receiptNumber: string; readonly clock: DossierClock; readonly process: NonNullable<Dossier['process']>; readonly onSite?: NonNullable<Dossier['onSite']>; readonly moved: ProcessMoved } }
  | { readonly type: 'refused'; readonly data: { readonly to: DossierStatus; readonly number: string; readonly reasons: readonly string[]; readonly moved: ProcessMoved | null } }
  | { readonly type: 'supplement-requested'; readonly data: { readonly to: DossierStatus; readonly supplement: Omit<OpenSupplement, 'askedAt' | 'by'>; readonly stage: 'intake' | 'appraisal'; readonly clock: DossierClock | null } }
  | { readonly type: 'supplemented'; readonly data: { readonly to: DossierStatus; readonly note: string | null; readonly answers: Readonly<Record<string, unknown>> | null; readonly papers: readonly DossierPaper[]; readonly clock: DossierClock | null } }
  | { readonly type: 'closed' | 'withdrawn' | 'stopped'; readonly data: { readonly to: DossierStatus; readonly reason: string; readonly number: string | null; readonly moved: ProcessMoved | null } }
  | { readonly type: 'assigned'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly assignee: Doer; readonly reason: string | null } }
  | { readonly type: 'step-completed'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string; readonly opinion: string | null; readonly draft: Draft | null; readonly moved: ProcessMoved } & WithoutOpinion & AwayFromCentre }
  | { readonly type: 'sent-back'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string; readonly toStep: string; readonly reason: string; readonly moved: ProcessMoved } }
  | { readonly type: 'timer-fired'; readonly data: { readonly to: DossierStatus; readonly node: string; readonly name: string; readonly moved: ProcessMoved } }
  | { readonly type: 'clock-recounted'; readonly data: { readonly to: DossierStatus; readonly clock: DossierClock } & Recount }
  | { readonly type: 'child-started'; readonly data: { readonly to: DossierStatus; readonly child: Pick<LinkedChild, 'node' | 'taskId' | 'id' | 'code' | 'procedure' | 'agency'> } }
  | { readonly type: 'child-moved'; readonly data: { readonly to: DossierStatus; readonly child: Pick<LinkedChild, 'id' | 'status' | 'owedAt' | 'stoppedSince' | 'end'>; readonly name: string; readonly reason: string | null; readonly moved: ProcessMoved | null } }
  | { readonly type: 'group-finished'; readonly data: { readonly to: DossierStatus; readonly outcome: 'early' | 'on-time' | 'late' } }
  | { readonly type: 'sent-upstream'; readonly data: { readonly to: DossierStatus; readonly node: string; readonly name: string; readonly reason: string; readonly moved: ProcessMoved | null } }
  | { readonly type: 'consulted'; readonly data: { readonly to: DossierStatus; readonly consultation: Omit<ConsultationAsked, 'answer' | 'askedAt' | 'lapsedAt'> } }
  | { readonly type: 'consultation-answered'; readonly data: { readonly to: DossierStatus; readonly id: string; readonly opinion: string; readonly agrees: boolean } }
  | { readonly type: 'payment-requested'; readonly data: { readonly to: DossierStatus; readonly amountVnd: number; readonly reason: string; readonly clock: DossierClock } }
  | { readonly type: 'paid'; readonly data: { readonly to: DossierStatus; readonly amountVnd: number; readonly receiptNumber: string; readonly way: string; readonly clock: DossierClock } }
  | { readonly type: 'approved'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string; readonly opinion: string | null; readonly documentId: string; readonly sha256: string; readonly number: string; readonly sealPlace: Place; readonly authority?: SigningAuthority; readonly moved: ProcessMoved } & WithoutOpinion & AwayFromCentre }
  | { readonly type: 'issued'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly number: string; readonly documentId: string; readonly sha256: string; readonly outcome: 'early' | 'on-time' | 'late'; readonly seal?: Seal & { readonly agency: string }; readonly moved: ProcessMoved } & AwayFromCentre }
  | { readonly type: 'returned'; readonly data: { readonly to: DossierStatus; readonly way: string; readonly receivedBy: string; readonly feeVnd: number | null; readonly receiptNumber: string | null; readonly moved: ProcessMoved } };

/** A line of the ledger. `at` is an ISO 8601 instant. */
export type DossierEvent = Fact & { readonly dossierId: string; readonly seq: number; readonly at: string; readonly by: Doer };
