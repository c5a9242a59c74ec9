// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { dayText } from '@motcua/i18n';
import { MessageSetList, everyProcedure } from '@motcua/messages/contract';
import { Asked, DataTable, EmptyState, Page, Section, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, useTitle } from '@motcua/web-kit';
import type { OfficerMe } from '../../workspace.tsx';
import { BeginProposal } from '../proposals/begin.tsx';
import { ProceduresField } from '../registers/procedures-field.tsx';

/** Lời báo: the words by which people are told, for all and by procedure. */
export function MessageList({ me }: { readonly me: OfficerMe }): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['messages'], queryFn: () => ask(MessageSetList, '/api/messages') });
  const mayWrite = me.acts.includes('proposal.write');
  useTitle(t('work.title', { list: t('messages.title') }));
  return (
    <Page title={t('messages.title')}>
      <Section id="loi-bao" title={t('messages.published')}>
        <p className="muted">{t('messages.intro')}</p>
        <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ sets }) => sets.length === 0 ? <EmptyState><p>{t('messages.none')}</p></EmptyState> : <Sets sets={sets} mayWrite={mayWrite} />}
        </Asked>
        {mayWrite && <NewSet />}
      </Section>
    </Page>
  );
}

function Sets({ sets, mayWrite }: { readonly sets: MessageSetList['sets']; readonly mayWrite: boolean }): ReactElement {
  const t = useWords();
  const nameOf = (procedure: string): string => (procedure === everyProcedure ? t('messages.every-procedure') : procedure);
  return (
    <DataTable
      caption={t('messages.caption', { count: sets.length })} rows={sets} rowKey={({ procedure }) => procedure}
      columns={[
        { id: 'for', title: t('messages.for'), isRowTitle: true, cell: ({ procedure }) => <span className="num">{nameOf(procedure)}</span> }, { id: 'texts', title: t('messages.texts'), cell: ({ texts }) => <span className="num">{texts}</span> },
        { id: 'versions', title: t('eform-editor.versions'), cell: ({ versions }) => <ul role="list">{versions.map(({ version, validFrom, decision }) => <li key={version} className="small">{t('eform-editor.version', { version, day: dayText(validFrom) })} · {decision}</li>)}</ul> },
        { id: 'act', title: t('work.acts'), cell: ({ procedure }) => mayWrite ? <BeginProposal kind="messages" subject={procedure}>{t('eform-editor.write')}<span className="hidden-visually"> {nameOf(procedure)}</span></BeginProposal> : null },
      ]}
    />
  );
}

function NewSet(): ReactElement {
  const t = useWords();
  const [codes, setCodes] = useState('');
  const [procedure = ''] = codes.split(' ');
  return (
    <div className="stack">
      <h3>{t('messages.begin')}</h3>
      <p><BeginProposal kind="messages" subject={everyProcedure} look="primary">{t('messages.begin-all')}</BeginProposal></p>
      <ProceduresField name="thu-tuc" label={t('messages.one-procedure')} hint={t('messages.one-procedure-hint')} error={undefined} value={procedure} onChange={setCodes} />
      {procedure !== '' && <p><BeginProposal kind="messages" subject={procedure}>{t('messages.begin-one', { procedure })}</BeginProposal></p>}
    </div>
  );
}
