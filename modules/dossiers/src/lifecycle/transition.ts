// SPDX-License-Identifier: EUPL-1.2
import { type Result, ok, refuse } from '@motcua/kernel';
import type { DossierActName, DossierStatus } from '../contract.ts';
import type { AskedChange, ConsultationAsked, Dossier, OpenTask, Wish } from '../model.ts';
import { partDecided } from './linked.ts';
import type { LifecycleRefusal } from './refusal.ts';

type NextStatus = Partial<Record<DossierActName, DossierStatus>>;

/** The whole legal life of a dossier on one page: status, act, next status. No row, no act. */
const lifecycle: Readonly<Record<DossierStatus, NextStatus>> = {
  'submitted': { 'accept': 'accepted', 'request-supplement': 'awaiting-intake-supplement', 'refuse': 'refused', 'withdraw': 'withdrawn', 'send-upstream': 'sent-upstream', 'end-with-group': 'closed', 'wish': 'submitted', 'decide-wish': 'submitted', 'correct': 'submitted', 'write-message': 'submitted', 'record-secret': 'submitted', 'ask-register': 'submitted', 'digitise': 'submitted' },
  'awaiting-intake-supplement': {
    'supplement': 'submitted', 'refuse': 'refused', 'withdraw': 'withdrawn', 'close': 'closed', 'end-with-group': 'closed',
    'decide-wish': 'awaiting-intake-supplement', 'correct': 'awaiting-intake-supplement', 'reissue': 'awaiting-intake-supplement', 'write-message': 'awaiting-intake-supplement', 'record-secret': 'awaiting-intake-supplement', 'ask-register': 'awaiting-intake-supplement', 'digitise': 'awaiting-intake-supplement',
  },
  'accepted': {
    'assign': 'accepted', 'complete-step': 'in-progress', 'request-supplement': 'awaiting-supplement', 'consult': 'consulting',
    'request-payment': 'awaiting-payment', 'request-identity': 'awaiting-identity', 'refuse': 'refused', 'approve': 'in-progress', 'issue': 'decided', 'withdraw': 'withdrawn', 'stop': 'stopped', 'send-upstream': 'sent-upstream', 'end-with-group': 'closed',
    'propose-extension': 'accepted', 'extend': 'accepted', 'plan-check': 'accepted', 'record-check': 'accepted',
    'wish': 'accepted', 'decide-wish': 'accepted', 'correct': 'accepted', 'decide-change': 'accepted', 'reissue': 'accepted', 'write-message': 'accepted', 'record-secret': 'accepted', 'ask-register': 'accepted', 'digitise': 'accepted',
    'move-version': 'accepted', 'release': 'accepted',
    'acknowledge': 'accepted', 'decline': 'accepted', 'send-again': 'accepted', 'hand-over-papers': 'accepted', 'confirm-papers': 'accepted', 'move-originals': 'accepted', 'return-papers': 'accepted',
  },
  'in-progress': {
    'assign': 'in-progress', 'complete-step': 'in-progress', 'send-back': 'in-progress', 'request-supplement': 'awaiting-supplement', 'consult': 'consulting',
    'request-payment': 'awaiting-payment', 'request-identity': 'awaiting-identity', 'refuse': 'refused', 'approve': 'in-progress', 'issue': 'decided', 'withdraw': 'withdrawn', 'stop': 'stopped', 'send-upstream': 'sent-upstream', 'end-with-group': 'closed',
    'propose-extension': 'in-progress', 'extend': 'in-progress', 'plan-check': 'in-progress', 'record-check': 'in-progress',
    'wish': 'in-progress', 'decide-wish': 'in-progress', 'correct': 'in-progress', 'decide-change': 'in-progress', 'reissue': 'in-progress', 'write-message': 'in-progress', 'record-secret': 'in-progress', 'ask-register': 'in-progress', 'digitise': 'in-progress',
    'move-version': 'in-progress', 'release': 'in-progress',
    'acknowledge': 'in-progress', 'decline': 'in-progress', 'send-again': 'in-progress', 'hand-over-papers': 'in-progress', 'confirm-papers': 'in-progress', 'move-originals': 'in-progress', 'return-papers': 'in-progress',
  },
  'awaiting-supplement': {
    'supplement': 'in-progress', 'close': 'closed', 'withdraw': 'withdrawn', 'stop': 'stopped', 'end-with-group': 'closed',
    'wish': 'awaiting-supplement', 'decide-wish': 'awaiting-supplement', 'correct': 'awaiting-supplement', 'decide-change': 'awaiting-supplement', 'reissue': 'awaiting-supplement', 'write-message': 'awaiting-supplement', 'record-secret': 'awaiting-supplement', 'ask-register': 'awaiting-supplement', 'digitise': 'awaiting-supplement', 'move-version': 'awaiting-supplement',
    'acknowledge': 'awaiting-supplement', 'hand-over-papers': 'awaiting-supplement', 'confirm-papers': 'awaiting-supplement', 'move-originals': 'awaiting-supplement', 'return-papers': 'awaiting-supplement',
  },
  'consulting': {
    'consult': 'consulting', 'answer-consultation': 'in-progress', 'complete-step': 'in-progress', 'approve': 'in-progress', 'assign': 'consulting', 'withdraw': 'withdrawn', 'stop': 'stopped', 'end-with-group': 'closed',
    'propose-extension': 'consulting', 'extend': 'consulting', 'plan-check': 'consulting', 'record-check': 'consulting',
    'wish': 'consulting', 'decide-wish': 'consulting', 'correct': 'consulting', 'decide-change': 'consulting', 'reissue': 'consulting', 'write-message': 'consulting', 'record-secret': 'consulting', 'ask-register': 'consulting', 'digitise': 'consulting', 'move-version': 'consulting', 'release': 'consulting',
    'acknowledge': 'consulting', 'hand-over-papers': 'consulting', 'confirm-papers': 'consulting', 'move-originals': 'consulting', 'return-papers': 'consulting',
  },
  'awaiting-payment': { 'pay': 'in-progress', 'withdraw': 'withdrawn', 'stop': 'stopped', 'end-with-group': 'closed', 'wish': 'awaiting-payment', 'decide-wish': 'awaiting-payment', 'correct': 'awaiting-payment', 'decide-change': 'awaiting-payment', 'reissue': 'awaiting-payment', 'write-message': 'awaiting-payment', 'record-secret': 'awaiting-payment', 'ask-register': 'awaiting-payment', 'digitise': 'awaiting-payment', 'move-version': 'awaiting-payment', 'acknowledge': 'awaiting-payment', 'hand-over-papers': 'awaiting-payment', 'confirm-papers': 'awaiting-payment', 'move-originals': 'awaiting-payment', 'return-papers': 'awaiting-payment' },
  'awaiting-identity': { 'confirm-identity': 'in-progress', 'withdraw': 'withdrawn', 'stop': 'stopped', 'end-with-group': 'closed', 'wish': 'awaiting-identity', 'decide-wish': 'awaiting-identity', 'correct': 'awaiting-identity', 'decide-change': 'awaiting-identity', 'reissue': 'awaiting-identity', 'write-message': 'awaiting-identity', 'record-secret': 'awaiting-identity', 'ask-register': 'awaiting-identity', 'digitise': 'awaiting-identity', 'move-version': 'awaiting-identity', 'acknowledge': 'awaiting-identity', 'hand-over-papers': 'awaiting-identity', 'confirm-papers': 'awaiting-identity', 'move-originals': 'awaiting-identity', 'return-papers': 'awaiting-identity' },
  'decided': { 'digitise': 'decided', 'ask-register': 'decided', 'assign': 'decided', 'complete-step': 'decided', 'return': 'returned', 'write-message': 'decided', 'move-version': 'decided', 'hand-over-papers': 'decided', 'confirm-papers': 'decided', 'move-originals': 'decided', 'return-papers': 'decided', 'release': 'decided', 'pack-for-post': 'decided', 'hand-to-post': 'decided', 'track-post': 'decided', 'confirm-delivery': 'returned', 'revoke-result': 'decided' },
  'refused': { 'reissue': 'refused', 'move-originals': 'refused' }, 'stopped': { 'reissue': 'stopped', 'move-originals': 'stopped' }, 'returned': { 'digitise': 'returned', 'revoke-result': 'returned', 'move-originals': 'returned' }, 'withdrawn': { 'move-originals': 'withdrawn' }, 'closed': { 'move-originals': 'closed' }, 'sent-upstream': { 'move-originals': 'sent-upstream' },
};

/**
 * The status an act leads to. Reads no clock and writes nothing: the caller stores the event.
 *
 * @error act-not-allowed - the life of a dossier knows no such act from this status
 * @legal nd-118-2025/d17-d24
 */
export function transition(status: DossierStatus, act: DossierActName): Result<DossierStatus, LifecycleRefusal> {
  const to = lifecycle[status][act];
  return to === undefined ? refuse({ code: 'act-not-allowed', act, status }) : ok(to);
}

/** The acts the life of a dossier knows from a status. */
export function actsFrom(status: DossierStatus): readonly DossierActName[] {
  return Object.keys(lifecycle[status]).flatMap((name) => (isAct(name) ? [name] : []));
}

/** Acts that ask for more, or end a dossier without its result: not once the result is signed. It must be sent back first. */
const beforeResult: ReadonlySet<DossierActName> = new Set(['request-supplement', 'consult', 'request-payment', 'request-identity', 'refuse', 'withdraw', 'stop', 'send-upstream', 'propose-extension', 'extend', 'wish', 'correct', 'plan-check']);

/** Acts that end a dossier without its result: of a linked group not once a part has its own. */
const endsWithout: ReadonlySet<DossierActName> = new Set(['refuse', 'withdraw', 'stop']);

/** Why a result stands against an act: the dossier's own, signed, or that of a part of the group it leads; null when none does. */
export function resultAgainst(act: DossierActName, dossier: Pick<Dossier, 'children' | 'result'>): Extract<LifecycleRefusal, { code: 'result-exists' }> | null {
  if (beforeResult.has(act) && isSigned(dossier)) return { code: 'result-exists' };
  const part = endsWithout.has(act) ? partDecided(dossier) : null;
  return part === null ? null : { code: 'result-exists', part };
}

/** Whether a signed result lies in the dossier. */
export function isSigned({ result }: { readonly result: { readonly documentId: string | null } | null }): boolean {
  return result !== null && result.documentId !== null;
}

/** What the applicant asks for and nobody has decided; null when nothing waits. */
export function openWish({ wishes }: Pick<Dossier, 'wishes'>): Wish | null {
  return wishes.find(({ decision }) => decision === null) ?? null;
}

/** A wish that stands before the signature: once the result is signed it could not be granted any more. */
export function wishBeforeSigning(dossier: Pick<Dossier, 'wishes'>): Wish | null {
  return openWish(dossier);
}

/** A change after acceptance that waits for a second officer; null when nothing waits. */
export function openChange({ changes = [] }: Pick<Dossier, 'changes'>): AskedChange | null {
  return changes.find(({ decision }) => decision === null) ?? null;
}

/** Whether an asked agency may still answer: it has not, and the work has not gone on without it. */
export function isAwaited({ answer, lapsedAt }: Pick<ConsultationAsked, 'answer' | 'lapsedAt'>): boolean {
  return answer === null && lapsedAt === null;
}

/**
 * Until when an asked agency may still answer; null when nobody is asked or its time is over. Till then the dossier waits,
 * afterwards the asking officer may go on without the opinion: silence is no consent and no obstacle.
 *
 * @legal nd-118-2025/d19k4
 */
export function opinionDue({ status, consultations }: Pick<Dossier, 'status' | 'consultations'>, at: Temporal.Instant): string | null {
  if (status !== 'consulting') return null;
  return consultations.find((asked) => isAwaited(asked) && Temporal.Instant.compare(at, Temporal.Instant.from(asked.dueAt)) < 0)?.dueAt ?? null;
}

/** The step that must be done before the result is handed out, though it is issued already; undefined when only handing out is left. */
export function stepBeforeReturn({ tasks }: Pick<Dossier, 'tasks'>): OpenTask | undefined {
  return tasks.some(({ act }) => act === 'return') ? undefined : tasks[0];
}

/** The one of several statuses a dossier never leaves: only its last paper may still be issued again. */
export function isEnded(status: DossierStatus): boolean {
  return Object.values(lifecycle[status]).every((to) => to === status);
}

const isAct = (name: string): name is DossierActName => Object.values(lifecycle).some((acts) => name in acts);
