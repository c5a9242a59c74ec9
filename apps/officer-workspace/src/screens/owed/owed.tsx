// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { momentInList, momentText, numberText, shortName, withoutNumber } from '@motcua/i18n';
import type { MessageId } from '@motcua/i18n';
import { Owed, OwedQuery } from '@motcua/dossiers/contract';
import type { OwedGroup, OwedRow, OwedState } from '@motcua/dossiers/contract';
import { Asked, Button, Code, DataTable, DueText, EmptyState, Page, Section, StatusTag, WorkList, shownStatusOf, useWords } from '@motcua/ui';
import type { DueState } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { AlertLine } from '../work/alert.tsx';

type Kept = Omit<OwedQuery, 'after'>;
type Tally = { readonly key: Exclude<keyof OwedGroup, 'key' | 'name'>; readonly word: MessageId; readonly narrow: Pick<Kept, 'state' | 'unclaimed'>; readonly look?: string };

const tallies: readonly Tally[] = [
  { key: 'overdue', word: 'owed.overdue', narrow: { state: 'overdue' }, look: 'late' }, { key: 'today', word: 'owed.today', narrow: { state: 'today' }, look: 'soon' },
  { key: 'later', word: 'owed.later', narrow: { state: 'later' } }, { key: 'waiting', word: 'owed.waiting', narrow: { state: 'waiting' } }, { key: 'unclaimed', word: 'owed.unclaimed', narrow: { unclaimed: true } },
];

const dueState: Readonly<Record<OwedState, DueState>> = { overdue: 'overdue', today: 'due-soon', later: 'running', waiting: 'paused' };

const address = (kept: Kept): string => {
  const pairs = Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? '/lam-viec/hom-nay' : `/lam-viec/hom-nay?${new URLSearchParams(pairs).toString()}`;
};

const useOwed = (kept: Kept): ReturnType<typeof useInfiniteQuery<Owed>> => useInfiniteQuery({
  queryKey: ['work', 'owed', kept], initialPageParam: '', getNextPageParam: ({ next }: Owed) => next ?? undefined, refetchInterval: 60_000,
  queryFn: ({ pageParam }) => ask(Owed, '/api/owed', { ...kept, unclaimed: kept.unclaimed === true ? 'true' : undefined, after: pageParam }),
});

/** Phải xong hôm nay: for an officer the own work; for who leads, who owes what, by agency, unit and officer. Every number opens its list; the address keeps what is looked at. */
export function OwedToday({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const read = OwedQuery.omit({ after: true }).safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  const kept: Kept = read.success ? read.data : {};
  const owed = useOwed(kept);
  useTitle(t('work.title', { list: t('owed.title') }));
  const first = owed.data?.pages[0];
  return (
    <Page title={t('owed.title')} before={first?.mayLead === true ? <Tabs of={first.of} /> : undefined}>
      <Asked answer={owed} loading={t('loading.dossiers')} describe={(error) => failureWords(failureOf(error))}>
        {({ pages: [page] }) => page === undefined ? null : (
          <>
            <Where kept={kept} page={page} />
            <div className="figures">
              {tallies.map(({ key, word, narrow, look }) => <a key={key} href={address({ ...kept, state: undefined, unclaimed: undefined, ...narrow })} className={look ?? ''}><span>{t(word)}</span><span className="figure">{numberText(page.total[key])}</span></a>)}
            </div>
            {page.by !== null && page.groups.length > 0 && <Section id="noi-nao" title={t(`owed.by.${page.by}`)}><Groups by={page.by} groups={page.groups} kept={kept} /></Section>}
            <Section id="danh-sach" title={t(listWord(kept))}>
              <Rows rows={owed.data?.pages.flatMap(({ rows }) => rows) ?? []} now={page.asOf} />
              {owed.hasNextPage && <Button busy={owed.isFetchingNextPage} onPress={() => { void owed.fetchNextPage(); }}>{t('act.more')}</Button>}
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}

const listWord = ({ state, unclaimed }: Kept): MessageId => {
  if (unclaimed === true) return 'owed.unclaimed';
  return state === undefined ? 'owed.list' : `owed.${state}`;
};

function Tabs({ of }: { readonly of: Owed['of'] }): ReactElement {
  const t = useWords();
  return (
    <nav className="tabs" aria-label={t('owed.whose')}>
      {(['led', 'me'] as const).map((whose) => <a key={whose} href={address({ of: whose })} {...(whose === of ? { 'aria-current': 'page' as const } : {})}>{t(`owed.of.${whose}`)}</a>)}
    </nav>
  );
}

/** Where one is looking, and the way back up. */
function Where({ kept, page }: { readonly kept: Kept; readonly page: Owed }): ReactElement {
  const t = useWords();
  const { agency, unit, officer } = kept;
  const narrowed = [agency, unit, officer].some((part) => part !== undefined);
  return <p className="muted">{t('owed.as-of', { at: momentText(page.asOf) })} {narrowed && <a href={address({ of: kept.of })}>{t('owed.all-places')}</a>}</p>;
}

function Groups({ by, groups, kept }: { readonly by: NonNullable<Owed['by']>; readonly groups: readonly OwedGroup[]; readonly kept: Kept }): ReactElement {
  const t = useWords();
  const nameOf = ({ key, name }: OwedGroup): string => name ?? key ?? t(`owed.none.${by}`);
  const within = ({ key }: OwedGroup): Kept => ({ of: kept.of, agency: kept.agency, unit: kept.unit, officer: kept.officer, [by]: key ?? 'none' });
  return (
    <DataTable
      caption={t(`owed.caption.${by}`)} rows={groups} rowKey={({ key }) => key ?? ''}
      columns={[
        { id: 'name', title: t(`owed.column.${by}`), isRowTitle: true, cell: (group) => <a href={address(within(group))}>{nameOf(group)}</a> },
        ...tallies.map(({ key, word, narrow }) => ({
          id: key, title: t(word), figures: true,
          cell: (group: OwedGroup) => group[key] === 0 ? <span className="muted">0</span> : <a href={address({ ...within(group), ...narrow })}>{numberText(group[key])}<span className="hidden-visually"> {nameOf(group)}</span></a>,
        })),
        { id: 'open', title: t('owed.open'), figures: true, cell: ({ open }: OwedGroup) => numberText(open) },
      ]}
    />
  );
}

const groupOrder: readonly OwedState[] = ['overdue', 'today', 'later', 'waiting'];

function Rows({ rows, now }: { readonly rows: readonly OwedRow[]; readonly now: string }): ReactElement {
  const t = useWords();
  if (rows.length === 0) return <EmptyState><p>{t('owed.nothing')}</p></EmptyState>;
  const groups = groupOrder.map((state) => {
    const own = rows.filter(({ owed }) => owed.state === state);
    return { id: state, title: t(`owed.${state}`), count: own.length, rows: own };
  });
  return (
    <WorkList
      groups={groups} rowKey={({ code, owed, task }) => [code, owed.kind, task?.taskId ?? owed.agencyName].join(' ')} rowName={({ code, applicant }) => `${applicant}, ${code}`} rowHref={({ code }) => `/lam-viec/ho-so/${code}`}
      due={({ owed }) => <><DueText state={dueState[owed.state]} words={t(`owed.due.${owed.state}`)} /><span className="num">{owed.at === null ? '' : momentInList(owed.at, now)}</span></>}
      body={({ owed, procedure, applicant, code, alert }) => (
        <><span className="ellipsis">{owed.step === null ? t(`owed.kind.${owed.kind}`) : withoutNumber(owed.step)} · {shortName(procedure)}</span><span className="muted ellipsis">{applicant} · <Code code={code} /></span><AlertLine alert={alert} now={now} /></>
      )}
      side={({ status, owed }) => <><StatusTag status={shownStatusOf(status)} reader="officer" step={null} /><span className="muted">{[owed.officer ?? (owed.kind === 'step' ? t('owed.none.officer') : null), owed.agencyName].filter((part) => part !== null).join(' · ')}</span></>}
    />
  );
}
