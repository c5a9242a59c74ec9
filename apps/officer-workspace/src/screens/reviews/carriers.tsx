// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, useState } from 'react';
import type { ReviewView } from '@motcua/reform/contract';
import { dayText } from '@motcua/i18n';
import { Button, EmptyState, Section, Tag, useWords } from '@motcua/ui';
import { BeginProposal } from '../proposals/begin.tsx';
import { stateTone } from '../proposals/state-tone.ts';
import { EntryDialog } from '../registers/entry-dialog.tsx';

type Carrier = ReviewView['carriers'][number];

/** Bản soạn that carry a review out: linked, opened, begun. */
export function Carriers({ known, onSaid }: { readonly known: ReviewView; readonly onSaid: (words: string) => void }): ReactElement {
  const t = useWords();
  const [isLinking, setLinking] = useState(false);
  const { carriers, candidates, review, mayWrite } = known;
  return (
    <Section id="thuc-hien" title={t('review.carriers')}>
      {carriers.length === 0 ? <EmptyState><p>{t('review.no-carriers')}</p></EmptyState> : <ul className="lines" role="list">{carriers.map((one) => <One key={one.id} carrier={one} />)}</ul>}
      {mayWrite && (
        <div className="row">
          {candidates.length > 0 && <Button onPress={() => { setLinking(true); }}>{t('review.link')}</Button>}
          <BeginProposal kind="procedure" subject={review.code}>{t('review.begin-procedure')}</BeginProposal>
        </div>
      )}
      {isLinking && (
        <EntryDialog
          title={t('review.link')} act="review.link-act" path={`/api/reviews/${review.id}/carriers`} register="reviews" body={(typed) => ({ proposal: typed['proposal'] ?? '' })} onClose={() => { setLinking(false); }} onDone={() => { setLinking(false); onSaid(t('review.linked')); }}
          fields={[{ name: 'proposal', label: 'proposal.title', kind: 'choice', hint: 'review.link-hint', choices: candidates.map(({ id, title, state }) => ({ value: id, label: `${title} (${t(`proposal.state.${state}`)})` })) }]}
        />
      )}
    </Section>
  );
}

function One({ carrier: { id, title, state, validFrom } }: { readonly carrier: Carrier }): ReactElement {
  const t = useWords();
  const { tone, sign } = stateTone[state];
  return <li><a href={`/lam-viec/ban-soan/${id}`}>{title}</a> <Tag tone={tone} sign={sign}>{t(`proposal.state.${state}`)}</Tag>{validFrom !== null && <span className="muted small"> {t('versions.since', { since: dayText(validFrom) })}</span>}</li>;
}
