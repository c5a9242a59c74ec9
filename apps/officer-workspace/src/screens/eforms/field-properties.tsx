// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { type Control, type DraftField, type EformDraft, readFormula, sources } from '@motcua/eforms/contract';
import { Button, Kbd, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { ConditionField } from './condition-field.tsx';
import { type Place, linesOf, pathOf, withControl } from './draft-acts.ts';
import { controls, useFieldWords } from './field-words.ts';
import { LimitFields } from './limit-fields.tsx';

type Acts = { readonly up: () => void; readonly down: () => void; readonly duplicate: () => void; readonly remove: () => void };
type FieldPropertiesProps = { readonly field: DraftField; readonly place: Place; readonly draft: EformDraft; readonly isReadOnly: boolean; readonly onChange: (field: DraftField) => void; readonly onAct: Acts };

/** Sets a word of a field, or takes it out when it is empty. */
function withWord(field: DraftField, name: 'hint' | 'source' | 'faultText' | 'readAloud' | 'softText' | 'computed' | 'entryLabel', text: string): DraftField {
  const { [name]: _, ...rest } = field;
  return text === '' ? rest : { ...rest, [name]: text };
}

type Missing = 'stop' | 'remind' | 'free';
const missingOf = ({ required, soft }: DraftField): Missing => (soft === true ? 'remind' : required ? 'stop' : 'free');

function withMissing(field: DraftField, missing: Missing): DraftField {
  const { soft: _, softText, ...rest } = field;
  return { ...rest, required: missing !== 'free', ...(missing === 'remind' ? { soft: true, ...(softText === undefined ? {} : { softText }) } : {}) };
}

/** One field: the question, how it is answered, where it comes from, when it is shown, what is said when it is wrong. */
export function FieldProperties({ field, place, draft, isReadOnly, onChange, onAct }: FieldPropertiesProps): ReactElement {
  const t = useWords();
  const words = useFieldWords();
  const fields = linesOf(draft).flatMap((line) => line.kind === 'field' ? [line] : []);
  const before = fields.slice(0, fields.findIndex(({ path }) => path === pathOf(place))).filter((line) => line.place.list === null || line.place.list === place.list).filter(({ field: one }) => one.control !== 'repeat' || one.key !== place.list).map((line) => line.field);
  const text = (name: 'hint' | 'faultText' | 'readAloud' | 'softText' | 'entryLabel', hint?: string): object => ({
    name: `thuoc-tinh.${name}`, label: t(`eform-editor.field.${name}`), value: field[name] ?? '', optional: true, hint, onChange: (next: string) => { onChange(withWord(field, name, next)); },
  });
  return (
    <>
      <h2>{t('eform-editor.field-number', { number: fields.find(({ path }) => path === pathOf(place))?.number ?? '' })}</h2>
      <fieldset disabled={isReadOnly} className="form">
        <TextField name="thuoc-tinh.label" label={t('eform-editor.field.label')} value={field.label} onChange={(label) => { onChange({ ...field, label }); }} />
        <Select name="thuoc-tinh.control" label={t('eform-editor.field.control')} value={field.control} choices={controls.filter((one) => one !== 'repeat' || place.list === null).map((value) => ({ value, label: t(`eform-editor.control.${value}`) }))} onChange={(next) => { const control = controls.find((one): one is Control => one === next); if (control !== undefined) onChange(withControl(field, control)); }} />
        {field.options !== undefined && <Options key={field.control} options={field.options} onChange={(options) => { onChange({ ...field, options }); }} />}
        <TextField label="" {...text('hint')} name="thuoc-tinh.hint" />
        {field.computed === undefined && <Select name="thuoc-tinh.source" label={t('eform-editor.field.source')} value={field.source ?? ''} empty={t('eform-editor.no-source')} choices={sources.map(({ name }) => ({ value: name, label: words.sourceName(name) }))} onChange={(next) => { onChange(withWord(field, 'source', next)); }} />}
        {field.computed === undefined && <Select name="thuoc-tinh.missing" label={t('eform-editor.field.missing')} value={missingOf(field)} choices={(['stop', 'remind', 'free'] as const).map((value) => ({ value, label: t(`eform-editor.missing.${value}`) }))} onChange={(next) => { onChange(withMissing(field, next === 'remind' || next === 'free' ? next : 'stop')); }} />}
        {field.soft === true && <TextField label="" {...text('softText')} name="thuoc-tinh.softText" />}
        {['text', 'number', 'money'].includes(field.control) && <Computed field={field} onChange={(next) => { onChange(withWord(field, 'computed', next)); }} />}
        {field.control === 'repeat' && <TextField label="" {...text('entryLabel')} name="thuoc-tinh.entryLabel" />}
        {field.control === 'repeat' && <Button onPress={() => { onChange({ ...field, fields: [...field.fields ?? [], { key: `muc${String((field.fields?.length ?? 0) + 1)}`, control: 'text', label: '', required: true, limits: { type: 'string' } }] }); }}>{t('eform-editor.add-inner')}</Button>}
        <LimitFields field={field} before={before} onChange={onChange} />
        <ConditionField name="thuoc-tinh.khi" before={before} condition={field.visibleWhen} onChange={(condition) => { const { visibleWhen: _, ...rest } = field; onChange(condition === undefined ? rest : { ...rest, visibleWhen: condition }); }} />
        <TextField label="" {...text('faultText', t('eform-editor.fault-hint'))} name="thuoc-tinh.faultText" />
        <TextField label="" {...text('readAloud', t('eform-editor.aloud-hint'))} name="thuoc-tinh.readAloud" />
        <KeyField key={field.key} value={field.key} onChange={(key) => { onChange({ ...field, key }); }} />
        {!isReadOnly && (
          <div className="row">
            <Button onPress={onAct.up}>{t('eform-editor.up')} <Kbd>{t('key.alt-up')}</Kbd></Button><Button onPress={onAct.down}>{t('eform-editor.down')} <Kbd>{t('key.alt-down')}</Kbd></Button>
            <Button onPress={onAct.duplicate}>{t('eform-editor.duplicate')} <Kbd>{t('key.ctrl-d')}</Kbd></Button><Button look="quiet" onPress={onAct.remove}>{t('eform-editor.remove')}</Button>
          </div>
        )}
      </fieldset>
    </>
  );
}

/** The name in the answers: taken when one leaves the place, so that half a name renames nothing. */
function KeyField({ value, onChange }: { readonly value: string; readonly onChange: (key: string) => void }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(value);
  return <TextField name="thuoc-tinh.key" label={t('eform-editor.field.key')} hint={t('eform-editor.key-hint')} width="code" value={typed} onChange={setTyped} onLeave={() => { if (typed !== value && /^[a-z][A-Za-z0-9]*$/u.test(typed)) onChange(typed); else setTyped(value); }} />;
}

function Computed({ field, onChange }: { readonly field: DraftField; readonly onChange: (formula: string) => void }): ReactElement {
  const t = useWords();
  const read = field.computed === undefined ? null : readFormula(field.computed);
  return <TextField name="thuoc-tinh.computed" label={t('eform-editor.field.computed')} hint={t('eform-editor.computed-hint')} value={field.computed ?? ''} optional error={read === null || read.ok ? undefined : t('eform-editor.formula-fault', { at: read.fault.at, text: read.fault.text })} onChange={onChange} />;
}

type Option = { readonly value: string; readonly label: string };
const written = (options: readonly Option[]): string => options.map(({ value, label }) => `${value} = ${label}`).join('\n');

/** One choice a line: «gia-tri = Nhãn người dân thấy». */
function Options({ options, onChange }: { readonly options: readonly Option[]; readonly onChange: (options: readonly Option[]) => void }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState(() => written(options));
  const take = (text: string): void => {
    setTyped(text);
    onChange(text.split('\n').filter((line) => line.trim() !== '').map((line, at) => {
      const [value = '', ...label] = line.split('=');
      return label.length === 0 ? { value: `chon${String(at + 1)}`, label: value.trim() } : { value: value.trim(), label: label.join('=').trim() };
    }));
  };
  return <TextArea name="thuoc-tinh.options" label={t('eform-editor.field.options')} hint={t('eform-editor.options-hint')} rows={4} value={typed} onChange={take} />;
}
