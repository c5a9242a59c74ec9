// SPDX-License-Identifier: EUPL-1.2
import { startingPoints } from '@motcua/deadlines/contract';
import { z } from 'zod';
import { KeptOriginal, OriginalReturn, OriginalView } from './originals.ts';
import { AgreedApplicant, Channel, Clock, DossierActName, DossierPaper, DossierStatus, ExplanationLine, NationalStatus, PaperNames, Party, ReissuablePaper, ReturnWay } from './parts.ts';
import { RegisterExtract } from './enterprises.ts';
import { FeeView } from './fees.ts';
import { ParcelView } from './post.ts';
import { SupplementRound, SupplementRule } from './supplements.ts';
import { PaperToDigitise } from './digitising.ts';
import { WorkingPaper } from './working-papers.ts';
import { SecretPaperView } from './secret-papers.ts';
import { ChangeView, MessageView, ReplacedPaper, WishView } from './wishes.ts';
import { CheckView } from './checks.ts';
import { Alert, ExtensionView, LateStep, Notice, ProposedExtension } from './lateness.ts';

/** GET /api/public/dossiers/:code: to anybody: code and degree of completion only. */
export const PublicStanding = z.object({ code: z.string(), done: z.number().int(), total: z.number().int(), finished: z.boolean(), asOf: z.string(), destroyed: z.object({ decision: z.string(), at: z.string() }).nullable().describe('what it held was destroyed after its retention') });
export type PublicStanding = z.infer<typeof PublicStanding>;

/** An act that may be done now, or could be by another person: `why` says what is missing when it cannot. */
export const PossibleAct = z.object({ act: DossierActName, taskId: z.string().nullable(), allowed: z.boolean(), why: z.string().nullable() });
export type PossibleAct = z.infer<typeof PossibleAct>;

export const TimelineItem = z.object({
  seq: z.number().int(), at: z.string(), type: z.string().describe('name of the event, e.g. supplement-requested'), who: z.string(),
  words: z.string().describe('the event in Vietnamese'), detail: z.string().nullable(),
});
export type TimelineItem = z.infer<typeof TimelineItem>;

/** A step of the internal procedure: done, current or to come. */
export const StepState = z.object({ name: z.string(), state: z.enum(['done', 'current', 'to-come']), unit: z.string().nullable(), hours: z.number().nullable(), dueAt: z.string().nullable() });

export const OpenTask = z.object({
  taskId: z.string(), name: z.string(), act: z.string().nullable(), role: z.string(), agency: z.string(), agencyName: z.string(), unit: z.string().nullable(),
  dueAt: z.string().nullable(), createdAt: z.string(), assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  returnTo: z.array(z.object({ id: z.string(), name: z.string() })),
  mayTake: z.boolean().describe('the reader may do this step; who leads may hand it to others without'),
  late: z.boolean().describe('past its due time: finishing it asks for the cause'),
  questions: z.array(z.object({ variable: z.string(), kind: z.enum(['yes-no', 'choice', 'number', 'text', 'list']), choices: z.array(z.string()) })).describe('what must be answered when it is finished, because the way on depends on it'),
});

/** A procedure of a linked group (nhóm thủ tục liên thông) as the group stands: «to-come» has no dossier yet. */
export const LinkedPart = z.object({
  node: z.string(), name: z.string(), after: z.array(z.string()).describe('names of the parts it needs'), agency: z.string(), state: z.enum(['to-come', 'waiting', 'running', 'paused', 'done', 'ended', 'sent-upstream']),
  code: z.string().nullable().describe('null: to come, or not for this reader'), owedAt: z.string().nullable(), finishedAt: z.string().nullable(), earlier: z.number().int().describe('how often it was done before'),
});
/** The linked group a dossier leads or is a part of. `upstream`: what this part may be sent back to. */
export const LinkedGroup = z.object({ code: z.string(), name: z.string(), isLead: z.boolean(), redoneBecause: z.string().nullable(), upstream: z.array(z.object({ node: z.string(), name: z.string() })), parts: z.array(LinkedPart) });
export type LinkedGroup = z.infer<typeof LinkedGroup>;

const Issued = z.object({ form: PaperNames, title: z.string(), href: z.string() });

/** GET /api/my/dossiers/:code: what the owner sees. */
export const OwnDossier = z.object({
  code: z.string(), version: z.number().int(), status: DossierStatus, national: NationalStatus,
  procedure: z.object({ code: z.string(), name: z.string() }), circumstance: z.string().nullable(), channel: Channel,
  solvingAgency: z.string(), receivingAgency: z.string(), returningAgency: z.string(), returnWay: ReturnWay,
  applicant: Party, coApplicants: z.array(AgreedApplicant), submittedAt: z.string(), acceptedAt: z.string().nullable(), clock: Clock, provisional: z.boolean().describe('«Ngày hẹn tạm tính»'),
  startedAt: z.string().nullable().describe('from when the term runs'), startPoint: z.enum(startingPoints).nullable(), firstAppointment: z.string().nullable().describe('Hẹn lần 1 (land): until the information for the financial duty goes to the tax office'),
  limit: z.string().nullable().describe('«5 ngày làm việc»'),
  explanation: z.array(ExplanationLine), steps: z.array(StepState), timeline: z.array(TimelineItem), papers: z.array(DossierPaper),
  supplement: z.object({ askedAt: z.string(), reason: z.string(), answerBy: z.string().nullable(), items: z.array(z.object({ paperNo: z.number().nullable(), what: z.string(), howToMend: z.string() })) }).nullable(),
  supplements: z.array(SupplementRound).describe('every request and what came to it, newest first'),
  secretPapers: z.array(SecretPaperView).describe('components kept outside the system'),
  payment: z.object({ amountVnd: z.number(), reason: z.string() }).nullable(),
  fee: FeeView.describe('what it costs, line by line'),
  identity: z.object({ person: z.string(), reason: z.string() }).nullable().describe('whose identity is to be confirmed'),
  wishes: z.array(WishView).describe('newest first'), messages: z.array(MessageView).describe('oldest first'), replaced: z.array(ReplacedPaper),
  extension: ExtensionView.nullable(), notices: z.array(Notice).describe('what the person was told, newest first'),
  extracts: z.array(RegisterExtract).describe('what registers answered for it, newest first'),
  keptOriginals: z.array(KeptOriginal).describe('papers handed in and where each is'), originalReturns: z.array(OriginalReturn).describe('papers that went back, newest first'),
  revoked: z.object({ number: z.string(), reason: z.string(), at: z.string() }).nullable().describe('the result was revoked'),
  parcel: ParcelView.nullable(), issued: z.array(Issued), acts: z.array(PossibleAct), group: LinkedGroup.nullable(),
});
export type OwnDossier = z.infer<typeof OwnDossier>;

/** An agency of the process: the working hours it has in all (a shared budget once) and when it must be finished; null while the clock stands. */
export const AgencyDue = z.object({ agency: z.string(), agencyName: z.string(), hours: z.number(), dueAt: z.string().nullable(), state: z.enum(['to-come', 'working', 'done']), late: z.boolean() });
export type AgencyDue = z.infer<typeof AgencyDue>;

/** Luồng ký: the signatures of a result in their order. */
export const SigningCircuit = z.object({
  sheet: z.string().nullable().describe('document: the draft with the initials given so far'),
  signers: z.array(z.object({
    step: z.string(), kind: z.enum(['initial', 'personal', 'agency']), role: z.string(), state: z.enum(['signed', 'current', 'to-come']),
    who: z.string().nullable().describe('who signed, or holds the step'), at: z.string().nullable(),
  })),
});
export type SigningCircuit = z.infer<typeof SigningCircuit>;

/** GET /api/dossiers/:code: what an officer sees. */
export const OfficerDossier = OwnDossier.extend({
  signing: SigningCircuit.nullable().describe('who signs in which order; null where fewer than two do'),
  answers: z.record(z.string(), z.unknown()), eform: z.string(), submitter: Party.nullable(), authorisation: z.string().nullable().describe('the mandate in words'), receivedBy: z.string().nullable(),
  agencyDues: z.array(AgencyDue).describe('when each agency must be finished, by the plan of the internal procedure'),
  awaits: z.array(z.string()).describe('what must come before the process goes on, in words'),
  tasks: z.array(OpenTask), draft: z.object({ title: z.string(), provisions: z.array(z.string()), by: z.string() }).nullable(),
  opinions: z.array(z.object({ at: z.string(), who: z.string(), step: z.string(), text: z.string() })),
  consultations: z.array(z.object({ id: z.string(), agency: z.string(), agencyName: z.string(), question: z.string(), dueAt: z.string(), lapsed: z.boolean().describe('the work went on without the answer'), silent: z.boolean().describe('past its time and not answered'), deemed: z.string().nullable().describe('the article under which silence counts as consent'), answer: z.string().nullable(), agrees: z.boolean().nullable() })),
  disputes: z.array(z.object({ at: z.string(), who: z.string(), text: z.string() })).describe('what owners say is wrong with the result in their vault, oldest first'),
  onSite: z.object({ class: z.enum(['five', 'three']), away: z.boolean().describe('the reader works elsewhere: a step needs a reason') }).nullable(),
  originals: z.array(OriginalView).describe('where each paper handed in is'),
  changes: z.array(ChangeView).describe('changes after acceptance put to a second officer, newest first'),
  toDigitise: z.array(PaperToDigitise).describe('papers handed in on paper that must be digitised'),
  working: z.array(WorkingPaper).describe('opinions, answers and minutes on paper that were digitised, oldest first'),
  reissuable: z.array(ReissuablePaper).describe('papers the reader may issue again'),
  sealAgency: z.string().describe('the agency that seals the result'),
  seals: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('registered seals the reader keeps and may put on the result now'),
  checks: z.array(CheckView).describe('verifications and looks at the place, newest first'), supplementRule: SupplementRule, lateSteps: z.array(LateStep), proposedExtension: ProposedExtension.nullable(),
  result: z.object({ number: z.string().nullable(), documentId: z.string().nullable(), signedBy: z.string().nullable() }).nullable(),
});
export type OfficerDossier = z.infer<typeof OfficerDossier>;

/** A row of any list of dossiers. */
export const DossierRow = z.object({
  code: z.string(), version: z.number().int(), status: DossierStatus, procedure: z.string(), applicant: z.string(), channel: Channel, solvingAgency: z.string(), solvingAgencyName: z.string(),
  owedAt: z.string().nullable(), submittedAt: z.string(), clock: Clock, step: z.string().nullable(), stepNo: z.number().int(), stepCount: z.number().int(),
  task: z.object({ taskId: z.string(), act: z.string().nullable(), dueAt: z.string().nullable(), since: z.string(), assignee: z.string().nullable(), mine: z.boolean() }).nullable(),
  alert: Alert.nullable().describe('what must not be missed on this dossier, if anything'),
});
export type DossierRow = z.infer<typeof DossierRow>;

export const DossierPage = z.object({ dossiers: z.array(DossierRow), next: z.string().nullable(), asOf: z.string() });
export type DossierPage = z.infer<typeof DossierPage>;

/** GET /api/work?list=&after=: the work of the officer who asks, ordered by what is owed first. */
export const WorkQuery = z.object({
  list: z.enum(['todo', 'due-today', 'waiting', 'paused', 'done-today', 'to-sign', 'to-issue', 'to-return', 'online', 'consultations', 'to-extend', 'to-close', 'silent', 'wishes', 'questions', 'escalated']).default('todo'), after: z.string().max(400).optional(),
});
/** GET /api/work/counts */
export const WorkCounts = z.object({ counts: z.record(z.string(), z.number().int()), asOf: z.string() });

/** GET /api/dossiers?…: everything one may see. `q` finds codes, names and identity numbers without tone marks. */
export const DossierQuery = z.object({
  q: z.string().max(200).optional(), status: DossierStatus.optional(), procedure: z.string().max(60).optional(), agency: z.string().max(40).optional(),
  standing: z.enum(['due-soon', 'overdue', 'in-progress', 'received-today', 'early', 'on-time', 'late', 'finished-today']).optional(), after: z.string().max(400).optional(),
});

/** GET /api/figures/today: live figures of what one may lead; each opens `GET /api/dossiers?standing=…&agency=…`. */
export const Figures = z.object({
  asOf: z.string(),
  total: z.object({ receivedToday: z.number(), inProgress: z.number(), dueSoon: z.number(), overdue: z.number(), finishedToday: z.number(), early: z.number(), onTime: z.number(), late: z.number() }),
  agencies: z.array(z.object({ code: z.string(), name: z.string(), receivedToday: z.number(), inProgress: z.number(), dueSoon: z.number(), overdue: z.number(), early: z.number(), onTime: z.number(), late: z.number() })),
  breaksTomorrow: z.array(DossierRow),
});
export type Figures = z.infer<typeof Figures>;

/** GET /api/dossiers/:code/draft: in which forms the draft of the result can be looked at. */
export const DraftForms = z.object({ word: z.boolean().describe('also as a Word file: a template of the province counts') });

/** GET /api/persons/:personalId: what is known of a person from earlier dossiers, for the counter. */
export const KnownPerson = z.object({ person: Party.nullable(), open: z.array(DossierRow) });
export type KnownPerson = z.infer<typeof KnownPerson>;

/** GET /api/events (server-sent events, event name «dossier»): something changed; lists and figures ask again. */
export const LiveEvent = z.object({ code: z.string(), status: DossierStatus, agencies: z.array(z.string()), at: z.string() });
