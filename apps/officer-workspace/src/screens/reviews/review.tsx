// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ReviewView, savingOf, totalOf } from '@motcua/reform/contract';
import { dayText } from '@motcua/i18n';
import { ActBar, Asked, Button, Facts, LinkButton, MessageArea, Page, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import { BeginProposal } from '../proposals/begin.tsx';
import { EntryDialog } from '../registers/entry-dialog.tsx';
import { Carriers } from './carriers.tsx';
import { CostTable } from './cost-table.tsx';
import { ExperienceFacts } from './experience-facts.tsx';
import { Measured } from './measured.tsx';
import { ReviewState } from './review-state.tsx';
import { SavingLine } from './saving-line.tsx';

type Words = (said: string) => void;

/** One review: its place in the plan, its sheet with both cost tables, what carries it out, what was saved in truth. */
export function ReviewPage({ id }: { readonly id: string }): ReactElement {
  const t = useWords();
  const [said, setSaid] = useState('');
  const found = useQuery({ queryKey: ['reviews', 'one', id], queryFn: () => ask(ReviewView, `/api/reviews/${encodeURIComponent(id)}`) });
  useTitle(t('work.title', { list: t('review.title') }));
  return (
    <Asked answer={found} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
      {(known) => (
        <Page title={t('review.of', { name: known.review.name })} message={<MessageArea tone="good" onDismiss={() => { setSaid(''); }}>{said}</MessageArea>}>
          <Standing known={known} />
          <Sheet known={known} />
          {known.result !== null && <Carriers known={known} onSaid={setSaid} />}
          {known.result !== null && <Measured known={known} />}
          <Acts known={known} onSaid={setSaid} />
        </Page>
      )}
    </Asked>
  );
}

function Standing({ known: { review, result } }: { readonly known: ReviewView }): ReactElement {
  const t = useWords();
  return (
    <>
      <p className="row"><ReviewState review={review} /><a href={`/lam-viec/ra-soat?nam=${String(review.year)}`}>{t('review.plan-of', { year: review.year })}</a></p>
      <Facts facts={[
        { term: t('catalogue.procedure'), value: <a href={`/lam-viec/danh-muc/${encodeURIComponent(review.code)}`} className="num">{review.code}</a> }, { term: t('review.who'), value: `${review.person}, ${review.agencyName}` }, { term: t('review.due'), value: dayText(review.due) },
        { term: t('review.ground'), value: `${t(`review.ground.${review.ground}`)}: ${review.basis}` }, { term: t('review.product'), value: review.product },
        ...(result === null ? [] : [{ term: t('review.approved'), value: t('review.approved-by', { number: result.number, date: dayText(result.date), by: result.by, from: dayText(result.validFrom) }) }]),
      ]} />
    </>
  );
}

function Sheet({ known: { review, content, start, result } }: { readonly known: ReviewView }): ReactElement {
  const t = useWords();
  if (content === null) return <Section id="phieu" title={t('review.known')}><ExperienceFacts known={start.experience} /><p className="muted">{t('review.not-begun')}</p></Section>;
  const { hourlyVnd } = content.income;
  const changes = content.outcome !== 'keep' && content.outcome !== '';
  return (
    <Section id="phieu" title={t(result === null ? 'review.sheet-draft' : 'review.sheet')}>
      {content.outcome !== '' && <p><strong>{t(`review.outcome.${content.outcome}`)}</strong></p>}
      {content.proposal !== '' && <p className="pre">{content.proposal}</p>}
      <CostTable title={t('review.costs-now')} lines={content.now} hourlyVnd={hourlyVnd} />
      {changes && <><CostTable title={t('review.costs-after')} lines={content.after} hourlyVnd={hourlyVnd} /><SavingLine saving={savingOf(totalOf(content.now, hourlyVnd), totalOf(content.after, hourlyVnd))} /></>}
      <div className="row"><LinkButton href={`/api/reviews/${review.id}/printed`}>{t('review.print')}</LinkButton><LinkButton href={`/api/reviews/${review.id}/costs`}>{t('review.csv')}</LinkButton></div>
    </Section>
  );
}

function Acts({ known: { review, start, mayWrite, mayPlan }, onSaid }: { readonly known: ReviewView; readonly onSaid: Words }): ReactElement | null {
  const t = useWords();
  const [isRemoving, setRemoving] = useState(false);
  if (!mayWrite) return null;
  const isOpen = review.state === 'draft' || review.state === 'submitted';
  return (
    <ActBar label={t('work.acts')}>
      {mayPlan && (review.state === 'planned' || review.state === 'draft') && <Button look="quiet" onPress={() => { setRemoving(true); }}>{t('review.remove')}</Button>}
      {isOpen && review.proposal !== null ? <LinkButton look="primary" href={`/lam-viec/ban-soan/${review.proposal}`}>{t('review.open-sheet')}</LinkButton> : (
        review.state === 'approved' ? <BeginProposal kind="review" subject={review.id}>{t('review.again')}</BeginProposal> : <BeginProposal kind="review" subject={review.id} content={start} look="primary">{t('review.begin')}</BeginProposal>
      )}
      {isRemoving && (
        <EntryDialog
          title={t('review.remove-title')} act="review.remove" isEnding path={`/api/reviews/${review.id}/removal`} register="reviews" fields={[{ name: 'reason', label: 'act-field.reason', kind: 'long' }]} body={(typed) => ({ reason: typed['reason'] ?? '' })}
          onClose={() => { setRemoving(false); }} onDone={() => { setRemoving(false); onSaid(t('review.removed')); }}
        />
      )}
    </ActBar>
  );
}
