// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { momentShort } from '@motcua/i18n';
import { ProposalPage as ProposalsAnswer } from '@motcua/proposals/contract';
import { Asked, Button, DataTable, EmptyState, Page, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle, withQuery } from '@motcua/web-kit';
import { shownKey } from './editors.ts';
import { stateTone } from './state-tone.ts';

const states = ['draft', 'submitted', 'published', 'withdrawn'] as const;

/** Bản soạn: what is being written, what waits for a second person, what was published. */
export function Proposals({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const state = states.find((each) => each === query.get('trang-thai'));
  useTitle(t('work.title', { list: t('proposal.title') }));
  const list = useInfiniteQuery({
    queryKey: ['proposals', state ?? ''], initialPageParam: '', getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined, placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => ask(ProposalsAnswer, '/api/proposals', { state, after: pageParam }),
  });
  return (
    <Page title={t('proposal.title')}>
      <p className="muted">{t('proposal.intro')}</p>
      <nav className="tabs" aria-label={t('proposal.states')}>
        <a href={withQuery({ 'trang-thai': null })} {...(state === undefined ? { 'aria-current': 'page' as const } : {})}>{t('proposal.state.all')}</a>
        {states.map((each) => <a key={each} href={withQuery({ 'trang-thai': each })} {...(state === each ? { 'aria-current': 'page' as const } : {})}>{t(`proposal.state.${each}`)}</a>)}
      </nav>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ pages }) => {
          const rows = pages.flatMap(({ proposals }) => proposals);
          return rows.length === 0 ? <EmptyState><p>{t('proposal.none')}</p></EmptyState> : (
            <DataTable
              caption={t('proposal.caption')} rows={rows} rowKey={({ id }) => id}
              columns={[
                { id: 'title', title: t('proposal.what-is'), isRowTitle: true, cell: ({ id, title, kind, key, kindLabel }) => <><a href={`/lam-viec/ban-soan/${id}`}>{title === '' ? key : title}</a><br /><span className="muted small">{kindLabel} <span className="num">{shownKey({ kind, key })}</span></span></> },
                { id: 'state', title: t('proposal.state'), cell: ({ state: now }) => <Tag tone={stateTone[now].tone} sign={stateTone[now].sign}>{t(`proposal.state.${now}`)}</Tag> },
                { id: 'who', title: t('proposal.changed'), cell: ({ changedBy, changedAt }) => <>{changedBy}<br /><span className="muted small num">{momentShort(changedAt)}</span></> },
              ]}
            />
          );
        }}
      </Asked>
      {list.hasNextPage && <p><Button busy={list.isFetchingNextPage} onPress={() => { void list.fetchNextPage(); }}>{t('act.more')}</Button></p>}
    </Page>
  );
}
