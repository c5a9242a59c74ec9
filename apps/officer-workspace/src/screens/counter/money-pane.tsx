// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { CounterIntake } from '@motcua/dossiers/contract';
import type { FilingStart } from '@motcua/dossiers/contract';
import { MoneyField, Select, useWords } from '@motcua/ui';
import { knownReturn } from './intake.ts';
import type { Intake } from './intake.ts';
import { LimitFields } from './limit-fields.tsx';
import { PublishedPrice } from './published-price.tsx';
import { ReturnFields } from './return-fields.tsx';

type MoneyPaneProps = { readonly intake: Intake; readonly start: FilingStart | undefined; readonly own: string; readonly faults: Readonly<Record<string, string>>; readonly onChange: (part: Partial<Intake>) => void };

/** 5 Tiền, and how the result is to be returned. */
export function MoneyPane({ intake, start, own, faults, onChange }: MoneyPaneProps): ReactElement {
  const t = useWords();
  const ways = CounterIntake.shape.fee.shape.way;
  return (
    <section aria-labelledby="quay-tien">
      <h2 id="quay-tien">{t('counter.money')}</h2>
      <MoneyField name="fee" label={t('counter.fee')} error={faults['fee.amountVnd']} value={intake.feeText} hint={start?.feeVnd === null ? t('counter.fee-unpublished') : undefined} onChange={(feeText) => { onChange({ feeText }); }} />
      {start !== undefined && <PublishedPrice key={`${start.procedure.code} ${intake.circumstance ?? ''}`} procedure={start.procedure.code} circumstance={intake.circumstance} channel={intake.arrival.channel === 'post' ? 'POSTAL' : 'DIRECT'} answers={intake.fee} onAnswers={(fee) => { onChange({ fee }); }} onPrice={(totalVnd) => { onChange({ feeText: String(totalVnd), ...(totalVnd === 0 ? { feeWay: 'none' as const } : intake.feeWay === 'none' ? { feeWay: 'cash' as const } : {}) }); }} />}
      <Select
        name="fee-way" label={t('act-field.way')} value={intake.feeWay} choices={ways.options.map((way) => ({ value: way, label: t(`pay-way.${way}`) }))}
        onChange={(chosen) => { const way = ways.safeParse(chosen); if (way.success) onChange({ feeWay: way.data }); }}
      />
      <ReturnFields intake={intake} start={start} own={own} known={knownReturn(intake.person)} faults={faults} onChange={onChange} />
      {start !== undefined && start.limit !== null && <p className="muted">{t('counter.limit', { limit: start.limit })}</p>}
      {start !== undefined && start.limit === null && <LimitFields limit={intake.limit} fault={faults['limit']} onChange={(limit) => { onChange({ limit }); }} />}
    </section>
  );
}
