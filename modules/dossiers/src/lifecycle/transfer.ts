// SPDX-License-Identifier: EUPL-1.2
import type { DossierActName } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import type { Dossier } from '../model.ts';

type TransferEvent = Extract<DossierEvent, { type: 'dossier-received' | 'dossier-declined' | 'dossier-sent-again' }>;

/**
 * A dossier received outside its place is sent to the agency that solves with acceptance (hồ sơ điện tử chuyển đi).
 *
 * @legal nd-118-2025/d20
 */
export function transferBegun(begun: { readonly answerBy: string | null } | undefined, at: string): Pick<Dossier, 'transfer'> {
  return begun === undefined ? {} : { transfer: { stage: 'sent', sentAt: at, answerBy: begun.answerBy, receivedAt: null, declined: null } };
}

/** The agency that solves has the dossier in hand. */
export function transferReceived({ transfer }: Pick<Dossier, 'transfer'>, at: string): Pick<Dossier, 'transfer'> {
  return transfer?.stage === 'sent' ? { transfer: { ...transfer, stage: 'received', receivedAt: at } } : {};
}

/**
 * Where the electronic dossier is after an event: in hand, back with the office that received it, or sent once more, maybe to another agency.
 *
 * @legal nd-118-2025/d20
 */
export function transferAfter(dossier: Pick<Dossier, 'transfer' | 'agencies'>, event: TransferEvent): Partial<Dossier> {
  const { transfer, agencies } = dossier;
  if (event.type === 'dossier-received') return transferReceived(dossier, event.at);
  if (event.type === 'dossier-declined') {
    const { why, reason } = event.data;
    return transfer === undefined ? {} : { transfer: { ...transfer, stage: 'sent-back', declined: { why, reason, at: event.at, by: event.by } } };
  }
  const { again, elsewhere } = event.data;
  return {
    ...(again === undefined ? {} : { transfer: { stage: 'sent', sentAt: event.at, answerBy: again.answerBy, receivedAt: null, declined: transfer?.declined ?? null } as const }), ...(again === undefined && transfer !== undefined ? { transfer: { ...transfer, stage: 'received', receivedAt: event.at, declined: null } } : {}),
    ...(elsewhere === undefined ? {} : { agencies: { ...agencies, solving: elsewhere.solving }, clock: elsewhere.clock, process: elsewhere.process, tasks: elsewhere.steps.opened, stepNo: elsewhere.steps.stepNo, stepCount: elsewhere.steps.stepCount, onSite: null }),
  };
}

/** Acts of the agency that solves, which wait while the dossier is back with the office that received it. */
const needsDossier: ReadonlySet<DossierActName> = new Set(['assign', 'complete-step', 'send-back', 'consult', 'request-payment', 'request-identity', 'approve', 'issue', 'propose-extension', 'extend', 'plan-check', 'record-check']);

/** Whether an act waits for the receiving office to send the dossier again. */
export function waitsForSender({ transfer }: Pick<Dossier, 'transfer'>, act: DossierActName): boolean {
  return transfer?.stage === 'sent-back' && needsDossier.has(act);
}

/** The stage the transfer must be at for an act on it. */
const stageOfAct = { 'acknowledge': 'sent', 'decline': 'sent', 'send-again': 'sent-back' } as const satisfies Partial<Record<DossierActName, string>>;
export type TransferAct = keyof typeof stageOfAct;

/** Whether an act is one on a transfer. */
export function isTransferAct(act: DossierActName): act is TransferAct {
  return act in stageOfAct;
}

/** Whether an act on the transfer finds it where it needs it. */
export function isTransferThere({ transfer }: Pick<Dossier, 'transfer'>, act: TransferAct): boolean {
  return transfer?.stage === stageOfAct[act];
}
