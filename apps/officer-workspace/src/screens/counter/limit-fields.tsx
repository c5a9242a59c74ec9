// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { CounterIntake } from '@motcua/dossiers/contract';
import { Select, TextField, useWords } from '@motcua/ui';

type LimitUnit = NonNullable<CounterIntake['limitOverride']>['unit'];

/** A time limit while it is being written down. */
export type TypedLimit = { readonly value: string; readonly unit: LimitUnit; readonly basis: string };
export const emptyLimit: TypedLimit = { value: '', unit: 'working-day', basis: '' };

const units = CounterIntake.shape.limitOverride.unwrap().shape.unit;

type LimitFieldsProps = { readonly limit: TypedLimit; readonly fault: string | undefined; readonly onChange: (limit: TypedLimit) => void };

/** The publication states no time limit: the officer writes it with the document it comes from. */
export function LimitFields({ limit, fault, onChange }: LimitFieldsProps): ReactElement {
  const t = useWords();
  return (
    <>
      <p className="muted">{t('counter.limit-unpublished')}</p>
      <TextField name="limit" label={t('procedure.time')} width="num" value={limit.value} error={fault} typing={{ inputMode: 'numeric' }} onChange={(value) => { onChange({ ...limit, value }); }} />
      <Select
        name="limit-unit" label={t('counter.limit-unit')} value={limit.unit} choices={units.options.map((unit) => ({ value: unit, label: t(`limit-unit.${unit}`) }))}
        onChange={(chosen) => { const unit = units.safeParse(chosen); if (unit.success) onChange({ ...limit, unit: unit.data }); }}
      />
      <TextField name="limit-basis" label={t('supplement.basis')} value={limit.basis} onChange={(basis) => { onChange({ ...limit, basis }); }} />
    </>
  );
}
