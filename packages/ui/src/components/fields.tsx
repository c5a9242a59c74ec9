// SPDX-License-Identifier: EUPL-1.2
import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import { useWords } from '../words.ts';

/** What every field shows: its question, how to answer, where a known answer came from, what is wrong with it. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly source?: string | undefined;
  /** A mild word while it is open; never an error. */
  readonly reminder?: string | undefined;
  readonly value?: string;
  readonly defaultValue?: string | undefined;
  readonly onChange?: (value: string) => void;
  readonly onLeave?: () => void;
};

/** The element id of a field: the error summary links to it. */
export const fieldId = (name: string): string => `o-${name.replace(/[^\w-]/gu, '-')}`;

const describedBy = ({ name, hint, error, source, reminder }: FieldProps): string | undefined => {
  const ids = [hint === undefined ? '' : `${fieldId(name)}-goi-y`, source === undefined ? '' : `${fieldId(name)}-nguon`, error === undefined ? '' : `${fieldId(name)}-loi`, reminder === undefined ? '' : `${fieldId(name)}-nhac`];
  return ids.filter((id) => id !== '').join(' ') || undefined;
};

const stateOf = (field: FieldProps): object => ({
  'id': fieldId(field.name),
  'name': field.name,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error === undefined ? undefined : true,
  ...(field.value === undefined ? { defaultValue: field.defaultValue } : { value: field.value }),
});

/** Label above, hint under it, then the field, then what is wrong. */
export function Field({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }): ReactElement {
  const t = useWords();
  const id = fieldId(field.name);
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}{field.optional === true && <span className="optional"> {t('field.optional')}</span>}</label>
      {field.hint !== undefined && <span className="hint" id={`${id}-goi-y`}>{field.hint}</span>}
      {children}
      {field.source !== undefined && <span className="source" id={`${id}-nguon`}>{field.source}</span>}
      {field.reminder !== undefined && field.error === undefined && <span className="reminder" id={`${id}-nhac`}><Icon name="flag" size={16} /><span>{field.reminder}</span></span>}
      {field.error !== undefined && <Problem id={`${id}-loi`} text={field.error} />}
    </div>
  );
}

/** What is wrong with a field and how to mend it. */
export function Problem({ id, text }: { readonly id: string; readonly text: string }): ReactElement {
  return <span className="problem" id={id}><Icon name="circle-x" size={18} /><span>{text}</span></span>;
}

type Width = 'full' | 'code' | 'id' | 'day' | 'money' | 'num';
type Typing = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'autoFocus' | 'placeholder' | 'maxLength' | 'readOnly' | 'list'>;

/** One line of text; as wide as its answer. */
export function TextField({ width = 'full', typing = {}, ...field }: FieldProps & { readonly width?: Width; readonly typing?: Typing }): ReactElement {
  return (
    <Field field={field}>
      <input
        type="text" {...typing} {...stateOf(field)} className={`input w-${width}`} spellCheck={false}
        onChange={(event) => field.onChange?.(event.target.value)} onBlur={() => field.onLeave?.()}
      />
    </Field>
  );
}

/** A day: one text field that takes 1/2/95, 01-02-1995 and 010295; three small boxes never. */
export function DateField(field: FieldProps): ReactElement {
  const t = useWords();
  return <TextField {...field} hint={field.hint ?? t('field.day.hint')} width="day" typing={{ inputMode: 'numeric', autoComplete: 'off' }} />;
}

/** Whole đồng. */
export function MoneyField(field: FieldProps): ReactElement {
  return <TextField {...field} width="money" typing={{ inputMode: 'numeric', autoComplete: 'off' }} />;
}

/** Số định danh cá nhân: twelve digits, grouped by the person who leaves the field, not while typing. */
export function PersonalIdField(field: FieldProps): ReactElement {
  return <TextField {...field} width="id" typing={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 20 }} />;
}

/** Several lines of text. */
export function TextArea({ rows = 4, ...field }: FieldProps & { readonly rows?: number }): ReactElement {
  return (
    <Field field={field}>
      <textarea {...stateOf(field)} className="input" rows={rows} onChange={(event) => field.onChange?.(event.target.value)} onBlur={() => field.onLeave?.()} />
    </Field>
  );
}

/** One of a list. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string | undefined };

/** One of many, by the browser's own list. */
export function Select({ choices, empty, ...field }: FieldProps & { readonly choices: readonly Choice[]; readonly empty?: string }): ReactElement {
  return (
    <Field field={field}>
      <select {...stateOf(field)} className="input" onChange={(event) => { field.onChange?.(event.target.value); field.onLeave?.(); }}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </Field>
  );
}
