// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ReviewPlan } from '@motcua/reform/contract';
import { dayText, moneyText, shortName } from '@motcua/i18n';
import { Asked, Button, DataTable, EmptyState, Message, MessageArea, Page, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, newClientKey, useTitle, withQuery } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import { EntryDialog, dayOf } from '../registers/entry-dialog.tsx';
import { ReviewState } from './review-state.tsx';

type Entry = 'plan' | 'send' | null;

/** Rà soát: the plan of a year, when it is owed and was sent, how each procedure's review stands. */
export function Reviews({ query }: { readonly query: URLSearchParams }): ReactElement {
  const t = useWords();
  const year = query.get('nam') ?? undefined;
  const [entry, setEntry] = useState<Entry>(null);
  const [said, setSaid] = useState('');
  const plan = useQuery({ queryKey: ['reviews', year], queryFn: () => ask(ReviewPlan, '/api/reviews', { year }) });
  useTitle(t('work.title', { list: t('review.title') }));
  const done = (words: string) => (): void => { setEntry(null); setSaid(words); };
  return (
    <Page title={t('review.title')} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
      <Asked answer={plan} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {(known) => (
          <>
            <nav className="tabs" aria-label={t('review.years')}>{known.years.map((each) => <a key={each} href={withQuery({ nam: String(each) })} {...(each === known.year ? { 'aria-current': 'page' as const } : {})}>{each}</a>)}</nav>
            <Sending plan={known} onEntry={setEntry} />
            <Planned plan={known} />
            {entry === 'plan' && <PlanOne year={known.year} onClose={() => { setEntry(null); }} onDone={done(t('review.planned'))} />}
            {entry === 'send' && <SendOne year={known.year} onClose={() => { setEntry(null); }} onDone={done(t('review.sent-noted'))} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function Sending({ plan, onEntry }: { readonly plan: ReviewPlan; readonly onEntry: (entry: Entry) => void }): ReactElement {
  const t = useWords();
  const { sent, sendBy, sendBasis, lateDays, mayPlan, year } = plan;
  return (
    <Section id="ke-hoach" title={t('review.plan-of', { year })}>
      {sendBy !== null && <p className="muted">{t('review.send-by', { day: dayText(sendBy), basis: sendBasis ?? '' })}</p>}
      {sent !== null && <Message tone={sent.lateDays > 0 ? 'warning' : 'good'}>{t(sent.lateDays > 0 ? 'review.sent-late' : 'review.sent', { number: sent.number, day: dayText(sent.day), by: sent.by, days: sent.lateDays })}</Message>}
      {sent === null && lateDays > 0 && <Message tone="bad">{t('review.not-sent', { year, days: lateDays })}</Message>}
      {mayPlan && <div className="row"><Button look="primary" onPress={() => { onEntry('plan'); }}>{t('review.add')}</Button>{sent === null && plan.reviews.length > 0 && <Button onPress={() => { onEntry('send'); }}>{t('review.note-sent')}</Button>}</div>}
    </Section>
  );
}

function Planned({ plan: { reviews, year } }: { readonly plan: ReviewPlan }): ReactElement {
  const t = useWords();
  if (reviews.length === 0) return <EmptyState><p>{t('review.none', { year })}</p></EmptyState>;
  const saved = reviews.reduce((sum, { savingVnd }) => sum + (savingVnd ?? 0), 0);
  return (
    <DataTable
      caption={t('review.caption', { count: reviews.length, approved: reviews.filter(({ state }) => state === 'approved').length, saved: moneyText(saved) })} rows={reviews} rowKey={({ id }) => id} hasLongTitles
      columns={[
        { id: 'name', title: t('catalogue.procedure'), isRowTitle: true, cell: ({ id, code, name }) => <><a href={`/lam-viec/ra-soat/${id}`}>{shortName(name)}</a><br /><span className="muted small num">{code}</span></> },
        { id: 'state', title: t('proposal.state'), cell: (row) => <ReviewState review={row} /> }, { id: 'due', title: t('review.due'), cell: ({ due }) => <span className="num">{dayText(due)}</span> },
        { id: 'who', title: t('review.who'), cell: ({ agencyName, person }) => <>{person}<br /><span className="muted small">{agencyName}</span></> },
        { id: 'ground', title: t('review.ground'), cell: ({ ground, basis }) => <>{t(`review.ground.${ground}`)}<br /><span className="muted small">{basis}</span></> },
        { id: 'saving', title: t('review.saving-column'), figures: true, cell: ({ savingVnd, outcome }) => (savingVnd === null ? (outcome === null ? '' : t(`review.outcome.${outcome}`)) : moneyText(savingVnd)) },
      ]}
    />
  );
}

type DialogProps = { readonly year: number; readonly onClose: () => void; readonly onDone: () => void };

const grounds = ['government', 'own-choice', 'petition'] as const;

function PlanOne({ year, onClose, onDone }: DialogProps): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  const agencies = useAgencies().data?.agencies ?? [];
  return (
    <EntryDialog
      title={t('review.add-to', { year })} act="review.add" path="/api/reviews" register="reviews" onClose={onClose} onDone={onDone}
      fields={[
        { name: 'procedure', label: 'catalogue.procedure', kind: 'procedure' }, { name: 'agency', label: 'review.agency', kind: 'choice', choices: agencies.map(({ code, name }) => ({ value: code, label: name })) }, { name: 'person', label: 'review.person', kind: 'text' },
        { name: 'due', label: 'review.due', kind: 'day' }, { name: 'ground', label: 'review.ground', kind: 'choice', choices: grounds.map((value) => ({ value, label: t(`review.ground.${value}`) })) },
        { name: 'basis', label: 'review.basis', kind: 'text', hint: 'review.basis-hint' }, { name: 'product', label: 'review.product', kind: 'text', hint: 'review.product-hint' },
      ]}
      body={(typed) => ({ clientKey, year, procedure: typed['procedure'] ?? '', agency: typed['agency'] ?? '', person: typed['person'] ?? '', due: dayOf(typed, 'due'), ground: typed['ground'] ?? '', basis: typed['basis'] ?? '', product: typed['product'] ?? '' })}
    />
  );
}

function SendOne({ year, onClose, onDone }: DialogProps): ReactElement {
  const t = useWords();
  const [clientKey] = useState(newClientKey);
  return (
    <EntryDialog
      title={t('review.send-title', { year })} act="review.note-sent" path="/api/reviews/sendings" register="reviews" onClose={onClose} onDone={onDone}
      fields={[{ name: 'number', label: 'review.paper-number', kind: 'text' }, { name: 'day', label: 'review.paper-day', kind: 'day' }]} body={(typed) => ({ clientKey, year, number: typed['number'] ?? '', day: dayOf(typed, 'day') })}
    />
  );
}
