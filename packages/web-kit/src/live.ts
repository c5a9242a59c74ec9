// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';

/** Whether the live line stands, and since when what is shown may be old. */
export type LiveState = { readonly isLive: boolean; readonly since: string };

type Listener = { readonly path: string; readonly event: string; readonly onEvent: () => void };

/** Listens to server-sent events; the browser connects again by itself. `onEvent` must be stable. */
export function useLive({ path, event, onEvent }: Listener): LiveState {
  const [state, setState] = useState<LiveState>({ isLive: true, since: '' });
  useEffect(() => {
    const source = new EventSource(path);
    source.addEventListener(event, onEvent);
    source.onopen = () => { setState({ isLive: true, since: '' }); };
    source.onerror = () => { setState((before) => before.isLive ? { isLive: false, since: nowIso() } : before); };
    return () => { source.close(); };
  }, [path, event, onEvent]);
  return state;
}

/** The moment now by the browser's clock: for showing and for keys, never for a deadline. */
export function nowIso(): string {
  return new Date().toISOString();
}

/** Whether the browser says it has a line. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const changed = (): void => { setOnline(navigator.onLine); };
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => { removeEventListener('online', changed); removeEventListener('offline', changed); };
  }, []);
  return isOnline;
}
