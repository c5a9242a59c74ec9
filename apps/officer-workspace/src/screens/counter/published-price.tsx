// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Price } from '@motcua/catalogue/contract';
import { moneyInSentence } from '@motcua/i18n';
import { Button, FeeQuestions, PriceLines, feeQuery, useWords } from '@motcua/ui';
import type { FeeAnswers } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

type PriceProps = { readonly procedure: string; readonly circumstance: string | null; readonly channel: 'DIRECT' | 'POSTAL' | 'ONLINE'; readonly answers: FeeAnswers; readonly onAnswers: (next: FeeAnswers) => void; readonly onPrice?: (totalVnd: number) => void };

/** Mức thu theo bảng phí đang có hiệu lực: what it asks, line by line with the reason, and one press that writes the sum. */
export function PublishedPrice({ procedure, circumstance, channel, answers, onAnswers, onPrice }: PriceProps): ReactElement | null {
  const t = useWords();
  const price = useQuery({
    queryKey: ['price', procedure, circumstance, channel, answers], placeholderData: keepPreviousData, staleTime: 300_000,
    queryFn: () => ask(Price, `/api/procedures/${encodeURIComponent(procedure)}/price`, { channel, circumstance: circumstance ?? undefined, ...feeQuery(answers) }),
  }).data;
  if (price === undefined || price.lines.length === 0) return null;
  const { totalVnd } = price;
  return (
    <details className="more" open={price.basis !== null}>
      <summary>{t('fees.why')}</summary>
      <div className="stack stretch">
        <FeeQuestions price={price} answers={answers} onChange={onAnswers} />
        <PriceLines price={price} />
        {totalVnd !== null && onPrice !== undefined && <Button onPress={() => { onPrice(totalVnd); }}>{t('fees.take', { amount: moneyInSentence(totalVnd) })}</Button>}
      </div>
    </details>
  );
}
