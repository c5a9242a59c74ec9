// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { moneyInSentence } from '@motcua/i18n';
import { useWords } from '../words.ts';

type Price = { readonly lines: readonly { readonly id: string; readonly text: string }[]; readonly totalVnd: number | null };

/** What is paid, line by line with its reason, and the sum. */
export function PriceLines({ price }: { readonly price: Price }): ReactElement {
  const t = useWords();
  if (price.lines.length === 0) return <p className="muted" role="status">{t('fees.nothing')}</p>;
  return (
    <div role="status" className="stack">
      <ul className="text">{price.lines.map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
      <p className="strong">{price.totalVnd === null ? t('fees.not-by-number') : t('fees.total', { amount: moneyInSentence(price.totalVnd) })}</p>
    </div>
  );
}
