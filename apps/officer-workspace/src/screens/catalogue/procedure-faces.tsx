// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { Fee, Method, PaperGroup, Procedure, RequiredPaper } from '@motcua/catalogue/contract';
import { t as words } from '@motcua/i18n';
import { moneyInSentence } from '@motcua/i18n';
import { Checkbox, Select, TextArea, TextField, useWords } from '@motcua/ui';
import { type ItemEditing, type ItemFace, ItemList, saidOf } from './item-list.tsx';
import { MaybeText, NumberField, TimeFields } from './small-fields.tsx';

type ProcedureShape = z.infer<typeof Procedure>;
type Paper = z.infer<typeof RequiredPaper>;
type MethodShape = z.infer<typeof Method>;
type FeeShape = z.infer<typeof Fee>;
type Group = z.infer<typeof PaperGroup>;
type Named = { readonly code: string | null; readonly name: string };
type Circumstance = ProcedureShape['circumstances'][number];
type Step = ProcedureShape['steps'][number];

const timeWords = (time: MethodShape['time']): string => (time === null ? words('procedure-editor.no-time') : time.unit === 'OTHER' || time.value === null ? words('time.in-note') : `${String(time.value).replace('.', ',')} ${words(`procedure-editor.unit.${time.unit}`)}`);
const untitled = (): string => words('items.untitled');

function StepFields({ item, path, findings, onChange }: ItemEditing<Step>): ReactElement {
  const t = useWords();
  return (
    <>
      <MaybeText name={`${path}.name`} label={t('procedure-editor.step-name')} value={item.name} onChange={(name) => { onChange({ name }); }} />
      <TextArea name={`${path}.text`} label={t('procedure-editor.step-text')} rows={6} value={item.text} error={saidOf(findings, `${path}.text`)} onChange={(text) => { onChange({ text }); }} />
    </>
  );
}

/** Bước thực hiện. */
export const stepFace: ItemFace<Step> = { title: ({ name }, at) => name ?? words('items.nth', { noun: words('procedure-editor.step'), no: at + 1 }), about: ({ text }) => (text.length > 160 ? `${text.slice(0, 160)}…` : text), edit: (editing) => <StepFields {...editing} />, blank: () => ({ name: null, text: '' }) };

function PaperFields({ item, path, findings, onChange }: ItemEditing<Paper>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextArea name={`${path}.name`} label={t('procedure-editor.paper-name')} rows={2} value={item.name} error={saidOf(findings, `${path}.name`)} onChange={(name) => { onChange({ name }); }} />
      <div className="side-by-side">
        <NumberField name={`${path}.originals`} label={t('procedure-editor.originals')} value={item.originals} error={saidOf(findings, `${path}.originals`)} onChange={(originals) => { onChange({ originals: originals ?? 0 }); }} />
        <NumberField name={`${path}.copies`} label={t('procedure-editor.copies')} value={item.copies} error={saidOf(findings, `${path}.copies`)} onChange={(copies) => { onChange({ copies: copies ?? 0 }); }} />
        <MaybeText name={`${path}.code`} label={t('procedure-editor.paper-code')} value={item.code} onChange={(code) => { onChange({ code }); }} />
      </div>
      <Checkbox name={`${path}.required`} label={t('procedure-editor.required')} checked={item.required} onChange={(required) => { onChange({ required }); }} />
      <Checkbox name={`${path}.eForm`} label={t('procedure-editor.eform')} checked={item.eForm} onChange={(eForm) => { onChange({ eForm }); }} />
      <MaybeText name={`${path}.resultOfOther`} label={t('procedure-editor.result-of-other')} hint={t('procedure-editor.result-of-other-hint')} value={item.resultOfOther} onChange={(resultOfOther) => { onChange({ resultOfOther }); }} />
      <TextArea name={`${path}.forms`} label={t('procedure-editor.forms')} hint={t('procedure-editor.one-a-line')} rows={2} value={item.forms.join('\n')} onChange={(typed) => { onChange({ forms: typed === '' ? [] : typed.split('\n') }); }} />
    </>
  );
}

const countWords = ({ originals, copies, required, eForm }: Paper): string => [
  ...(originals > 0 ? [words('paper.originals', { count: originals })] : []), ...(copies > 0 ? [words('paper.copies', { count: copies })] : []), ...(required ? [words('procedure-editor.required')] : []), ...(eForm ? [words('paper.eform')] : []),
].join(' · ');

const paperFace: ItemFace<Paper> = {
  title: ({ name }) => (name === '' ? untitled() : name), about: countWords, edit: (editing) => <PaperFields {...editing} />, blank: () => ({ code: null, name: '', originals: 1, copies: 0, required: true, eForm: false, resultOfOther: null, forms: [] }),
};

/** The papers of one circumstance. */
export function GroupPapers({ group, path, ...rest }: { readonly group: Group; readonly path: string } & Pick<Parameters<typeof ItemList<Paper>>[0], 'findings' | 'isReadOnly' | 'onChange'>): ReactElement {
  const t = useWords();
  return <ItemList path={`${path}.papers`} face={paperFace} items={group.papers} noun={t('procedure-editor.paper')} {...rest} />;
}

const feeKinds = ['FEE', 'SERVICE_FEE', 'PRICE_LEVEL'] as const;

function FeeFields({ item, path, findings, onChange }: ItemEditing<FeeShape>): ReactElement {
  const t = useWords();
  return (
    <>
      <Select name={`${path}.kind`} label={t('fees.kind')} value={item.kind} choices={feeKinds.map((kind) => ({ value: kind, label: t(`fees.kind.${kind}`) }))} onChange={(chosen) => { const kind = feeKinds.find((each) => each === chosen); if (kind !== undefined) onChange({ kind }); }} />
      <NumberField name={`${path}.amount`} label={t('fees.amount')} error={saidOf(findings, `${path}.amount`)} value={item.amount} onChange={(amount) => { onChange({ amount, currency: item.currency ?? 'VND' }); }} />
      <MaybeText name={`${path}.note`} label={t('procedure-editor.note')} rows={2} value={item.note} onChange={(note) => { onChange({ note }); }} />
    </>
  );
}

const feeFace: ItemFace<FeeShape> = {
  title: ({ kind, amount, currency }) => `${words(`fees.kind.${kind}`)}: ${amount === null ? words('time.in-note') : currency === 'USD' ? `${String(amount)} USD` : moneyInSentence(amount)}`, about: ({ note }) => note ?? '', edit: (editing) => <FeeFields {...editing} />,
  blank: () => ({ kind: 'SERVICE_FEE', amount: null, currency: 'VND', note: null }),
};

const channels = ['DIRECT', 'ONLINE', 'POSTAL'] as const;

function MethodFields({ item, path, findings, onChange }: ItemEditing<MethodShape>): ReactElement {
  const t = useWords();
  return (
    <>
      <Select name={`${path}.channel`} label={t('procedure-editor.channel')} value={item.channel} error={saidOf(findings, `${path}.channel`)} choices={channels.map((each) => ({ value: each, label: t(`channel.${each}`) }))} onChange={(chosen) => { const channel = channels.find((each) => each === chosen); if (channel !== undefined) onChange({ channel }); }} />
      <TimeFields name={`${path}.time`} value={item.time} error={saidOf(findings, `${path}.time`)} onChange={(time) => { onChange({ time }); }} />
      <MaybeText name={`${path}.note`} label={t('procedure-editor.note')} rows={3} value={item.note} onChange={(note) => { onChange({ note }); }} />
      <fieldset className="group"><legend>{t('procedure-editor.fees')}</legend><ItemList path={`${path}.fees`} face={feeFace} items={item.fees} noun={t('procedure-editor.fee')} findings={findings} isReadOnly={false} onChange={(fees) => { onChange({ fees: [...fees] }); }} /></fieldset>
    </>
  );
}

/** Cách nộp, with its time and money. */
export const methodFace: ItemFace<MethodShape> = {
  title: ({ channel, time }) => `${words(`channel.${channel}`)}: ${timeWords(time)}`, about: ({ fees, note }) => [words('procedure-editor.fee-count', { count: fees.length }), note ?? ''].filter((said) => said !== '').join(' · ').slice(0, 200), edit: (editing) => <MethodFields {...editing} />,
  blank: () => ({ channel: 'DIRECT', time: { value: null, unit: 'WORKING_DAY' }, note: null, fees: [] }),
};

function NamedFields({ item, path, findings, onChange }: ItemEditing<Named>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextArea name={`${path}.name`} label={t('procedure-editor.name-of')} rows={2} value={item.name} error={saidOf(findings, `${path}.name`)} onChange={(name) => { onChange({ name }); }} />
      <MaybeText name={`${path}.code`} label={t('procedure-editor.code-of')} value={item.code} onChange={(code) => { onChange({ code }); }} />
    </>
  );
}

/** Something with a name and perhaps a code: applicants, agencies, results, legal bases. */
export const namedFace: ItemFace<Named> = { title: ({ name }) => (name === '' ? untitled() : name), about: ({ code }) => code ?? '', edit: (editing) => <NamedFields {...editing} />, blank: () => ({ code: null, name: '' }) };

function CircumstanceFields({ item, path, findings, onChange }: ItemEditing<Circumstance>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name={`${path}.name`} label={t('procedure-editor.circumstance')} value={item.name} onChange={(name) => { onChange({ name }); }} />
      <TimeFields name={`${path}.time`} value={item.time} error={saidOf(findings, `${path}.time`)} onChange={(time) => { onChange({ time }); }} />
    </>
  );
}

/** Trường hợp, with a time of its own where it has one. */
export const circumstanceFace: ItemFace<Circumstance> = { title: ({ name }) => (name === '' ? untitled() : name), about: ({ time }) => (time === null ? '' : timeWords(time)), edit: (editing) => <CircumstanceFields {...editing} />, blank: () => ({ code: null, name: '', time: null }) };
