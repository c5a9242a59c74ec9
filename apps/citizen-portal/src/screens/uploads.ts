// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { DraftFile } from '@motcua/dossiers/contract';
import { fileSizeText, t } from '@motcua/i18n';
import type { FileState, ListedFile } from '@motcua/ui';
import { failureOf, failureWords, newClientKey, upload } from '@motcua/web-kit';
import type { z } from 'zod';

/** What may be chosen; the server looks into the file itself and refuses what only pretends. */
export const accepted = 'application/pdf,image/jpeg,image/png';

const mostBytes = 20_000_000;
const kinds: readonly string[] = accepted.split(',');

type Sent = ListedFile & { readonly paperNo: number; readonly file: File; readonly kept?: Kept };
type Kept = z.infer<typeof DraftFile>;
type Uploads = {
  readonly filesOf: (paperNo: number) => readonly ListedFile[]; readonly keptOf: (paperNo: number) => readonly Kept[]; readonly add: (paperNo: number, files: readonly File[]) => void;
  readonly retry: (id: string) => void; readonly forget: (id: string) => void; readonly isBusy: boolean;
};

/** Files on their way to the server, each with its own state; one that fails stays and can be sent again. */
export function useUploads(pathOf: (paperNo: number) => string, schema: z.ZodType<Kept>, onKept?: (file: Kept) => void): Uploads {
  const [sent, setSent] = useState<readonly Sent[]>([]);

  const change = (id: string, state: FileState): void => { setSent((before) => before.map((one) => one.id === id ? { ...one, state } : one)); };

  const start = ({ id, paperNo, file }: Sent): void => {
    upload(schema, { path: pathOf(paperNo), file, onProgress: (share) => { change(id, { kind: 'sending', share }); } })
      .then((kept) => {
        if (onKept === undefined) setSent((before) => before.map((one) => one.id === id ? { ...one, kept, state: { kind: 'kept' } } : one));
        else { setSent((before) => before.filter((one) => one.id !== id)); onKept(kept); }
      })
      .catch((thrown: unknown) => { change(id, { kind: 'failed', text: failureWords(failureOf(thrown)) }); });
  };

  return {
    filesOf: (paperNo) => sent.filter((one) => one.paperNo === paperNo),
    keptOf: (paperNo) => sent.flatMap((one) => (one.paperNo === paperNo && one.kept !== undefined ? [one.kept] : [])),
    add: (paperNo, files) => {
      const added = files.map((file): Sent => ({ id: newClientKey(), name: file.name, bytes: file.size, paperNo, file, state: stateOf(file) }));
      setSent((before) => [...before, ...added]);
      for (const one of added) if (one.state.kind === 'sending') start(one);
    },
    retry: (id) => {
      const one = sent.find((file) => file.id === id);
      if (one === undefined) return;
      change(id, stateOf(one.file));
      if (stateOf(one.file).kind === 'sending') start(one);
    },
    forget: (id) => { setSent((before) => before.filter((one) => one.id !== id)); },
    isBusy: sent.some(({ state }) => state.kind === 'sending'),
  };
}

function stateOf(file: File): FileState {
  if (file.size > mostBytes) return { kind: 'failed', text: t('upload.too-big', { size: fileSizeText(file.size), most: fileSizeText(mostBytes) }) };
  if (!kinds.includes(file.type)) return { kind: 'failed', text: t('upload.wrong-kind') };
  return { kind: 'sending', share: 0 };
}
