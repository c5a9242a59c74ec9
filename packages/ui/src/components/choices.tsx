// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { useWords } from '../words.ts';
import { Problem, fieldId } from './fields.tsx';
import type { Choice, FieldProps } from './fields.tsx';

type GroupProps = Omit<FieldProps, 'value' | 'defaultValue' | 'onChange'> & { readonly choices: readonly Choice[]; readonly asTitle?: boolean };

type BoxProps = { readonly kind: 'radio' | 'checkbox'; readonly id: string; readonly name: string; readonly choice: Choice; readonly state: object };

function Box({ kind, id, name, choice, state }: BoxProps): ReactElement {
  return (
    <div className="choice">
      <input type={kind} id={id} name={name} value={choice.value} aria-describedby={choice.hint === undefined ? undefined : `${id}-goi-y`} {...state} />
      <label htmlFor={id}>
        {choice.label}
        {choice.hint !== undefined && <span className="hint muted small" id={`${id}-goi-y`}>{choice.hint}</span>}
      </label>
    </div>
  );
}

function Legend({ group }: { readonly group: GroupProps }): ReactElement {
  const t = useWords();
  const id = fieldId(group.name);
  return (
    <>
      <legend>
        {group.asTitle === true ? <h1>{group.label}</h1> : group.label}
        {group.optional === true && <span className="optional"> {t('field.optional')}</span>}
      </legend>
      {group.hint !== undefined && <span className="hint" id={`${id}-goi-y`}>{group.hint}</span>}
      {group.error !== undefined && <Problem id={`${id}-loi`} text={group.error} />}
    </>
  );
}

const firstId = (name: string, at: number): string => at === 0 ? fieldId(name) : `${fieldId(name)}-${String(at)}`;

/** One of a few, all visible. */
export function RadioGroup({ value, defaultValue, onChange, ...group }: GroupProps & {
  readonly value?: string; readonly defaultValue?: string | undefined; readonly onChange?: (value: string) => void;
}): ReactElement {
  return (
    <fieldset className="group">
      <Legend group={group} />
      {group.choices.map((choice, at) => (
        <Box
          key={choice.value} kind="radio" id={firstId(group.name, at)} name={group.name} choice={choice}
          state={value === undefined ? { defaultChecked: choice.value === defaultValue } : { checked: choice.value === value, onChange: () => { onChange?.(choice.value); } }}
        />
      ))}
    </fieldset>
  );
}

/** Any of a few. */
export function CheckboxGroup({ values, onChange, ...group }: GroupProps & {
  readonly values: readonly string[]; readonly onChange?: (values: readonly string[]) => void;
}): ReactElement {
  const toggled = (value: string): readonly string[] => values.includes(value) ? values.filter((kept) => kept !== value) : [...values, value];
  return (
    <fieldset className="group">
      <Legend group={group} />
      {group.choices.map((choice, at) => (
        <Box
          key={choice.value} kind="checkbox" id={firstId(group.name, at)} name={group.name} choice={choice}
          state={onChange === undefined ? { defaultChecked: values.includes(choice.value) } : { checked: values.includes(choice.value), onChange: () => { onChange(toggled(choice.value)); } }}
        />
      ))}
    </fieldset>
  );
}

/** A yes that must be said, with its sentence. */
export function Checkbox({ name, label, checked, onChange }: {
  readonly name: string; readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <div className="choice">
      <input type="checkbox" id={fieldId(name)} name={name} checked={checked} onChange={(event) => { onChange(event.target.checked); }} />
      <label htmlFor={fieldId(name)}>{label}</label>
    </div>
  );
}
