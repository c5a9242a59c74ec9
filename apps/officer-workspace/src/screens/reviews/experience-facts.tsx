// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { Experience } from '@motcua/reform/contract';
import { dayText, numberText } from '@motcua/i18n';
import { Facts, useWords } from '@motcua/ui';

type Known = z.infer<typeof Experience>;

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** What the running system knows of a procedure, with the days it was counted between. */
export function ExperienceFacts({ known }: { readonly known: Known | null }): ReactElement {
  const t = useWords();
  if (known === null) return <p className="muted">{t('review.no-dossiers')}</p>;
  const or = (value: number | null, word: 'review.known-days' | 'review.known-papers' | 'review.known-contacts'): string => (value === null ? t('unpublished') : t(word, { count: numberText(value) }));
  return (
    <>
      <p className="muted">{t('review.known-about', { from: dayText(known.from), through: dayText(dayBefore(known.until)) })}</p>
      <Facts facts={[
        { term: t('review.known-accepted'), value: t('review.known-counts', { all: numberText(known.accepted), counter: numberText(known.counter), online: numberText(known.online), post: numberText(known.post) }) },
        { term: t('review.known-half'), value: or(known.halfDays, 'review.known-days') }, { term: t('review.known-papers-term'), value: or(known.papers, 'review.known-papers') },
        { term: t('review.known-contacts-term'), value: or(known.contacts, 'review.known-contacts') },
      ]} />
    </>
  );
}
