// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ArchiveOpening } from '@motcua/archive/contract';
import { dayText, listText, momentShort } from '@motcua/i18n';
import { Asked, DataTable, Facts, LinkButton, Page, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { KeptFor } from './filter.tsx';

/** One closed dossier, looked into for a reason: its list of documents, its package, who looked before. */
export function OpenedPage({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const opening = useQuery({ queryKey: ['archive-opening', id], queryFn: () => ask(ArchiveOpening, `/api/archive/openings/${encodeURIComponent(id)}`) });
  useTitle(t('work.title', { list: t('archive.find') }));
  return (
    <Page title={opening.data?.code ?? t('archive.find')} before={<p><a href="/lam-viec/luu-tru">{t('archive.find')}</a></p>}>
      <Asked answer={opening} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ title, agencyName, endedOn, kept, lines, isArchived, openings }) => (
          <>
            <Facts facts={[
              { term: t('archive.dossier'), value: title }, { term: t('archive.agency'), value: agencyName }, { term: t('archive.ended'), value: dayText(endedOn) },
              { term: t('archive.kept'), value: <><KeptFor words={kept.words} until={kept.until} /><br /><span className="muted small">{kept.source}{kept.unsure !== null && <><br />{t('archive.retention-unsure', { text: kept.unsure })}</>}</span></> },
            ]} />
            <div className="row">
              <LinkButton href={`/api/archive/openings/${id}/printed`}>{t('archive.print-list')}</LinkButton>
              {isArchived && <LinkButton href={`/api/archive/openings/${id}/package`}>{t('archive.package')}</LinkButton>}
            </div>
            <DataTable
              caption={t('archive.file-list-caption', { count: lines.length })} rows={lines} rowKey={({ no }) => String(no)} hasLongTitles
              columns={[
                { id: 'no', title: t('archive.line-no'), figures: true, isRowTitle: true, cell: ({ no }) => no },
                { id: 'what', title: t('archive.line-what'), cell: ({ abstract, number }) => <>{listText(abstract)}{number !== '' && <><br /><span className="muted small">{number}</span></>}</> },
                { id: 'day', title: t('calendar.day'), cell: ({ day }) => <span className="num">{dayText(day)}</span> }, { id: 'author', title: t('archive.line-author'), cell: ({ author }) => author },
                { id: 'pages', title: t('archive.pages'), figures: true, cell: ({ pages }) => pages ?? '–' },
                { id: 'form', title: t('archive.form'), cell: ({ form, carrier }) => <>{t(`archive.form.${form}`)}<br /><span className="muted small">{t(`archive.carrier.${carrier}`)}</span></> },
              ]}
            />
            <Section id="da-xem" title={t('archive.opened-before')}>
              <DataTable
                caption={t('archive.openings-caption', { count: openings.length })} rows={openings} rowKey={({ by, at }) => by + at} hasLongTitles
                columns={[{ id: 'who', title: t('archive.opened-before'), isRowTitle: true, cell: ({ by, at }) => <>{by}<br /><span className="muted small num">{momentShort(at)}</span></> }, { id: 'purpose', title: t('archive.purpose'), cell: ({ purpose }) => t(`opening.purpose.${purpose}`) }, { id: 'reason', title: t('archive.reason'), cell: ({ reason }) => reason }]}
              />
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}
