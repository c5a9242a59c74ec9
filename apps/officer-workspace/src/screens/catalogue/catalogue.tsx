// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ControlPage, mandatoryParts } from '@motcua/catalogue/contract';
import type { ControlRow } from '@motcua/catalogue/contract';
import { Publications } from '@motcua/reform/contract';
import { dayText, isMessageId, shortName } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, LinkButton, Message, Page, Select, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { NewProcedure } from './new-procedure.tsx';

const standings = ['in-force', 'coming', 'over'] as const;
export const standingTone = { 'in-force': { tone: 'leaf', sign: 'circle-check' }, 'coming': { tone: 'celadon', sign: 'calendar-clock' }, 'over': { tone: 'ink', sign: 'circle-x' } } as const;

/** Danh mục thủ tục: every procedure with its version, what is missing, who handles it; found without tone marks. */
export function Catalogue({ query, mayWrite, mayUpdate }: { readonly query: URLSearchParams; readonly mayWrite: boolean; readonly mayUpdate: boolean }): ReactElement {
  const t = useWords();
  const [isNew, setNew] = useState(false);
  const asked = { q: query.get('tim') ?? undefined, missing: query.get('thieu') ?? undefined, standing: query.get('hieu-luc') ?? undefined, here: query.get('o-day') === '1' ? 'true' : undefined };
  useTitle(t('work.title', { list: t('catalogue.title') }));
  const list = useInfiniteQuery({
    queryKey: ['catalogue', asked], initialPageParam: '', getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined, placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => ask(ControlPage, '/api/catalogue/procedures', { ...asked, after: pageParam === '' ? undefined : pageParam }),
  });
  return (
    <Page title={t('catalogue.title')}>
      <div className="row spread">
        <p className="muted">{t('catalogue.intro')}</p>
        <div className="row">
          {mayUpdate && <LinkButton href="/lam-viec/danh-muc/cap-nhat">{t('national.title')}</LinkButton>}
          {mayWrite && <Button look="primary" onPress={() => { setNew(true); }}>{t('catalogue.new')}</Button>}
        </div>
      </div>
      <LateClocks />
      <Filters query={query} />
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ pages }) => (
          <>
            {(pages[0]?.incomplete ?? 0) > 0 && asked.missing === undefined && <Message tone="warning">{t('catalogue.incomplete', { count: pages[0]?.incomplete ?? 0 })} <a href={withQuery({ thieu: 'any' })}>{t('catalogue.see-incomplete')}</a></Message>}
            <Found rows={pages.flatMap(({ procedures }) => procedures)} />
          </>
        )}
      </Asked>
      {list.hasNextPage && <p><Button busy={list.isFetchingNextPage} onPress={() => { void list.fetchNextPage(); }}>{t('act.more')}</Button></p>}
      {isNew && <NewProcedure onClose={() => { setNew(false); }} />}
    </Page>
  );
}

/** Late publications stand on top of the catalogue. */
function LateClocks(): ReactElement | null {
  const t = useWords();
  const late = useQuery({ queryKey: ['publications'], staleTime: 60_000, queryFn: () => ask(Publications, '/api/publications') }).data?.late ?? 0;
  return late === 0 ? null : <Message tone="bad">{t('publications.overdue', { count: late })} <a href="/lam-viec/cong-bo">{t('publications.see')}</a></Message>;
}

function Filters({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [text, setText] = useState(query.get('tim') ?? '');
  const go = (part: Readonly<Record<string, string | null>>): void => { goTo(withQuery(part), { replace: true }); };
  return (
    <form className="filters" role="search" onSubmit={(event) => { event.preventDefault(); go({ tim: text.trim() === '' ? null : text.trim() }); }}>
      <TextField name="tim" label={t('catalogue.find')} hint={t('catalogue.find-hint')} value={text} onChange={setText} />
      <Select name="thieu" label={t('catalogue.missing')} value={query.get('thieu') ?? ''} empty={t('catalogue.missing-any-or-none')} choices={[{ value: 'any', label: t('catalogue.missing-any') }, ...mandatoryParts.map((part) => ({ value: part, label: t(`part.${part}`) }))]} onChange={(thieu) => { go({ thieu: thieu === '' ? null : thieu }); }} />
      <Select name="hieu-luc" label={t('versions.standing')} value={query.get('hieu-luc') ?? ''} empty={t('catalogue.all')} choices={standings.map((standing) => ({ value: standing, label: t(`versions.${standing}`) }))} onChange={(chosen) => { go({ 'hieu-luc': chosen === '' ? null : chosen }); }} />
      <Select name="o-day" label={t('catalogue.where')} value={query.get('o-day') ?? ''} empty={t('catalogue.all')} choices={[{ value: '1', label: t('catalogue.here') }]} onChange={(chosen) => { go({ 'o-day': chosen === '' ? null : chosen }); }} />
      <Button type="submit">{t('catalogue.search')}</Button>
    </form>
  );
}

function Found({ rows }: { readonly rows: readonly ControlRow[] }): ReactElement {
  const t = useWords();
  if (rows.length === 0) return <EmptyState><p>{t('catalogue.none')}</p><LinkButton href="/lam-viec/danh-muc">{t('catalogue.all-procedures')}</LinkButton></EmptyState>;
  return (
    <DataTable
      caption={t('catalogue.caption', { count: rows.length })} rows={rows} rowKey={({ code }) => code}
      columns={[
        { id: 'name', title: t('catalogue.procedure'), isRowTitle: true, cell: ({ code, name, field }) => <><a href={`/lam-viec/danh-muc/${encodeURIComponent(code)}`}>{shortName(name)}</a><br /><span className="muted small"><span className="num">{code}</span>{field !== null && ` · ${field}`}</span></> },
        { id: 'version', title: t('catalogue.version'), cell: ({ version, standing, validFrom, validUntil }) => (
          <><Tag {...standingTone[standing]}>{t(`versions.${standing}`)}</Tag><br /><span className="muted small">{t('versions.number', { version })} · {validUntil === null ? t('versions.since', { since: dayText(validFrom) }) : t('versions.until', { since: dayText(validFrom), until: dayText(validUntil) })}</span></>
        ) },
        { id: 'missing', title: t('catalogue.missing'), cell: ({ missing }) => (missing.length === 0 ? <span className="muted">{t('catalogue.whole')}</span> : <MissingParts parts={missing} />) },
        { id: 'agencies', title: t('catalogue.agencies'), figures: true, cell: ({ agencies }) => agencies },
        { id: 'papers', title: t('catalogue.papers'), figures: true, cell: ({ papers }) => papers },
      ]}
    />
  );
}

/** The mandatory parts that are not there, by name. */
export function MissingParts({ parts }: { readonly parts: readonly string[] }): ReactElement {
  const t = useWords();
  return <Tag tone="turmeric" sign="triangle-alert">{parts.map((part) => { const word = `part.${part}`; return isMessageId(word) ? t(word) : part; }).join(', ')}</Tag>;
}
