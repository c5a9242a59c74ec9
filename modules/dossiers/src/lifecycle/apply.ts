// SPDX-License-Identifier: EUPL-1.2
import type { DossierPaper, PaperJudgement } from '../contract.ts';
import type { DossierEvent, ProcessMoved, Recount, StepDue } from '../events.ts';
import type { Dossier, DossierResult, LateCause, LateStep, OpenTask, Opinion } from '../model.ts';
import { reissued } from './issued-papers.ts';
import { paperDigitised } from './digitised.ts';
import { originalsAfterTrip, originalsBegun, originalsMoved, originalsTaken } from './originals.ts';
import { secretRecorded } from './secret-papers.ts';
import { tripAfter, tripBegun, tripWithMore } from './paper-trip.ts';
import { parcelAfter } from './parcel.ts';
import { transferAfter, transferBegun, transferReceived } from './transfer.ts';
import { workingPaperKept } from './working-papers.ts';

type Later = Exclude<DossierEvent, { type: 'submitted' }>;
type Founding = Extract<DossierEvent, { type: 'submitted' }>;

const founded = ({ dossierId, at, data: { to, ...data } }: Founding): Dossier => ({
  ...data, id: dossierId, version: 1, status: to, submittedAt: at, acceptedAt: null, decidedAt: null, returnedAt: null, endedAt: null, outcome: null,
  process: null, tasks: [], stepNo: 0, stepCount: 0, clock: null, budgets: {}, awaits: [], supplement: null, supplementsAsked: { intake: 0, appraisal: 0 }, supplements: [], payment: null, identity: null,
  consultations: [], opinions: [], children: [], draft: null, result: null, proposedExtension: null, extension: null, lateSteps: [], wishes: [], messages: [], replaced: [], checks: [], secrets: [], digitised: [], sealUses: [], onSite: null, actedVersion: 1, receipt: null, refusal: null, ending: null,
});

/** The shared budgets with those that opened steps begin: the first step of a budget, not a later or repeated one. */
const budgetsWith = ({ budgets }: Dossier, tasks: readonly OpenTask[]): Dossier['budgets'] =>
  ({ ...Object.fromEntries(tasks.flatMap(({ budget, createdAt, dueAt }) => (budget === undefined ? [] : [[budget, { from: createdAt, dueAt }]]))), ...budgets });

const moved = (dossier: Dossier, move: ProcessMoved | null): Pick<Dossier, 'tasks' | 'budgets' | 'stepNo' | 'stepCount' | 'awaits'> => (move === null ? dossier : {
  budgets: budgetsWith(dossier, move.opened), awaits: move.awaits ?? [],
  tasks: [...dossier.tasks.filter(({ taskId }) => !move.closed.includes(taskId)), ...move.opened], stepNo: move.stepNo, stepCount: move.stepCount,
});

/** The papers of a dossier with what an officer judged of them. */
export function judgedPapers(papers: readonly DossierPaper[], judgements: readonly PaperJudgement[]): DossierPaper[] {
  const byNo = new Map(judgements.map((judgement) => [judgement.no, judgement]));
  // Of what the vault stands for nothing was handed in, whatever was counted.
  return papers.map((paper) => ({ ...paper, ...byNo.get(paper.no), ...(paper.reused === undefined ? {} : { originals: 0, copies: 0 }) }));
}

const opined = (dossier: Dossier, event: { readonly at: string; readonly by: Dossier['opinions'][number]['by'] }, step: string, text: string | null): readonly Opinion[] =>
  (text === null || text === '' ? dossier.opinions : [...dossier.opinions, { at: event.at, by: event.by, step, text }]);

const lapsed = ({ consultations }: Dossier, { at, data: { withoutOpinion = [], deemedConsent = null } }: { readonly at: string; readonly data: { readonly withoutOpinion?: readonly string[]; readonly deemedConsent?: string | null } }): Pick<Dossier, 'consultations'> =>
  ({ consultations: consultations.map((asked) => (withoutOpinion.includes(asked.id) ? { ...asked, lapsedAt: at, deemed: deemedConsent } : asked)) });

const lateStep = (dossier: Dossier, { at, by, data: { step = 'Vào số, đóng dấu, phát hành', lateCause } }: { readonly at: string; readonly by: Dossier['opinions'][number]['by']; readonly data: { readonly step?: string; readonly lateCause?: LateCause } }): { readonly lateSteps: readonly LateStep[] } =>
  ({ lateSteps: lateCause === undefined ? dossier.lateSteps : [...dossier.lateSteps, { step, at, by, cause: lateCause }] });

const answered = ({ supplements }: Dossier, { at, data: { note, items = [] } }: Extract<DossierEvent, { type: 'supplemented' }>): Dossier['supplements'] =>
  supplements.map((round, which) => (which === supplements.length - 1 ? { ...round, answeredAt: at, note, answered: items } : round));

/** A result sent back loses its signature and keeps its number: a number is given once. */
const unsigned = (result: DossierResult | null): DossierResult | null => {
  if (result === null) return null;
  const { signatureNo: _no, ...left } = result;
  return { ...left, documentId: null, signedBy: null, signedAt: null, authority: null, sealPlace: null };
};

/** A return to an earlier step ends the initials: the text may change. */
const withoutInitials = ({ sheet }: Dossier): Pick<Dossier, 'sheet'> => (sheet === undefined ? {} : { sheet: null });

/** A result as who signed last left it. */
const signed = ({ at, by, data }: Extract<Later, { type: 'approved' }>): DossierResult => ({
  documentId: data.documentId, signedBy: by, signedAt: at, authority: data.authority ?? null, number: data.number, sealPlace: data.sealPlace, issuedAt: null, ...(data.signatureNo === undefined ? {} : { signatureNo: data.signatureNo }),
});

/** The draft put forward, with one more initial. */
const initialled = ({ sheet }: Dossier, { at, by, data: { step, initialled: given } }: Extract<Later, { type: 'step-completed' }>): Pick<Dossier, 'sheet'> =>
  (given === undefined ? {} : { sheet: { ...given, initials: [...sheet?.initials ?? [], { at, by, step }] } });

const sealed = ({ sealUses }: Dossier, { seq, at, by, data: { seal, number, documentId } }: Extract<Later, { type: 'issued' }>): Dossier['sealUses'] =>
  (seal === undefined ? sealUses : [...sealUses, { seq, at, by, seal: { id: seal.id, name: seal.name }, agency: seal.agency, number, documentId }]);

const heldBecause = ({ heldReason }: { readonly heldReason?: string }): { readonly heldReason?: string } => (heldReason === undefined ? {} : { heldReason });

const keptInVault = ({ vault }: Dossier, { vault: more }: { readonly vault?: NonNullable<Dossier['vault']> }): Pick<Dossier, 'vault'> =>
  (more === undefined ? {} : { vault: { entries: [...vault?.entries ?? [], ...more.entries], changes: [...vault?.changes ?? [], ...more.changes] } });

/** What an acceptance says of fee and papers to be digitised; absent: nothing new. */
const saidAtAcceptance = ({ fee, toDigitise }: { readonly fee?: Dossier['fee']; readonly toDigitise?: NonNullable<Dossier['toDigitise']> }): Partial<Pick<Dossier, 'fee' | 'toDigitise'>> =>
  ({ ...(fee === undefined ? {} : { fee }), ...(toDigitise === undefined ? {} : { toDigitise }) });

/** The open steps with the due times that moved. */
function stepsDue({ tasks, budgets }: Dossier, { steps = [] }: { readonly steps?: readonly StepDue[] }): Partial<Pick<Dossier, 'tasks' | 'budgets'>> {
  const due = new Map(steps.map(({ taskId, dueAt }) => [taskId, dueAt]));
  if (due.size === 0) return {};
  const then = tasks.map((task) => ({ ...task, dueAt: due.get(task.taskId) ?? task.dueAt }));
  const shared = then.flatMap(({ budget, dueAt }) => { const begun = budget === undefined ? undefined : budgets[budget]; return budget === undefined || begun === undefined ? [] : [[budget, { ...begun, dueAt }] as const]; });
  return { tasks: then, budgets: { ...budgets, ...Object.fromEntries(shared) } };
}

/** The consultations with the due times that moved. */
function opinionsDue(dossier: Dossier, { consultations = [] }: Pick<Recount, 'consultations'>): Partial<Pick<Dossier, 'consultations'>> {
  const due = new Map(consultations.map(({ id, dueAt }) => [id, dueAt]));
  return due.size === 0 ? {} : { consultations: dossier.consultations.map((asked) => ({ ...asked, dueAt: due.get(asked.id) ?? asked.dueAt })) };
}

function changed(dossier: Dossier, event: Later): Partial<Dossier> {
  const { at, by } = event;
  switch (event.type) {
    case 'accepted': {
      const { data } = event;
      return { ...moved(dossier, data.moved), acceptedAt: at, papers: judgedPapers(dossier.papers, data.judgements), receipt: { number: data.receiptNumber, at, by }, clock: data.clock, process: data.process, onSite: data.onSite ?? null, ...tripBegun(data.papersToSend), ...originalsBegun(dossier, data.originals, event), ...transferBegun(data.transfer, at), ...saidAtAcceptance(data) };
    }
    case 'refused':
      return { ...moved(dossier, event.data.moved), refusal: { number: event.data.number, reasons: event.data.reasons, at, by }, endedAt: at };
    case 'supplement-requested': {
      const { stage, clock, override = null } = event.data;
      const supplement = { ...event.data.supplement, askedAt: at, by };
      return { supplement, supplements: [...dossier.supplements, { ...supplement, stage, override, ...heldBecause(event.data), answeredAt: null, note: null, answered: [] }], clock, supplementsAsked: { ...dossier.supplementsAsked, [stage]: dossier.supplementsAsked[stage] + 1 } };
    }
    case 'supplemented':
      return { supplement: null, supplements: answered(dossier, event), papers: event.data.papers, answers: event.data.answers ?? dossier.answers, clock: event.data.clock, ...stepsDue(dossier, event.data), ...originalsTaken(dossier, event.data.originals, event), ...tripWithMore(dossier, event.data.papersToSend) };
    case 'closed': case 'withdrawn': case 'stopped':
      return { ...moved(dossier, event.data.moved), ending: { reason: event.data.reason, number: event.data.number, at, by }, endedAt: at };
    case 'assigned': {
      const { taskId, assignee } = event.data;
      return { tasks: dossier.tasks.map((task) => (task.taskId === taskId ? { ...task, assignee } : task)) };
    }
    case 'step-completed':
      return { ...moved(dossier, event.data.moved), ...lapsed(dossier, event), ...lateStep(dossier, event), opinions: opined(dossier, event, event.data.step, event.data.opinion), draft: event.data.draft ?? dossier.draft, ...initialled(dossier, event) };
    case 'sent-back':
      return { ...moved(dossier, event.data.moved), ...lateStep(dossier, event), opinions: opined(dossier, event, event.data.step, event.data.reason), result: unsigned(dossier.result), ...withoutInitials(dossier) };
    case 'paper-digitised':
      return { ...paperDigitised(dossier, event), ...keptInVault(dossier, event.data) };
    case 'working-paper-digitised':
      return workingPaperKept(dossier, event);
    case 'register-asked':
      return { extracts: [...dossier.extracts ?? [], { ...event.data.extract, at, who: event.by.name }] };
    case 'secret-recorded':
      return secretRecorded(dossier, event);
    case 'released': {
      const { taskId } = event.data;
      return { tasks: dossier.tasks.map((task) => (task.taskId === taskId ? { ...task, assignee: null } : task)) };
    }
    case 'procedure-moved': {
      const { procedure, eform, papers, clock } = event.data;
      return { procedure, eform, papers, clock };
    }
    case 'version-moved': {
      const { process, steps, stepNo, stepCount } = event.data;
      const nameOf = new Map(steps.map(({ taskId, name }) => [taskId, name]));
      return { process, stepNo, stepCount, tasks: dossier.tasks.map((task) => ({ ...task, name: nameOf.get(task.taskId) ?? task.name })) };
    }
    case 'timer-fired': case 'wait-over':
      return moved(dossier, event.data.moved);
    case 'clock-recounted':
      return { clock: event.data.clock, ...(event.data.why === 'received-by-solving-agency' ? transferReceived(dossier, at) : {}), ...stepsDue(dossier, event.data), ...opinionsDue(dossier, event.data) };
    case 'child-started':
      return { children: [...dossier.children, { ...event.data.child, startedAt: at, status: 'submitted', owedAt: null, stoppedSince: null, finishedAt: null, end: null }] };
    case 'child-moved': {
      const { child, moved: move } = event.data;
      return { ...moved(dossier, move), children: dossier.children.map((one) => (one.id === child.id ? { ...one, ...child, finishedAt: one.finishedAt ?? (child.end === null ? null : at) } : one)) };
    }
    case 'escalated': {
      const { rule, timing, role, receiver, owedAt } = event.data;
      return { escalations: [...dossier.escalations ?? [], { at, rule, timing, role, receiver, owedAt }] };
    }
    case 'deemed':
      return { deemed: { outcome: event.data.outcome, legal: event.data.legal, at } };
    case 'group-finished':
      return { decidedAt: at, outcome: event.data.outcome, ...keptInVault(dossier, event.data) };
    case 'sent-upstream':
      return { ...moved(dossier, event.data.moved), sentUpstreamTo: event.data.node, ending: { reason: event.data.reason, number: null, at, by }, endedAt: at };
    case 'consulted':
      return { consultations: [...dossier.consultations, { ...event.data.consultation, askedAt: at, lapsedAt: null, deemed: null, answer: null }] };
    case 'consultation-answered': {
      const { id, opinion, agrees } = event.data;
      return { consultations: dossier.consultations.map((asked) => (asked.id === id ? { ...asked, answer: { opinion, agrees, at, by } } : asked)) };
    }
    case 'payment-requested':
      return { payment: { amountVnd: event.data.amountVnd, reason: event.data.reason, askedAt: at }, clock: event.data.clock };
    case 'paid':
      return { payment: null, clock: event.data.clock, ...stepsDue(dossier, event.data) };
    case 'identity-requested':
      return { identity: { person: event.data.person, reason: event.data.reason, askedAt: at }, clock: event.data.clock };
    case 'identity-confirmed':
      return { identity: null, clock: event.data.clock, ...stepsDue(dossier, event.data) };
    case 'approved': {
      const { data } = event;
      return {
        ...moved(dossier, data.moved), ...lapsed(dossier, event), ...lateStep(dossier, event), opinions: opined(dossier, event, data.step, data.opinion),
        result: signed(event),
      };
    }
    case 'issued': {
      const { data } = event;
      const before = dossier.result ?? { documentId: null, signedBy: null, signedAt: null, authority: null, number: null, sealPlace: null, issuedAt: null };
      return { ...moved(dossier, data.moved), ...lateStep(dossier, event), ...keptInVault(dossier, data), decidedAt: at, outcome: data.outcome, sealUses: sealed(dossier, event), result: { ...before, documentId: data.documentId, number: data.number, issuedAt: at } };
    }
    case 'result-revoked':
      return { ...keptInVault(dossier, event.data), revoked: { number: event.data.number, reason: event.data.reason, at, by } };
    case 'papers-sent': case 'papers-received': case 'papers-sent-back':
      return { ...tripAfter(dossier, event), ...originalsAfterTrip(dossier, event) };
    case 'originals-moved':
      return originalsMoved(dossier, event);
    case 'post-packed': case 'post-taken': case 'post-moved':
      return parcelAfter(dossier, event);
    case 'dossier-received': case 'dossier-declined': case 'dossier-sent-again':
      return transferAfter(dossier, event);
    case 'wished': {
      const { id, kind, text } = event.data;
      return { wishes: [...dossier.wishes, { id, kind, text, at, by, decision: null }] };
    }
    case 'wish-decided': {
      const { id, granted, reason } = event.data;
      return { wishes: dossier.wishes.map((wish) => (wish.id === id ? { ...wish, decision: { granted, reason, at, by } } : wish)) };
    }
    case 'corrected':
      return { answers: event.data.answers, applicant: event.data.applicant };
    case 'change-asked': {
      const { id, answers, applicant, reason, changed: names } = event.data;
      return { changes: [...dossier.changes ?? [], { id, answers, applicant, reason, changed: names, at, by, decision: null }] };
    }
    case 'change-decided': {
      const { id, granted, reason } = event.data;
      return { changes: (dossier.changes ?? []).map((one) => (one.id === id ? { ...one, decision: { granted, reason, at, by } } : one)) };
    }
    case 'reissued':
      return reissued(dossier, event);
    case 'check-planned':
      return { checks: [...dossier.checks, { ...event.data.check, plannedAt: at, by, minutes: null }] };
    case 'check-recorded':
      return { checks: dossier.checks.map((check) => (check.id === event.data.id ? { ...check, minutes: { ...event.data.minutes, at, by } } : check)) };
    case 'message-written':
      return { messages: [...dossier.messages, { text: event.data.text, at, by }] };
    case 'extension-proposed': {
      const { value, reason, newOwedAt } = event.data;
      return { proposedExtension: { value, reason, newOwedAt, at, by } };
    }
    case 'extended': {
      const { to: _to, clock, ...extension } = event.data;
      return { proposedExtension: null, extension: { ...extension, at, by }, clock };
    }
    case 'returned':
      return { ...moved(dossier, event.data.moved), returnedAt: event.data.returnedAt ?? at, endedAt: at, handedTo: event.data.receivedBy, ...(event.data.instead === undefined ? {} : { handedInstead: event.data.instead }), ...(event.data.receiver === undefined ? {} : { receiver: event.data.receiver }) };
  }
}

/** The dossier after one more event. The only place where an event becomes a state: live acts and replay both go through it. */
export function apply(dossier: Dossier | undefined, event: DossierEvent): Dossier {
  if (event.type === 'submitted') return founded(event);
  if (dossier === undefined) throw new Error(`dossier ${event.dossierId} has no founding event`);
  return { ...dossier, ...changed(dossier, event), status: event.data.to, version: event.seq, actedVersion: event.type === 'message-written' ? dossier.actedVersion : event.seq };
}
