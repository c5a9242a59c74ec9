// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { Draft, DraftSaved } from '@motcua/dossiers/contract';
import type { DraftContent } from '@motcua/dossiers/contract';
import { ask, failureOf, nowIso, send } from '@motcua/web-kit';
import { forgetLocal, isSame, keepLocal, localCopy } from './local-copy.ts';

/** Where the draft stands. «Đã lưu» never stands alone: people take saved for filed. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'saving' } | { readonly kind: 'local' } | { readonly kind: 'signed-out' } | { readonly kind: 'conflict' };

export type DraftHandle = {
  readonly content: DraftContent; readonly save: SaveState; readonly change: (part: Partial<DraftContent>) => void;
  /** Saves what is not saved yet and answers the revision that is now stored; null when it could not be. */
  readonly flush: () => Promise<number | null>;
  readonly takeOver: (draft: Draft) => void;
};

const waitMs = 2000;
const retryMs = 15_000;

/** A draft that saves itself: 2 s after the last change, on leaving the page, and again when the line is back. What cannot be sent is kept on this machine. */
export function useDraft(draft: Draft): DraftHandle {
  const [kept] = useState(() => localCopy(draft));
  const [content, setContent] = useState<DraftContent>(kept?.content ?? draft.content);
  const [save, setSave] = useState<SaveState>({ kind: 'saved', at: draft.savedAt });
  const state = useRef<{ revision: number; newest: DraftContent; isDirty: boolean; /** On its way to the server. */ sent: DraftContent | null; /** On its way when the page was left before, and perhaps landed since. */ sentBefore: DraftContent | null }>({ revision: draft.revision, newest: content, isDirty: kept !== undefined, sent: null, sentBefore: kept?.sent ?? null });

  const flush = useCallback(async (): Promise<number | null> => {
    const now = state.current;
    if (!now.isDirty) return now.revision;
    if (now.sent !== null) return null;
    const sent = now.newest;
    now.sent = sent;
    setSave({ kind: 'saving' });
    try {
      const saved = await send(DraftSaved, { method: 'PUT', path: `/api/drafts/${draft.id}`, body: { revision: now.revision, content: sent } });
      now.revision = saved.revision;
      now.isDirty = now.newest !== sent;
      if (!now.isDirty) forgetLocal(draft.id);
      setSave({ kind: 'saved', at: saved.savedAt });
      return now.isDirty ? null : saved.revision;
    } catch (thrown) {
      const landed = await landedOf(draft.id, { thrown, sentBefore: now.sentBefore });
      now.sentBefore = null;
      if (landed !== null) {
        now.revision = landed;
        setSave({ kind: 'local' });
        return null;
      }
      keepLocal(draft.id, { revision: now.revision, content: now.newest, at: nowIso() });
      setSave(saveStateAfter(thrown));
      return null;
    } finally { now.sent = null; }
  }, [draft.id]);

  const change = useCallback((part: Partial<DraftContent>): void => {
    setContent((before) => {
      const next = { ...before, ...part };
      state.current.newest = next;
      state.current.isDirty = true;
      return next;
    });
  }, []);

  useEffect(() => {
    if (!state.current.isDirty) return;
    const timer = setTimeout(() => { void flush(); }, waitMs);
    return () => { clearTimeout(timer); };
  }, [content, flush]);

  useEffect(() => {
    const again = (): void => { void flush(); };
    // A page that is being left cannot wait for an answer: what is not saved stays on this machine and is saved when the draft is opened again.
    const leave = (): void => { if (state.current.isDirty) keepLocal(draft.id, { revision: state.current.revision, content: state.current.newest, at: nowIso(), sent: state.current.sent }); };
    const timer = setInterval(again, retryMs);
    addEventListener('online', again);
    addEventListener('pagehide', leave);
    return () => { clearInterval(timer); removeEventListener('online', again); removeEventListener('pagehide', leave); };
  }, [flush, draft.id]);

  const takeOver = useCallback((newer: Draft): void => {
    state.current.revision = newer.revision;
    setSave({ kind: 'saving' });
    void flush();
  }, [flush]);

  return { content, save, change, flush, takeOver };
}

const isConflict = (thrown: unknown): boolean => { const failure = failureOf(thrown); return failure.kind === 'refused' && failure.status === 409; };

/** The revision a draft has come to when what stands in the way of a save is what this page itself had sent before it was left; null otherwise. */
async function landedOf(id: string, { thrown, sentBefore }: { readonly thrown: unknown; readonly sentBefore: DraftContent | null }): Promise<number | null> {
  if (sentBefore === null || !isConflict(thrown)) return null;
  const now = await ask(Draft, `/api/drafts/${id}`).catch(() => null);
  return now !== null && isSame(now.content, sentBefore) ? now.revision : null;
}

function saveStateAfter(thrown: unknown): SaveState {
  const failure = failureOf(thrown);
  if (failure.kind === 'signed-out') return { kind: 'signed-out' };
  return isConflict(thrown) ? { kind: 'conflict' } : { kind: 'local' };
}
