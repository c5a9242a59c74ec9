// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { PrintedCopies, SecuritySheets } from '@motcua/dossiers/contract';
import type { CopyView } from '@motcua/dossiers/contract';
import { Asked, Button, type Column, DataTable, EmptyState, MessageArea, Moment, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import type { OfficerMe } from '../../workspace.tsx';
import { Accounts } from './accounts.tsx';

/** Bản in và giấy bảo an: the log of copies, and the account of the numbered sheets they were printed on. */
export function CopiesPage({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const sheets = useQuery({ queryKey: ['security-sheets'], queryFn: () => ask(SecuritySheets, '/api/security-sheets') });
  useTitle(t('work.title', { list: t('copy.title') }));
  return (
    <Page title={t('copy.title')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <p className="muted">{t('copy.what')}</p>
      <Asked answer={sheets} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(answer) => <Accounts me={me} sheets={answer} onDone={() => { setSaid(t('sheet.done')); }} />}
      </Asked>
      <Section id="so-ban-in" title={t('copy.log')}><CopyLog /></Section>
    </Page>
  );
}

function CopyLog(): ReactElement {
  const t = useWords();
  const log = useInfiniteQuery({ queryKey: ['printed-copies'], initialPageParam: '', getNextPageParam: ({ next }: PrintedCopies) => next ?? undefined, queryFn: ({ pageParam }) => ask(PrintedCopies, '/api/printed-copies', { after: pageParam }) });
  const columns: readonly Column<CopyView>[] = [
    { id: 'paper', title: t('copy.paper'), isRowTitle: true, cell: ({ paper, number }) => <>{paper}{number !== '' && <><br /><span className="num muted small">{number}</span></>}</> },
    { id: 'no', title: t('copy.no'), figures: true, cell: ({ copyNo, spoiled }) => <>{copyNo}{spoiled && <> <Tag tone="lacquer" sign="circle-x">{t('copy.spoiled')}</Tag></>}</> },
    { id: 'dossier', title: t('check-log.dossier'), cell: ({ code }) => <a className="num" href={`/lam-viec/ho-so/${encodeURIComponent(code)}#ban-in`}>{code}</a> },
    { id: 'for', title: t('copy.for'), cell: ({ forWhom, reason }) => <>{forWhom}<br /><span className="muted small">{reason}</span></> },
    { id: 'sheets', title: t('copy.sheets'), cell: ({ sheets }) => <span className="num">{sheets.join(', ')}</span> },
    { id: 'who', title: t('copy.by'), cell: ({ who, agencyName }) => <>{who}<br /><span className="muted small">{agencyName}</span></> },
    { id: 'at', title: t('copy.at'), cell: ({ at }) => <Moment at={at} /> },
  ];
  return (
    <Asked answer={log} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {({ pages }) => {
        const rows = pages.flatMap(({ copies }) => copies);
        return rows.length === 0 ? <EmptyState><p>{t('copy.log-none')}</p></EmptyState> : (
          <>
            <DataTable caption={t('copy.log')} columns={columns} rows={rows} rowKey={({ id }) => id} hasLongTitles />
            {log.hasNextPage && <div className="row"><Button busy={log.isFetchingNextPage} onPress={() => { void log.fetchNextPage(); }}>{t('copy.log-more')}</Button></div>}
          </>
        );
      }}
    </Asked>
  );
}
