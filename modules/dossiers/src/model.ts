// SPDX-License-Identifier: EUPL-1.2
import type { ClockEvent, CountingMode, CountingRules, StartingPoint, TimeLimit } from '@motcua/deadlines';
import type { Place } from '@motcua/documents';
import type { SigningAuthority } from '@motcua/organisation';
import type { Channel, DossierPaper, DossierStatus, ExplanationLine, Party, ReturnWay } from './contract.ts';

/** Who did an act, as the ledger keeps it. `insteadOf` is the absent colleague the doer stood in for. */
export type Doer = { readonly kind: 'officer' | 'citizen' | 'partner' | 'system'; readonly id: string; readonly name: string; readonly insteadOf?: string };

/** A step of the internal procedure that waits for somebody. Instants are ISO 8601 texts. */
export type OpenTask = {
  readonly taskId: string; readonly node: string; readonly name: string; readonly act: string | null; readonly role: string; readonly agency: string;
  readonly unit: string | null; readonly hours: number | null; readonly createdAt: string; readonly dueAt: string | null; readonly assignee: Doer | null;
};

/** How time counts for this dossier, and what it gave. Kept whole: a dossier lives under the rules it was accepted under. */
export type DossierClock = {
  readonly startedAt: string;
  readonly limit: TimeLimit;
  readonly limitBasis: string | null;
  readonly rule: CountingRules & { readonly mode: CountingMode; readonly legal: string; readonly notCounted?: readonly string[]; readonly firstAppointment?: number | null };
  /** From which moment it runs; absent in clocks started before it was asked: acceptance. */
  readonly point?: StartingPoint;
  /** The agency that solves has not received the dossier yet (phi địa giới): counted again from when it does. */
  readonly provisional?: boolean;
  /** The instant promised when a changed calendar would have given an earlier one; never owed before it. */
  readonly atLeast?: string;
  readonly events: readonly ClockEvent[];
  readonly owedAt: string | null;
  readonly dueSoonAt: string | null;
  readonly stoppedSince: string | null;
  readonly explanation: readonly ExplanationLine[];
};

export type SupplementItem = { readonly paperNo: number | null; readonly what: string; readonly howToMend: string; readonly basis: string | null };
export type OpenSupplement = { readonly askedAt: string; readonly number: string; readonly reason: string; readonly items: readonly SupplementItem[]; readonly answerBy: string | null; readonly by: Doer };
export type ConsultationAsked = { readonly id: string; readonly agency: string; readonly question: string; readonly askedAt: string; readonly dueAt: string; readonly lapsedAt: string | null; readonly answer: { readonly opinion: string; readonly agrees: boolean; readonly at: string; readonly by: Doer } | null };
export type Opinion = { readonly at: string; readonly by: Doer; readonly step: string; readonly text: string };
export type Draft = { readonly title: string; readonly provisions: readonly string[]; readonly by: Doer };
export type DossierResult = { readonly documentId: string | null; readonly signedBy: Doer | null; readonly signedAt: string | null; readonly authority: SigningAuthority | null; readonly number: string | null; readonly sealPlace: Place | null; readonly issuedAt: string | null };

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

/** A dossier (hồ sơ) as its events make it. */
export type Dossier = {
  readonly id: string; readonly code: string; readonly version: number; readonly status: DossierStatus; readonly channel: Channel;
  readonly procedure: { readonly code: string; readonly version: number; readonly name: string }; readonly circumstance: string | null;
  readonly agencies: { readonly receiving: string; readonly solving: string; readonly returning: string };
  readonly applicant: Party; readonly submitter: Party | null; readonly authorisation: string | null; readonly ownerId: string | null; readonly origin: string | null;
  readonly eform: { readonly key: string; readonly version: number }; readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: readonly DossierPaper[]; readonly returnWay: ReturnWay; readonly fee: { readonly amountVnd: number; readonly way: string };
  /** When the post's hand-over record was signed; absent: not by post, or not said. */
  readonly handedOverAt?: string | null;
  readonly submittedAt: string; readonly answerBy: string | null; readonly acceptedAt: string | null; readonly decidedAt: string | null; readonly returnedAt: string | null; readonly endedAt: string | null;
  readonly outcome: 'early' | 'on-time' | 'late' | null;
  readonly process: { readonly instance: string; readonly key: string; readonly version: number } | null;
  readonly tasks: readonly OpenTask[]; readonly stepNo: number; readonly stepCount: number;
  readonly clock: DossierClock | null;
  readonly supplement: OpenSupplement | null; readonly supplementsAsked: { readonly intake: number; readonly appraisal: number };
  readonly payment: { readonly amountVnd: number; readonly reason: string; readonly askedAt: string } | null;
  readonly consultations: readonly ConsultationAsked[]; readonly opinions: readonly Opinion[];
  readonly draft: Draft | null; readonly result: DossierResult | null; readonly sealUses: readonly SealUse[]; readonly onSite: OnSite | null;
  readonly receipt: { readonly number: string; readonly at: string; readonly by: Doer } | null;
  readonly refusal: { readonly number: string; readonly reasons: readonly string[]; readonly at: string; readonly by: Doer } | null;
  readonly parent?: LinkedParent; readonly children: readonly LinkedChild[]; readonly sentUpstreamTo?: string;
  /** Who the result was handed to. */
  readonly handedTo?: string;
  readonly ending: { readonly reason: string; readonly number: string | null; readonly at: string; readonly by: Doer } | null;
};
