// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { TemplateList as Answer, paperKindTitles } from '@motcua/paper-templates/contract';
import { Asked, DataTable, EmptyState, Page, Section, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import type { OfficerMe } from '../../workspace.tsx';
import { FormSets } from '../forms/forms.tsx';
import { BeginProposal } from '../proposals/begin.tsx';

/** Mẫu giấy: the papers the province lays out itself, and the forms the law lays out. */
export function TemplateList({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['paper-templates'], queryFn: () => ask(Answer, '/api/paper-templates') });
  const mayWrite = me.acts.includes('proposal.write');
  useTitle(t('work.title', { list: t('work.forms') }));
  return (
    <Page title={t('work.forms')}>
      <Section id="mau-cua-tinh" title={t('paper-template.own')}>
        <p className="muted">{t('paper-template.intro')}</p>
        <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ templates }) => templates.length === 0 ? <EmptyState><p>{t('paper-template.none')}</p></EmptyState> : <Templates templates={templates} mayWrite={mayWrite} />}
        </Asked>
        {mayWrite && <NewTemplate />}
      </Section>
      <FormSets />
    </Page>
  );
}

function Templates({ templates, mayWrite }: { readonly templates: Answer['templates']; readonly mayWrite: boolean }): ReactElement {
  const t = useWords();
  return (
    <DataTable
      caption={t('paper-template.caption', { count: templates.length })} rows={templates} rowKey={({ key }) => key}
      columns={[
        { id: 'title', title: t('paper-template.template'), isRowTitle: true, cell: ({ title, key, paper }) => <>{title}<br /><span className="small">{paperKindTitles[paper]}</span><br /><span className="muted small code">{key}</span></> },
        { id: 'for', title: t('paper-template.for'), cell: ({ procedures, everyProcedure, agency }) => <>{everyProcedure ? t('paper-template.for-every') : procedures.length === 0 ? t('paper-template.for-nothing') : <span className="num">{procedures.join(', ')}</span>}<br /><span className="muted small">{agency ?? t('paper-template.every-agency')}</span></> },
        { id: 'versions', title: t('eform-editor.versions'), cell: ({ versions }) => <ul role="list">{versions.map(({ version, validFrom, decision }) => <li key={version} className="small">{t('eform-editor.version', { version, day: dayText(validFrom) })} · {decision}</li>)}</ul> },
        { id: 'papers', title: t('paper-template.file'), cell: ({ file, paper, eform, title }) => <SampleLinks file={file} paper={paper} eform={eform} title={title} /> },
        { id: 'act', title: t('work.acts'), cell: ({ key, title }) => mayWrite ? <BeginProposal kind="paper-template" subject={key}>{t('eform-editor.write')}<span className="hidden-visually"> {title}</span></BeginProposal> : null },
      ]}
    />
  );
}

/** The file itself, and what it prints with a dossier of nobody. */
export function SampleLinks({ file, paper, eform, title }: { readonly file: string; readonly paper: Answer['templates'][number]['paper']; readonly eform: string | null; readonly title: string }): ReactElement {
  const t = useWords();
  const query = `?paper=${paper}${eform === null ? '' : `&eform=${encodeURIComponent(eform)}`}`;
  const links = [['pdf', t('paper-template.sample-pdf')], ['docx', t('paper-template.sample-docx')], ['original', t('paper-template.original')]] as const;
  return <ul role="list">{links.map(([kind, words]) => <li key={kind}><a href={`/api/paper-template-files/${file}/${kind}${query}`} target="_blank" rel="noreferrer">{words}<span className="hidden-visually"> {title}</span></a></li>)}</ul>;
}

function NewTemplate(): ReactElement {
  const t = useWords();
  const [key, setKey] = useState('');
  const isReady = /^[a-z][a-z0-9-]{2,79}$/u.test(key);
  return (
    <div className="stack">
      <h3>{t('paper-template.new')}</h3>
      <TextField name="ma" label={t('paper-template.new-key')} hint={t('paper-template.new-key-hint')} width="code" value={key} onChange={(next) => { setKey(next.trim()); }} error={key === '' || isReady ? undefined : t('eform-editor.bad-key')} />
      {isReady && <p><BeginProposal kind="paper-template" subject={key} look="primary">{t('eform-editor.begin')}</BeginProposal></p>}
    </div>
  );
}
