// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { DraftField } from '@motcua/eforms/contract';
import { Select, TextField, useWords } from '@motcua/ui';

type LimitFieldsProps = { readonly field: DraftField; readonly before: readonly DraftField[]; readonly onChange: (field: DraftField) => void };

const figuresOf: Readonly<Record<string, readonly ('minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems')[]>> = {
  text: ['maxLength'], textarea: ['maxLength'], number: ['minimum', 'maximum'], money: ['minimum', 'maximum'], 'multi-choice': ['maxItems'], repeat: ['minItems', 'maxItems'],
};

function withLimit(field: DraftField, keyword: string, value: unknown): DraftField {
  const { [keyword]: _, ...rest } = field.limits;
  return { ...field, limits: value === undefined ? rest : { ...rest, [keyword]: value } };
}

/** How long, how much, how many, on which side of which day: the words of the schema people set. */
export function LimitFields({ field, before, onChange }: LimitFieldsProps): ReactElement {
  const t = useWords();
  const figures = figuresOf[field.control] ?? [];
  return (
    <>
      {figures.map((keyword) => {
        const limit = field.limits[keyword];
        return <TextField key={keyword} name={`thuoc-tinh.${keyword}`} label={t(`eform-editor.limit.${keyword}`)} width="num" optional typing={{ inputMode: 'numeric' }} value={typeof limit === 'number' ? String(limit) : ''} onChange={(typed) => { const digits = typed.replace(/\D/gu, ''); onChange(withLimit(field, keyword, digits === '' ? undefined : Number(digits))); }} />;
      })}
      {field.control === 'date' && (['notAfter', 'notBefore'] as const).map((side) => <DayLimit key={side} side={side} field={field} before={before} onChange={onChange} />)}
    </>
  );
}

function DayLimit({ side, field, before, onChange }: LimitFieldsProps & { readonly side: 'notAfter' | 'notBefore' }): ReactElement {
  const t = useWords();
  const days = before.filter(({ control }) => control === 'date');
  const take = (name: string): void => {
    const { [side]: _, ...rest } = field;
    const words = name === 'today' ? t('eform-editor.today-words') : (days.find(({ key }) => key === name)?.label ?? name).toLocaleLowerCase('vi-VN');
    onChange(name === '' ? rest : { ...rest, [side]: { name, words } });
  };
  return <Select name={`thuoc-tinh.${side}`} label={t(`eform-editor.limit.${side}`)} value={field[side]?.name ?? ''} empty={t('eform-editor.no-limit')} choices={[{ value: 'today', label: t('eform-editor.today') }, ...days.map(({ key, label }) => ({ value: key, label }))]} onChange={take} />;
}
