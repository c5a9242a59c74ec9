// SPDX-License-Identifier: EUPL-1.2
import type { Doer } from '../model.ts';

/** What an event keeps as it was: what figures, clocks and the chain of steps are made of. Whatever is not named here is emptied, so a field nobody thought of is lost rather than kept. */
const kept: ReadonlySet<string> = new Set([
  'to', 'code', 'channel', 'procedure', 'circumstance', 'agencies', 'eform', 'returnWay', 'answerBy', 'handedOverAt', 'parent', 'clock', 'process', 'moved', 'onSite', 'papersToSend', 'transfer', 'receiptNumber', 'number', 'stage', 'taskId', 'step', 'toStep', 'node', 'name',
  'assignee', 'steps', 'consultations', 'change', 'before', 'why', 'child', 'owedAt', 'outcome', 'legal', 'rule', 'timing', 'role', 'id', 'agrees', 'granted', 'amountVnd', 'feeVnd', 'documentId', 'sha256', 'sealPlace', 'authority', 'seal', 'withoutOpinion', 'deemedConsent', 'value', 'newOwedAt',
  'paper', 'kind', 'dueAt', 'count', 'late', 'fromVersion', 'stepNo', 'stepCount', 'documentNumber', 'deliveredAt', 'returnedAt', 'way', 'message', 'lateCause', 'again', 'elsewhere',
]);
/** Words a person wrote inside what is kept. */
const written: ReadonlySet<string> = new Set(['note', 'redoneBecause', 'reason', 'opinion', 'text']);

/** What stands where a word was. */
const gone = 'đã hủy';

function emptied(value: unknown): unknown {
  if (typeof value === 'string') return gone;
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(emptied);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)])) : value;
}

function withoutWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWritten);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written.has(key) ? emptied(inner) : withoutWritten(inner)])) : value;
}

/** The data of an event without anybody's personal content (hủy nội dung): the shape stays, so that the dossier still folds to the same figures. Pure. */
export function redactedData(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).map(([key, value]) => {
    if (key === 'answers') return [key, {}];
    if (key === 'ownerId' || key === 'origin') return [key, null];
    return [key, kept.has(key) ? withoutWritten(value) : emptied(value)];
  }));
}

/** Who did it: officers stay, it was their office; whoever is no officer is not named. */
export const redactedDoer = (doer: Doer): Doer => (doer.kind === 'officer' || doer.kind === 'system' ? doer : { kind: doer.kind, id: gone, name: gone });
