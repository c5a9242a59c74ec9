// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BackFileScans, PartDone } from '@motcua/back-files/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Button, Checkbox, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, send, sendOnly } from '@motcua/web-kit';

const everySeconds = 3;

const saidBy = (error: Error): string => faultsOf(failureOf(error))[0]?.text ?? failureWords(failureOf(error));

type Part = BackFileScans['parts'][number];

/** Pages without a line: seen, and given to one by its number, or put aside with a reason. */
function UnmatchedPart({ id, part }: { readonly id: string; readonly part: Part }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [no, setNo] = useState(part.candidates.length === 1 ? String(part.candidates[0]) : '');
  const [withNotes, setWithNotes] = useState(false);
  const [reason, setReason] = useState('');
  const path = `/api/back-files/${id}/parts/${part.id}`;
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['back-files'] });
  const give = useMutation({ mutationFn: () => send(PartDone, { method: 'POST', path: `${path}/line`, body: { no: Number(no), withNotes } }), onSuccess });
  const aside = useMutation({ mutationFn: () => send(PartDone, { method: 'POST', path: `${path}/aside`, body: { reason } }), onSuccess });
  return (
    <li>
      {part.pages > 0 && <a href={`${path}/pages/1?width=2000`} target="_blank" rel="noreferrer"><img src={`${path}/pages/1?width=320`} alt={t('waiting-scan.first-page', { file: part.fileName })} loading="lazy" /></a>}
      <div className="stack">
        <p><strong>{part.fileName}</strong> <span className="muted small">{t('back-file.part', { seq: part.seq, pages: part.pages })}</span></p>
        <p>{part.pages === 0 ? t('back-file.part-empty') : part.candidates.length === 0 ? t('back-file.part-unknown') : t('back-file.part-candidates', { lines: part.candidates.join(', ') })}</p>
        {part.pages > 0 && (
          <form className="row bottom" noValidate onSubmit={(event) => { event.preventDefault(); if (!give.isPending) give.mutate(); }}>
            <TextField name={`dong-${part.id}`} label={t('back-file.to-line')} width="day" typing={{ inputMode: 'numeric' }} value={no} onChange={setNo} {...(give.error === null ? {} : { error: saidBy(give.error) })} />
            <Checkbox name={`ghi-chu-${part.id}`} label={t('back-file.is-notes')} checked={withNotes} onChange={setWithNotes} />
            <Button type="submit" busy={give.isPending}>{t('back-file.give-part')}</Button>
          </form>
        )}
        <p className="muted small">{t('back-file.kept-until', { until: momentShort(part.keptUntil) })}</p>
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

/** Files that wait or failed, and pages that belong to no line yet, with what to do. */
export function Unplaced({ id }: { readonly id: string }): ReactElement | null {
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
          <ol className="scan-pages" role="list">{known.parts.map((part) => <UnmatchedPart key={part.id} id={id} part={part} />)}</ol>
        </>
      )}
    </>
  );
}
