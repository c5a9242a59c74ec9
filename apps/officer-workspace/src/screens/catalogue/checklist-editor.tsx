// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Checklist } from '@motcua/catalogue/contract';
import { t as words } from '@motcua/i18n';
import { Message, Section, Select, TextArea, TextField, useWords } from '@motcua/ui';
import type { z } from 'zod';
import type { EditorProps } from '../proposals/editors.ts';
import { contentAs, usePartChange } from './content.ts';
import { type ItemEditing, type ItemFace, ItemList, saidOf } from './item-list.tsx';
import { MaybeText } from './small-fields.tsx';

type Shape = z.infer<typeof Checklist>;
type Check = Shape['checks'][number];
type Reason = Shape['refusalReasons'][number];

const newKey = (): string => crypto.randomUUID().slice(0, 8);
const said = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');
const titled = ({ text }: { readonly text: string }): string => (text === '' ? words('items.untitled') : text);
const stages = ['intake', 'appraisal'] as const;

function CheckFields({ item, path, findings, onChange }: ItemEditing<Check>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextArea name={`${path}.text`} label={t('checklist.what')} hint={t('checklist.what-hint')} rows={2} value={item.text} error={saidOf(findings, `${path}.text`)} onChange={(text) => { onChange({ text }); }} />
      <Select name={`${path}.stage`} label={t('checklist.stage')} value={item.stage} choices={stages.map((stage) => ({ value: stage, label: t(`checklist.stage.${stage}`) }))} onChange={(chosen) => { const stage = stages.find((each) => each === chosen); if (stage !== undefined) onChange({ stage }); }} />
      <MaybeText name={`${path}.paper`} label={t('checklist.paper')} hint={t('checklist.paper-hint')} value={item.paper} error={saidOf(findings, `${path}.paper`)} onChange={(paper) => { onChange({ paper }); }} />
      <TextField name={`${path}.basis`} label={t('fees.basis')} optional value={item.basis} onChange={(basis) => { onChange({ basis }); }} />
    </>
  );
}

const checkFace: ItemFace<Check> = { title: titled, about: ({ stage, paper, basis }) => said(words(`checklist.stage.${stage}`), paper, basis), edit: (editing) => <CheckFields {...editing} />, blank: () => ({ id: newKey(), stage: 'intake', text: '', paper: null, basis: '' }) };

function ReasonFields({ item, path, findings, onChange }: ItemEditing<Reason>): ReactElement {
  const t = useWords();
  return (
    <>
      <TextArea name={`${path}.text`} label={t('checklist.reason')} rows={2} value={item.text} error={saidOf(findings, `${path}.text`)} onChange={(text) => { onChange({ text }); }} />
      <TextArea name={`${path}.detail`} label={t('checklist.detail')} hint={t('checklist.detail-hint')} rows={2} optional value={item.detail} onChange={(detail) => { onChange({ detail }); }} />
      <MaybeText name={`${path}.paper`} label={t('checklist.paper')} hint={t('checklist.paper-hint')} value={item.paper} error={saidOf(findings, `${path}.paper`)} onChange={(paper) => { onChange({ paper }); }} />
      <TextField name={`${path}.basis`} label={t('fees.basis')} value={item.basis} error={saidOf(findings, `${path}.basis`)} onChange={(basis) => { onChange({ basis }); }} />
    </>
  );
}

const reasonFace: ItemFace<Reason> = { title: titled, about: ({ detail, paper, basis }) => said(detail, paper, basis), edit: (editing) => <ReasonFields {...editing} />, blank: () => ({ id: newKey(), text: '', detail: '', paper: null, basis: '' }) };

/** Soạn danh sách kiểm tra and the reasons offered when a supplement is asked for or a dossier is refused. */
export function ChecklistEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const checklist = contentAs(Checklist, content);
  return checklist === null ? <Message tone="bad">{t('procedure-editor.unreadable')}</Message> : <Parts checklist={checklist} {...rest} />;
}

function Parts({ checklist, onChange, findings, isReadOnly }: Omit<EditorProps, 'content'> & { readonly checklist: Shape }): ReactElement {
  const t = useWords();
  const change = usePartChange(checklist, onChange);
  const common = { findings, isReadOnly };
  return (
    <>
      <Section id="kiem-tra-gi" title={t('checklist.checks')}><ItemList path="checks" face={checkFace} items={checklist.checks} noun={t('checklist.check')} {...common} onChange={(checks) => { change({ checks: [...checks] }); }} /></Section>
      <Section id="ly-do-bo-sung" title={t('checklist.supplement')}><ItemList path="supplementReasons" face={reasonFace} items={checklist.supplementReasons} noun={t('checklist.noun')} {...common} onChange={(reasons) => { change({ supplementReasons: [...reasons] }); }} /></Section>
      <Section id="ly-do-tu-choi" title={t('checklist.refusal')}><ItemList path="refusalReasons" face={reasonFace} items={checklist.refusalReasons} noun={t('checklist.noun')} {...common} onChange={(reasons) => { change({ refusalReasons: [...reasons] }); }} /></Section>
    </>
  );
}
