// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { MoneyTaken } from '@motcua/dossiers/contract';
import { Asked, Button, type Column, DataTable, DateField, EmptyState, Moment, Page, useWords } from '@motcua/ui';
import { dayText, moneyText, numberText, officeDayOf, readDay } from '@motcua/i18n';
import { ask, failureOf, failureWords, faultsOf, nowIso, useTitle } from '@motcua/web-kit';

type Line = MoneyTaken['lines'][number];
const lastDay = '2099-12-31';

/** Sổ thu: what the one-stop shop took in a time, by purpose, with the receipts. */
export function MoneyTakenPage(): ReactElement {
  const t = useWords();
  const today = officeDayOf(nowIso());
  const [asked, setAsked] = useState({ from: `${today.slice(0, 8)}01`, to: today });
  const [typed, setTyped] = useState({ from: dayText(asked.from), to: dayText(asked.to) });
  const answer = useQuery({ queryKey: ['money-taken', asked], placeholderData: keepPreviousData, retry: false, queryFn: () => ask(MoneyTaken, `/api/figures/money?${new URLSearchParams(asked).toString()}`) });
  useTitle(t('work.title', { list: t('money-taken.title') }));
  const faults = answer.error === null ? [] : faultsOf(failureOf(answer.error));
  const faultOf = (field: string): string | undefined => faults.find((one) => one.field === field)?.text;
  const columns: readonly Column<Line>[] = [
    { id: 'at', title: t('money-taken.at'), cell: ({ at }) => <Moment at={at} /> },
    { id: 'dossier', title: t('check-log.dossier'), isRowTitle: true, cell: ({ dossier }) => <a className="num" href={`/lam-viec/ho-so/${encodeURIComponent(dossier)}`}>{dossier}</a> },
    { id: 'what', title: t('money-taken.what'), cell: ({ what }) => t(`money-taken.what.${what}`) },
    { id: 'receipt', title: t('digitise.receipt'), cell: ({ receiptNumber }) => <span className="num">{receiptNumber ?? t('money-taken.form-01')}</span> },
    { id: 'who', title: t('money-taken.who'), cell: ({ who }) => who },
    { id: 'amount', title: t('money-taken.amount'), figures: true, cell: ({ amountVnd }) => moneyText(amountVnd) },
  ];
  return (
    <Page title={t('money-taken.title')}>
      <p className="muted">{t('money-taken.about')}</p>
      <form className="row bottom" onSubmit={(event) => { event.preventDefault(); setAsked({ from: readDay(typed.from, lastDay) ?? typed.from, to: readDay(typed.to, lastDay) ?? typed.to }); }}>
        <div><DateField name="from" label={t('money-taken.from')} value={typed.from} error={faultOf('from')} onChange={(from) => { setTyped({ ...typed, from }); }} /></div>
        <div><DateField name="to" label={t('money-taken.to')} value={typed.to} error={faultOf('to')} onChange={(to) => { setTyped({ ...typed, to }); }} /></div>
        <Button type="submit">{t('money-taken.show')}</Button>
      </form>
      <Asked answer={answer} loading={t('loading.figures')} describe={(error) => failureWords(failureOf(error))}>
        {({ totalVnd, sums, lines, more }) => (lines.length === 0 ? <EmptyState><p>{t('money-taken.none')}</p></EmptyState> : (
          <>
            <p className="strong" role="status">{t('money-taken.total', { total: moneyText(totalVnd) })}</p>
            <ul className="lines" role="list">{sums.map(({ what, count, amountVnd }) => <li key={what}>{t('money-taken.sum', { what: t(`money-taken.what.${what}`), count: numberText(count), amount: moneyText(amountVnd) })}</li>)}</ul>
            <DataTable caption={t('money-taken.title')} columns={columns} rows={lines} rowKey={({ at, dossier, what }) => `${at} ${dossier} ${what}`} hasLongTitles />
            {more > 0 && <p className="muted">{t('money-taken.more', { more: numberText(more) })}</p>}
          </>
        ))}
      </Asked>
    </Page>
  );
}
