// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BatchMade, DueForHandIn } from '@motcua/archive/contract';
import { dayText, shortName } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, Message, MessageArea, Page, Select, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, newClientKey, send, useTitle, withQuery } from '@motcua/web-kit';
import { AgencyFilter, KeptFor } from './filter.tsx';
import { OpenDialog } from './open-dialog.tsx';

type Line = DueForHandIn['dossiers'][number];

const spans = ['today', 'month', 'quarter', 'all'] as const;
const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, all: 1200 };
/** What one record may hold at most. */
const aBatch = 50;

/** Đến hạn nộp lưu: closed dossiers whose hand-in is due, and making a record of those chosen. */
export function DuePage({ query, mayOpen }: { readonly query: URLSearchParams; readonly mayOpen: boolean }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const [agency, span] = [query.get('co-quan') ?? '', query.get('den') ?? 'today'];
  const months = monthsOf[span];
  const due = useQuery({ queryKey: ['archive-due', agency, months], queryFn: () => ask(DueForHandIn, '/api/archive/due', { agency: agency === '' ? undefined : agency, months: months === undefined ? undefined : String(months) }) });
  useTitle(t('work.title', { list: t('archive.due') }));
  return (
    <Page title={t('archive.due')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted">{t('archive.about.due')}</p>
      <Asked answer={due} loading={t('loading.dossiers')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            <div className="row">
              <div><Select name="den" label={t('archive.by')} value={span} choices={spans.map((value) => ({ value, label: t(`archive.by.${value}`) }))} onChange={(value) => { goTo(withQuery({ den: value === 'today' ? '' : value }), { replace: true }); }} /></div>
              <AgencyFilter agencies={known.agencies} value={agency} />
            </div>
            {known.dossiers.length === 0 ? <EmptyState><p>{t('archive.due-none')}</p></EmptyState> : <DueLines known={known} mayOpen={mayOpen} onDone={setSaid} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function DueLines({ known, mayOpen, onDone }: { readonly known: DueForHandIn; readonly mayOpen: boolean; readonly onDone: (words: string) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const lines = known.dossiers.filter(({ code }) => chosen.includes(code));
  const agencies = new Set(lines.map(({ agency }) => agency));
  const unreceived = lines.find(({ agency }) => known.noReceiver.includes(agency));
  const offered = [...new Map(known.dossiers.filter((line) => mayGive(known, line)).map(({ agency, agencyName }) => [agency, agencyName]))];
  const giving = useMutation({
    mutationFn: () => send(BatchMade, { method: 'POST', path: '/api/archive/batches', body: { clientKey: newClientKey(), agency: lines[0]?.agency ?? '', dossiers: lines.map(({ code }) => code) } }),
    onSuccess: async ({ number }) => { setChosen([]); onDone(t('archive.handed-in', { number })); await Promise.all(['archive-due', 'archive-batches'].map((key) => queries.invalidateQueries({ queryKey: [key] }))); },
  });
  const choose = (code: string, isChosen: boolean): void => { setChosen((before) => isChosen ? [...before, code] : before.filter((one) => one !== code)); };
  return (
    <>
      {giving.error !== null && <Message tone="bad">{failureWords(failureOf(giving.error))}</Message>}
      <DataTable<Line>
        caption={t('archive.due-caption', { count: known.dossiers.length })} rows={known.dossiers} rowKey={({ code }) => code} hasLongTitles
        columns={[
          { id: 'choose', title: t('archive.select'), cell: (line) => (mayGive(known, line) ? <input type="checkbox" aria-label={t('archive.select-one', { code: line.code })} checked={chosen.includes(line.code)} disabled={!chosen.includes(line.code) && chosen.length >= aBatch} onChange={(event) => { choose(line.code, event.target.checked); }} /> : null) },
          { id: 'code', title: t('archive.dossier'), isRowTitle: true, cell: ({ code, agencyName }) => <><Code code={code} /><br /><span className="muted small">{agencyName}</span></> },
          { id: 'procedure', title: t('archive.procedure'), cell: ({ procedure }) => shortName(procedure) },
          { id: 'ended', title: t('archive.ended'), cell: ({ endedOn }) => <span className="num">{dayText(endedOn)}</span> },
          { id: 'due', title: t('archive.by'), cell: ({ handInBy, late }) => <><span className="num">{handInBy === null ? '–' : dayText(handInBy)}</span>{late && <><br /><Tag tone="lacquer" sign="circle-x">{t('archive.late')}</Tag></>}</> },
          { id: 'kept', title: t('archive.kept'), cell: ({ kept }) => (kept === null ? <Tag tone="turmeric" sign="triangle-alert">{t('archive.no-rule')}</Tag> : <KeptFor words={kept.words} until={kept.until} />) },
          ...(mayOpen ? [{ id: 'open', title: t('archive.file-list'), cell: ({ code }: Line) => <Button label={t('archive.open-title', { code })} onPress={() => { setOpened(code); }}>{t('archive.open')}</Button> }] : []),
        ]}
      />
      {[...new Set(known.dossiers.flatMap(({ kept }) => (kept === null ? [] : [kept.source])))].map((source) => <p key={source} className="muted small">{t('dated.source')}: {source}</p>)}
      {known.more && <p className="muted">{t('archive.due-more')}</p>}
      {offered.length > 0 && (
        <div className="row">
          {offered.map(([agency, name]) => <Button key={agency} onPress={() => { setChosen(known.dossiers.filter((line) => line.agency === agency && line.kept !== null).slice(0, aBatch).map(({ code }) => code)); }}>{t('archive.select-all', { agency: name })}</Button>)}
          {unreceived !== undefined && <Message tone="warning">{t('archive.no-receiver', { agency: unreceived.agencyName })}</Message>}
          <Button look="primary" busy={giving.isPending} onPress={() => { if (!giving.isPending && agencies.size === 1) giving.mutate(); }}>{t('archive.hand-in', { count: lines.length })}</Button>
        </div>
      )}
      {offered.length > 0 && agencies.size !== 1 && <p className="muted" role="status">{t(agencies.size === 0 ? 'archive.hand-in-none' : 'archive.hand-in-one-agency')}</p>}
      {opened !== null && <OpenDialog code={opened} onClose={() => { setOpened(null); }} />}
    </>
  );
}

const mayGive = ({ mayHandIn }: DueForHandIn, { agency, kept }: Line): boolean => kept !== null && mayHandIn.includes(agency);
