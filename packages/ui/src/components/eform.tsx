// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { moneyText, numberText } from '@motcua/i18n';
import { useWords } from '../words.ts';
import { AddressField } from './address-field.tsx';
import type { AddressValue, SearchPlaces } from './address-field.tsx';
import { Button } from './button.tsx';
import { NamedParty } from './named-party.tsx';
import { Checkbox, CheckboxGroup, RadioGroup } from './choices.tsx';
import { Field as FieldFrame, fieldId, DateField, MoneyField, PersonalIdField, Select, TextArea, TextField } from './fields.tsx';
import type { Choice, FieldProps } from './fields.tsx';

/** A field of an e-form as it is shown: the shape of the e-form's own definition. */
export type EformField = {
  readonly name: string;
  readonly control: 'text' | 'textarea' | 'date' | 'number' | 'money' | 'choice' | 'multi-choice' | 'checkbox' | 'address' | 'person' | 'organisation' | 'personal-id' | 'phone' | 'email' | 'repeat';
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Choice[];
  readonly source?: string;
  readonly soft?: boolean;
  readonly computed?: string;
  readonly readAloud?: string;
  readonly fields?: readonly EformField[];
  readonly entryLabel?: string;
};

type EformValues = Readonly<Record<string, unknown>>;

type EformProps = {
  readonly fields: readonly EformField[];
  readonly values: EformValues;
  /** What is wrong, by the path of the field: «children.0.birthday». */
  readonly faults: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  /** Fields whose answer came from what is known of the person. */
  readonly known?: readonly string[];
  /** True when the person of the form is who is signed in: what came of him is attested by the population register. */
  readonly attested?: boolean;
  /** Where other answers came from, by the name of the field, in words. */
  readonly sources?: Readonly<Record<string, string>>;
  /** What is said under soft fields that are open; never keeps anybody from going on. */
  readonly reminders?: Readonly<Record<string, string>>;
  readonly prefix?: string;
  /** Before the name of every field: where the same form stands on a page twice. */
  readonly idPrefix?: string;
  /** The fields of one entry of a repeat that are to be shown. */
  readonly entryFields: (repeat: EformField, entry: EformValues) => readonly EformField[];
  readonly searchPlaces: SearchPlaces;
  readonly onChange: (name: string, value: unknown) => void;
  readonly onLeave: (path: string) => void;
};

/** The fields of an e-form (tờ khai điện tử), drawn from its definition. Judges nothing: faults are given. */
export function EformFields(props: EformProps): ReactElement {
  return <>{props.fields.map((field) => <OneField key={field.name} {...props} field={field} />)}</>;
}

const textOf = (value: unknown): string => typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const listOf = (value: unknown): readonly string[] => Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const entriesOf = (value: unknown): readonly EformValues[] => Array.isArray(value) ? value.filter((one) => isRecord(one)) : [];

function isRecord(value: unknown): value is EformValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function addressOf(value: unknown): AddressValue | null {
  if (!isRecord(value)) return null;
  return { province: textOf(value['province']), provinceName: textOf(value['provinceName']), commune: textOf(value['commune']), communeName: textOf(value['communeName']), street: textOf(value['street']) };
}

/** Where an answer came from: what was filled in for the person, or what is known of him. */
function sourceOf(field: EformField, form: EformProps, t: ReturnType<typeof useWords>): string | undefined {
  const word = sourceWord(field, form);
  return (form.prefix === undefined ? form.sources?.[field.name] : undefined) ?? (word === null ? undefined : t(word));
}

function sourceWord({ name, source }: EformField, { known = [], prefix, attested }: EformProps): 'eform.known' | 'eform.known.population' | null {
  if (prefix !== undefined || !known.includes(name)) return null;
  return attested === true && source?.startsWith('population.') === true ? 'eform.known.population' : 'eform.known';
}

function OneField({ field, ...form }: EformProps & { readonly field: EformField }): ReactElement {
  const t = useWords();
  const path = `${form.prefix ?? ''}${field.name}`;
  const name = `${form.idPrefix ?? ''}${path}`;
  const value = form.values[field.name];
  const onChange = (next: unknown): void => { form.onChange(field.name, next); };
  const shown: FieldProps = {
    name, label: field.label, hint: field.hint, error: form.faults[path], optional: !form.required.includes(field.name) && field.soft !== true, reminder: form.prefix === undefined ? form.reminders?.[field.name] : undefined,
    source: sourceOf(field, form, t),
    value: textOf(value), onChange, onLeave: () => { form.onLeave(path); },
  };
  const { value: _, onChange: __, ...group } = shown;
  const choices = field.options ?? [];
  if (field.computed !== undefined) return <Computed field={shown} value={value} control={field.control} />;

  switch (field.control) {
    case 'text': return <TextField {...shown} />;
    case 'textarea': return <TextArea {...shown} />;
    case 'date': return <DateField {...shown} value={dayAsTyped(textOf(value))} />;
    case 'number': return <TextField {...shown} width="num" typing={{ inputMode: 'decimal' }} />;
    case 'money': return <MoneyField {...shown} />;
    case 'personal-id': return <PersonalIdField {...shown} />;
    case 'phone': return <TextField {...shown} width="id" typing={{ type: 'tel', inputMode: 'tel', autoComplete: 'tel' }} />;
    case 'email': return <TextField {...shown} typing={{ type: 'email', inputMode: 'email', autoComplete: 'email' }} />;
    case 'choice': return choices.length > 6
      ? <Select {...shown} choices={choices} empty="" />
      : <RadioGroup {...group} choices={choices} value={textOf(value)} onChange={onChange} />;
    case 'multi-choice': return <CheckboxGroup {...group} choices={choices} values={listOf(value)} onChange={onChange} />;
    case 'checkbox': return <Checkbox name={name} label={field.label} checked={value === true} onChange={onChange} />;
    case 'address': return <AddressField name={name} label={field.label} hint={field.hint} error={form.faults[path]} source={shown.source} value={addressOf(value)} searchPlaces={form.searchPlaces} onChange={onChange} />;
    case 'person': case 'organisation': return <NamedParty name={name} label={field.label} hint={field.hint} error={form.faults[path]} kind={field.control} value={isRecord(value) ? value : {}} onChange={onChange} onLeave={() => { form.onLeave(path); }} />;
    case 'repeat': return <Repeat {...form} field={field} path={path} entries={entriesOf(value)} onEntries={onChange} />;
  }
}

// A stored day is ISO; a person reads and types it the other way round.
function dayAsTyped(value: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  return iso === null ? value : `${iso[3] ?? ''}/${iso[2] ?? ''}/${iso[1] ?? ''}`;
}

/** What a formula made of the answers: read, not typed. */
function Computed({ field, value, control }: { readonly field: FieldProps; readonly value: unknown; readonly control: EformField['control'] }): ReactElement {
  const t = useWords();
  const said = typeof value === 'number' ? (control === 'money' ? moneyText(value) : numberText(value)) : textOf(value);
  return <FieldFrame field={{ ...field, optional: false, source: t('eform.computed') }}><output id={fieldId(field.name)} className="computed num">{said === '' ? t('eform.computed-open') : said}</output></FieldFrame>;
}

type RepeatProps = EformProps & { readonly field: EformField; readonly path: string; readonly entries: readonly EformValues[]; readonly onEntries: (entries: readonly EformValues[]) => void };

function Repeat({ field, path, entries, onEntries, ...form }: RepeatProps): ReactElement {
  const t = useWords();
  const entryLabel = field.entryLabel ?? field.label;
  return (
    <fieldset className="group repeat">
      <legend>{field.label}</legend>
      {field.hint !== undefined && <span className="hint">{field.hint}</span>}
      {entries.map((entry, at) => (
        <fieldset key={at} className="card stretch">
          <legend>{t('eform.entry', { label: entryLabel, at: at + 1 })}</legend>
          <EformFields
            {...form} fields={form.entryFields(field, entry)} values={entry} prefix={`${path}.${String(at)}.`}
            onChange={(name, value) => { onEntries(entries.map((kept, which) => which === at ? { ...kept, [name]: value } : kept)); }}
          />
          <Button look="quiet" onPress={() => { onEntries(entries.filter((_, which) => which !== at)); }}>{t('eform.remove', { label: entryLabel, at: at + 1 })}</Button>
        </fieldset>
      ))}
      <Button onPress={() => { onEntries([...entries, {}]); }}>{t('eform.add', { label: entryLabel })}</Button>
    </fieldset>
  );
}
