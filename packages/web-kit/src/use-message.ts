// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState } from 'react';
import { z } from 'zod';
import { failureOf, newClientKey, send } from './api.ts';
import { failureWords } from './failure-words.ts';

const Done = z.object({ version: z.number() });

type Place = { readonly path: string; readonly version: number; readonly onWritten: () => Promise<unknown> };

/** Writes a message on a dossier: one key per text, so that a second press says nothing twice. */
export function useMessage({ path, version, onWritten }: Place): { readonly send: (text: string, onSent: () => void) => void; readonly isBusy: boolean; readonly failure: string } {
  const key = useRef({ text: '', clientKey: '' });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const write = async (text: string, onSent: () => void): Promise<void> => {
    if (key.current.text !== text) key.current = { text, clientKey: newClientKey() };
    setBusy(true);
    setFailure('');
    try {
      await send(Done, { method: 'POST', path, body: { clientKey: key.current.clientKey, version, text } });
      key.current = { text: '', clientKey: '' };
      onSent();
      await onWritten();
    } catch (thrown) {
      setFailure(failureWords(failureOf(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return { send: (text, onSent) => { if (!isBusy) void write(text, onSent); }, isBusy, failure };
}
