// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ChangeKind, Changes, Publications, Statistics } from '@motcua/reform/contract';
import type { PublicationClock } from '@motcua/reform/contract';
import { dayText, shortName } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, MessageArea, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, useTitle, withQuery } from '@motcua/web-kit';
import { EntryDialog, dayOf } from '../registers/entry-dialog.tsx';
import { FigureTable } from './figures.tsx';
import { PostingSets } from './posting-sets.tsx';

type List = Publications['lists'][number];

const looks = { 'open': { tone: 'celadon', sign: 'calendar-clock' }, 'late': { tone: 'lacquer', sign: 'circle-x' }, 'done': { tone: 'leaf', sign: 'circle-check' }, 'done-late': { tone: 'turmeric', sign: 'triangle-alert' }, 'unknown': { tone: 'ink', sign: 'clock' } } as const;

function ClockTag({ clock }: { readonly clock: PublicationClock }): ReactElement {
  const t = useWords();
  return <><Tag {...looks[clock.state]}>{t(`publications.${clock.state}`, { days: clock.lateDays })}</Tag>{clock.due !== null && <><br /><span className="muted small">{t('publications.due', { day: dayText(clock.due) })}</span></>}</>;
}

/** Công bố thủ tục: what is owed by when, who is late, and the catalogue month by month with the list behind each number. */
export function PublicationsPage({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const found = useQuery({ queryKey: ['publications'], queryFn: () => ask(Publications, '/api/publications') });
  useTitle(t('work.title', { list: t('publications.title') }));
  return (
    <Page title={t('publications.title')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => <><Lists known={known} onSaid={setSaid} /><Own known={known} /></>}
      </Asked>
      <Months query={query} />
      <PostingSets />
      <FigureTable onSaid={setSaid} />
    </Page>
  );
}

function Lists({ known, onSaid }: { readonly known: Publications; readonly onSaid: (words: string) => void }): ReactElement {
  const t = useWords();
  const [entering, setEntering] = useState<List | null>(null);
  const rows = known.lists.toSorted((a, b) => Number(b.clock.state === 'late') - Number(a.clock.state === 'late') || (a.day < b.day ? 1 : -1));
  return (
    <Section id="danh-muc-cua-tinh" title={t('publications.lists')}>
      <p className="muted">{t('publications.lists-about', { from: dayText(known.watchedFrom) })}</p>
      {rows.length === 0 ? <EmptyState><p>{t('publications.none')}</p></EmptyState> : (
        <DataTable
          caption={t('publications.lists-caption', { count: rows.length, late: known.late })} rows={rows} rowKey={({ decision, day }) => `${day} ${decision}`} hasLongTitles
          columns={[
            { id: 'decision', title: t('publications.ministry'), isRowTitle: true, cell: ({ decision, day }) => <>{decision}<br /><span className="muted small">{dayText(day)}</span></> },
            { id: 'what', title: t('publications.procedures'), cell: ({ procedures }) => <details><summary>{t('publications.count', { count: procedures.length })}</summary><ul>{procedures.map(({ code, name }) => <li key={code}><a href={`/lam-viec/danh-muc/${encodeURIComponent(code)}`}>{code}</a> {shortName(name)}</li>)}</ul></details> },
            { id: 'who', title: t('publications.agencies'), cell: ({ agencies }) => agencies.join('; ') },
            { id: 'ministry-clocks', title: t('publications.ministry-lead'), cell: ({ ministry }) => (ministry === null ? <span className="muted small">{t('publications.ministry-unknown')}</span> : <><ClockTag clock={ministry.lead} /><br /><span className="small">{t('publications.ministry-entry')}: </span><ClockTag clock={ministry.entry} /></>) },
            { id: 'clock', title: t('publications.list-clock'), cell: ({ clock, published }) => <><ClockTag clock={clock} />{published !== null && <><br /><span className="small">{published.number}, {dayText(published.day)}</span></>}</> },
            { id: 'entry', title: t('publications.entry-clock'), cell: (row) => (row.entry !== null ? <ClockTag clock={row.entry} /> : known.mayEnter ? <Button label={t('publications.enter-one', { decision: row.decision })} onPress={() => { setEntering(row); }}>{t('publications.enter')}</Button> : '') },
          ]}
        />
      )}
      {entering !== null && <EnterList list={entering} onClose={() => { setEntering(null); }} onDone={() => { setEntering(null); onSaid(t('publications.entered')); }} />}
    </Section>
  );
}

function EnterList({ list, onClose, onDone }: { readonly list: List; readonly onClose: () => void; readonly onDone: () => void }): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  return (
    <EntryDialog
      title={t('publications.enter-title', { decision: list.decision })} act="publications.enter" path="/api/publications/lists" register="publications" onClose={onClose} onDone={onDone}
      fields={[{ name: 'number', label: 'publications.number', kind: 'text' }, { name: 'day', label: 'publications.day', kind: 'day' }, { name: 'publicOn', label: 'publications.public-on', kind: 'day', hint: 'publications.public-on-hint' }]}
      body={(typed) => ({ clientKey, ministryDecision: list.decision, ministryDay: list.day, number: typed['number'] ?? '', day: dayOf(typed, 'day'), publicOn: dayOf(typed, 'publicOn') })}
    />
  );
}

function Own({ known }: { readonly known: Publications }): ReactElement {
  const t = useWords();
  return (
    <Section id="tinh-cong-bo" title={t('publications.own')}>
      {known.own.length === 0 ? <EmptyState><p>{t('publications.own-none')}</p></EmptyState> : (
        <DataTable
          caption={t('publications.own-caption', { count: known.own.length })} rows={known.own} rowKey={({ code, version }) => `${code} ${String(version)}`} hasLongTitles
          columns={[
            { id: 'name', title: t('catalogue.procedure'), isRowTitle: true, cell: ({ code, name, version }) => <><a href={`/lam-viec/danh-muc/${encodeURIComponent(code)}`}>{shortName(name)}</a><br /><span className="muted small"><span className="num">{code}</span> · {t('versions.number', { version })}</span></> },
            { id: 'decision', title: t('versions.decision'), cell: ({ decision, day, by, issuer }) => <>{decision}, {dayText(day)}<br /><span className="muted small">{t(`publications.issuer.${issuer}`)} · {by}</span></> },
            { id: 'lead', title: t('publications.lead-clock'), cell: ({ lead, validFrom }) => <><ClockTag clock={lead} /><br /><span className="small">{t('versions.since', { since: dayText(validFrom) })}</span></> },
            { id: 'entry', title: t('publications.entry-clock'), cell: ({ entry }) => <ClockTag clock={entry} /> },
          ]}
        />
      )}
    </Section>
  );
}

const kinds = ChangeKind.options;
const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

function Months({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const statistics = useQuery({ queryKey: ['publication-statistics'], queryFn: () => ask(Statistics, '/api/publications/statistics') });
  const kind = kinds.find((each) => each === query.get('loai'));
  const month = query.get('thang');
  return (
    <Section id="thong-ke" title={t('publications.statistics')}>
      <p className="muted">{t('publications.statistics-about')}</p>
      <Asked answer={statistics} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ months }) => (
          <DataTable
            caption={t('publications.statistics-caption')} rows={months} rowKey={(row) => row.month} hasLongTitles
            columns={[
              { id: 'month', title: t('publications.month'), isRowTitle: true, cell: (row) => monthText(row.month) },
              ...kinds.map((each) => ({ id: each, title: t(`publications.kind.${each}`), figures: true, cell: (row: (typeof months)[number]) => (row[each] === 0 ? 0 : <a href={withQuery({ thang: row.month, loai: each })} aria-label={t('publications.behind', { count: row[each], kind: t(`publications.kind.${each}`), month: monthText(row.month) })}>{row[each]}</a>) })),
            ]}
          />
        )}
      </Asked>
      {kind !== undefined && month !== null && <Behind month={month} kind={kind} />}
    </Section>
  );
}

function Behind({ month, kind }: { readonly month: string; readonly kind: (typeof kinds)[number] }): ReactElement {
  const t = useWords();
  const found = useQuery({ queryKey: ['catalogue-changes', month, kind], queryFn: () => ask(Changes, '/api/publications/changes', { month, kind }) });
  return (
    <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {({ changes }) => (
        <DataTable
          caption={t('publications.behind', { count: changes.length, kind: t(`publications.kind.${kind}`), month: monthText(month) })} rows={changes} rowKey={({ code, version }) => `${code} ${String(version)}`} hasLongTitles
          columns={[
            { id: 'name', title: t('catalogue.procedure'), isRowTitle: true, cell: ({ code, name }) => <><a href={`/lam-viec/danh-muc/${encodeURIComponent(code)}`}>{shortName(name)}</a><br /><span className="muted small num">{code}</span></> },
            { id: 'day', title: t('publications.effect'), cell: ({ day }) => dayText(day) }, { id: 'decision', title: t('versions.decision'), cell: ({ decision }) => decision ?? t('unpublished') },
          ]}
        />
      )}
    </Asked>
  );
}
