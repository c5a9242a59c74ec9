// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ProcessView } from '@motcua/workflow/contract';
import type { ProcessVersion } from '@motcua/workflow/contract';
import { dayText, momentText, numberText } from '@motcua/i18n';
import { Asked, DataTable, Facts, LinkButton, Page, Section, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { hoursText } from './hours.ts';
import { StepList } from './step-list.tsx';
import './processes.css';

/** One process: its versions, the step table of one of them, the papers made from it. */
export function Process({ code, query, mayWrite }: { readonly code: string; readonly query: URLSearchParams; readonly mayWrite: boolean }): ReactElement {
  const t = useWords();
  const version = query.get('ban') ?? undefined;
  const answer = useQuery({ queryKey: ['process', code, version], queryFn: () => ask(ProcessView, `/api/processes/${encodeURIComponent(code)}`, { version }) });
  useTitle(t('work.title', { list: answer.data?.name ?? t('process.title') }));
  return (
    <Page title={answer.data?.name ?? t('process.title')} before={<p className="breadcrumb"><a href="/lam-viec/quy-trinh">{t('process.title')}</a></p>}>
      <Asked answer={answer} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(view) => <Shown view={view} mayWrite={mayWrite} />}
      </Asked>
    </Page>
  );
}

function Shown({ view, mayWrite }: { readonly view: ProcessView; readonly mayWrite: boolean }): ReactElement {
  const t = useWords();
  const { key, versions, shown, rows } = view;
  const at = versions.find(({ version }) => version === shown);
  const newest = versions[0];
  const behind = versions.filter(({ version }) => version !== newest?.version).reduce((sum, { running }) => sum + running, 0);
  const href = `/lam-viec/quy-trinh/${encodeURIComponent(key)}`;
  return (
    <>
      <Head view={view} at={at} />
      <p className="row">
        {mayWrite && <LinkButton look="primary" href={`${href}/ve`}>{t('process.draw')}</LinkButton>}
        {versions.length > 1 && <LinkButton href={`${href}/so-sanh`}>{t('process.compare')}</LinkButton>}
      </p>
      {behind > 0 && newest !== undefined && <p className="text">{t('process.staying', { count: behind, newest: newest.version })} <a href={`/lam-viec/chuyen-ban?quy-trinh=${encodeURIComponent(key)}`}>{t('process.move')}</a></p>}
      <Section id="cac-buoc" title={t('process.table', { version: shown })}><StepList caption={t('process.table.caption', { steps: at?.steps ?? 0, hours: hoursText(at?.hours ?? 0) })} rows={rows} /></Section>
      <Section id="cac-ban" title={t('process.versions')}><Versions {...{ versions, shown, href }} /></Section>
    </>
  );
}

function Head({ view, at }: { readonly view: ProcessView; readonly at: ProcessVersion | undefined }): ReactElement {
  const t = useWords();
  const { key, symbol, procedures, used } = view;
  return (
    <Facts facts={[
      { term: t('process.key'), value: <span className="code">{key}</span> },
      ...(symbol === '' ? [] : [{ term: t('process.symbol'), value: symbol }]),
      { term: t('process.procedures'), value: procedures.length === 0 ? t('process.procedures.none') : <ul role="list">{procedures.map(({ code, name }) => <li key={code}><a href={`/thu-tuc/${encodeURIComponent(code)}`}>{code}</a> {name}</li>)}</ul> },
      ...(used.count === 0 ? [] : [{ term: t('process.used'), value: <ul role="list">{used.first.map(({ code, name }) => <li key={code}><a href={`/thu-tuc/${encodeURIComponent(code)}/quy-trinh?ma=${encodeURIComponent(key)}`}>{t('process.public', { code })}</a> {name}</li>)}{used.count > used.first.length && <li>{t('process.used.more', { count: used.count - used.first.length })}</li>}</ul> }]),
      { term: t('process.size'), value: t('process.size.text', { steps: at?.steps ?? 0, hours: hoursText(at?.hours ?? 0) }) },
    ]} />
  );
}

function Versions({ versions, shown, href }: { readonly versions: readonly ProcessVersion[]; readonly shown: number; readonly href: string }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('process.versions.caption', { count: versions.length })} rows={versions} rowKey={({ version }) => String(version)}
      columns={[
        { id: 'version', title: t('process.version'), isRowTitle: true, cell: ({ version, isInForce }) => <>{version === shown ? t('process.version.shown', { version }) : <a href={`${href}?ban=${String(version)}`}>{t('process.version.no', { version })}</a>} {isInForce && <Tag tone="leaf" sign="circle-check">{t('process.in-force')}</Tag>}</> },
        { id: 'from', title: t('process.valid-from'), cell: ({ validFrom }) => <span className="num">{dayText(validFrom)}</span> },
        { id: 'decision', title: t('process.decision'), cell: ({ decision }) => decision === null ? '–' : t('process.decision.text', { number: decision.number, day: dayText(decision.date) }) },
        { id: 'published', title: t('process.published'), cell: ({ publishedAt, publishedBy }) => <>{momentText(publishedAt)}<br /><span className="muted small">{publishedBy}</span></> },
        { id: 'steps', title: t('process.steps'), figures: true, cell: ({ steps }) => numberText(steps) },
        { id: 'hours', title: t('process.hours'), figures: true, cell: ({ hours }) => hoursText(hours) },
        { id: 'running', title: t('process.running'), figures: true, cell: ({ running }) => numberText(running) },
      ]}
    />
  );
}
