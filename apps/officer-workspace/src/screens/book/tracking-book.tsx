// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { momentText, numberText, officeDayOf, shortName } from '@motcua/i18n';
import { TrackingBook as Book } from '@motcua/dossiers/contract';
import type { BookEntry } from '@motcua/dossiers/contract';
import { Asked, Button, Code, DataTable, Dialog, EmptyState, LinkButton, MessageArea, Page, Select, useWords } from '@motcua/ui';
import { addressOf, ask, failureOf, failureWords, goTo, nowIso, sendOnly, useTitle, withQuery } from '@motcua/web-kit';
import type { OfficerMe } from '../../workspace.tsx';

type Asking = { readonly shop: string; readonly year: string; readonly month: string };

const bookRoles: readonly string[] = ['intake-officer', 'one-stop-head', 'leader'];

/** Sổ theo dõi hồ sơ (mẫu 07): the live book of a one-stop shop; printed, and closed once the year is over. */
export function TrackingBook({ me, query }: { readonly me: OfficerMe; readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const today = officeDayOf(nowIso());
  const [said, setSaid] = useState('');
  const shop = query.get('shop') ?? me.postings.find(({ role }) => bookRoles.includes(role))?.agency ?? '';
  const asked: Asking = { shop, year: query.get('year') ?? today.slice(0, 4), month: query.get('month') ?? '' };
  const book = useInfiniteQuery({
    queryKey: ['book', asked], initialPageParam: '', getNextPageParam: ({ next }: Book) => next ?? undefined,
    queryFn: ({ pageParam }) => ask(Book, '/api/tracking-book', { ...asked, after: pageParam }),
  });
  useTitle(t('work.title', { list: t('work.book') }));
  const set = (name: string) => (value: string): void => { goTo(withQuery({ [name]: value }), { replace: true }); };
  const years = Array.from({ length: 5 }, (_, at) => String(Number(today.slice(0, 4)) - at));
  return (
    <Page title={t('work.book')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <Asked answer={book} loading={t('loading.book')} describe={(error) => failureWords(failureOf(error))}>
        {({ pages }) => {
          const [first] = pages;
          const entries = pages.flatMap((page) => page.entries);
          return (
            <>
              <div className="row">
                {(first?.shops.length ?? 0) > 1 && <div><Select name="shop" label={t('book.shop')} value={asked.shop} onChange={set('shop')} choices={(first?.shops ?? []).map(({ code, name }) => ({ value: code, label: name }))} /></div>}
                <div><Select name="year" label={t('book.year')} value={asked.year} onChange={set('year')} choices={years.map((year) => ({ value: year, label: year }))} /></div>
                <div><Select name="month" label={t('book.month')} empty={t('book.whole-year')} value={asked.month} onChange={set('month')} choices={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: t('book.month-of', { month: String(at + 1) }) }))} /></div>
                <LinkButton href={addressOf('/api/tracking-book/printed', asked)}>{t('book.print')}</LinkButton>
                {first?.mayClose === true && <CloseYear asked={asked} onDone={() => { setSaid(t('book.closed-now', { year: asked.year })); }} />}
              </div>
              {first?.closing != null && <p>{t('book.closed', { entries: numberText(first.closing.entries), last: numberText(first.closing.lastNumber), by: first.closing.closedBy, at: momentText(first.closing.closedAt) })}</p>}
              {entries.length === 0 ? <EmptyState><p>{t('book.empty')}</p></EmptyState> : <Entries entries={entries} />}
              {book.hasNextPage && <Button busy={book.isFetchingNextPage} onPress={() => { void book.fetchNextPage(); }}>{t('act.more')}</Button>}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

const orNothing = (at: string | null): string => (at === null ? '' : momentText(at));

function Entries({ entries }: { readonly entries: readonly BookEntry[] }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('book.caption')} rows={entries} rowKey={({ code }) => code}
      columns={[
        { id: 'number', title: t('book.number'), figures: true, cell: ({ number }) => number.split('/')[0] }, { id: 'code', title: t('book.code'), isRowTitle: true, cell: ({ code }) => <a href={`/lam-viec/ho-so/${code}`}><Code code={code} /></a> },
        { id: 'procedure', title: t('book.procedure'), cell: ({ procedure }) => shortName(procedure) }, { id: 'name', title: t('book.name'), cell: ({ name }) => name }, { id: 'contact', title: t('book.contact'), cell: ({ contact }) => contact },
        { id: 'solving', title: t('book.solving'), cell: ({ solvingAgency }) => solvingAgency }, { id: 'received', title: t('book.received'), cell: ({ receivedAt }) => momentText(receivedAt) }, { id: 'owed', title: t('book.owed'), cell: ({ owedAt }) => orNothing(owedAt) },
        { id: 'returned', title: t('book.returned'), cell: ({ returnedAt }) => orNothing(returnedAt) }, { id: 'way', title: t('book.way'), cell: ({ returnWay }) => t(`return-way.${returnWay}`) }, { id: 'signed', title: t('book.signed'), cell: ({ receivedBy }) => receivedBy ?? '' },
      ]}
    />
  );
}

function CloseYear({ asked, onDone }: { readonly asked: Asking; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [failed, setFailed] = useState('');
  const close = async (): Promise<void> => {
    try {
      await sendOnly({ method: 'POST', path: '/api/tracking-book/closings', body: { shop: asked.shop, year: Number(asked.year) } });
      setAsking(false);
      await queries.invalidateQueries({ queryKey: ['book'] });
      onDone();
    } catch (thrown) { setFailed(failureWords(failureOf(thrown))); }
  };
  return (
    <>
      <Button onPress={() => { setFailed(''); setAsking(true); }}>{t('book.close', { year: asked.year })}</Button>
      {isAsking && (
        <Dialog title={t('book.close-title', { year: asked.year })} onClose={() => { setAsking(false); }}>
          <p>{t('book.close-text')}</p>
          <MessageArea tone="bad">{failed}</MessageArea>
          <div className="row end">
            <span data-safe><Button onPress={() => { setAsking(false); }}>{t('book.keep-open')}</Button></span>
            <Button look="primary" onPress={() => { void close(); }}>{t('book.close', { year: asked.year })}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
