// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { roleWords, taskActs, taskSignatures } from '@motcua/workflow/contract';
import type { StepProperty, StepRow, TableEdit } from '@motcua/workflow/contract';
import type { Finding } from '@motcua/proposals/contract';
import { CheckboxGroup, Select, TextArea, TextField, useWords } from '@motcua/ui';
import type { MessageId } from '@motcua/i18n';
import { useAgencies } from '../../../api.ts';
import { actWord, roleWord } from '../step-words.ts';
import { useTyped } from './use-typed.ts';

type PanelProps = { readonly row: StepRow; readonly steps: readonly StepRow[]; readonly findings: readonly Finding[]; readonly onEdit: (edit: TableEdit) => void };

/** The properties of one step: who, where, how long, what is made, who signs, what the citizen reads, where it may be sent back to. */
export function StepPanel({ row, steps, findings, onEdit }: PanelProps): ReactElement {
  const t = useWords();
  const agencies = useAgencies().data?.agencies ?? [];
  const set = (property: StepProperty) => (value: string): void => { onEdit({ kind: 'set', id: row.id, property, value }); };
  const wrong = (property: StepProperty): string | undefined => findings.find(({ path }) => path === `steps.${row.id}.${property}`)?.text;
  const field = (property: StepProperty) => ({ name: `steps.${row.id}.${property}`, label: t(`draw.field.${property}`), error: wrong(property) });
  const budgets = [...new Set(steps.flatMap(({ budget }) => (budget === '' ? [] : [budget])))];
  const earlier = steps.filter(({ no }) => no < row.no);
  return (
    <>
      <Typed field={field('name')} value={row.name} onChange={set('name')} />
      <Typed field={field('actor')} value={row.actor} onChange={set('actor')} hint="draw.hint.actor" />
      <TypedArea field={field('content')} value={row.content} onChange={set('content')} />
      <Select {...field('role')} value={row.role} empty={t('draw.choose')} choices={Object.keys(roleWords).map((role) => ({ value: role, label: t(roleWord(role)) }))} onChange={set('role')} />
      <Select {...field('agency')} value={row.agency === 'competent' ? '' : row.agency} choices={[{ value: '', label: t('step.agency.competent') }, { value: 'receiving', label: t('step.agency.receiving') }, ...(row.each === '' ? [] : [{ value: 'item', label: t('draw.agency.item') }]), ...agencies.map(({ code, name }) => ({ value: code, label: name })), ...other(row.agency, agencies)]} onChange={set('agency')} />
      <Typed field={field('each')} value={row.each} onChange={set('each')} hint="draw.hint.each" />
      <Typed field={field('unit')} value={row.unit} onChange={set('unit')} hint="draw.hint.unit" />
      <div className="row">
        <Typed field={field('hours')} value={row.hours} onChange={set('hours')} width="num" />
        <Typed field={field('budget')} value={row.budget} onChange={set('budget')} list="quy-gio-chung" />
        <datalist id="quy-gio-chung">{budgets.map((budget) => <option key={budget} value={budget} />)}</datalist>
      </div>
      <Select {...field('act')} value={row.act} empty={t('step.act.none')} choices={taskActs.map((act) => ({ value: act, label: t(actWord(act)) }))} onChange={set('act')} />
      <div className="row">
        <Typed field={field('form')} value={row.form} onChange={set('form')} width="num" />
        <Select {...field('signature')} value={row.signature === '' ? 'none' : row.signature} choices={taskSignatures.map((signature) => ({ value: signature, label: t(`draw.signature.${signature}`) }))} onChange={set('signature')} />
      </div>
      <Typed field={field('output')} value={row.output} onChange={set('output')} />
      <Typed field={field('citizenLabel')} value={row.citizenLabel} onChange={set('citizenLabel')} />
      {earlier.length > 0 && (
        <CheckboxGroup
          name={`steps.${row.id}.returnTo`} label={t('draw.field.returnTo')} error={wrong('returnTo')} values={row.returns}
          choices={[...earlier.map(({ id, no, name }) => ({ value: id, label: t('draw.step-no', { no, name }) })), ...row.returns.filter((id) => !earlier.some((step) => step.id === id)).map((id) => ({ value: id, label: t('draw.not-earlier', { id: steps.find((step) => step.id === id)?.name ?? id }) }))]}
          onChange={(chosen) => { set('returnTo')(chosen.join(',')); }}
        />
      )}
    </>
  );
}

const other = (agency: string, known: readonly { readonly code: string }[]): readonly { readonly value: string; readonly label: string }[] =>
  (agency === '' || agency === 'competent' || agency === 'receiving' || agency === 'item' || known.some(({ code }) => code === agency) ? [] : [{ value: agency, label: agency }]);

type TypedProps = { readonly field: { readonly name: string; readonly label: string; readonly error: string | undefined }; readonly value: string; readonly onChange: (text: string) => void };

/** A line of text that comes back a moment later. */
export function Typed({ field, value, onChange, hint, width = 'full', list }: TypedProps & { readonly hint?: MessageId; readonly width?: 'full' | 'num'; readonly list?: string }): ReactElement {
  const t = useWords();
  const typed = useTyped(value, onChange);
  return <TextField {...field} {...typed} width={width} {...(hint === undefined ? {} : { hint: t(hint) })} {...(list === undefined ? {} : { typing: { list } })} />;
}

function TypedArea({ field, value, onChange }: TypedProps): ReactElement {
  const typed = useTyped(value, onChange);
  return <TextArea {...field} {...typed} rows={4} />;
}
