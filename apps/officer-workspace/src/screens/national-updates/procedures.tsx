// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { NationalItems, type NationalDecided, type NationalUpdateView } from '@motcua/catalogue/contract';
import { DifferenceView } from '@motcua/proposals/contract';
import { dayText, momentShort, shortName } from '@motcua/i18n';
import { Asked, Button, Checkbox, DataTable, Dialog, EmptyState, Tag, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import type { z } from 'zod';
import { Difference } from '../proposals/difference.tsx';
import { type DecisionAct, DecideDialog } from './decide-dialog.tsx';

type Item = NationalItems['items'][number];
type Kind = Item['kind'];
type Results = z.infer<typeof NationalDecided>['results'];
type Said = { readonly tone: 'good' | 'warning'; readonly text: string };

const looks = { open: { tone: 'celadon', sign: 'clock' }, approved: { tone: 'leaf', sign: 'circle-check' }, rejected: { tone: 'ink', sign: 'circle-x' } } as const;
const mostAtOnce = 500;

/** Procedures of one kind: looked at one by one, decided on together. */
export function Procedures({ update, kind, onSaid }: { readonly update: NationalUpdateView; readonly kind: Kind; readonly onSaid: (said: Said) => void }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<DecisionAct | null>(null);
  const [looked, setLooked] = useState<Item | null>(null);
  const path = `/api/catalogue/national-updates/${update.id}`;
  const list = useInfiniteQuery({
    queryKey: ['national-updates', update.id, kind], initialPageParam: '', getNextPageParam: ({ next }: NationalItems) => next ?? undefined,
    queryFn: ({ pageParam }) => ask(NationalItems, `${path}/procedures`, { kind, after: pageParam === '' ? undefined : pageParam }),
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.filter(({ state }) => state === 'open');
  const codes = open.filter(({ code }) => chosen.has(code)).map(({ code }) => code).slice(0, mostAtOnce);
  const choose = (code: string, isIn: boolean): void => { const next = new Set(chosen); if (isIn) next.add(code); else next.delete(code); setChosen(next); };
  const done = (results: Results): void => {
    const failed = results.filter(({ ok }) => !ok);
    setAct(null);
    setChosen(new Set(failed.map(({ code }) => code)));
    onSaid({ tone: failed.length === 0 ? 'good' : 'warning', text: [t(`national.done.${act ?? 'approval'}`, { done: results.length - failed.length, total: results.length }), ...failed.slice(0, 10).map(({ code, text }) => `${code}: ${text ?? ''}`)].join(' · ') });
    void queries.invalidateQueries({ queryKey: ['national-updates'] });
    void queries.invalidateQueries({ queryKey: ['catalogue'] });
  };
  return (
    <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {() => items.length === 0 ? <EmptyState><p>{kind === 'gone' && !update.isWhole ? t('national.none.part') : t(`national.none.${kind}`)}</p></EmptyState> : (
        <>
          {update.mayDecide && open.length > 0 && (
            <div className="row strip" role="group" aria-label={t('national.bulk')}>
              <Checkbox name="chon-tat-ca" label={t('national.choose-all', { count: open.length })} checked={codes.length === Math.min(open.length, mostAtOnce)} onChange={(isIn) => { setChosen(new Set(isIn ? open.map(({ code }) => code) : [])); }} />
              <strong role="status">{t('national.chosen', { count: codes.length })}</strong>
              <Button look="primary" onPress={() => { if (codes.length > 0) setAct('approval'); else onSaid({ tone: 'warning', text: t('national.choose-first') }); }}>{t(kind === 'gone' ? 'national.act.abolition' : 'national.act.approval')}</Button>
              <Button onPress={() => { if (codes.length > 0) setAct('rejection'); else onSaid({ tone: 'warning', text: t('national.choose-first') }); }}>{t('national.act.rejection')}</Button>
            </div>
          )}
          <DataTable
            caption={t(`national.items.${kind}`, { count: update[kind] })} rows={items} rowKey={({ code }) => code}
            columns={[
              { id: 'name', title: t('catalogue.procedure'), isRowTitle: true, cell: (item) => <Named item={item} box={update.mayDecide && item.state === 'open' ? { isIn: chosen.has(item.code), set: (isIn) => { choose(item.code, isIn); } } : null} /> },
              ...(kind === 'gone' ? [] : [{ id: 'decision', title: t('versions.decision'), cell: (item: Item) => <Stated item={item} /> }]),
              { id: 'state', title: t('national.state'), cell: (item) => <Standing item={item} /> },
              { id: 'look', title: t('work.acts'), cell: (item) => <Button label={`${t(`national.look.${kind}`)}: ${item.code}`} onPress={() => { setLooked(item); }}>{t(`national.look.${kind}`)}</Button> },
            ]}
          />
          {list.hasNextPage && <Button busy={list.isFetchingNextPage} onPress={() => { void list.fetchNextPage(); }}>{t('act.more')}</Button>}
          {looked !== null && <LookDialog path={path} item={looked} onClose={() => { setLooked(null); }} />}
          {act !== null && <DecideDialog act={act} path={path} codes={codes} today={update.today} needsDecision={kind === 'gone' || items.some(({ code, decision }) => codes.includes(code) && decision === null)} isGone={kind === 'gone'} onClose={() => { setAct(null); }} onDone={done} />}
        </>
      )}
    </Asked>
  );
}

function Named({ item: { code, name, baseVersion }, box }: { readonly item: Item; readonly box: { readonly isIn: boolean; readonly set: (isIn: boolean) => void } | null }): ReactElement {
  const t = useWords();
  const under = <span className="muted small"><span className="num">{code}</span>{baseVersion !== null && <> · <a href={`/lam-viec/danh-muc/${encodeURIComponent(code)}`}>{t('national.here', { version: baseVersion })}</a></>}</span>;
  return <>{box === null ? shortName(name) : <Checkbox name={`chon-${code}`} label={shortName(name)} checked={box.isIn} onChange={box.set} />}{box === null && <br />}{under}</>;
}

function Stated({ item: { decision, missing } }: { readonly item: Item }): ReactElement {
  const t = useWords();
  return <>{decision === null ? t('national.no-decision') : `${decision.number}, ${dayText(decision.date)}`}{missing.length > 0 && <><br /><span className="due soon">{t('national.missing', { parts: missing.map((part) => t(`part.${part}`)).join(', ') })}</span></>}</>;
}

function Standing({ item: { state, note, version, decidedBy, decidedAt } }: { readonly item: Item }): ReactElement {
  const t = useWords();
  return (
    <>
      <Tag tone={looks[state].tone} sign={looks[state].sign}>{t(`national.state.${state}`)}</Tag>
      {decidedBy !== null && decidedAt !== null && <><br /><span className="muted small">{decidedBy}, {momentShort(decidedAt)}{version !== null && ` · ${t('versions.number', { version })}`}</span></>}
      {note !== null && <><br /><span className="small">{note}</span></>}
    </>
  );
}

/** What the record changes here, by meaning; asked for when somebody looks. */
function LookDialog({ path, item, onClose }: { readonly path: string; readonly item: Item; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const found = useQuery({ queryKey: ['national-difference', path, item.code], queryFn: () => ask(DifferenceView, `${path}/procedures/${encodeURIComponent(item.code)}/difference`) });
  return (
    <Dialog title={shortName(item.name)} onClose={onClose} broad>
      <p className="muted">{item.baseVersion === null ? t('national.look-new') : t(`national.look-against.${item.kind}`, { version: item.baseVersion })}</p>
      <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>{({ lines }) => <Difference lines={lines} />}</Asked>
      <div className="row end"><Button onPress={onClose}>{t('national.close')}</Button></div>
    </Dialog>
  );
}
