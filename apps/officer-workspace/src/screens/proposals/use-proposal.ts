// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Finding, type ProposalView, SavedAnswer } from '@motcua/proposals/contract';
import { failureOf, failureWords, nowIso, send } from '@motcua/web-kit';
import { type History, changed, historyOf, redone, undone } from './history.ts';
import { forgetLocal, keepLocal, localCopy } from './local-copy.ts';

/** Whether the server has what is on the screen. `refused`: it cannot be kept as it is, with why. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'saving' } | { readonly kind: 'local' } | { readonly kind: 'signed-out' }
  | { readonly kind: 'conflict' } | { readonly kind: 'refused'; readonly text: string };

export type ProposalHandle = {
  readonly content: unknown;
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly save: SaveState;
  readonly change: (next: unknown) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** How many findings of the last save keep it from being submitted. */
  readonly blocking: () => number;
  /** Saves what is not saved yet; the revision the server has, null when it has not got everything. */
  readonly flush: () => Promise<number | null>;
  /** Goes on from a merged content over a newer revision. */
  readonly takeOver: (merged: { readonly content: unknown; readonly revision: number }) => void;
};

type Sending = { revision: number; newest: unknown; isDirty: boolean; sending: Promise<number | null> | null; blocking: number };
const blockingIn = (findings: readonly Finding[]): number => findings.filter(({ blocks }) => blocks).length;

const waitMs = 1000;
const retryMs = 15_000;

/** A bản soạn that saves itself; what cannot be sent is kept on this machine, and nothing of another writer is overwritten. */
export function useProposal(proposal: ProposalView): ProposalHandle {
  const { id } = proposal;
  const [kept] = useState(() => (proposal.mayWrite ? localCopy(id, proposal.revision) : null));
  const [history, setHistory] = useState<History>(() => historyOf(kept?.content ?? proposal.content));
  const [save, setSave] = useState<SaveState>({ kind: 'saved', at: proposal.changedAt });
  const [findings, setFindings] = useState<readonly Finding[]>(proposal.findings);
  const [revision, setRevision] = useState(proposal.revision);
  const state = useRef<Sending>({ revision: kept?.revision ?? proposal.revision, newest: history.now, isDirty: kept !== null, sending: null, blocking: blockingIn(proposal.findings) });

  const sendNewest = useCallback(async (): Promise<number | null> => {
    const now = state.current;
    const sent = now.newest;
    setSave({ kind: 'saving' });
    try {
      const saved = await send(SavedAnswer, { method: 'PUT', path: `/api/proposals/${id}/content`, body: { revision: now.revision, content: sent } });
      now.revision = saved.revision;
      setRevision(saved.revision);
      now.isDirty = now.newest !== sent;
      if (!now.isDirty) forgetLocal(id, saved.revision);
      setFindings(saved.findings);
      now.blocking = blockingIn(saved.findings);
      setSave({ kind: 'saved', at: nowIso() });
      return now.isDirty ? null : saved.revision;
    } catch (thrown) {
      keepLocal(id, { revision: now.revision, content: now.newest });
      setSave(stateAfter(thrown));
      return null;
    }
  }, [id]);

  // One at a time: who asks while something is on its way waits for it, then sends what came since.
  const flush = useCallback(async (): Promise<number | null> => {
    const now = state.current;
    await now.sending;
    if (!now.isDirty) return now.revision;
    now.sending = sendNewest();
    const done = await now.sending;
    now.sending = null;
    return done;
  }, [sendNewest]);

  const go = useCallback((next: (before: History) => History): void => {
    setHistory((before) => {
      const after = next(before);
      if (after !== before) Object.assign(state.current, { newest: after.now, isDirty: true });
      return after;
    });
  }, []);
  const change = useCallback((next: unknown): void => { const at = performance.now(); go((before) => changed(before, next, at)); }, [go]);

  useEffect(() => {
    if (!state.current.isDirty) return;
    const timer = setTimeout(() => { void flush(); }, waitMs);
    return () => { clearTimeout(timer); };
  }, [history, flush]);

  useEffect(() => {
    const again = (): void => { void flush(); };
    // A page that is being left cannot wait for an answer.
    const leave = (): void => { if (state.current.isDirty) keepLocal(id, { revision: state.current.revision, content: state.current.newest }); };
    const timer = setInterval(again, retryMs);
    addEventListener('online', again);
    addEventListener('pagehide', leave);
    return () => { leave(); clearInterval(timer); removeEventListener('online', again); removeEventListener('pagehide', leave); };
  }, [flush, id]);

  const takeOver = useCallback((merged: { readonly content: unknown; readonly revision: number }): void => {
    state.current.revision = merged.revision;
    change(merged.content);
  }, [change]);

  return {
    content: history.now, revision, findings, save, change, flush, takeOver, blocking: () => state.current.blocking,
    undo: history.past.length === 0 ? null : () => { go(undone); }, redo: history.future.length === 0 ? null : () => { go(redone); },
  };
}

function stateAfter(thrown: unknown): SaveState {
  const failure = failureOf(thrown);
  if (failure.kind === 'signed-out') return { kind: 'signed-out' };
  if (failure.kind !== 'refused') return { kind: 'local' };
  return failure.problem.code === 'proposal-changed' ? { kind: 'conflict' } : { kind: 'refused', text: failureWords(failure) };
}
