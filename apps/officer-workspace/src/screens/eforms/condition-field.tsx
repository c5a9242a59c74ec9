// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Condition, DraftField } from '@motcua/eforms/contract';
import { Button, Select, TextField, useWords } from '@motcua/ui';
import { useFieldWords } from './field-words.ts';

type Simple = Extract<Condition, { field: string }>;
type ConditionFieldProps = { readonly name: string; readonly before: readonly DraftField[]; readonly condition: Condition | undefined; readonly onChange: (condition: Condition | undefined) => void };

const isSimple = (condition: Condition): condition is Simple => 'field' in condition;

/** The parts of a condition this screen can write: one, or several joined by and / or. */
function partsOf(condition: Condition | undefined): { readonly join: 'all' | 'any'; readonly parts: readonly Simple[] } | null {
  if (condition === undefined) return { join: 'all', parts: [] };
  if (isSimple(condition)) return { join: 'all', parts: [condition] };
  const [join, inner] = 'all' in condition ? ['all' as const, condition.all] : 'any' in condition ? ['any' as const, condition.any] : ['all' as const, null];
  return inner === null || !inner.every(isSimple) ? null : { join, parts: inner.filter(isSimple) };
}

function joined(join: 'all' | 'any', parts: readonly Simple[]): Condition | undefined {
  const [only] = parts;
  if (parts.length < 2) return only;
  return join === 'all' ? { all: parts } : { any: parts };
}

/** Hiện khi: always, or what fields before it must say. */
export function ConditionField({ name, before, condition, onChange }: ConditionFieldProps): ReactElement {
  const t = useWords();
  const words = useFieldWords();
  const known = partsOf(condition);
  const labelOf = (key: string): string => before.find((field) => field.key === key)?.label ?? key;
  if (known === null) {
    return <div className="field"><span className="strong">{t('eform-editor.shown-when')}</span><p>{condition === undefined ? '' : words.condition(condition, labelOf)}</p><Button look="quiet" onPress={() => { onChange(undefined); }}>{t('eform-editor.drop-condition')}</Button></div>;
  }
  const { join, parts } = known;
  const set = (at: number, part: Simple | undefined): void => { onChange(joined(join, part === undefined ? parts.filter((_, which) => which !== at) : parts.map((one, which) => which === at ? part : one))); };
  const first = before[0];
  return (
    <fieldset className="group">
      <legend>{t('eform-editor.shown-when')}</legend>
      {parts.length === 0 && <p className="muted">{t(first === undefined ? 'eform-editor.always-first' : 'eform-editor.always')}</p>}
      {parts.length > 1 && <Select name={`${name}.noi`} label={t('eform-editor.join')} value={join} choices={[{ value: 'all', label: t('eform-editor.join.all') }, { value: 'any', label: t('eform-editor.join.any') }]} onChange={(next) => { onChange(joined(next === 'any' ? 'any' : 'all', parts)); }} />}
      {parts.map((part, at) => <Part key={at} name={`${name}.${String(at)}`} before={before} part={part} onChange={(next) => { set(at, next); }} />)}
      {first !== undefined && <Button look="quiet" onPress={() => { onChange(joined(join, [...parts, { field: first.key, filled: true }])); }}>{t('eform-editor.add-condition')}</Button>}
    </fieldset>
  );
}

type PartProps = { readonly name: string; readonly before: readonly DraftField[]; readonly part: Simple; readonly onChange: (part: Simple | undefined) => void };

function Part({ name, before, part, onChange }: PartProps): ReactElement {
  const t = useWords();
  const asked = before.find(({ key }) => key === part.field);
  const fields = [...before.map(({ key, label }) => ({ value: key, label: label === '' ? key : label })), ...(asked === undefined ? [{ value: part.field, label: part.field }] : [])];
  return (
    <div className="condition-part">
      <Select name={`${name}.o`} label={t('eform-editor.condition-field')} choices={fields} value={part.field} onChange={(field) => { onChange({ field, filled: true }); }} />
      <AnswerField name={name} asked={asked} part={part} onChange={onChange} />
      <Button look="quiet" onPress={() => { onChange(undefined); }}>{t('eform-editor.drop-part')}</Button>
    </div>
  );
}

type Answer = string | number | boolean;
const givenIn = (part: Simple): readonly Answer[] => ('is' in part ? [part.is] : 'in' in part ? part.in : []);

/** The choice that stands for a condition: 'filled', 'open', '=value', or 'in' for several. */
function choiceOf(part: Simple): string {
  if ('filled' in part) return part.filled ? 'filled' : 'open';
  const given = givenIn(part);
  return given.length === 1 ? `=${String(given[0])}` : 'in';
}

function AnswerField({ name, asked, part, onChange }: { readonly name: string; readonly asked: DraftField | undefined; readonly part: Simple; readonly onChange: (part: Simple) => void }): ReactElement {
  const t = useWords();
  const { field } = part;
  const value = choiceOf(part);
  const isTick = asked?.control === 'checkbox';
  const own = isTick ? [{ value: '=true', label: t('eform-editor.ticked') }] : (asked?.options ?? []).map((option) => ({ value: `=${option.value}`, label: t('eform-editor.equals', { label: option.label }) }));
  const free = own.length === 0 ? [{ value: value.startsWith('=') ? value : '=', label: t('eform-editor.a-value') }] : [];
  const several = value === 'in' ? [{ value: 'in', label: t('eform-editor.one-of', { values: givenIn(part).map(String).join(', ') }) }] : [];
  const take = (next: string): void => {
    if (next === 'filled' || next === 'open') onChange({ field, filled: next === 'filled' });
    else if (next.startsWith('=')) onChange({ field, is: isTick ? true : next.slice(1) });
  };
  return (
    <>
      <Select name={`${name}.la`} label={t('eform-editor.condition-is')} value={value} onChange={take} choices={[{ value: 'filled', label: t('eform-editor.filled') }, { value: 'open', label: t('eform-editor.open') }, ...own, ...free, ...several]} />
      {free.length > 0 && value.startsWith('=') && <TextField name={`${name}.tri`} label={t('eform-editor.value')} value={value.slice(1)} onChange={(next) => { onChange({ field, is: next }); }} />}
    </>
  );
}
