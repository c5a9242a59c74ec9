// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Price } from '@motcua/catalogue/contract';
import { moneyInSentence } from '@motcua/i18n';
import { Button, CheckboxGroup, PriceLines, useWords } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

type PriceProps = { readonly procedure: string; readonly circumstance: string | null; readonly channel: 'DIRECT' | 'POSTAL'; readonly onPrice: (totalVnd: number) => void };

/** Mức thu theo bảng phí đang có hiệu lực: line by line with the reason, the reliefs that may be claimed, and one press that writes the sum. */
export function PublishedPrice({ procedure, circumstance, channel, onPrice }: PriceProps): ReactElement | null {
  const t = useWords();
  const [claims, setClaims] = useState<readonly string[]>([]);
  const price = useQuery({
    queryKey: ['price', procedure, circumstance, channel, claims], placeholderData: keepPreviousData, staleTime: 300_000,
    queryFn: () => ask(Price, `/api/procedures/${encodeURIComponent(procedure)}/price`, { channel, circumstance: circumstance ?? undefined, claims: claims.length === 0 ? undefined : claims.join(',') }),
  }).data;
  if (price === undefined || price.lines.length === 0) return null;
  const { totalVnd } = price;
  return (
    <details className="more" open={price.basis !== null}>
      <summary>{t('fees.why')}</summary>
      <div className="stack stretch">
        {price.claims.length > 0 && <CheckboxGroup name="fee-claims" label={t('fees.claims')} values={claims} choices={price.claims.map(({ id, who }) => ({ value: id, label: who }))} onChange={setClaims} />}
        <PriceLines price={price} />
        {totalVnd !== null && <Button onPress={() => { onPrice(totalVnd); }}>{t('fees.take', { amount: moneyInSentence(totalVnd) })}</Button>}
      </div>
    </details>
  );
}
