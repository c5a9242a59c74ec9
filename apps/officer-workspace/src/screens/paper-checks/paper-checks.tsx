// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { PaperChecks as PaperChecksAnswer } from '@motcua/dossiers/contract';
import { Asked, type Column, DataTable, EmptyState, Moment, Page, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';

type Line = PaperChecksAnswer['lines'][number];

/** Lượt kiểm tra giấy: which papers of the agency were checked of late, what stands out first. */
export function PaperChecksPage(): ReactElement {
  const t = useWords();
  const answer = useQuery({ queryKey: ['paper-checks'], queryFn: () => ask(PaperChecksAnswer, '/api/paper-checks') });
  useTitle(t('work.title', { list: t('check-log.title') }));
  const columns: readonly Column<Line>[] = [
    { id: 'paper', title: t('check-log.paper'), isRowTitle: true, cell: ({ paper }) => paper },
    { id: 'number', title: t('check-log.number'), cell: ({ number }) => <span className="num">{number}</span> },
    { id: 'dossier', title: t('check-log.dossier'), cell: ({ code }) => <a className="num" href={`/lam-viec/ho-so/${encodeURIComponent(code)}`}>{code}</a> },
    { id: 'checks', title: t('check-log.checks'), figures: true, cell: ({ checks }) => checks },
    { id: 'day', title: t('check-log.last-day'), figures: true, cell: ({ lastDay }) => lastDay },
    { id: 'last', title: t('check-log.last'), cell: ({ lastAt }) => <Moment at={lastAt} /> },
    { id: 'alarm', title: t('check-log.alarm'), cell: ({ alarm }) => (alarm === null ? '' : <Tag tone={alarm === 'many' ? 'turmeric' : 'lacquer'} sign="triangle-alert">{t(`check-log.alarm.${alarm}`)}</Tag>) },
  ];
  return (
    <Page title={t('check-log.title')}>
      <Asked answer={answer} loading={t('check-log.loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ lines, unmatched, days }) => (
          <>
            <p className="muted">{t('check-log.intro', { days })}</p>
            <p role="status">{t('check-log.unmatched', { count: unmatched })}</p>
            {lines.length === 0 ? <EmptyState><p>{t('check-log.none')}</p></EmptyState>
              : <DataTable caption={t('check-log.title')} columns={columns} rows={lines} rowKey={({ code, paper, number }) => `${code} ${paper} ${number}`} hasLongTitles />}
          </>
        )}
      </Asked>
    </Page>
  );
}
