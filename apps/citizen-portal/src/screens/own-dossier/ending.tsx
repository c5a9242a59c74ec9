// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Code, LinkButton, MessageArea, Page, TextArea, useWords } from '@motcua/ui';
import { ActDone } from '@motcua/dossiers/contract';
import type { OwnDossier } from '@motcua/dossiers/contract';
import { failureOf, failureWords, goTo, newClientKey, send } from '@motcua/web-kit';

/** Rút hồ sơ before acceptance: what exactly happens, then the act named on its button. */
export function Ending({ dossier }: { readonly dossier: OwnDossier }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [clientKey] = useState(newClientKey);
  const end = useMutation({
    mutationFn: () => send(ActDone, { method: 'POST', path: `/api/my/dossiers/${dossier.code}/withdrawal`, body: { clientKey, version: dossier.version, reason } }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['my-dossiers'] }); goTo(`/ho-so/${dossier.code}`); },
  });
  return (
    <Page
      title={t('ending.withdraw.title')}
      message={<MessageArea tone="bad">{end.error === null ? '' : failureWords(failureOf(end.error))}</MessageArea>}
    >
      <p>{dossier.procedure.name} · <Code code={dossier.code} /></p>
      <p className="text">{t('ending.withdraw.text')}</p>
      <form className="form" onSubmit={(event) => { event.preventDefault(); if (reason.trim() === '') setEmpty(true); else end.mutate(); }}>
        <TextArea name="reason" label={t('ending.reason')} value={reason} error={isEmpty ? t('ending.reason-missing') : undefined} onChange={(typed) => { setReason(typed); setEmpty(false); }} />
        <div className="row">
          <LinkButton href={`/ho-so/${dossier.code}`}>{t('ending.keep')}</LinkButton>
          <Button type="submit" look="danger" busy={end.isPending}>{t('ending.withdraw.act')}</Button>
        </div>
      </form>
    </Page>
  );
}
