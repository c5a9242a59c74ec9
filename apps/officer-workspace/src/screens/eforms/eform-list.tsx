// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { EformList as Answer } from '@motcua/paper-templates/contract';
import { Asked, Button, DataTable, Page, Section, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import type { OfficerMe } from '../../workspace.tsx';
import { BeginProposal } from '../proposals/begin.tsx';

/** Biểu mẫu điện tử: each form with its versions, how much it asks, its papers, and the way to write the next one. */
export function EformList({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['eforms'], queryFn: () => ask(Answer, '/api/eforms') });
  const mayWrite = me.acts.includes('proposal.write');
  useTitle(t('work.title', { list: t('eform-editor.forms') }));
  return (
    <Page title={t('eform-editor.forms')}>
      <p className="muted">{t('eform-editor.intro')}</p>
      <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
        {({ eforms }) => (
          <DataTable
            caption={t('eform-editor.caption', { count: eforms.length })} rows={eforms} rowKey={({ key }) => key}
            columns={[
              { id: 'title', title: t('eform-editor.form'), isRowTitle: true, cell: ({ title, key }) => <>{title}<br /><span className="muted small code">{key}</span></> },
              { id: 'asks', title: t('eform-editor.asks'), cell: ({ fields, filled, minutes }) => t('eform-editor.figures', { fields, filled, minutes }) },
              { id: 'versions', title: t('eform-editor.versions'), cell: ({ versions }) => <ul role="list">{versions.map(({ version, validFrom, decision }) => <li key={version} className="small">{t('eform-editor.version', { version, day: dayText(validFrom) })}{decision !== null && <> · {decision}</>}</li>)}</ul> },
              { id: 'papers', title: t('eform-editor.papers'), cell: ({ key, version, title }) => <><a href={`/api/eforms/${key}/${String(version)}/blank`} target="_blank" rel="noreferrer">{t('eform-editor.blank')}<span className="hidden-visually"> {title}</span></a><br /><a href={`/api/eforms/${key}/${String(version)}/sample`} target="_blank" rel="noreferrer">{t('eform-editor.sample')}<span className="hidden-visually"> {title}</span></a></> },
              { id: 'act', title: t('work.acts'), cell: ({ key, title }) => mayWrite ? <BeginProposal kind="eform" subject={key}>{t('eform-editor.write')}<span className="hidden-visually"> {title}</span></BeginProposal> : null },
            ]}
          />
        )}
      </Asked>
      {mayWrite && <NewForm />}
    </Page>
  );
}

function NewForm(): ReactElement {
  const t = useWords();
  const [key, setKey] = useState('');
  const [isPressed, setPressed] = useState(false);
  const isReady = /^[a-z][a-z0-9-]{2,79}$/u.test(key);
  return (
    <Section id="to-khai-moi" title={t('eform-editor.new')}>
      <TextField name="ma" label={t('eform-editor.new-key')} hint={t('eform-editor.new-key-hint')} width="code" value={key} onChange={(next) => { setKey(next.trim()); }} error={isReady || (key === '' && !isPressed) ? undefined : t('eform-editor.bad-key')} />
      <p>{isReady ? <BeginProposal kind="eform" subject={key}>{t('eform-editor.begin')}</BeginProposal> : <Button onPress={() => { setPressed(true); }}>{t('eform-editor.begin')}</Button>}</p>
    </Section>
  );
}

/** /bieu-mau/{key}/soan: opens the bản soạn of a form, beginning one when there is none. */
export function WriteEform({ subject }: { readonly subject: string }): ReactElement {
  const t = useWords();
  return <Page title={t('eform-editor.forms')}><p className="code">{subject}</p><p><BeginProposal kind="eform" subject={subject} look="primary">{t('eform-editor.write')}</BeginProposal></p></Page>;
}
