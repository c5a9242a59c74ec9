// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { fileSizeText } from '@motcua/i18n';
import { DataDictionary, EformList, TemplateContent, UploadedTemplate, isOfManyDossiers, paperKindTitles, paperKinds } from '@motcua/paper-templates/contract';
import { Asked, Checkbox, DataTable, LinkButton, ErrorSummary, Message, Section, Select, TextField, Upload, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, upload } from '@motcua/web-kit';
import { useAgencies } from '../../api.ts';
import type { EditorProps } from '../proposals/editors.ts';
import { ProceduresField } from '../registers/procedures-field.tsx';
import { SampleLinks } from './template-list.tsx';

/** Soạn mẫu giấy: the Word file, what it is for, what it prints, and the fields it may name. */
export function TemplateEditor({ content, ...rest }: EditorProps): ReactElement {
  const t = useWords();
  const read = TemplateContent.safeParse(content);
  return read.success ? <Parts template={read.data} {...rest} /> : <Message tone="bad">{t('paper-template.unreadable')}</Message>;
}

type PartsProps = Omit<EditorProps, 'content'> & { readonly template: TemplateContent };

function Parts({ template, onChange, findings, isReadOnly }: PartsProps): ReactElement {
  const t = useWords();
  const { data: agencies } = useAgencies();
  const eforms = useQuery({ queryKey: ['eforms'], queryFn: () => ask(EformList, '/api/eforms') });
  const change = (part: Partial<TemplateContent>): void => { onChange({ ...template, ...part }); };
  const choosePaper = (paper: TemplateContent['paper']): void => { change({ paper, ...(paper === 'result' ? { everyProcedure: false } : isOfManyDossiers(paper) ? { everyProcedure: true, procedures: [], eform: null } : {}) }); };
  const said = (path: string): string | undefined => findings.find((finding) => finding.path === path && finding.blocks)?.text;
  return (
    <div className="template-editor">
      <Section id="dung-cho" title={t('paper-template.what-for')}>
        <fieldset disabled={isReadOnly} className="form plain">
          <TextField name="title" label={t('paper-template.title')} value={template.title} error={said('title')} onChange={(title) => { change({ title }); }} />
          <Select name="paper" label={t('paper-template.paper')} hint={t('paper-template.paper-hint')} value={template.paper} choices={paperKinds.map((kind) => ({ value: kind, label: paperKindTitles[kind] }))} onChange={(chosen) => { choosePaper(paperKinds.find((kind) => kind === chosen) ?? 'result'); }} />
          <Select name="agency" label={t('paper-template.agency')} value={template.agency ?? ''} empty={t('paper-template.every-agency')} choices={(agencies?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }))} onChange={(agency) => { change({ agency: agency === '' ? null : agency }); }} />
          {template.paper !== 'result' && <Checkbox name="everyProcedure" label={t('paper-template.every-procedure')} checked={template.everyProcedure} onChange={(everyProcedure) => { change({ everyProcedure, ...(everyProcedure ? { procedures: [] } : {}) }); }} />}
          {!template.everyProcedure && <ProceduresField name="procedures" label={t('paper-template.procedures')} hint={t('paper-template.procedures-hint')} error={said('procedures')} value={template.procedures.join(' ')} onChange={(codes) => { change({ procedures: codes === '' ? [] : codes.split(' ') }); }} />}
          {!isOfManyDossiers(template.paper) && <Select name="eform" label={t('paper-template.eform')} hint={t('paper-template.eform-hint')} value={template.eform ?? ''} empty={t('paper-template.no-eform')} choices={(eforms.data?.eforms ?? []).map(({ key, title }) => ({ value: key, label: title }))} onChange={(eform) => { change({ eform: eform === '' ? null : eform }); }} />}
        </fieldset>
      </Section>
      <WordFile template={template} isReadOnly={isReadOnly} onFile={(file) => { change({ file }); }} />
      <Dictionary paper={template.paper} eform={template.eform} used={template.file?.lines ?? []} />
    </div>
  );
}

function WordFile({ template, isReadOnly, onFile }: { readonly template: TemplateContent; readonly isReadOnly: boolean; readonly onFile: (file: TemplateContent['file']) => void }): ReactElement {
  const t = useWords();
  const send = useMutation({
    mutationFn: (file: File) => upload(UploadedTemplate, { path: '/api/paper-template-files', file, onProgress: () => undefined }),
    onSuccess: ({ sha256, name, size, lines }) => { onFile({ sha256, name, size, lines }); },
  });
  const failure = send.error === null ? null : failureOf(send.error);
  const faults = failure === null ? [] : faultsOf(failure);
  const { file, eform, title, paper } = template;
  return (
    <Section id="tep-word" title={t('paper-template.word-file')}>
      {failure !== null && (faults.length > 0 ? <ErrorSummary faults={faults} /> : <Message tone="bad">{failureWords(failure)}</Message>)}
      {file === null && <p><LinkButton href={`/api/paper-template-starter?paper=${paper}`}>{t('paper-template.starter')}</LinkButton></p>}
      {file !== null && <p><span className="strong">{file.name}</span> <span className="num muted small">{fileSizeText(file.size)}</span></p>}
      {file !== null && <SampleLinks file={file.sha256} paper={paper} eform={eform} title={title} />}
      {!isReadOnly && <Upload name="file" label={t(file === null ? 'paper-template.choose' : 'paper-template.replace')} hint={t('paper-template.choose-hint')} accept=".docx" onFiles={([chosen]) => { if (chosen !== undefined) send.mutate(chosen); }} />}
      {send.isPending && <p role="status">{t('paper-template.sending')}</p>}
      {file !== null && <details className="more"><summary>{t('paper-template.text', { count: file.lines.length })}</summary><ol className="template-lines">{file.lines.map((line, at) => <li key={at}><Fields text={line} /></li>)}</ol></details>}
    </Section>
  );
}

/** A line of the template, its fields told apart. */
function Fields({ text }: { readonly text: string }): ReactElement {
  return <>{text.split(/(\{[^{}]*\})/u).map((part, at) => (part.startsWith('{') ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>))}</>;
}

function Dictionary({ paper, eform, used }: { readonly paper: TemplateContent['paper']; readonly eform: string | null; readonly used: readonly string[] }): ReactElement {
  const t = useWords();
  const dictionary = useQuery({ queryKey: ['paper-template-fields', paper, eform ?? ''], queryFn: () => ask(DataDictionary, '/api/paper-template-fields', { paper, eform: eform ?? undefined }) });
  const text = used.join('\n');
  return (
    <Section id="tu-dien" title={t('paper-template.dictionary')}>
      <p className="muted">{t('paper-template.dictionary-intro')}</p>
      <Asked answer={dictionary} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ fields, answers }) => {
          const rows = [
            ...fields.map(({ name, means, sample, kind, within }) => ({ write: kind === 'list' ? `{#${name}} … {/${name}}` : `{${name}}`, means: within === null ? means : t('paper-template.within', { means, list: within }), sample })),
            ...answers.map(({ name, means, sample }) => ({ write: `{tờ khai.${name}}`, means, sample })),
          ];
          return (
            <DataTable
              caption={t('paper-template.fields', { count: rows.length })} rows={rows} rowKey={({ write }) => write}
              columns={[
                { id: 'write', title: t('paper-template.write'), isRowTitle: true, cell: ({ write }) => <code>{write}</code> }, { id: 'means', title: t('paper-template.means'), cell: ({ means }) => means },
                { id: 'sample', title: t('paper-template.example'), cell: ({ sample }) => sample }, { id: 'used', title: t('paper-template.used'), cell: ({ write }) => text.includes(write.split(' … ')[0] ?? write) ? t('paper-template.is-used') : '' },
              ]}
            />
          );
        }}
      </Asked>
    </Section>
  );
}
