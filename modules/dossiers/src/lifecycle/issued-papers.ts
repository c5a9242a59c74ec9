// SPDX-License-Identifier: EUPL-1.2
import type { DossierActName, PaperName, ReissuablePaper } from '../contract.ts';
import type { Doer, Dossier, PaperIssue, ReplacedPaper } from '../model.ts';

type Issuing = { readonly act: DossierActName; readonly desk: 'receiving' | 'solving' };

/** The papers that may be issued again: the act that issues each, and at whose desk it is numbered. */
export const reissuable: Readonly<Record<ReissuablePaper, Issuing>> = {
  'receipt': { act: 'accept', desk: 'receiving' },
  'supplement-request': { act: 'request-supplement', desk: 'receiving' },
  'refusal': { act: 'refuse', desk: 'receiving' },
  'extension': { act: 'extend', desk: 'solving' },
  'stop-notice': { act: 'stop', desk: 'receiving' },
};

const firstIssue: Readonly<Record<ReissuablePaper, (dossier: Dossier) => PaperIssue | null>> = {
  'receipt': ({ receipt }) => receipt,
  'supplement-request': ({ supplements }) => { const last = supplements.at(-1); return last === undefined ? null : { number: last.number, at: last.askedAt, by: last.by }; },
  'refusal': ({ refusal }) => refusal && { number: refusal.number, at: refusal.at, by: refusal.by },
  'extension': ({ extension }) => extension && { number: extension.number, at: extension.at, by: extension.by, documentId: extension.documentId },
  'stop-notice': ({ ending }) => (ending?.number == null ? null : { number: ending.number, at: ending.at, by: ending.by }),
};

const follows = (issue: PaperIssue, paper: ReissuablePaper) => (old: ReplacedPaper): boolean => old.paper === paper && old.number === issue.number && old.issuedAt === issue.at;

/** The copy that counts after a first one: the last of those issued in its place. */
export function lastIssue(replaced: readonly ReplacedPaper[], paper: ReissuablePaper, first: PaperIssue): PaperIssue {
  const next = replaced.find(follows(first, paper));
  return next === undefined ? first : lastIssue(replaced, paper, { number: next.newNumber, at: next.replacedAt, by: next.by, ...(next.wording === undefined ? {} : { wording: next.wording }), ...(next.documentId === undefined ? {} : { documentId: next.documentId }) });
}

/** The copy of a paper that counts now; null when the dossier has no such paper. The earlier ones stay in the ledger. */
export function issueOf(dossier: Dossier, paper: ReissuablePaper): PaperIssue | null {
  const first = firstIssue[paper](dossier);
  return first === null ? null : lastIssue(dossier.replaced, paper, first);
}

/** The number on a paper of a dossier and when it was made out; null when the dossier has no such paper. Slips between offices are numbered after the receipt. */
export function headedAs(dossier: Dossier, paper: PaperName): { readonly number: string; readonly at: string } | null {
  if (paper === 'result') return dossier.result?.issuedAt == null ? null : { number: dossier.result.number ?? '', at: dossier.result.issuedAt };
  if (paper === 'declaration') return null;
  if (paper !== 'control-slip' && paper !== 'forwarding-slip') return issueOf(dossier, paper);
  const receipt = issueOf(dossier, 'receipt');
  if (receipt === null || paper === 'control-slip') return receipt && { number: receipt.number.replace('/', '/PKS-'), at: receipt.at };
  const [first] = [...dossier.children.map(({ startedAt }) => startedAt), ...dossier.consultations.map(({ askedAt }) => askedAt)].toSorted();
  return first === undefined ? null : { number: receipt.number.replace('/', '/PCXL-'), at: first };
}

/** The number a paper carries; empty for one without. */
export const numberOfPaper = (dossier: Dossier, paper: ReissuablePaper | 'result'): string => (paper === 'result' ? dossier.result?.number : issueOf(dossier, paper)?.number) ?? '';

const isReissuable = (paper: string): paper is ReissuablePaper => paper in reissuable;

/** The papers of a dossier that may be issued again by whoever may do `act`. */
export function reissuableBy(dossier: Dossier, may: (act: DossierActName) => boolean): readonly ReissuablePaper[] {
  return Object.keys(reissuable).filter(isReissuable).filter((paper) => issueOf(dossier, paper) !== null && may(reissuable[paper].act));
}

/** The papers that go between offices: no applicant gets them. */
export const betweenOffices: ReadonlySet<PaperName> = new Set(['control-slip', 'forwarding-slip']);

/** The papers a dossier can print now, in the order they came. */
export function printable(dossier: Dossier): PaperName[] {
  const has = (paper: ReissuablePaper): boolean => issueOf(dossier, paper) !== null;
  const isShared = has('receipt') && dossier.children.length + dossier.consultations.length > 0;
  return [
    ...(has('receipt') ? ['receipt', 'control-slip'] as const : []), ...(isShared ? ['forwarding-slip'] as const : []), ...(has('supplement-request') ? ['supplement-request'] as const : []), ...(has('refusal') ? ['refusal'] as const : []),
    ...(has('stop-notice') ? ['stop-notice'] as const : []), ...(has('extension') ? ['extension'] as const : []), ...(dossier.result?.issuedAt == null ? [] : ['result'] as const),
  ];
}

/** The dossier after a paper was issued again: the old copy is marked, what it said stays. */
export function reissued({ replaced }: Dossier, event: { readonly at: string; readonly by: Doer; readonly data: { readonly paper: ReissuablePaper; readonly number: string; readonly reason: string; readonly wording?: readonly string[]; readonly documentId?: string; readonly replaced: { readonly number: string; readonly issuedAt: string } } }): Pick<Dossier, 'replaced'> {
  const { at, by, data: { paper, number, reason, wording, documentId, replaced: old } } = event;
  return { replaced: [...replaced, { paper, ...old, replacedAt: at, by, reason, newNumber: number, ...(wording === undefined ? {} : { wording }), ...(documentId === undefined ? {} : { documentId }) }] };
}

/** Which paper of a dossier a kept file is: a result that was issued, or any copy of a paper, whether it still counts or not; null for anything else. */
export function issuedAs(dossier: Dossier, file: { readonly id: string; readonly ownerKind: string; readonly name: string }): { readonly kind: PaperName; readonly number: string; readonly at: string } | null {
  const { result } = dossier;
  if (result?.issuedAt != null && result.documentId === file.id) return { kind: 'result', number: result.number ?? '', at: result.issuedAt };
  const copies = Object.keys(reissuable).filter(isReissuable).flatMap((kind) => {
    const first = firstIssue[kind](dossier);
    return [...first === null ? [] : [{ kind, ...first }], ...dossier.replaced.filter(({ paper }) => paper === kind).map(({ newNumber, replacedAt, documentId }) => ({ kind, number: newNumber, at: replacedAt, documentId }))];
  });
  const copy = copies.find(({ documentId, number }) => documentId === file.id || (file.ownerKind === 'issued-paper' && `${number.replace(/[/\\]/gu, '-')}.pdf` === file.name));
  return copy === undefined ? null : { kind: copy.kind, number: copy.number, at: copy.at };
}
