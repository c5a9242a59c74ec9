// SPDX-License-Identifier: EUPL-1.2
import type { Place } from '@motcua/documents';
import type { Seal, SigningAuthority } from '@motcua/organisation';
import type { VaultChange, VaultEntry } from '@motcua/vault';
import type { DeclineReason, DossierPaper, DossierStatus, PaperJudgement, ParcelStage, ParcelTo, Party, RegisterExtract, ReissuablePaper, WishKind } from './contract.ts';
import type { AskedChange, CheckHeld, CheckPlanned, ConsultationAsked, DeemedOutcome, DigitisedPaper, Doer, Dossier, DossierClock, DossierFee, Draft, Escalation, Extension, HandOverNote, ItemAnswered, LateCause, LinkedChild, OffSite, OriginalAt, OpenSupplement, OpenTask, PapersToSend, Parcel, PostalNote, ProposedExtension, Receiver, SecretPaper, WorkingPaper } from './model.ts';

/** What a step of the internal procedure changed: steps closed, steps opened, how far it is; what must come to the dossier before it goes on, where it waits for that. */
export type ProcessMoved = { readonly closed: readonly string[]; readonly opened: readonly OpenTask[]; readonly stepNo: number; readonly stepCount: number; readonly awaits?: readonly string[] };

/** Consultations left without an answer past their time, when the work went on (đi tiếp khi chưa có ý kiến); absent when there are none; and the article under which their silence counts as consent, if one does. */
type WithoutOpinion = { readonly withoutOpinion?: readonly string[]; readonly deemedConsent?: string };
/** A step of an on-site dossier done away from the Centre. */
type AwayFromCentre = { readonly offSite?: OffSite };

/** A step whose due time moved, and to when. */
export type StepDue = { readonly taskId: string; readonly dueAt: string | null };

/** Open steps whose due time moves because a wait is over; absent when none does. */
type WithSteps = { readonly steps?: readonly StepDue[] };

/** Why a clock was counted again though nothing was done to the dossier, what was promised before, the steps and the consultations whose due time moved with it. */
export type Recount = {
  readonly why: 'received-by-solving-agency' | 'calendar-changed' | 'linked-moved'; readonly reason: string; readonly change: string | null;
  readonly before: string | null; readonly steps: readonly StepDue[]; readonly consultations?: readonly { readonly id: string; readonly dueAt: string }[];
};

/** Why a step was done past its due time (nguyên nhân trễ); absent when it was in time. */
type WithLateCause = { readonly lateCause?: LateCause };

/** A dossier sent again after it came back; `again` absent: to the shop's own agency; `elsewhere`: another agency solves, by its clock and its procedure. */
export type SentAgain = {
  readonly note: string; readonly again?: { readonly answerBy: string | null };
  readonly elsewhere?: { readonly solving: string; readonly clock: DossierClock; readonly process: NonNullable<Dossier['process']>; readonly steps: ProcessMoved };
};

/** Papers an event put into vaults and what it changed of papers there; absent: nothing. */
type IntoVault = { readonly vault?: { readonly entries: readonly VaultEntry[]; readonly changes: readonly VaultChange[] } };

/** A dossier in hand put under a newer version of its procedure: what it is now, what changed in words, the day promised before. */
export type ProcedureMoved = Pick<Dossier, 'procedure' | 'eform' | 'papers'> & {
  readonly fromVersion: number; readonly before: string | null; readonly changes: readonly { readonly part: string; readonly before: string; readonly after: string }[]; readonly reason: string; readonly documentNumber: string;
};

type Founding = Pick<Dossier, 'code' | 'channel' | 'procedure' | 'circumstance' | 'agencies' | 'applicant' | 'submitter' | 'authorisation' | 'ownerId' | 'origin'
  | 'eform' | 'answers' | 'papers' | 'returnWay' | 'fee' | 'answerBy' | 'handedOverAt' | 'mandate' | 'coApplicants' | 'confirmedContent' | 'post' | 'returnTo' | 'parent' | 'reuse' | 'extracts'>;

/** The facts the ledger keeps, by type. `to` is the status after it, decided by the lifecycle. */
export type Fact =
  | { readonly type: 'submitted'; readonly data: Founding & { readonly to: DossierStatus } }
  | { readonly type: 'accepted'; readonly data: { readonly to: DossierStatus; readonly judgements: readonly PaperJudgement[]; readonly receiptNumber: string; readonly clock: DossierClock; readonly process: NonNullable<Dossier['process']>; readonly onSite?: NonNullable<Dossier['onSite']>; readonly moved: ProcessMoved; readonly papersToSend?: PapersToSend; readonly originals?: readonly number[]; readonly transfer?: { readonly answerBy: string | null }; readonly fee?: DossierFee; readonly toDigitise?: NonNullable<Dossier['toDigitise']> } }
  | { readonly type: 'refused'; readonly data: { readonly to: DossierStatus; readonly number: string; readonly reasons: readonly string[]; readonly moved: ProcessMoved | null } }
  | { readonly type: 'supplement-requested'; readonly data: { readonly to: DossierStatus; readonly supplement: Omit<OpenSupplement, 'askedAt' | 'by'>; readonly stage: 'intake' | 'appraisal'; readonly clock: DossierClock | null; readonly override?: string; /** Why papers the vault holds are asked for, and which. */ readonly heldReason?: string; readonly held?: readonly string[] } }
  | { readonly type: 'supplemented'; readonly data: { readonly to: DossierStatus; readonly note: string | null; readonly answers: Readonly<Record<string, unknown>> | null; readonly papers: readonly DossierPaper[]; readonly clock: DossierClock | null; readonly items?: readonly ItemAnswered[]; /** Numbers of the papers of which sheets were handed in after acceptance. */ readonly originals?: readonly number[]; readonly papersToSend?: PapersToSend } & WithSteps }
  | { readonly type: 'closed' | 'withdrawn' | 'stopped'; readonly data: { readonly to: DossierStatus; readonly reason: string; readonly number: string | null; readonly moved: ProcessMoved | null } }
  | { readonly type: 'assigned'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly assignee: Doer; readonly reason: string | null } }
  | { readonly type: 'step-completed'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string; readonly opinion: string | null; readonly draft: Draft | null; readonly moved: ProcessMoved; /** The draft with the doer's initial added. */ readonly initialled?: { readonly documentId: string; readonly sha256: string } } & WithoutOpinion & WithLateCause & AwayFromCentre }
  | { readonly type: 'sent-back'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string; readonly toStep: string; readonly reason: string; readonly moved: ProcessMoved } & WithLateCause }
  | { readonly type: 'timer-fired'; readonly data: { readonly to: DossierStatus; readonly node: string; readonly name: string; readonly moved: ProcessMoved } }
  | { readonly type: 'wait-over'; readonly data: { readonly to: DossierStatus; readonly message: string; readonly moved: ProcessMoved } }
  | { readonly type: 'clock-recounted'; readonly data: { readonly to: DossierStatus; readonly clock: DossierClock } & Recount }
  | { readonly type: 'child-started'; readonly data: { readonly to: DossierStatus; readonly child: Pick<LinkedChild, 'node' | 'taskId' | 'id' | 'code' | 'procedure' | 'agency'> } }
  | { readonly type: 'child-moved'; readonly data: { readonly to: DossierStatus; readonly child: Pick<LinkedChild, 'id' | 'status' | 'owedAt' | 'stoppedSince' | 'end'>; readonly name: string; readonly reason: string | null; readonly moved: ProcessMoved | null } }
  | { readonly type: 'deemed'; readonly data: { readonly to: DossierStatus; readonly owedAt: string } & Pick<DeemedOutcome, 'outcome' | 'legal'> }
  | { readonly type: 'escalated'; readonly data: { readonly to: DossierStatus } & Omit<Escalation, 'at'> }
  | { readonly type: 'group-finished'; readonly data: { readonly to: DossierStatus; readonly outcome: 'early' | 'on-time' | 'late' } & IntoVault }
  | { readonly type: 'sent-upstream'; readonly data: { readonly to: DossierStatus; readonly node: string; readonly name: string; readonly reason: string; readonly moved: ProcessMoved | null } }
  | { readonly type: 'consulted'; readonly data: { readonly to: DossierStatus; readonly consultation: Omit<ConsultationAsked, 'answer' | 'askedAt' | 'lapsedAt' | 'deemed'> } }
  | { readonly type: 'consultation-answered'; readonly data: { readonly to: DossierStatus; readonly id: string; readonly opinion: string; readonly agrees: boolean } }
  | { readonly type: 'payment-requested'; readonly data: { readonly to: DossierStatus; readonly amountVnd: number; readonly reason: string; readonly clock: DossierClock } }
  | { readonly type: 'paid'; readonly data: { readonly to: DossierStatus; readonly amountVnd: number; readonly receiptNumber: string; readonly way: string; readonly clock: DossierClock } & WithSteps }
  | { readonly type: 'identity-requested'; readonly data: { readonly to: DossierStatus; readonly person: string; readonly reason: string; readonly clock: DossierClock } }
  | { readonly type: 'identity-confirmed'; readonly data: { readonly to: DossierStatus; readonly person: string; readonly evidence: string; readonly clock: DossierClock } & WithSteps }
  | { readonly type: 'approved'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string; readonly opinion: string | null; readonly documentId: string; readonly sha256: string; readonly number: string; readonly sealPlace: Place | null; readonly authority?: SigningAuthority; readonly moved: ProcessMoved; /** Signed before by others: which signature of a person this is; absent: the first. */ readonly signatureNo?: number; /** The draft with initials this signature follows. */ readonly sheet?: string } & WithoutOpinion & WithLateCause & AwayFromCentre }
  | { readonly type: 'issued'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly number: string; readonly documentId: string; readonly sha256: string; readonly outcome: 'early' | 'on-time' | 'late'; readonly seal?: Seal & { readonly agency: string }; readonly moved: ProcessMoved; readonly step?: string } & WithLateCause & AwayFromCentre & IntoVault }
  | { readonly type: 'extension-proposed'; readonly data: { readonly to: DossierStatus } & Omit<ProposedExtension, 'at' | 'by'> }
  | { readonly type: 'extended'; readonly data: { readonly to: DossierStatus; readonly clock: DossierClock } & Omit<Extension, 'at' | 'by'> }
  | { readonly type: 'wished'; readonly data: { readonly to: DossierStatus; readonly id: string; readonly kind: WishKind; readonly text: string } }
  | { readonly type: 'wish-decided'; readonly data: { readonly to: DossierStatus; readonly id: string; readonly kind: WishKind; readonly granted: boolean; readonly reason: string } }
  | { readonly type: 'corrected'; readonly data: { readonly to: DossierStatus; readonly answers: Readonly<Record<string, unknown>>; readonly applicant: Party; readonly reason: string; readonly changed: readonly string[] } }
  | { readonly type: 'change-asked'; readonly data: { readonly to: DossierStatus } & Omit<AskedChange, 'at' | 'by' | 'decision'> }
  | { readonly type: 'change-decided'; readonly data: { readonly to: DossierStatus; readonly id: string; readonly granted: boolean; readonly reason: string } }
  | { readonly type: 'reissued'; readonly data: { readonly to: DossierStatus; readonly paper: ReissuablePaper; readonly number: string; readonly reason: string; readonly wording?: readonly string[]; readonly documentId?: string; readonly sha256?: string; readonly replaced: { readonly number: string; readonly issuedAt: string } } }
  | { readonly type: 'check-planned'; readonly data: { readonly to: DossierStatus; readonly check: CheckPlanned } }
  | { readonly type: 'check-recorded'; readonly data: { readonly to: DossierStatus; readonly id: string; readonly minutes: CheckHeld } }
  | { readonly type: 'message-written'; readonly data: { readonly to: DossierStatus; readonly text: string } }
  | { readonly type: 'returned'; readonly data: { readonly to: DossierStatus; readonly way: string; readonly receivedBy: string; readonly feeVnd: number | null; readonly receiptNumber: string | null; readonly moved: ProcessMoved; readonly returnedAt?: string; readonly deliveredAt?: string; readonly receiver?: Receiver; /** The number of the decision that revoked the result, handed over in its place. */ readonly instead?: string } }
  | { readonly type: 'dossier-received'; readonly data: { readonly to: DossierStatus } }
  | { readonly type: 'dossier-declined'; readonly data: { readonly to: DossierStatus; readonly why: DeclineReason; readonly reason: string } }
  | { readonly type: 'dossier-sent-again'; readonly data: { readonly to: DossierStatus } & SentAgain }
  | { readonly type: 'post-packed'; readonly data: { readonly to: DossierStatus; readonly enterprise: Parcel['enterprise']; readonly slip: string; readonly parcelTo: ParcelTo } }
  | { readonly type: 'post-taken'; readonly data: { readonly to: DossierStatus; readonly note: PostalNote; readonly enterprise: string; readonly slip: string } }
  | { readonly type: 'post-moved'; readonly data: { readonly to: DossierStatus; readonly stage: Exclude<ParcelStage, 'packed' | 'taken'>; readonly reason: string | null; readonly slip: string } }
  | { readonly type: 'papers-sent'; readonly data: { readonly to: DossierStatus; readonly note: HandOverNote; readonly count: number; readonly dueAt: string; readonly late: boolean; /** Numbers of the papers that were digitised and do not go. */ readonly stay?: readonly number[] } }
  | { readonly type: 'papers-received'; readonly data: { readonly to: DossierStatus; readonly number: string } }
  | { readonly type: 'papers-sent-back'; readonly data: { readonly to: DossierStatus; readonly number: string; readonly reason: string; readonly missing: readonly string[]; readonly dueAt: string } }
  | { readonly type: 'paper-digitised'; readonly data: { readonly to: DossierStatus; readonly digitised: Omit<DigitisedPaper, 'at' | 'by'> } & IntoVault }
  | { readonly type: 'working-paper-digitised'; readonly data: { readonly to: DossierStatus; readonly kind: WorkingPaper['kind']; readonly workingPaper: Omit<WorkingPaper, 'at' | 'by' | 'kind'> } }
  | { readonly type: 'originals-moved'; readonly data: { readonly to: DossierStatus; readonly nos: readonly number[]; readonly place: OriginalAt; readonly reason: string | null; /** They went back to the applicant, on a numbered paper. */ readonly receipt?: { readonly number: string } } }
  | { readonly type: 'secret-recorded'; readonly data: { readonly to: DossierStatus; readonly secret: Omit<SecretPaper, 'at' | 'by'> } }
  | { readonly type: 'register-asked'; readonly data: { readonly to: DossierStatus; readonly extract: Omit<RegisterExtract, 'at' | 'who'> } }
  | { readonly type: 'result-revoked'; readonly data: { readonly to: DossierStatus; readonly number: string; readonly reason: string } & IntoVault }
  | { readonly type: 'released'; readonly data: { readonly to: DossierStatus; readonly taskId: string; readonly step: string } }
  | { readonly type: 'procedure-moved'; readonly data: { readonly to: DossierStatus; readonly clock: DossierClock } & ProcedureMoved }
  | { readonly type: 'version-moved'; readonly data: { readonly to: DossierStatus; readonly process: NonNullable<Dossier['process']>; readonly fromVersion: number; readonly steps: readonly { readonly taskId: string; readonly name: string }[]; readonly stepNo: number; readonly stepCount: number; readonly reason: string; readonly documentNumber: string } };

/** A line of the ledger. `at` is an ISO 8601 instant. */
export type DossierEvent = Fact & { readonly dossierId: string; readonly seq: number; readonly at: string; readonly by: Doer };
