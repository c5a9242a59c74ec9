// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ArchivedDossiers } from '@motcua/archive/contract';
import { dayText, shortName } from '@motcua/i18n';
import { Asked, Button, Code, DataTable, EmptyState, Page, Select, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { AgencyFilter, KeptFor } from './filter.tsx';
import { OpenDialog } from './open-dialog.tsx';

type Line = ArchivedDossiers['dossiers'][number];

const looks = { waiting: { tone: 'turmeric', sign: 'clock' }, kept: { tone: 'leaf', sign: 'archive' }, over: { tone: 'turmeric', sign: 'triangle-alert' }, destroyed: { tone: 'ink', sign: 'circle-x' } } as const;
const states = ['kept', 'over', 'destroyed'] as const;

const orNone = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text);

/** Hồ sơ lưu trữ: finding an archived dossier, what became of it, and looking into it with a reason. */
export function ArchivedPage({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(query.get('tim') ?? '');
  const asked = { find: orNone(query.get('tim')), agency: orNone(query.get('co-quan')), state: orNone(query.get('tinh-trang')), year: orNone(query.get('nam')), after: orNone(query.get('sau')) };
  const found = useQuery({ queryKey: ['archived', asked], queryFn: () => ask(ArchivedDossiers, '/api/archive/dossiers', asked) });
  useTitle(t('work.title', { list: t('archive.find') }));
  const set = (name: string) => (value: string): void => { goTo(withQuery({ [name]: value, sau: '' }), { replace: true }); };
  return (
    <Page title={t('archive.find')}>
      <p className="muted">{t('archive.about.find')}</p>
      <form className="row" role="search" onSubmit={(event) => { event.preventDefault(); set('tim')(typed); }}>
        <div><TextField name="tim" label={t('archive.find-text')} value={typed} onChange={setTyped} typing={{ type: 'search' }} /></div>
        <div><Select name="tinh-trang" label={t('archive.state')} empty={t('search.any')} value={query.get('tinh-trang') ?? ''} choices={states.map((value) => ({ value, label: t(`archive.state.${value}`) }))} onChange={set('tinh-trang')} /></div>
        <div><Select name="nam" label={t('archive.year')} empty={t('search.any')} value={query.get('nam') ?? ''} choices={yearsTo(found.data?.thisYear).map((value) => ({ value, label: value }))} onChange={set('nam')} /></div>
        <AgencyFilter agencies={found.data?.agencies ?? []} value={query.get('co-quan') ?? ''} />
        <Button type="submit">{t('act.search')}</Button>
      </form>
      <Asked answer={found} loading={t('loading.dossiers')} describe={(error) => failureWords(failureOf(error))}>
        {({ dossiers, mayOpen, next }) => dossiers.length === 0 ? <EmptyState><p>{t('archive.find-none')}</p></EmptyState> : (
          <>
            <Lines dossiers={dossiers} mayOpen={mayOpen} />
            {next !== null && <Button onPress={() => { goTo(withQuery({ sau: next })); }}>{t('act.more')}</Button>}
          </>
        )}
      </Asked>
    </Page>
  );
}

/** The last twenty years, newest first. */
const yearsTo = (year: number | undefined): readonly string[] => (year === undefined ? [] : Array.from({ length: 20 }, (_none, ago) => String(year - ago)));

function Lines({ dossiers, mayOpen }: { readonly dossiers: readonly Line[]; readonly mayOpen: boolean }): ReactElement {
  const t = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      <DataTable
        caption={t('archive.find-caption', { count: dossiers.length })} rows={dossiers} rowKey={({ code }) => code} hasLongTitles
        columns={[
          { id: 'code', title: t('archive.dossier'), isRowTitle: true, cell: ({ code, agencyName }) => <><Code code={code} /><br /><span className="muted small">{agencyName}</span></> },
          { id: 'procedure', title: t('archive.procedure'), cell: ({ procedure }) => shortName(procedure) },
          { id: 'ended', title: t('archive.ended'), cell: ({ endedOn }) => <span className="num">{dayText(endedOn)}</span> },
          { id: 'kept', title: t('archive.kept'), cell: ({ retention, keptUntil }) => <KeptFor words={retention} until={keptUntil} /> },
          { id: 'batch', title: t('archive.batches'), cell: ({ batch }) => <a href={`/lam-viec/bien-ban-luu/${batch.id}`}>{t('archive.batch', { number: batch.number })}</a> },
          { id: 'state', title: t('archive.state'), cell: ({ state, decision }) => <><Tag {...looks[state]}>{t(`archive.state.${state}`)}</Tag>{decision !== null && <><br /><span className="muted small">{decision}</span></>}</> },
          ...(mayOpen ? [{ id: 'open', title: t('work.acts'), cell: ({ code, state }: Line) => (state === 'destroyed' ? null : <Button label={t('archive.open-title', { code })} onPress={() => { setOpened(code); }}>{t('archive.open')}</Button>) }] : []),
        ]}
      />
      {opened !== null && <OpenDialog code={opened} onClose={() => { setOpened(null); }} />}
    </>
  );
}
