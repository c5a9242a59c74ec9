// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { BackFileBatchMade, BackFileBatches } from '@motcua/back-files/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, ErrorSummary, MessageArea, Page, Section, Select, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, goTo, newClientKey, send, useTitle } from '@motcua/web-kit';

type Counts = BackFileBatches['batches'][number]['counts'];

const all = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
const left = ({ bad = 0, waiting = 0, scanned = 0, compared = 0 }: Counts): number => bad + waiting + scanned + compared;

/** Mở lô: for which agency, under what name. */
function Open({ agencies }: { readonly agencies: BackFileBatches['agencies'] }): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  const [agency, setAgency] = useState(agencies[0]?.code ?? '');
  const [title, setTitle] = useState('');
  const open = useMutation({
    mutationFn: () => send(BackFileBatchMade, { method: 'POST', path: '/api/back-files', body: { clientKey, agency, title } }),
    onSuccess: ({ id }) => { goTo(`/lam-viec/ho-so-cu/${id}`); },
  });
  const faults = open.error === null ? [] : faultsOf(failureOf(open.error));
  return (
    <Section id="mo-lo" title={t('back-file.open')}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!open.isPending) open.mutate(); }}>
        <ErrorSummary faults={faults} />
        <MessageArea tone="bad">{open.error === null || faults.length > 0 ? '' : failureWords(failureOf(open.error))}</MessageArea>
        {agencies.length > 1 && <Select name="agency" label={t('back-file.agency')} value={agency} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} onChange={setAgency} />}
        <TextField name="title" label={t('back-file.name')} hint={t('back-file.name-hint')} value={title} error={faults.find(({ field }) => field === 'title')?.text} onChange={setTitle} />
        <p><Button type="submit" look="primary" busy={open.isPending}>{t('back-file.open')}</Button></p>
      </form>
    </Section>
  );
}

/** Lô hồ sơ cũ: every batch with how far it is, and opening a new one. */
export function BatchesPage(): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['back-files'], queryFn: () => ask(BackFileBatches, '/api/back-files') });
  useTitle(t('work.title', { list: t('back-file.title') }));
  return (
    <Page title={t('back-file.title')}>
      <p className="muted">{t('back-file.about')}</p>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ agencies, batches }) => (
          <>
            {batches.length === 0 ? <EmptyState><p>{t('back-file.none')}</p></EmptyState> : (
              <DataTable
                caption={t('back-file.caption', { count: batches.length })} rows={batches} rowKey={({ id }) => id} hasLongTitles
                columns={[
                  { id: 'title', title: t('back-file.batch'), isRowTitle: true, cell: ({ id, title, number, agencyName, dropped }) => <><a href={`/lam-viec/ho-so-cu/${id}`}>{title}</a><br /><span className="muted small"><span className="num">{number}</span> · {agencyName}</span>{dropped !== null && <><br /><Tag tone="ink" sign="circle-pause">{t('back-file.is-dropped')}</Tag></>}</> },
                  { id: 'papers', title: t('back-file.papers'), figures: true, cell: ({ counts }) => numberText(all(counts)) },
                  { id: 'bad', title: t('back-file.state.bad'), figures: true, cell: ({ counts }) => numberText(counts.bad ?? 0) },
                  { id: 'left', title: t('back-file.left'), figures: true, cell: ({ counts, dropped }) => numberText(dropped === null ? left(counts) : 0) },
                  { id: 'done', title: t('back-file.state.digitised'), figures: true, cell: ({ counts }) => numberText(counts.digitised ?? 0) },
                  { id: 'by', title: t('back-file.opened'), cell: ({ by, at }) => <>{by}<br /><span className="muted small num">{momentShort(at)}</span></> },
                ]}
              />
            )}
            <Open agencies={agencies} />
          </>
        )}
      </Asked>
    </Page>
  );
}
