// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Asked, Button, EmptyState, Page, Select, TextField, shownStatusOf, useWords, wordOf } from '@motcua/ui';
import type { MessageId } from '@motcua/i18n';
import { timeText } from '@motcua/i18n';
import { DossierQuery, DossierStatus } from '@motcua/dossiers/contract';
import type { DossierRow } from '@motcua/dossiers/contract';
import { failureOf, failureWords, goTo, useTitle, withQuery } from '@motcua/web-kit';
import { useDossiers } from '../../api.ts';
import { Peek } from '../work/peek.tsx';
import { DossierRows, groupedByDue } from '../work/rows.tsx';

const standings: Readonly<Record<string, MessageId>> = {
  'due-soon': 'standing.due-soon', 'overdue': 'standing.overdue', 'in-progress': 'standing.in-progress', 'received-today': 'standing.received-today',
  'early': 'standing.early', 'on-time': 'standing.on-time', 'late': 'standing.late', 'finished-today': 'standing.finished-today',
};

/** Tất cả hồ sơ: the filter lives in the address, so that a link shows a colleague the same list. */
export function AllDossiers({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const read = DossierQuery.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  const filter = read.success ? read.data : {};
  const dossiers = useDossiers(filter);
  const [typed, setTyped] = useState(filter.q ?? '');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [peeked, setPeeked] = useState<DossierRow | null>(null);
  useTitle(t('work.title', { list: t('work.all') }));
  const rows = dossiers.data?.pages.flatMap((page) => page.dossiers) ?? [];
  const asOf = dossiers.data?.pages[0]?.asOf ?? '';
  const set = (name: string) => (value: string): void => { goTo(withQuery({ [name]: value }), { replace: true }); };
  return (
    <Page title={t('work.all')}>
      <form className="row" role="search" onSubmit={(event) => { event.preventDefault(); set('q')(typed); }}>
        <div><TextField name="q" label={t('search.dossiers')} value={typed} onChange={setTyped} typing={{ type: 'search' }} /></div>
        <div><Select name="status" label={t('search.status')} empty={t('search.any')} value={filter.status ?? ''} onChange={set('status')} choices={DossierStatus.options.map((status) => ({ value: status, label: t(wordOf(shownStatusOf(status), 'officer')) }))} /></div>
        <div><Select name="standing" label={t('search.standing')} empty={t('search.any')} value={filter.standing ?? ''} onChange={set('standing')} choices={Object.entries(standings).map(([value, word]) => ({ value, label: t(word) }))} /></div>
        <Button type="submit">{t('act.search')}</Button>
        {query.size > 0 && <a href="/lam-viec/ho-so">{t('search.clear')}</a>}
      </form>
      <Asked answer={dossiers} loading={t('loading.dossiers')} describe={(error) => failureWords(failureOf(error))}>
        {() => rows.length === 0 ? <EmptyState><p>{t('search.no-dossiers')}</p></EmptyState> : (
          <div className="with-peek">
            <div className="stack stretch">
              <DossierRows groups={groupedByDue(rows, asOf, t)} now={asOf} selected={selected} peeked={peeked?.code ?? null} onSelect={setSelected} onPeek={setPeeked} />
              {dossiers.hasNextPage && <Button busy={dossiers.isFetchingNextPage} onPress={() => { void dossiers.fetchNextPage(); }}>{t('act.more')}</Button>}
              <p className="muted small">{t('as-of', { time: timeText(asOf) })}</p>
            </div>
            <Peek row={peeked} now={asOf} />
          </div>
        )}
      </Asked>
    </Page>
  );
}

