// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { z } from 'zod';
import { type PaperGroup, Procedure } from '@motcua/catalogue/contract';
import { Button, Checkbox, CheckboxGroup, Message, Section, Select, TextArea, TextField, useWords } from '@motcua/ui';
import type { EditorProps } from '../proposals/editors.ts';
import { contentAs, usePartChange } from './content.ts';
import { ItemList, saidOf } from './item-list.tsx';
import { GroupPapers, circumstanceFace, methodFace, namedFace, stepFace } from './procedure-faces.tsx';
import { MaybeText, NumberField } from './small-fields.tsx';

type Shape = z.infer<typeof Procedure>;
type Group = z.infer<typeof PaperGroup>;
type PartProps = Pick<EditorProps, 'findings' | 'isReadOnly'> & { readonly procedure: Shape; readonly change: (part: Partial<Shape>) => void };

/** Soạn thủ tục: every part a published procedure must have, in the order decisions print them. */
export function ProcedureEditor({ content, onChange, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const procedure = contentAs(Procedure, content);
  return procedure === null ? <Message tone="bad">{t('procedure-editor.unreadable')}</Message> : <Parts procedure={procedure} onChange={onChange} {...rest} />;
}

const partLinks = ['ten', 'trinh-tu', 'cach-thuc', 'thanh-phan', 'doi-tuong', 'co-quan', 'ket-qua', 'can-cu', 'dieu-kien'] as const;

function Parts({ procedure, onChange, findings, isReadOnly }: Omit<EditorProps, 'content' | 'subject'> & { readonly procedure: Shape }): ReactElement {
  const t = useWords();
  const change = usePartChange(procedure, onChange);
  const props = { procedure, change, findings, isReadOnly };
  return (
    <fieldset className="plain" disabled={isReadOnly}>
      <legend className="hidden-visually">{t('procedure-editor.parts')}</legend>
      <nav className="tabs wrap" aria-label={t('procedure-editor.parts')}>{partLinks.map((part) => <a key={part} href={`#${part}`}>{t(`procedure-editor.part.${part}`)}</a>)}</nav>
      <NamePart {...props} />
      <ListPart id="trinh-tu" title={t('procedure-editor.part.trinh-tu')}><ItemList path="steps" face={stepFace} items={procedure.steps} noun={t('procedure-editor.step')} findings={findings} isReadOnly={isReadOnly} onChange={(steps) => { change({ steps: [...steps] }); }} /></ListPart>
      <ListPart id="cach-thuc" title={t('procedure-editor.part.cach-thuc')}>
        <ItemList path="methods" face={methodFace} items={procedure.methods} noun={t('procedure-editor.method')} findings={findings} isReadOnly={isReadOnly} onChange={(methods) => { change({ methods: [...methods] }); }} />
        <h3>{t('procedure-editor.circumstances')}</h3>
        <ItemList path="circumstances" face={circumstanceFace} items={procedure.circumstances} noun={t('procedure-editor.circumstance')} findings={findings} isReadOnly={isReadOnly} onChange={(circumstances) => { change({ circumstances: [...circumstances] }); }} />
      </ListPart>
      <PapersPart {...props} />
      <ListPart id="doi-tuong" title={t('procedure-editor.part.doi-tuong')}><ItemList path="applicantKinds" face={namedFace} items={procedure.applicantKinds} noun={t('procedure-editor.applicant')} findings={findings} isReadOnly={isReadOnly} onChange={(kinds) => { change({ applicantKinds: [...kinds] }); }} /></ListPart>
      <AgenciesPart {...props} />
      <ListPart id="ket-qua" title={t('procedure-editor.part.ket-qua')}><ItemList path="results" face={namedFace} items={procedure.results} noun={t('procedure-editor.result')} findings={findings} isReadOnly={isReadOnly} onChange={(results) => { change({ results: [...results] }); }} /></ListPart>
      <ListPart id="can-cu" title={t('procedure-editor.part.can-cu')}><ItemList path="legalBases" face={namedFace} items={procedure.legalBases} noun={t('procedure-editor.legal-basis')} findings={findings} isReadOnly={isReadOnly} onChange={(bases) => { change({ legalBases: [...bases] }); }} /></ListPart>
      <RestPart {...props} />
    </fieldset>
  );
}

function ListPart({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactElement | readonly ReactElement[] }): ReactElement {
  return <Section id={id} title={title}>{children}</Section>;
}

const levels = ['MINISTRY', 'PROVINCE', 'COMMUNE', 'VERTICAL', 'OTHER_AGENCY'] as const;

function NamePart({ procedure, change, findings }: PartProps): ReactElement {
  const t = useWords();
  return (
    <Section id="ten" title={t('procedure-editor.part.ten')}>
      <div className="form">
        <TextArea name="name" label={t('procedure-editor.name')} rows={2} value={procedure.name} error={saidOf(findings, 'name')} onChange={(name) => { change({ name }); }} />
        <div className="side-by-side">
          <TextField name="field.name" label={t('procedure.field')} value={procedure.field?.name ?? ''} onChange={(name) => { change({ field: name === '' && procedure.field?.code == null ? null : { code: procedure.field?.code ?? null, name } }); }} />
          <TextField name="field.code" label={t('procedure-editor.field-code')} width="code" optional value={procedure.field?.code ?? ''} onChange={(code) => { change({ field: { code: code === '' ? null : code, name: procedure.field?.name ?? '' } }); }} />
        </div>
        <CheckboxGroup name="levels" label={t('procedure-editor.levels')} values={procedure.levels} choices={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))} onChange={(chosen) => { change({ levels: [...chosen] }); }} />
        <Select name="onlineLevel" label={t('procedure-editor.online')} error={saidOf(findings, 'onlineLevel')} value={procedure.onlineLevel} choices={(['FULL', 'PARTIAL_OR_NONE'] as const).map((level) => ({ value: level, label: t(`online.${level}`) }))} onChange={(onlineLevel) => { change({ onlineLevel }); }} />
        {procedure.onlineLevel !== 'FULL' && <TextArea name="onlineReason" label={t('procedure-editor.online-reason')} rows={2} optional value={procedure.onlineReason ?? ''} error={saidOf(findings, 'onlineReason')} onChange={(onlineReason) => { change({ onlineReason }); }} />}
        <Checkbox name="nonTerritorial" label={t('procedure.non-territorial')} checked={procedure.nonTerritorial} onChange={(nonTerritorial) => { change({ nonTerritorial }); }} />
      </div>
    </Section>
  );
}

function PapersPart({ procedure, change, findings, isReadOnly }: PartProps): ReactElement {
  const t = useWords();
  const put = (at: number, part: Partial<Group>): void => { change({ papers: procedure.papers.map((group, place) => (place === at ? { ...group, ...part } : group)) }); };
  return (
    <Section id="thanh-phan" title={t('procedure-editor.papers', { count: procedure.papers.reduce((sum, { papers }) => sum + papers.length, 0) })}>
      <NumberField name="sets" label={t('procedure-editor.sets')} error={saidOf(findings, 'sets')} value={procedure.sets ?? null} onChange={(sets) => { if (sets !== null && sets > 0) change({ sets }); }} />
      {procedure.papers.map((group, at) => (
        <details key={at} className="more" open>
          <summary>{t('procedure-editor.group', { name: group.circumstance ?? t('procedure.papers-all'), count: group.papers.length })}</summary>
          <div className="stack stretch">
            {!isReadOnly && <MaybeText name={`papers.${String(at)}.circumstance`} label={t('procedure-editor.group-name')} hint={t('procedure-editor.group-hint')} value={group.circumstance} onChange={(circumstance) => { put(at, { circumstance }); }} />}
            <GroupPapers group={group} path={`papers.${String(at)}`} findings={findings} isReadOnly={isReadOnly} onChange={(papers) => { put(at, { papers: [...papers] }); }} />
            {!isReadOnly && procedure.papers.length > 1 && <Button look="quiet" label={t('procedure-editor.group-remove-one', { no: at + 1 })} onPress={() => { change({ papers: procedure.papers.toSpliced(at, 1) }); }}>{t('procedure-editor.group-remove')}</Button>}
          </div>
        </details>
      ))}
      {!isReadOnly && <Button onPress={() => { change({ papers: [...procedure.papers, { circumstance: '', papers: [] }] }); }}>{t('procedure-editor.group-add')}</Button>}
    </Section>
  );
}

const agencyLists = ['executingAgencies', 'competentAgencies', 'coordinatingAgencies'] as const;

function AgenciesPart({ procedure, change, findings, isReadOnly }: PartProps): ReactElement {
  const t = useWords();
  return (
    <Section id="co-quan" title={t('procedure-editor.part.co-quan')}>
      {agencyLists.map((list) => (
        <div key={list} className="stack stretch">
          <h3>{t(`procedure-editor.${list}`)}</h3>
          <ItemList path={list} face={namedFace} items={procedure[list]} noun={t('procedure-editor.agency')} findings={findings} isReadOnly={isReadOnly} onChange={(agencies) => { change({ [list]: [...agencies] }); }} />
        </div>
      ))}
      <MaybeText name="receivingAddress" label={t('procedure-editor.address')} rows={3} value={procedure.receivingAddress} onChange={(receivingAddress) => { change({ receivingAddress }); }} />
    </Section>
  );
}

function RestPart({ procedure, change, findings }: PartProps): ReactElement {
  const t = useWords();
  const { decision } = procedure;
  return (
    <Section id="dieu-kien" title={t('procedure-editor.part.dieu-kien')}>
      <div className="form">
        <MaybeText name="conditions" label={t('procedure-editor.conditions')} rows={6} value={procedure.conditions} error={saidOf(findings, 'conditions')} onChange={(conditions) => { change({ conditions }); }} />
        <MaybeText name="keywords" label={t('procedure-editor.keywords')} hint={t('procedure-editor.keywords-hint')} rows={2} value={procedure.keywords} onChange={(keywords) => { change({ keywords }); }} />
        <TextArea name="lifeEvents" label={t('procedure-editor.life-events')} hint={t('procedure-editor.one-a-line')} rows={2} optional value={procedure.lifeEvents.join('\n')} onChange={(typed) => { change({ lifeEvents: typed === '' ? [] : typed.split('\n') }); }} />
        <MaybeText name="note" label={t('procedure-editor.note')} rows={2} value={procedure.note} onChange={(note) => { change({ note }); }} />
        <MaybeText name="decision.number" label={t('procedure-editor.decision')} hint={t('procedure-editor.decision-hint')} value={decision.number} onChange={(number) => { change({ decision: { ...decision, number } }); }} />
      </div>
    </Section>
  );
}
