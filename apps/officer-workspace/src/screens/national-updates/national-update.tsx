// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { NationalFaults, NationalUpdateView } from '@motcua/catalogue/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, Facts, Message, MessageArea, Page, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle, withQuery } from '@motcua/web-kit';
import { Procedures } from './procedures.tsx';

const kinds = ['new', 'changed', 'gone'] as const;
type Tab = (typeof kinds)[number] | 'unreadable';

const tabOf = (asked: string | null, counts: NationalUpdateView): Tab => {
  const named = ([...kinds, 'unreadable'] as const).find((tab) => tab === asked);
  return named ?? kinds.find((kind) => counts[kind] > 0) ?? 'changed';
};

/** Một lần cập nhật: what the file would change, list by list; a second person takes over or turns down. */
export function NationalUpdate({ id, query }: { readonly id: string; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'warning'; readonly text: string } | null>(null);
  const update = useQuery({ queryKey: ['national-updates', id], queryFn: () => ask(NationalUpdateView, `/api/catalogue/national-updates/${encodeURIComponent(id)}`) });
  useTitle(t('work.title', { list: t('national.title') }));
  return (
    <Page
      title={update.data?.fileName ?? t('national.title')} before={<p className="breadcrumb"><a href="/lam-viec/danh-muc/cap-nhat">{t('national.title')}</a></p>}
      message={<MessageArea tone={said?.tone ?? 'good'} onDismiss={() => { setSaid(null); }}>{said?.text ?? ''}</MessageArea>}
    >
      <Asked answer={update} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => {
          const tab = tabOf(query.get('loai'), known);
          return (
            <>
              <Facts facts={[
                { term: t('national.by'), value: <>{known.by}, <span className="num">{momentShort(known.at)}</span></> },
                { term: t('national.lines'), value: <span className="num">{numberText(known.lines)}</span> }, { term: t('national.same'), value: <span className="num">{numberText(known.same)}</span> },
                { term: t('national.decided'), value: t('national.decided-counts', { open: known.open, approved: known.approved, rejected: known.rejected }) },
              ]}
              />
              {known.mayNot !== null && known.open > 0 && <Message tone="plain">{known.mayNot} {t('national.send-on')}</Message>}
              <nav className="tabs" aria-label={t('national.tabs')}>
                {([...kinds, 'unreadable'] as const).map((each) => <a key={each} href={withQuery({ loai: each })} {...(each === tab ? { 'aria-current': 'page' as const } : {})}>{t(`national.kind.${each}`)} <span className="num">{numberText(known[each])}</span></a>)}
              </nav>
              {tab === 'unreadable' ? <Unreadable id={id} /> : <Procedures key={tab} update={known} kind={tab} onSaid={setSaid} />}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

function Unreadable({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const list = useInfiniteQuery({
    queryKey: ['national-updates', id, 'unreadable'], initialPageParam: '', getNextPageParam: ({ next }: NationalFaults) => next ?? undefined,
    queryFn: ({ pageParam }) => ask(NationalFaults, `/api/catalogue/national-updates/${encodeURIComponent(id)}/unreadable`, { after: pageParam === '' ? undefined : pageParam }),
  });
  return (
    <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {({ pages }) => {
        const rows = pages.flatMap(({ faults }) => faults);
        return rows.length === 0 ? <EmptyState><p>{t('national.none.unreadable')}</p></EmptyState> : (
          <>
            <DataTable
              caption={t('national.unreadable-caption')} rows={rows} rowKey={({ line }) => String(line)}
              columns={[
                { id: 'line', title: t('national.line'), isRowTitle: true, cell: ({ line }) => <span className="num">{line}</span> },
                { id: 'code', title: t('national.code'), cell: ({ code }) => code ?? '' }, { id: 'why', title: t('national.why'), cell: ({ reasons }) => reasons.join('; ') },
              ]}
            />
            {list.hasNextPage && <Button busy={list.isFetchingNextPage} onPress={() => { void list.fetchNextPage(); }}>{t('act.more')}</Button>}
          </>
        );
      }}
    </Asked>
  );
}
