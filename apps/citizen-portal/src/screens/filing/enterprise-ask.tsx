// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { EnterpriseAnswers } from '@motcua/dossiers/contract';
import { Button, EnterpriseAnswer, Message, useWords } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { failureOf, failureWords, send } from '@motcua/web-kit';

type EnterpriseAskProps = { readonly draftId: string; readonly party: PartyTyped; readonly onTake: (party: PartyTyped) => void };

/** Hỏi theo mã số doanh nghiệp: name and head office by the code, taken over in one press. Once the code is whole. */
export function EnterpriseAsk({ draftId, party, onTake }: EnterpriseAskProps): ReactElement | null {
  const t = useWords();
  const code = party.personalId.replace(/[\s.]/gu, '');
  const ask = useMutation({ mutationFn: () => send(EnterpriseAnswers, { method: 'POST', path: `/api/drafts/${encodeURIComponent(draftId)}/enterprise-questions`, body: { code } }) });
  if (!/^\d{10}(-\d{3})?$/u.test(code)) return null;
  const told = ask.data;
  return (
    <div className="stack">
      <p className="muted small">{t('enterprise.ask-hint')}</p>
      <div><Button busy={ask.isPending} onPress={() => { ask.mutate(); }}>{t('enterprise.ask')}</Button></div>
      <div className="stack" role="status">
        {ask.error !== null && <Message tone="bad">{failureWords(failureOf(ask.error))}</Message>}
        {told !== undefined && <EnterpriseAnswer outcome={told.outcome} extract={told.extract} party={party} onTake={onTake} />}
      </div>
    </div>
  );
}
