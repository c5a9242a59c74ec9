// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { ScanGiven } from '@motcua/back-files/contract';
import type { BackFileBatch } from '@motcua/back-files/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Button, LinkButton, MessageArea, Section, useWords } from '@motcua/ui';
import { failureOf, failureWords, faultsOf, upload } from '@motcua/web-kit';
import { FromScanner } from './from-scanner.tsx';
import { Unplaced } from './unplaced.tsx';

const taken = 'image/jpeg,image/png,image/tiff,application/pdf';

const saidBy = (error: Error): string => faultsOf(failureOf(error))[0]?.text ?? failureWords(failureOf(error));

type Sending = { readonly sent: number; readonly all: number; readonly known: number; readonly refused: readonly { readonly name: string; readonly words: string }[] };

/** Sends files one after the other; what one is refused for does not stop the others. */
function useSending(id: string): { readonly now: Sending | null; readonly start: (files: readonly File[]) => void; readonly isBusy: boolean } {
  const queries = useQueryClient();
  const [now, setNow] = useState<Sending | null>(null);
  const work = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let state: Sending = { sent: 0, all: files.length, known: 0, refused: [] };
      setNow(state);
      for (const file of files) {
        try {
          const { isNew } = await upload(ScanGiven, { path: `/api/back-files/${id}/scans`, file, onProgress: () => undefined });
          state = { ...state, sent: state.sent + 1, known: state.known + (isNew ? 0 : 1) };
        } catch (fault) {
          state = { ...state, sent: state.sent + 1, refused: [...state.refused, { name: file.name, words: fault instanceof Error ? saidBy(fault) : '' }] };
        }
        setNow(state);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['back-files'] }),
  });
  return { now, start: (files) => { work.mutate(files); }, isBusy: work.isPending };
}

/** Bản quét của lô: many files at once, read in the background; what belongs to no line is listed with what to do. */
export function Scans({ known: { id, agency, files, unmatched, counts, keptUntil } }: { readonly known: BackFileBatch }): ReactElement {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { now, start, isBusy } = useSending(id);
  const all = files.queued + files.read + files.failed;
  return (
    <Section id="ban-quet" title={t('back-file.scans')}>
      <p>{t('back-file.scans-about')}</p>
      <p className="row">
        {(counts.waiting ?? 0) > 0 && <LinkButton href={`/api/back-files/${id}/cover-sheets`}>{t('back-file.covers')}</LinkButton>}
        <input ref={input} type="file" accept={taken} multiple hidden aria-label={t('back-file.choose-scans')} onChange={(event) => { const chosen = [...event.target.files ?? []]; if (chosen.length > 0) start(chosen); event.target.value = ''; }} />
        <Button busy={isBusy} onPress={() => { input.current?.click(); }}>{t('back-file.choose-scans')}</Button>
        <span className="muted small">{t('back-file.formats')}</span>
      </p>
      <FromScanner id={id} agency={agency} />
      {now !== null && <p role="status">{t('back-file.sent', { sent: numberText(now.sent), all: numberText(now.all), known: numberText(now.known) })}</p>}
      <MessageArea tone="bad">{(now?.refused ?? []).map(({ name, words }) => `${name}: ${words}`).join(' ')}</MessageArea>
      {all > 0 && <p role="status"><progress value={files.read + files.failed} max={all} aria-label={t('back-file.reading')} /> {t('back-file.read', { read: numberText(files.read), all: numberText(all) })}</p>}
      {keptUntil !== null && <p className="muted small">{t('back-file.batch-kept-until', { until: momentShort(keptUntil) })}</p>}
      {(files.queued > 0 || files.failed > 0 || unmatched > 0) && <Unplaced id={id} />}
    </Section>
  );
}
