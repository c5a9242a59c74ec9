// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { type CostLine, costOnce, costYearly, totalOf, works } from '@motcua/reform/contract';
import { moneyText, numberText } from '@motcua/i18n';
import { DataTable, EmptyState, useWords } from '@motcua/ui';

const figure = (value: number | null): string => (value === null ? '' : numberText(value));

/** Bảng chi phí tuân thủ with the rows and columns of its form. */
export function CostTable({ title, lines, hourlyVnd }: { readonly title: string; readonly lines: readonly CostLine[]; readonly hourlyVnd: number }): ReactElement {
  const t = useWords();
  const total = totalOf(lines, hourlyVnd);
  if (lines.length === 0) return <EmptyState><p>{t('review.costs-none', { table: title })}</p></EmptyState>;
  return (
    <DataTable
      caption={t('review.table-caption', { table: title, once: moneyText(total.onceVnd), yearly: moneyText(total.yearlyVnd) })} rows={works.flatMap((work) => lines.filter((line) => line.work === work))} rowKey={({ id }) => id} hasLongTitles
      columns={[
        { id: 'what', title: t('review.line.what'), isRowTitle: true, cell: ({ work, what, note }) => <>{what}<br /><span className="muted small">{t(`review.work.${work}`)}{note !== '' && <><br />{note}</>}</span></> },
        ...(['hours', 'hiredVnd', 'feesVnd', 'timesPerYear', 'subjectsPerYear'] as const).map((name) => ({ id: name, title: t(`review.line.${name}`), figures: true, cell: (line: CostLine) => figure(line[name]) })),
        { id: 'income', title: t('review.income'), figures: true, cell: () => figure(hourlyVnd) },
        { id: 'once', title: t('review.once'), figures: true, cell: (line) => figure(costOnce(line, hourlyVnd)) }, { id: 'yearly', title: t('review.yearly'), figures: true, cell: (line) => figure(costYearly(line, hourlyVnd)) },
      ]}
    />
  );
}
