// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { BackFileScans, PartDone, ScanGiven } from '@motcua/back-files/contract';
import type { BackFileBatch } from '@motcua/back-files/contract';
import { numberText } from '@motcua/i18n';
import { Button, LinkButton, MessageArea, Section, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, send, sendOnly, upload } from '@motcua/web-kit';

const taken = 'image/jpeg,image/png,image/tiff,application/pdf';
const everySeconds = 3;

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

type Part = BackFileScans['parts'][number];

/** Pages without a line: seen, and given to one by its number, or put aside with a reason. */
function Unmatched({ id, part }: { readonly id: string; readonly part: Part }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [no, setNo] = useState(part.candidates.length === 1 ? String(part.candidates[0]) : '');
  const [reason, setReason] = useState('');
  const path = `/api/back-files/${id}/parts/${part.id}`;
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['back-files'] });
  const give = useMutation({ mutationFn: () => send(PartDone, { method: 'POST', path: `${path}/line`, body: { no: Number(no) } }), onSuccess });
  const aside = useMutation({ mutationFn: () => send(PartDone, { method: 'POST', path: `${path}/aside`, body: { reason } }), onSuccess });
  return (
    <li>
      {part.pages > 0 && <a href={`${path}/pages/1`} target="_blank" rel="noreferrer"><img src={`${path}/pages/1`} alt={t('waiting-scan.first-page', { file: part.fileName })} loading="lazy" /></a>}
      <div className="stack">
        <p><strong>{part.fileName}</strong> <span className="muted small">{t('back-file.part', { seq: part.seq, pages: part.pages })}</span></p>
        <p>{part.pages === 0 ? t('back-file.part-empty') : part.candidates.length === 0 ? t('back-file.part-unknown') : t('back-file.part-candidates', { lines: part.candidates.join(', ') })}</p>
        {part.pages > 0 && (
          <form className="row" noValidate onSubmit={(event) => { event.preventDefault(); if (!give.isPending) give.mutate(); }}>
            <TextField name={`dong-${part.id}`} label={t('back-file.to-line')} width="day" typing={{ inputMode: 'numeric' }} value={no} onChange={setNo} {...(give.error === null ? {} : { error: saidBy(give.error) })} />
            <Button type="submit" busy={give.isPending}>{t('back-file.give-part')}</Button>
          </form>
        )}
        <details>
          <summary>{t('waiting-scan.remove')}</summary>
          <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!aside.isPending) aside.mutate(); }}>
            <TextField name={`ly-do-${part.id}`} label={t('waiting-scan.reason')} value={reason} onChange={setReason} {...(aside.error === null ? {} : { error: saidBy(aside.error) })} />
            <p><Button type="submit" busy={aside.isPending}>{t('waiting-scan.remove-do')}</Button></p>
          </form>
        </details>
      </div>
    </li>
  );
}

function Waiting({ id }: { readonly id: string }): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const scans = useQuery({ queryKey: ['back-files', id, 'scans'], refetchInterval: everySeconds * 1000, queryFn: () => ask(BackFileScans, `/api/back-files/${id}/scans`) });
  const again = useMutation({ mutationFn: (scan: string) => sendOnly({ method: 'POST', path: `/api/back-files/${id}/scans/${scan}/retry`, body: {} }), onSettled: () => queries.invalidateQueries({ queryKey: ['back-files'] }) });
  const known = scans.data;
  if (known === undefined) return null;
  const told = known.files.filter(({ fault }) => fault !== null);
  return (
    <>
      {told.length > 0 && (
        <ul className="lines" role="list">
          {told.map(({ id: scan, fileName, fault, state }) => (
            <li key={scan} className="row">
              <span><strong>{fileName}</strong> <Tag tone={state === 'failed' ? 'lacquer' : 'turmeric'} sign={state === 'failed' ? 'circle-x' : 'clock'}>{t(`back-file.fault.${fault ?? 'unreadable'}`)}</Tag></span>
              {state === 'failed' && <Button label={t('back-file.read-again-one', { file: fileName })} onPress={() => { again.mutate(scan); }}>{t('back-file.read-again')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {known.parts.length > 0 && (
        <>
          <h3>{t('back-file.unmatched', { count: numberText(known.parts.length) })}</h3>
          <ol className="scan-pages" role="list">{known.parts.map((part) => <Unmatched key={part.id} id={id} part={part} />)}</ol>
        </>
      )}
    </>
  );
}

/** Bản quét của lô: many files at once, read in the background; what belongs to no line is listed with what to do. */
export function Scans({ known: { id, files, unmatched, counts } }: { readonly known: BackFileBatch }): ReactElement {
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
      {now !== null && <p role="status">{t('back-file.sent', { sent: numberText(now.sent), all: numberText(now.all), known: numberText(now.known) })}</p>}
      <MessageArea tone="bad">{(now?.refused ?? []).map(({ name, words }) => `${name}: ${words}`).join(' ')}</MessageArea>
      {all > 0 && <p role="status"><progress value={files.read + files.failed} max={all} aria-label={t('back-file.reading')} /> {t('back-file.read', { read: numberText(files.read), all: numberText(all) })}</p>}
      {(files.queued > 0 || files.failed > 0 || unmatched > 0) && <Waiting id={id} />}
    </Section>
  );
}
