// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ProcessCoverage } from '@motcua/catalogue/contract';
import { ProcessPage } from '@motcua/workflow/contract';
import { dayText, numberText, percentText } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, LinkButton, Page, Section, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { hoursText } from './hours.ts';
import './processes.css';

const processHref = (key: string): string => `/lam-viec/quy-trinh/${encodeURIComponent(key)}`;

/** Quy trình nội bộ: how far the procedures handled here have one of their own, and every process by name. */
export function Processes({ query, mayWrite, mayImport }: { readonly query: URLSearchParams; readonly mayWrite: boolean; readonly mayImport: boolean }): ReactElement {
  const t = useWords();
  useTitle(t('work.title', { list: t('process.title') }));
  return (
    <Page title={t('process.title')}>
      <p className="text muted">{t('process.what')}</p>
      {mayImport && <p><LinkButton href="/lam-viec/nap-quy-trinh">{t('process.import')}</LinkButton></p>}
      <Coverage mayWrite={mayWrite} />
      <List words={query.get('tim') ?? ''} />
    </Page>
  );
}

function Coverage({ mayWrite }: { readonly mayWrite: boolean }): ReactElement {
  const t = useWords();
  const coverage = useInfiniteQuery({ queryKey: ['process-coverage'], initialPageParam: '', getNextPageParam: ({ next }: ProcessCoverage) => next ?? undefined, queryFn: ({ pageParam }) => ask(ProcessCoverage, '/api/process-coverage', { after: pageParam }) });
  return (
    <Section id="do-phu" title={t('process.coverage')}>
      <Asked answer={coverage} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ pages }) => {
          const [first] = pages;
          const rows = pages.flatMap((page) => page.rows);
          if (first === undefined) return null;
          return (
            <>
              <p className="text"><strong className="num">{percentText(first.pairs === 0 ? 1 : first.published / first.pairs)}</strong> {t('process.coverage.of', { published: numberText(first.published), pairs: numberText(first.pairs) })}</p>
              <svg className="coverage-bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={t('process.coverage.bar', { published: first.published, model: first.model, missing: first.missing })}>
                <rect className="is-published" x="0" y="0" width={part(first.published, first.pairs)} height="4" />
                <rect className="is-model" x={part(first.published, first.pairs)} y="0" width={part(first.model, first.pairs)} height="4" />
              </svg>
              <p className="muted small">{t('process.coverage.rest', { model: numberText(first.model), missing: numberText(first.missing) })}</p>
              {rows.length === 0 ? <EmptyState><p>{t('process.coverage.full')}</p></EmptyState> : (
                <details className="more" open={first.missing > 0}>
                  <summary>{t('process.coverage.list')}</summary>
                  <DataTable
                    caption={t('process.coverage.caption', { count: rows.length })} rows={rows} rowKey={({ code, process }) => `${code} ${process}`}
                    columns={[
                      { id: 'procedure', title: t('process.procedure'), isRowTitle: true, cell: ({ code, name }) => <><span className="code">{code}</span><br />{name}</> },
                      { id: 'agencies', title: t('process.agencies'), cell: ({ agencies, first: named }) => t('process.agencies.named', { names: named.join(', '), more: agencies - named.length }) },
                      { id: 'state', title: t('process.now'), cell: ({ state, process }) => <><Tag tone={state === 'missing' ? 'lacquer' : 'turmeric'} sign={state === 'missing' ? 'circle-x' : 'triangle-alert'}>{t(state === 'missing' ? 'process.state.missing' : 'process.state.model')}</Tag> <a className="small" href={processHref(process)}>{process}</a></> },
                      ...(mayWrite ? [{ id: 'begin', title: t('work.acts'), cell: ({ code, name, process }: ProcessCoverage['rows'][number]) => <a href={`/lam-viec/quy-trinh/${encodeURIComponent(code)}/ve?mau=${encodeURIComponent(process)}`} aria-label={t('process.begin-for', { name })}>{t('process.begin')}</a> }] : []),
                    ]}
                  />
                  {coverage.hasNextPage && <Button busy={coverage.isFetchingNextPage} onPress={() => { void coverage.fetchNextPage(); }}>{t('process.more')}</Button>}
                </details>
              )}
            </>
          );
        }}
      </Asked>
    </Section>
  );
}

const part = (count: number, of: number): number => (of === 0 ? 0 : (count / of) * 100);

function List({ words }: { readonly words: string }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(words);
  const list = useInfiniteQuery({ queryKey: ['processes', words], initialPageParam: '', getNextPageParam: ({ next }: ReturnType<typeof ProcessPage.parse>) => next ?? undefined, queryFn: ({ pageParam }) => ask(ProcessPage, '/api/processes', { q: words, after: pageParam }) });
  return (
    <Section id="danh-sach" title={t('process.list')}>
      <form className="row" role="search" onSubmit={(event) => { event.preventDefault(); goTo(withQuery({ tim: typed.trim() }), { replace: true }); }}>
        <TextField name="tim" label={t('process.find')} value={typed} onChange={setTyped} />
        <Button type="submit">{t('process.search')}</Button>
      </form>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ pages }) => {
          const rows = pages.flatMap(({ processes }) => processes);
          return rows.length === 0 ? <EmptyState><p>{t('process.none')}</p></EmptyState> : (
            <>
              <DataTable
                caption={t('process.caption', { count: rows.length })} rows={rows} rowKey={({ key }) => key}
                columns={[
                  { id: 'name', title: t('process.name'), isRowTitle: true, cell: ({ key, name }) => <><a href={processHref(key)}>{name}</a><br /><span className="code muted">{key}</span></> },
                  { id: 'version', title: t('process.version'), cell: ({ version, validFrom }) => t('process.version.since', { version, day: dayText(validFrom) }) },
                  { id: 'steps', title: t('process.steps'), figures: true, cell: ({ steps }) => numberText(steps) },
                  { id: 'hours', title: t('process.hours'), figures: true, cell: ({ hours }) => hoursText(hours) },
                  { id: 'running', title: t('process.running'), figures: true, cell: ({ running }) => numberText(running) },
                ]}
              />
              {list.hasNextPage && <Button busy={list.isFetchingNextPage} onPress={() => { void list.fetchNextPage(); }}>{t('process.more')}</Button>}
            </>
          );
        }}
      </Asked>
    </Section>
  );
}
