// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { ReviewView } from '@motcua/reform/contract';
import { dayText, numberText } from '@motcua/i18n';
import { DataTable, Message, Section, useWords } from '@motcua/ui';

const measures = [{ name: 'days', of: 'halfDays' }, { name: 'papers', of: 'papers' }, { name: 'contacts', of: 'contacts' }] as const;

const figure = (value: number | null): string => (value === null ? '' : numberText(value));

/** Kết quả đo được: what was promised beside what dossiers show before and after; says when they are too few. */
export function Measured({ known: { measured, content } }: { readonly known: ReviewView }): ReactElement {
  const t = useWords();
  if (measured === null || content === null) return <Section id="do-duoc" title={t('review.measured')}><p className="muted">{t('review.not-in-force')}</p></Section>;
  const { before, after, since, enough, isTold } = measured;
  return (
    <Section id="do-duoc" title={t('review.measured')}>
      <p className="muted">{t('review.measured-about', { since: dayText(since), before: numberText(before.decided), after: numberText(after.decided) })}</p>
      {!isTold && <Message tone="warning">{t('review.too-few', { enough, before: numberText(before.decided), after: numberText(after.decided) })}</Message>}
      <DataTable
        caption={t('review.measured-caption')} rows={measures} rowKey={({ name }) => name} hasLongTitles
        columns={[
          { id: 'what', title: t('review.measure'), isRowTitle: true, cell: ({ name }) => t(`review.promised.${name}`) }, { id: 'before', title: t('review.before'), figures: true, cell: ({ of }) => figure(before[of]) },
          { id: 'promised', title: t('review.promised'), figures: true, cell: ({ name }) => figure(content.promised[name]) }, { id: 'after', title: t('review.after'), figures: true, cell: ({ of }) => figure(after[of]) },
          { id: 'kept', title: t('review.kept'), cell: ({ name, of }) => (isTold ? keptWords(t, content.promised[name], after[of]) : t('review.not-told')) },
        ]}
      />
    </Section>
  );
}

function keptWords(t: ReturnType<typeof useWords>, promised: number | null, seen: number | null): string {
  if (promised === null || seen === null) return t('review.nothing-promised');
  return seen <= promised ? t('review.kept-yes') : t('review.kept-no', { by: numberText(Math.round((seen - promised) * 10) / 10) });
}
