// SPDX-License-Identifier: EUPL-1.2
import type { EscalationRole } from './rules/escalation.ts';
import type { ClockEvent, CountingMode, CountingRules, NotCountable, StartingPoint, TimeLimit } from '@motcua/deadlines';
import type { Place } from '@motcua/documents';
import type { SigningAuthority } from '@motcua/organisation';
import type { VaultChange, VaultEntry } from '@motcua/vault';
import type { AgreedApplicant, Channel, DeclineReason, DossierPaper, DossierStatus, FeePrice, ExplanationLine, Mandate, OriginalPlace, ParcelStage, ParcelTo, Party, ReceiverDocument, RegisterExtract, ReissuablePaper, ReturnWay, ReuseConsent, WishKind } from './contract.ts';
import type { WorkingKind } from './contract/working-papers.ts';
import type { DigitisingDuty } from './rules/must-digitise.ts';

/** Who did an act, as the ledger keeps it. `insteadOf` is the absent colleague the doer stood in for; `enteredLater`: when and why an act done on paper was written down afterwards. */
export type Doer = { readonly kind: 'officer' | 'citizen' | 'partner' | 'system'; readonly id: string; readonly name: string; readonly insteadOf?: string; readonly enteredLater?: { readonly at: string; readonly reason: string } };

/** A step of the internal procedure that waits for somebody. Instants are ISO 8601 texts. */
export type OpenTask = {
  readonly taskId: string; readonly node: string; readonly name: string; readonly act: string | null; readonly role: string; readonly agency: string;
  readonly unit: string | null; /** With a `budget`: the hours it shares with others. */ readonly hours: number | null; readonly budget?: string; readonly createdAt: string; readonly dueAt: string | null; readonly assignee: Doer | null;
  /** Who does the step puts an initial on the draft (ký nháy); absent: nobody does. */ readonly signature?: 'initial';
};

/** How time counts for this dossier (`leftOut` absent in clocks started before it was read: payments and outages), and what it gave. Kept whole: a dossier lives under the rules it was accepted under. */
export type DossierClock = {
  readonly startedAt: string;
  readonly limit: TimeLimit;
  readonly limitBasis: string | null;
  readonly rule: CountingRules & { readonly mode: CountingMode; readonly legal: string; readonly leftOut?: readonly NotCountable[]; readonly firstAppointment?: number | null };
  /** From which moment it runs; absent in clocks started before it was asked: acceptance. */
  readonly point?: StartingPoint;
  /** The agency that solves has not received the dossier yet (phi địa giới): counted again from when it does. */
  readonly provisional?: boolean;
  /** Hẹn lần 1 (land): when the information for the financial duty goes to the tax office; absent: one appointment. */
  readonly firstAt?: string;
  /** The instant promised when a changed calendar would have given an earlier one; never owed before it. */
  readonly atLeast?: string;
  readonly events: readonly ClockEvent[];
  readonly owedAt: string | null;
  readonly dueSoonAt: string | null;
  readonly stoppedSince: string | null;
  readonly explanation: readonly ExplanationLine[];
};

export type SupplementItem = { readonly paperNo: number | null; readonly what: string; readonly howToMend: string; readonly basis: string | null };
export type OpenSupplement = { readonly askedAt: string; readonly number: string; readonly reason: string; readonly items: readonly SupplementItem[]; readonly answerBy: string | null; readonly closeFrom?: string; readonly by: Doer };
/** A request for supplements with what came to each item; `override`: why a head let it be asked. */
export type SupplementRound = OpenSupplement & { readonly stage: 'intake' | 'appraisal'; readonly override: string | null; readonly heldReason?: string; readonly answeredAt: string | null; readonly note: string | null; readonly answered: readonly ItemAnswered[] };
/** What came to an item; `sheets`: how many were handed in on paper, absent where none was. */
export type ItemAnswered = { readonly no: number; readonly text: string | null; readonly documents: readonly string[]; readonly sheets?: Sheets };
export type Sheets = { readonly originals: number; readonly copies: number };
export type ConsultationAsked = { readonly id: string; readonly agency: string; readonly question: string; readonly askedAt: string; readonly hours?: number; readonly dueAt: string; readonly lapsedAt: string | null; readonly deemed: string | null; readonly answer: { readonly opinion: string; readonly agrees: boolean; readonly at: string; readonly by: Doer } | null };
/** What the silence of the agency past the return day came to, by which article, and since when. */
export type DeemedOutcome = { readonly outcome: 'approval' | 'refusal'; readonly legal: string; readonly at: string };
export type Opinion = { readonly at: string; readonly by: Doer; readonly step: string; readonly text: string };
export type Draft = { readonly title: string; readonly provisions: readonly string[]; readonly by: Doer };
/** One initial (chữ ký nháy) on the draft put forward for signature. */
export type Initial = { readonly at: string; readonly by: Doer; readonly step: string };
/** The draft put forward for signature (bản trình ký), with the initials of who vouches for it, in the order they were given. */
export type SigningSheet = { readonly documentId: string; readonly sha256: string; readonly initials: readonly Initial[] };
export type DossierResult = { readonly documentId: string | null; readonly signedBy: Doer | null; readonly signedAt: string | null; readonly authority: SigningAuthority | null; readonly number: string | null; readonly sealPlace: Place | null; readonly issuedAt: string | null; /** How many persons signed it; absent: one. */ readonly signatureNo?: number };

/** The class a dossier is accepted under: done at the Centre in whole (five) or without approval and seal (three). */
export type OnSite = { readonly class: 'five' | 'three'; readonly documentNumber: string };

/** A step done away from the Centre though the dossier is done on site: where, and why. */
export type OffSite = { readonly seat: string; readonly reason: string };

/** One use of a registered seal: the event that put it on which document. */
export type SealUse = { readonly seq: number; readonly seal: { readonly id: string; readonly name: string }; readonly agency: string; readonly number: string; readonly documentId: string; readonly by: Doer; readonly at: string };

/** The linked group a dossier is a part of: which task of the group's process it fulfils, and what it may be sent back to. */
export type LinkedParent = { readonly id: string; readonly code: string; readonly node: string; readonly upstream: readonly { readonly node: string; readonly name: string }[]; readonly redoneBecause: string | null };

/** How a part of a linked group ended: with its result, sent back to what came before it, or without a result. */
export type LinkedEnd = 'done' | 'sent-upstream' | 'without-result';

/** A part of a linked group as the group keeps it. Instants are ISO 8601 texts. */
export type LinkedChild = {
  readonly node: string; readonly taskId: string; readonly id: string; readonly code: string; readonly procedure: { readonly code: string; readonly name: string }; readonly agency: string;
  readonly startedAt: string; readonly status: DossierStatus; readonly owedAt: string | null; readonly stoppedSince: string | null; readonly finishedAt: string | null; readonly end: LinkedEnd | null;
};

/** A step done past its due time, with the cause picked then. Instants are ISO 8601 texts. */
export type LateStep = { readonly step: string; readonly at: string; readonly by: Doer; readonly cause: LateCause };
export type LateCause = { readonly code: string; readonly words: string; readonly note: string | null; readonly dueAt: string };
/** What an officer asks the head to sign; `value` in the unit of the time limit. */
export type ProposedExtension = { readonly value: number; readonly reason: string; readonly newOwedAt: string; readonly at: string; readonly by: Doer };
/** Gia hạn: granted once, on form 04. */
export type Extension = { readonly number: string; readonly value: number; readonly reason: string; readonly owedAt: string; readonly newOwedAt: string; readonly documentId: string; readonly sha256: string; readonly at: string; readonly by: Doer };

/** What the applicant asks for while the dossier is being solved, and what the shop decided. */
export type Wish = { readonly id: string; readonly kind: WishKind; readonly text: string; readonly at: string; readonly by: Doer; readonly decision: { readonly granted: boolean; readonly reason: string; readonly at: string; readonly by: Doer } | null };
export type DossierMessage = { readonly text: string; readonly at: string; readonly by: Doer };
/** A change after acceptance that another officer confirms or refuses (thay đổi sau tiếp nhận). `changed`: names of what it changes, of the applicant with «applicant.». */
export type AskedChange = {
  readonly id: string; readonly answers: Readonly<Record<string, unknown>>; readonly applicant: Party; readonly reason: string; readonly changed: readonly string[]; readonly at: string; readonly by: Doer;
  readonly decision: { readonly granted: boolean; readonly reason: string; readonly at: string; readonly by: Doer } | null;
};
/** A verification (thẩm tra, xác minh), with its minutes once it was held. */
export type Check = CheckPlanned & { readonly plannedAt: string; readonly by: Doer; readonly minutes: (CheckHeld & { readonly at: string; readonly by: Doer }) | null };
export type CheckPlanned = { readonly id: string; readonly kind: 'papers' | 'on-site'; readonly heldAt: string; readonly place: string; readonly participants: string; readonly content: string; readonly applicantAttends: boolean };
export type CheckHeld = { readonly heldAt: string; readonly place: string; readonly participants: string; readonly findings: string; readonly conclusion: string; readonly number?: string };
/** A paper that was issued again: its QR code says so. */
export type ReplacedPaper = { readonly paper: ReissuablePaper; readonly number: string; readonly issuedAt: string; readonly replacedAt: string; readonly by: Doer; readonly reason: string; readonly newNumber: string; readonly wording?: readonly string[]; readonly documentId?: string };
/** One issue of a paper: its number, when and by whom; `wording`: its reasons where they were written anew; `documentId`: the signed file of this copy. */
export type PaperIssue = { readonly number: string; readonly at: string; readonly by: Doer; readonly wording?: readonly string[]; readonly documentId?: string };

/** A component that is a state secret (tài liệu mật), kept outside the system: what finds it again and nothing of what it says. */
export type SecretPaper = { readonly no: number; readonly number: string; readonly issuedOn: string; readonly level: 'confidential' | 'secret' | 'top-secret'; readonly keeper: string; readonly venue: string; readonly way: 'kt1' | 'by-hand'; readonly at: string; readonly by: Doer };

/** A paper that was digitised (số hóa): code, kind of the standard list, files (two when it bears notes) and the values an officer confirmed. */
export type DigitisedPaper = {
  readonly no: number; readonly code: string; readonly kind: string; readonly kindName: string; readonly pages: number;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number; readonly mediaType: string; readonly sha256: string }[];
  readonly values: readonly { readonly name: string; readonly value: string }[]; readonly about?: AboutPaper; /** Its owner asked, and what he paid (phí số hóa theo yêu cầu); absent: it had to be. */ readonly onRequest?: { readonly amountVnd: number; readonly basis: string; readonly receiptNumber: string | null }; readonly at: string; readonly by: Doer;
};
/** A paper made while the dossier was solved (ý kiến, văn bản trả lời, biên bản trên giấy), digitised: who signed it when, and what it says. `about`: the consultation or verification it belongs to. */
export type WorkingPaper = {
  readonly no: number; readonly code: string; readonly kind: WorkingKind; readonly about: string | null; readonly number: string | null; readonly signedOn: string; readonly author: string; readonly content: string; readonly pages: number;
  readonly file: DigitisedPaper['files'][number]; readonly at: string; readonly by: Doer;
};
/** What a paper says of itself: its number, who issued it when, and till when it counts (ngày là chữ ISO 8601; `validUntil` null: không hạn). */
export type AboutPaper = { readonly number: string | null; readonly issuer: string | null; readonly issuedOn: string | null; readonly validUntil: string | null };

/** Where the papers of a dossier received here and solved elsewhere are. Instants are ISO 8601 texts. */
export type PaperTrip = {
  readonly stage: 'to-send' | 'sent' | 'received'; readonly count: number; readonly dueAt: string; readonly receivedAt: string | null;
  readonly sent: { readonly note: HandOverNote; readonly at: string; readonly by: Doer } | null;
  readonly sentBack: { readonly number: string; readonly reason: string; readonly missing: readonly string[]; readonly at: string; readonly by: Doer } | null;
  /** Handed in while the others were on their way: they go after them. */
  readonly more?: PapersToSend;
};
/** How many papers must go to the agency that solves, and by when. */
export type PapersToSend = { readonly count: number; readonly dueAt: string };
/** Where a paper handed in is: `agency` answers for it there; on the way it is who is to receive it, lost or with the applicant who had it last. */
export type OriginalAt = { readonly kind: OriginalPlace; readonly agency: string; readonly detail: string | null };
/** A paper handed in (giấy gốc), in exactly one place since an instant, and where it was before. */
export type Original = { readonly no: number; readonly place: OriginalAt; readonly since: string; readonly by: Doer; readonly last: { readonly place: OriginalAt; readonly by: Doer } | null };
/** Phiếu bàn giao: the paper that goes with the papers of several dossiers from one agency to another. */
export type HandOverNote = { readonly id: string; readonly number: string; readonly from: string; readonly to: string };

/** A mandate with its last day; `until` null: no end. Days are ISO 8601 texts. */
export type HeldMandate = Mandate & { readonly until: string | null };
/** Who took a result: an applicant, the representative who filed, or somebody with a paper of his own. */
export type Receiver = { readonly personalId: string; readonly as: 'applicant' | 'submitter' | 'authorised'; readonly document: ReceiverDocument | null };

/** A dossier received outside its place, on its way to the agency that solves. Instants are ISO 8601 texts. */
export type Transfer = {
  readonly stage: 'sent' | 'received' | 'sent-back'; readonly sentAt: string; readonly answerBy: string | null; readonly receivedAt: string | null;
  readonly declined: { readonly why: DeclineReason; readonly reason: string; readonly at: string; readonly by: Doer } | null;
};

/** How a filing came by post: the enterprise, its slip, who signed the hand-over record for it. */
export type PostalFiling = { readonly enterprise: { readonly code: string; readonly name: string }; readonly slip: string; readonly handedBy: string };
/** A result sent by post, and where it is since `at`. Instants are ISO 8601 texts. */
export type Parcel = {
  readonly stage: ParcelStage; readonly enterprise: PostalFiling['enterprise']; readonly slip: string; readonly to: ParcelTo; readonly at: string; readonly takenAt: string | null;
  readonly note: PostalNote | null; readonly reason: string | null; readonly attempt: number;
};
/** Bảng kê giao bưu chính: the list of parcels one enterprise takes from a shop at once. */
export type PostalNote = { readonly id: string; readonly number: string; readonly from: string; readonly enterprise: string };

/** Who was told that a day owed is near or past (nhắc lên cấp trên): by which rule, as role@agency. */
export type Escalation = { readonly at: string; readonly rule: string; readonly timing: 'before' | 'after'; readonly role: EscalationRole; readonly receiver: string; readonly owedAt: string };

/** What is paid for a dossier and how; `price` is the sum explained, absent where nothing was asked. */
export type DossierFee = { readonly amountVnd: number; readonly way: string; readonly price?: FeePrice };

/** A dossier (hồ sơ) as its events make it. */
export type Dossier = {
  readonly id: string; readonly code: string; readonly version: number; readonly status: DossierStatus; readonly channel: Channel;
  readonly procedure: { readonly code: string; readonly version: number; readonly name: string }; readonly circumstance: string | null;
  readonly agencies: { readonly receiving: string; readonly solving: string; readonly returning: string };
  readonly applicant: Party; readonly submitter: Party | null; readonly authorisation: string | null; readonly ownerId: string | null; readonly origin: string | null;
  readonly eform: { readonly key: string; readonly version: number }; readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: readonly DossierPaper[]; readonly returnWay: ReturnWay; readonly fee: DossierFee;
  /** How the owner let papers of his vault be used; absent: none was. */
  readonly reuse?: ReuseConsent;
  /** What registers answered for it, as it was shown, oldest first; absent: none was asked. */
  readonly extracts?: readonly RegisterExtract[];
  /** When the post's hand-over record was signed; absent: not by post, or not said. */
  readonly handedOverAt?: string | null;
  readonly post?: PostalFiling;
  /** Papers handed in on paper that must be digitised (bắt buộc số hóa), by the rules of the day it was accepted; absent: none. */
  readonly toDigitise?: readonly ({ readonly no: number } & DigitisingDuty)[];
  /** Absent: nobody was told. */
  readonly escalations?: readonly Escalation[];
  /** Everybody whose dossier it is besides the applicant; absent: nobody. */
  readonly coApplicants?: readonly AgreedApplicant[];
  /** The canonical text each of several applicants confirmed online; its SHA-256 is in their consents. */
  readonly confirmedContent?: string;
  /** Absent: the applicant files, or it was filed before mandates were kept. */
  readonly mandate?: HeldMandate;
  /** Where the result goes by post; absent: to the applicant. */
  readonly returnTo?: ParcelTo;
  /** Absent: received at the shop of the agency that solves. */
  readonly transfer?: Transfer;
  /** Absent: the result was never packed for the post. */
  readonly parcel?: Parcel;
  readonly submittedAt: string; readonly answerBy: string | null; readonly acceptedAt: string | null; readonly decidedAt: string | null; readonly returnedAt: string | null; readonly endedAt: string | null;
  readonly outcome: 'early' | 'on-time' | 'late' | null;
  readonly process: { readonly instance: string; readonly key: string; readonly version: number } | null;
  readonly tasks: readonly OpenTask[]; readonly stepNo: number; readonly stepCount: number;
  readonly clock: DossierClock | null;
  /** Budgets that several steps share, since the first of them was opened: from when, and till when. */
  readonly budgets: Readonly<Record<string, { readonly from: string; readonly dueAt: string | null }>>;
  /** What must come to the dossier before its process goes on (chờ tin): names of events, as the process says them. */
  readonly awaits: readonly string[];
  readonly supplement: OpenSupplement | null; readonly supplementsAsked: { readonly intake: number; readonly appraisal: number }; readonly supplements: readonly SupplementRound[];
  readonly payment: { readonly amountVnd: number; readonly reason: string; readonly askedAt: string } | null;
  /** Whose identity is to be confirmed (xác nhận định danh), and why; null: nobody's. */
  readonly identity: { readonly person: string; readonly reason: string; readonly askedAt: string } | null;
  readonly consultations: readonly ConsultationAsked[]; readonly opinions: readonly Opinion[];
  readonly draft: Draft | null; /** Null once it was sent back: the initials count no more. */ readonly sheet?: SigningSheet | null; readonly result: DossierResult | null; readonly sealUses: readonly SealUse[]; readonly onSite: OnSite | null;
  readonly proposedExtension: ProposedExtension | null; readonly extension: Extension | null; readonly lateSteps: readonly LateStep[];
  readonly wishes: readonly Wish[]; readonly messages: readonly DossierMessage[]; readonly replaced: readonly ReplacedPaper[]; readonly checks: readonly Check[]; readonly secrets: readonly SecretPaper[]; readonly digitised: readonly DigitisedPaper[];
  /** The version the last act left: messages after it overwrite nothing, so a screen that shows it may still act. */
  readonly actedVersion: number;
  /** Changes after acceptance that were put to a second officer; absent: none was. */
  readonly changes?: readonly AskedChange[];
  readonly deemed?: DeemedOutcome;
  /** Papers made while it was solved that were digitised; absent: none. */
  readonly working?: readonly WorkingPaper[];
  /** What it left in vaults; absent: nothing. */
  readonly vault?: { readonly entries: readonly VaultEntry[]; readonly changes: readonly VaultChange[] };
  /** The result was revoked (thu hồi) by the agency that issued it; absent: it was not. */
  readonly revoked?: { readonly number: string; readonly reason: string; readonly at: string; readonly by: Doer };
  readonly receipt: { readonly number: string; readonly at: string; readonly by: Doer } | null;
  readonly refusal: { readonly number: string; readonly reasons: readonly string[]; readonly at: string; readonly by: Doer } | null;
  readonly parent?: LinkedParent; readonly children: readonly LinkedChild[]; readonly sentUpstreamTo?: string;
  /** Who the result was handed to. */
  readonly handedTo?: string;
  /** The number of the decision handed over in place of a revoked result. */
  readonly handedInstead?: string;
  readonly receiver?: Receiver;
  /** Absent: no paper came with it that is needed elsewhere. */
  readonly paperTrip?: PaperTrip;
  /** Papers handed in and where each is; absent: custody of them was not kept. */
  readonly originals?: readonly Original[];
  readonly ending: { readonly reason: string; readonly number: string | null; readonly at: string; readonly by: Doer } | null;
};
