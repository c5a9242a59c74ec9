// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { ReviewPlan } from '@motcua/reform/contract';
import { Tag, useWords } from '@motcua/ui';

const looks = { planned: { tone: 'ink', sign: 'clock' }, draft: { tone: 'turmeric', sign: 'clock' }, submitted: { tone: 'celadon', sign: 'calendar-clock' }, approved: { tone: 'leaf', sign: 'circle-check' } } as const;

/** How a review stands, and how late it is. */
export function ReviewState({ review: { state, lateDays } }: { readonly review: Pick<ReviewPlan['reviews'][number], 'state' | 'lateDays'> }): ReactElement {
  const t = useWords();
  return <><Tag {...looks[state]}>{t(`review.state.${state}`)}</Tag>{lateDays > 0 && <> <Tag tone="lacquer" sign="circle-x">{t('publications.late', { days: lateDays })}</Tag></>}</>;
}
