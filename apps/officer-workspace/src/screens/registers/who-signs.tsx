// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Signatories } from '@motcua/organisation/contract';
import type { AgencyOption } from '@motcua/organisation/contract';
import { Asked, Message, Select, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords } from '@motcua/web-kit';
import { ProceduresField } from './procedures-field.tsx';

/** Asked as a question: an agency, a procedure; answered with who may sign it today and what stands above the name. */
export function WhoSigns({ agencies }: { readonly agencies: readonly AgencyOption[] }): ReactElement {
  const t = useWords();
  const [agency, setAgency] = useState('');
  const [procedure, setProcedure] = useState('');
  const answer = useQuery({ queryKey: ['signatories', agency, procedure], enabled: agency !== '' && procedure !== '', queryFn: () => ask(Signatories, '/api/signatories', { agency, procedure }) });
  return (
    <div className="stack stretch">
      <div className="row top">
        <div><Select name="ky-agency" label={t('register.agency')} empty={t('choice.choose')} value={agency} onChange={setAgency} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} /></div>
        <div><ProceduresField name="ky-procedure" label={t('delegation.procedure')} single value={procedure} onChange={setProcedure} /></div>
      </div>
      {agency !== '' && procedure !== '' && (
        <Asked answer={answer} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ signatories }) => signatories.length === 0 ? <Message tone="warning">{t('delegation.nobody')}</Message> : (
            <ul className="lines" role="list">
              {signatories.map(({ id, name, lines, number }) => <li key={id + (number ?? '')}><strong>{name}</strong><br /><span className="muted">{[lines.join(' / '), number === null ? t('delegation.as-head') : t('delegation.under', { number })].join(' · ')}</span></li>)}
            </ul>
          )}
        </Asked>
      )}
    </div>
  );
}
