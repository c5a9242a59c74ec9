// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, createContext, useContext } from 'react';
import { decisionTable } from '@motcua/workflow/contract';
import type { BranchRow, TableEdit } from '@motcua/workflow/contract';
import { Select, TextArea, TextField, useWords } from '@motcua/ui';
import { GuideSubject, RuleAbout, RuleCells } from '../../catalogue/guide-rules.tsx';
import { type ItemEditing, type ItemFace, ItemList } from '../../catalogue/item-list.tsx';
import { Typed } from './step-panel.tsx';

type Table = ReturnType<typeof decisionTable>;
type Input = Table['inputs'][number];
type Output = Table['outputs'][number];
type Rule = Table['rules'][number];

const types = ['string', 'number', 'boolean'] as const;

/** A variable of the process: its name as conditions write it, what it is called, what it can be. */
function Variable({ item, path, onChange }: { readonly item: Pick<Input, 'id' | 'label' | 'type'>; readonly path: string; readonly onChange: (part: Partial<Pick<Input, 'id' | 'label' | 'type'>>) => void }): ReactElement {
  const t = useWords();
  return (
    <>
      <TextField name={`${path}.id`} label={t('decision.variable')} hint={t('decision.variable-hint')} value={item.id} onChange={(id) => { onChange({ id: id.trim() }); }} />
      <TextField name={`${path}.label`} label={t('decision.called')} value={item.label} onChange={(label) => { onChange({ label }); }} />
      <Select name={`${path}.type`} label={t('decision.type')} value={item.type} choices={types.map((type) => ({ value: type, label: t(`decision.type.${type}`) }))} onChange={(chosen) => { const type = types.find((each) => each === chosen); if (type !== undefined) onChange({ type }); }} />
    </>
  );
}

function InputFields({ item, path, onChange }: ItemEditing<Input>): ReactElement {
  const t = useWords();
  return (
    <>
      <Variable item={item} path={path} onChange={onChange} />
      {item.type === 'string' && <TextArea name={`${path}.choices`} label={t('decision.choices')} hint={t('decision.choices-hint')} rows={3} value={item.choices.map(({ value }) => value).join('\n')} onChange={(typed) => { onChange({ choices: [...new Set(typed.split('\n'))].filter((value) => value !== '').map((value) => ({ value, label: value })) }); }} />}
    </>
  );
}

const Outputs = createContext<readonly Output[]>([]);

/** One row: for which answers, and what it then says. */
function RuleFields(editing: ItemEditing<Rule>): ReactElement {
  const { item, path, onChange } = editing;
  const outputs = useContext(Outputs);
  return (
    <>
      <RuleCells {...editing} />
      {outputs.map(({ id, label }, at) => <TextField key={id} name={`${path}.then.${String(at)}`} label={label === '' ? id : label} value={item.then[at] ?? ''} onChange={(value) => { onChange({ then: outputs.map((_, place) => (place === at ? value : item.then[place] ?? '')) }); }} />)}
    </>
  );
}

const named = ({ id, label }: { readonly id: string; readonly label: string }): string => (label === '' ? id : label);
const inputFace: ItemFace<Input> = { title: named, about: ({ id }) => id, edit: (editing) => <InputFields {...editing} />, blank: () => ({ id: `x_${crypto.randomUUID().slice(0, 4)}`, label: '', type: 'string', choices: [], hint: null }) };
const outputFace: ItemFace<Output> = { title: named, about: ({ id }) => id, edit: (editing) => <Variable {...editing} />, blank: () => ({ id: `y_${crypto.randomUUID().slice(0, 4)}`, label: '', type: 'string' }) };
const ruleFace: ItemFace<Rule> = { title: ({ then }) => then.join('; '), about: (rule) => <RuleAbout rule={{ ...rule, then: [] }} />, edit: (editing) => <RuleFields {...editing} />, blank: () => ({ id: `r_${crypto.randomUUID().slice(0, 8)}`, when: [], then: [], note: null }) };

/** Bảng quyết định of a process: what it looks at, what it answers, its rows. The answers become variables the conditions behind it read. */
export function DecisionPanel({ row, onEdit }: { readonly row: BranchRow; readonly onEdit: (edit: TableEdit) => void }): ReactElement {
  const t = useWords();
  const table = decisionTable(row.decision);
  const path = `steps.${row.id}.decision`;
  const put = (part: Partial<Table>, name = row.name): void => { onEdit({ kind: 'set-decision', id: row.id, name, table: JSON.stringify({ ...table, name, ...part }) }); };
  // A column that goes takes its cell out of every row; one that comes is not looked at yet.
  const columns = (next: readonly { readonly id: string }[], before: readonly { readonly id: string }[]): readonly number[] => next.map(({ id }, at) => { const known = before.findIndex((each) => each.id === id); return known === -1 && next.length === before.length ? at : known; });
  const cells = (list: readonly string[], places: readonly number[], empty: string): string[] => places.map((at) => (at === -1 ? empty : list[at] ?? empty));
  const putInputs = (inputs: readonly Input[]): void => { const places = columns(inputs, table.inputs); put({ inputs: [...inputs], rules: table.rules.map((rule) => ({ ...rule, when: cells(rule.when, places, '-') })) }); };
  const putOutputs = (outputs: readonly Output[]): void => { const places = columns(outputs, table.outputs); put({ outputs: [...outputs], rules: table.rules.map((rule) => ({ ...rule, then: cells(rule.then, places, '') })) }); };
  const list = { findings: [], isReadOnly: false };
  return (
    <GuideSubject value={{ questions: table.inputs, procedure: null }}>
      <Outputs value={table.outputs}>
        <Typed field={{ name: `${path}.name`, label: t('decision.name'), error: undefined }} value={row.name} onChange={(name) => { put({}, name); }} />
        <Select name={`${path}.hit`} label={t('decision.hit')} value={table.hitPolicy} choices={(['FIRST', 'UNIQUE'] as const).map((policy) => ({ value: policy, label: t(`decision.hit.${policy}`) }))} onChange={(policy) => { put({ hitPolicy: policy === 'UNIQUE' ? 'UNIQUE' : 'FIRST' }); }} />
        <h3>{t('decision.inputs')}</h3>
        <ItemList path={`${path}.inputs`} face={inputFace} items={table.inputs} noun={t('decision.noun.input')} {...list} onChange={putInputs} />
        <h3>{t('decision.outputs')}</h3>
        <ItemList path={`${path}.outputs`} face={outputFace} items={table.outputs} noun={t('decision.noun.output')} {...list} onChange={putOutputs} />
        <h3>{t('decision.rules')}</h3>
        <ItemList path={`${path}.rules`} face={ruleFace} items={table.rules} noun={t('decision.noun.rule')} {...list} onChange={(rules) => { put({ rules: rules.map((rule) => ({ ...rule, when: table.inputs.map((_, at) => rule.when[at] ?? '-'), then: table.outputs.map((_, at) => rule.then[at] ?? '') })) }); }} />
      </Outputs>
    </GuideSubject>
  );
}
