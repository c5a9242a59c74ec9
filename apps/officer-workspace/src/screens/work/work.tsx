// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Asked, Button, EmptyState, MessageArea, Page, useWords } from '@motcua/ui';
import { timeText } from '@motcua/i18n';
import type { DossierRow } from '@motcua/dossiers/contract';
import { failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { useWork, useWorkCounts } from '../../api.ts';
import type { WorkListName } from '../../api.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { LostOriginals } from '../papers/lost-originals.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CloseBar } from './close-bar.tsx';
import { Peek } from './peek.tsx';
import { DossierRows, groupedByDue } from './rows.tsx';

const tabNames = ['todo', 'waiting', 'paused', 'done-today'] as const;

/** Việc của tôi, and the other lists of work: what is owed first stands first; news never moves a row under the focus. */
export function Work({ list, tabs = false }: { readonly list: WorkListName; readonly tabs?: boolean }): ReactElement {
  const t = useWords();
  const Bar = list === 'to-close' ? CloseBar : BulkBar;
  const work = useWork(list);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [peeked, setPeeked] = useState<DossierRow | null>(null);
  const [said, setSaid] = useState<string>('');
  useTitle(t('work.title', { list: t(`work.list.${list}`) }));
  const rows = work.data?.pages.flatMap(({ dossiers }) => dossiers) ?? [];
  const asOf = work.data?.pages[0]?.asOf ?? '';
  return (
    <Page title={t(`work.list.${list}`)} before={tabs ? <Tabs list={list} /> : undefined} message={<MessageArea onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      {tabs && <LostOriginals />}
      <News list={list} />
      <Asked answer={work} loading={t('loading.dossiers')} describe={(error) => failureWords(failureOf(error))}>
        {() => rows.length === 0 ? <EmptyState><p>{t(`work.none.${list}`)}</p></EmptyState> : (
          <div className="with-peek">
            <div className="stack stretch">
              <Bar rows={rows.filter(({ code }) => selected.includes(code))} onDone={(summary, failed) => { setSaid(summary); setSelected(failed); }} />
              <DossierRows groups={groupedByDue(rows, asOf, t)} now={asOf} selected={selected} peeked={peeked?.code ?? null} onSelect={setSelected} onPeek={setPeeked} />
              {work.hasNextPage && <Button busy={work.isFetchingNextPage} onPress={() => { void work.fetchNextPage(); }}>{t('act.more')}</Button>}
              <p className="muted small">{t('as-of', { time: timeText(asOf) })}</p>
            </div>
            <Peek row={peeked ?? rows[0] ?? null} now={asOf} />
          </div>
        )}
      </Asked>
    </Page>
  );
}

function Tabs({ list }: { readonly list: WorkListName }): ReactElement {
  const t = useWords();
  const counts = useWorkCounts().data?.counts ?? {};
  return (
    <nav className="tabs" aria-label={t('work.tabs')}>
      {tabNames.map((name) => (
        <a key={name} href={name === 'todo' ? '/lam-viec' : `/lam-viec?nhom=${name}`} {...(name === list ? { 'aria-current': 'page' as const } : {})}>
          {t(name === 'todo' ? 'work.tab.todo' : `work.list.${name}`)} <span className="num">{counts[name] ?? ''}</span>
        </a>
      ))}
    </nav>
  );
}

/** New work waits behind a line until the officer wants it. */
function News({ list }: { readonly list: WorkListName }): ReactElement | null {
  const t = useWords();
  const queries = useQueryClient();
  const [count, setCount] = useState(0);
  useEffect(() => {
    const onNews = (): void => { setCount((before) => before + 1); };
    addEventListener('motcua:news', onNews);
    return () => { removeEventListener('motcua:news', onNews); };
  }, []);
  const show = (): void => { setCount(0); void queries.invalidateQueries({ queryKey: ['work', list] }); };
  useKeys({ 'Alt+KeyN': count > 0 ? show : undefined });
  return count === 0 ? null : <p className="strip row" role="status">{t('work.news', { count })} <button type="button" className="link-button" onClick={show}>{t('work.show-news')}</button></p>;
}
