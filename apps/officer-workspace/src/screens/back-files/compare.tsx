// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { LineDone, LineToCompare, PartDone } from '@motcua/back-files/contract';
import type { BackFileCells } from '@motcua/back-files/contract';
import { Asked, Button, Checkbox, EmptyState, ErrorSummary, LinkButton, MessageArea, Page, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, goTo, send, useTitle } from '@motcua/web-kit';
import { LineTag } from './lines.tsx';

const firstCells = ['ownerName', 'owner', 'kind', 'number', 'issuedOn'] as const;
/** Those that may be empty stand folded. */
const otherCells = ['validUntil', 'issuer', 'oldCode'] as const;
const looks = { agrees: { tone: 'leaf', sign: 'circle-check' }, differs: { tone: 'lacquer', sign: 'triangle-alert' }, unread: { tone: 'ink', sign: 'eye' } } as const;

type Seen = LineToCompare['seen'][number];

/** What the scan says of a cell, and taking it over. */
function SeenLine({ seen, onTake }: { readonly seen: Seen; readonly onTake: (value: string) => void }): ReactElement {
  const t = useWords();
  const { field, verdict, read } = seen;
  return (
    <li className="row">
      <span>{t(`back-file.cell.${field}`)}:</span> <Tag {...looks[verdict]}>{t(`back-file.seen.${verdict}`)}</Tag>
      {read !== null && <><span>«{read}»</span><Button look="quiet" label={t('back-file.take-read-of', { field: t(`back-file.cell.${field}`) })} onPress={() => { onTake(/^\d{4}-\d{2}-\d{2}$/u.test(read) ? read.split('-').toReversed().join('/') : read); }}>{t('back-file.take-read')}</Button></>}
    </li>
  );
}

type Scan = NonNullable<LineToCompare['part']>;

function Pages({ batch, part }: { readonly batch: string; readonly part: Scan }): ReactElement {
  const t = useWords();
  return (
    <ol className="compare-pages" role="list">
      {part.pages.map(({ page, dpi, doubts, text }) => (
        <li key={page}>
          <p className="row"><strong>{t('digitise.page', { page })}</strong><span className="muted small">{t('back-file.dpi', { dpi })}</span>{doubts.map((doubt) => <Tag key={doubt} tone="turmeric" sign="triangle-alert">{t(`digitise.doubt.${doubt}`)}</Tag>)}</p>
          <a href={`/api/back-files/${batch}/parts/${part.id}/pages/${String(page)}?width=2000`} target="_blank" rel="noreferrer"><img src={`/api/back-files/${batch}/parts/${part.id}/pages/${String(page)}`} alt={t('back-file.page-of', { page, file: part.fileName })} /></a>
          <details><summary>{t('digitise.text')}</summary><p className="pre">{text}</p></details>
        </li>
      ))}
    </ol>
  );
}

/** The scan, and of a paper that bears notes the second one below it. */
function Pictures({ known: { batch, line, part, withNotes } }: { readonly known: LineToCompare }): ReactElement {
  const t = useWords();
  const scans = [part, withNotes].filter((scan) => scan !== null);
  if (scans.every(({ pages }) => pages.length === 0)) return <p className="muted">{t(line.end === null ? 'back-file.part-empty' : 'back-file.pictures-gone')}</p>;
  if (withNotes === null && !line.bearsNotes) return <div>{scans.map((scan) => <Pages key={scan.id} batch={batch.id} part={scan} />)}</div>;
  return (
    <div className="stack">
      <h2>{t('back-file.scan-plain')}</h2>
      {part === null ? <p>{t('back-file.needs-plain')}</p> : <Pages batch={batch.id} part={part} />}
      <h2>{t('back-file.scan-notes')}</h2>
      {withNotes === null ? <p>{t('back-file.needs-notes')}</p> : <Pages batch={batch.id} part={withNotes} />}
    </div>
  );
}

/** Taking a scan from its line: it is of another paper. */
function Wrong({ batch, part, words }: { readonly batch: string; readonly part: string; readonly words: string }): ReactElement {
  const queries = useQueryClient();
  const wrong = useMutation({
    mutationFn: () => send(PartDone, { method: 'POST', path: `/api/back-files/${batch}/parts/${part}/line`, body: { no: null } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['back-files'] }); goTo(`/lam-viec/ho-so-cu/${batch}#ban-quet`); },
  });
  return <><Button busy={wrong.isPending} onPress={() => { if (!wrong.isPending) wrong.mutate(); }}>{words}</Button>{wrong.error !== null && <span className="problem">{failureWords(failureOf(wrong.error))}</span>}</>;
}

type FormProps = { readonly known: LineToCompare; readonly partId: string };

/** What is typed beside a scan, and the two ways it is sent: as a comparison, or, when a second scan is wanted first, as a mark that keeps what was typed. */
function useTyped({ batch, line, next, withNotes }: LineToCompare, partId: string) {
  const queries = useQueryClient();
  const [cells, setCells] = useState<BackFileCells>({ ...line.cells, bearsNotes: line.bearsNotes ? 'có' : '' });
  const [pages, setPages] = useState('');
  const path = `/api/back-files/${batch.id}/lines/${String(line.no)}`;
  const compare = useMutation({
    mutationFn: () => send(LineDone, { method: 'POST', path: `${path}/comparison`, body: { version: line.version, part: partId, withNotes: withNotes?.id ?? null, pagesOnPaper: Number(pages), cells } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['back-files'] }); goTo(next === null ? `/lam-viec/ho-so-cu/${batch.id}#ky` : `/lam-viec/ho-so-cu/${batch.id}/${String(next)}`); },
  });
  const mark = useMutation({
    mutationFn: () => send(LineDone, { method: 'PUT', path, body: { version: line.version, cells } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['back-files'] }),
  });
  const isWanted = cells.bearsNotes !== '' && withNotes === null;
  const isBusy = compare.isPending || mark.isPending;
  const isMark = isWanted && !line.bearsNotes;
  return { cells, setCells, pages, setPages, isWanted, isMark, isBusy, error: compare.error ?? mark.error, submit: () => { if (!isBusy) (isMark ? mark : compare).mutate(); } };
}

/** The cells beside the scan: put right, pages counted, confirmed; the next paper comes by itself. */
function Form({ known, partId }: FormProps): ReactElement {
  const t = useWords();
  const { batch, next, part, withNotes, seen } = known;
  const { cells, setCells, pages, setPages, isWanted, isMark, isBusy, error, submit } = useTyped(known, partId);
  const faults = error === null ? [] : faultsOf(failureOf(error));
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.text;
  const cell = (name: keyof BackFileCells) => ({ name: `cells.${name}`, label: t(`back-file.cell.${name}`), value: cells[name], error: fault(`cells.${name}`), onChange: (text: string) => { setCells({ ...cells, [name]: text }); } });
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary faults={faults} />
      <MessageArea tone="bad">{error !== null && faults.length === 0 ? failureWords(failureOf(error)) : ''}</MessageArea>
      {seen.length > 0 && <ul className="lines" role="list" aria-label={t('back-file.seen')}>{seen.map((one) => <SeenLine key={one.field} seen={one} onTake={(value) => { setCells({ ...cells, [one.field]: value }); }} />)}</ul>}
      {firstCells.map((name) => <TextField key={name} {...cell(name)} />)}
      <details open={otherCells.some((name) => fault(`cells.${name}`) !== undefined)}>
        <summary>{t('back-file.other-cells')}</summary>
        {otherCells.map((name) => <TextField key={name} {...cell(name)} optional />)}
      </details>
      <Checkbox name="cells.bearsNotes" label={t('digitise.bears-notes')} checked={cells.bearsNotes !== ''} onChange={(checked) => { setCells({ ...cells, bearsNotes: checked ? 'có' : '' }); }} />
      {isWanted && <p role="status">{t('back-file.notes-wanted')}</p>}
      <TextField name="pagesOnPaper" label={t('digitise.pages-on-paper')} hint={t('digitise.pages-hint', { scanned: part?.pages.length ?? 0 })} width="day" typing={{ inputMode: 'numeric' }} value={pages} error={fault('pagesOnPaper') ?? fault('scan') ?? fault('withNotes')} onChange={setPages} />
      <p className="row">
        <Button type="submit" look="primary" busy={isBusy}>{t(isMark ? 'back-file.mark-notes' : next === null ? 'back-file.compared-do' : 'back-file.compared-next')}</Button>
        <Wrong batch={batch.id} part={partId} words={t('back-file.wrong-scan')} />
        {withNotes !== null && <Wrong batch={batch.id} part={withNotes.id} words={t('back-file.wrong-notes')} />}
      </p>
    </form>
  );
}

/** Đối chiếu một giấy: the scan beside what the line says. */
export function ComparePage({ id, no }: { readonly id: string; readonly no: string }): ReactElement {
  const t = useWords();
  const answer = useQuery({ queryKey: ['back-files', id, 'line', no], queryFn: () => ask(LineToCompare, `/api/back-files/${encodeURIComponent(id)}/lines/${encodeURIComponent(no)}`) });
  const title = t('back-file.compare-title', { no });
  useTitle(t('work.title', { list: title }));
  return (
    <Page title={title} before={<p><a href={`/lam-viec/ho-so-cu/${id}`}>{answer.data?.batch.title ?? t('back-file.title')}</a></p>}>
      <Asked answer={answer} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            <p className="row"><LineTag state={known.line.state} />{known.comparedBy !== null && <span className="muted">{t('back-file.compared-by', { who: known.comparedBy })}</span>}{known.line.end?.code != null && <span className="num">{known.line.end.code}</span>}</p>
            {known.line.held !== null && <p>{t('back-file.held-as', { code: known.line.held.code })}</p>}
            {known.part === null && known.withNotes === null ? <EmptyState><p>{t('back-file.no-scan')}</p><LinkButton href={`/lam-viec/ho-so-cu/${id}#ban-quet`}>{t('back-file.scans')}</LinkButton></EmptyState> : (
              <div className="compare">
                <Pictures known={known} />
                {known.line.end === null && known.part !== null && <Form key={known.line.version} known={known} partId={known.part.id} />}
              </div>
            )}
            {known.next !== null && <p><LinkButton href={`/lam-viec/ho-so-cu/${id}/${String(known.next)}`}>{t('back-file.next-compare')}</LinkButton></p>}
          </>
        )}
      </Asked>
    </Page>
  );
}
