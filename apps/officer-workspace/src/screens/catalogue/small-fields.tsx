// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, useState } from 'react';
import type { PublishedTime } from '@motcua/catalogue/contract';
import { Select, TextArea, TextField, useWords } from '@motcua/ui';
import { useUnreadable } from '../proposals/unreadable.ts';

type Common = { readonly name: string; readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined };

/** Text that may be absent: nothing typed is null. */
export function MaybeText({ value, rows, onChange, ...field }: Common & { readonly value: string | null; readonly rows?: number; readonly onChange: (value: string | null) => void }): ReactElement {
  const shown = { ...field, optional: true, value: value ?? '', onChange: (typed: string) => { onChange(typed === '' ? null : typed); } };
  return rows === undefined ? <TextField {...shown} /> : <TextArea {...shown} rows={rows} />;
}

const most = 1e12;

const numberOf = (typed: string): number | null => {
  const text = typed.trim().replace(/\.(?=\d{3}(\D|$))/gu, '').replace(',', '.');
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
};

const inRange = (value: number): boolean => value >= 0 && value <= most;

const readNumber = (typed: string, isWhole: boolean): number | null => {
  const value = numberOf(typed);
  return value === null || !inRange(value) || (isWhole && !Number.isInteger(value)) ? null : value;
};

/** A number as it is typed; what is no number is kept on the screen and told, and the bản soạn is not submitted until it is mended. */
export function NumberField({ value, isWhole = true, onChange, ...field }: Common & { readonly value: number | null; readonly isWhole?: boolean; readonly onChange: (value: number | null) => void }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(value === null ? '' : String(value).replace('.', ','));
  const isBad = typed.trim() !== '' && readNumber(typed, isWhole) === null;
  const isOut = !inRange(numberOf(typed) ?? 0);
  const fault = isOut ? t('items.number-range', { most: most.toLocaleString('vi-VN'), kept: value === null ? '–' : value.toLocaleString('vi-VN') }) : t('items.no-number');
  useUnreadable(field.name, isBad ? { label: field.label, typed } : null);
  return <TextField {...field} error={isBad ? fault : field.error} width="num" typing={{ inputMode: isWhole ? 'numeric' : 'decimal', autoComplete: 'off' }} value={typed} onChange={(next) => { setTyped(next); const read = readNumber(next, isWhole); if (read !== null || next.trim() === '') onChange(read); }} />;
}

const units = ['WORKING_DAY', 'DAY', 'HOUR', 'MONTH', 'YEAR', 'OTHER'] as const;

/** A time limit: a number and a unit; «theo ghi chú» needs no number. */
export function TimeFields({ name, value, error, onChange }: { readonly name: string; readonly value: PublishedTime | null; readonly error: string | undefined; readonly onChange: (value: PublishedTime | null) => void }): ReactElement {
  const t = useWords();
  const unit = value?.unit ?? null;
  return (
    <div className="side-by-side">
      <NumberField name={name} label={t('procedure-editor.time')} value={value?.value ?? null} isWhole={false} error={error} onChange={(count) => { onChange(count === null && unit === null ? null : { value: count, unit: unit ?? 'WORKING_DAY' }); }} />
      <Select
        name={`${name}.unit`} label={t('procedure-editor.unit')} value={unit ?? ''} empty={t('procedure-editor.unit-none')} choices={units.map((each) => ({ value: each, label: t(`procedure-editor.unit.${each}`) }))}
        onChange={(chosen) => { const found = units.find((each) => each === chosen); onChange(found === undefined ? null : { value: found === 'OTHER' ? null : value?.value ?? null, unit: found }); }}
      />
    </div>
  );
}
