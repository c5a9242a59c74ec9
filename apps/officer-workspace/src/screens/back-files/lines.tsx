// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { BackFileLine } from '@motcua/back-files/contract';
import { Button, DataTable, LinkButton, Tag, useWords } from '@motcua/ui';
import { failureOf, failureWords, sendOnly } from '@motcua/web-kit';

const looks = {
  bad: { tone: 'lacquer', sign: 'circle-x' }, waiting: { tone: 'ink', sign: 'clock' }, scanned: { tone: 'turmeric', sign: 'triangle-alert' }, compared: { tone: 'turmeric', sign: 'check' },
  digitised: { tone: 'leaf', sign: 'circle-check' }, held: { tone: 'leaf', sign: 'check' }, aside: { tone: 'ink', sign: 'circle-pause' },
} as const;

/** Where a line stands, as a mark. */
export function LineTag({ state }: { readonly state: BackFileLine['state'] }): ReactElement {
  const t = useWords();
  return <Tag {...looks[state]}>{t(`back-file.state.${state}`)}</Tag>;
}

function Standing({ id, line: { no, state, faults, held, end, bearsNotes, missing } }: { readonly id: string; readonly line: BackFileLine }): ReactElement {
  const t = useWords();
  return (
    <>
      <LineTag state={state} />
      {state === 'bad' && <ul className="lines" role="list">{faults.map(({ field, text }) => <li key={`${field}${text}`}><strong>{t(`back-file.cell.${field}`)}:</strong> {text}</li>)}</ul>}
      {bearsNotes && end === null && <p className="small">{t(missing.length === 2 ? 'back-file.needs-both' : missing.includes('with-notes') ? 'back-file.needs-notes' : missing.includes('scan') ? 'back-file.needs-plain' : 'back-file.has-both')}</p>}
      {held !== null && <p className="small">{t('back-file.held-as', { code: held.code })}</p>}
      {end !== null && <p className="muted small">{end.code === null ? end.reason : <span className="num">{end.code}</span>} · {end.by}</p>}
      {end?.hasNotes === true && <p className="small"><a href={`/api/back-files/${id}/lines/${String(no)}/with-notes`} download>{t('back-file.open-notes')}<span className="hidden-visually"> {no}</span></a></p>}
    </>
  );
}

/** What may be done with a line: compared, taken as held, mended. */
function Acts({ id, line, onMend }: { readonly id: string; readonly line: BackFileLine; readonly onMend: (line: BackFileLine) => void }): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const hold = useMutation({ mutationFn: () => sendOnly({ method: 'POST', path: `/api/back-files/${id}/lines/${String(line.no)}/held`, body: {} }), onSettled: () => queries.invalidateQueries({ queryKey: ['back-files'] }) });
  const { no, hasScan, state, held, end } = line;
  if (end !== null) return null;
  return (
    <span className="row">
      {hasScan && state !== 'bad' && <LinkButton href={`/lam-viec/ho-so-cu/${id}/${String(no)}`}>{t('back-file.compare')}<span className="hidden-visually"> {no}</span></LinkButton>}
      {held !== null && <Button label={t('back-file.hold-one', { no })} busy={hold.isPending} onPress={() => { if (!hold.isPending) hold.mutate(); }}>{t('back-file.state.held')}</Button>}
      <Button label={t('back-file.mend-one', { no })} onPress={() => { onMend(line); }}>{t('back-file.mend')}</Button>
      {hold.error !== null && <span className="problem">{failureWords(failureOf(hold.error))}</span>}
    </span>
  );
}

/** The lines of a batch, each with where it stands and what is to do. */
export function Lines({ id, lines, isOver, onMend }: { readonly id: string; /** Nobody goes on with the batch. */ readonly isOver: boolean; readonly lines: readonly BackFileLine[]; readonly onMend: (line: BackFileLine) => void }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('back-file.lines-caption', { count: lines.length })} rows={lines} rowKey={({ no }) => String(no)} hasLongTitles
      columns={[
        { id: 'no', title: t('back-file.no'), figures: true, cell: ({ no }) => no },
        { id: 'owner', title: t('back-file.cell.ownerName'), isRowTitle: true, cell: ({ ownerName, cells }) => <>{ownerName === '' ? '–' : ownerName}<br /><span className="muted small num">{cells.owner}</span></> },
        { id: 'paper', title: t('back-file.paper'), cell: ({ kindName, cells }) => <>{kindName ?? cells.kind}<br /><span className="muted small">{[cells.number, cells.issuedOn, cells.oldCode].filter((part) => part !== '').join(' · ')}</span></> },
        { id: 'state', title: t('back-file.standing'), cell: (line) => <Standing id={id} line={line} /> },
        ...isOver ? [] : [{ id: 'do', title: t('back-file.do'), cell: (line: BackFileLine) => <Acts id={id} line={line} onMend={onMend} /> }],
      ]}
    />
  );
}
