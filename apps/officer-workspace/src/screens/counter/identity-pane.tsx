// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DigitalIdentity } from '@motcua/dossiers/contract';
import type { IdentityCheck } from '@motcua/dossiers/contract';
import { momentText } from '@motcua/i18n';
import { Button, MessageArea, Tag, TextField, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, faultsOf, newClientKey, send } from '@motcua/web-kit';
import type { z } from 'zod';

type Outcome = z.infer<typeof IdentityCheck>['outcome'];
type IdentityPaneProps = { readonly personalId: string; readonly own: string; readonly identityPaper: string; readonly onChange: (identityPaper: string) => void };

const steps = ['counter.identity.step-app', 'counter.identity.step-number', 'counter.identity.step-face', 'counter.identity.step-level-2'] as const;

/** Định danh điện tử: whether the person's account was seen already; if not, help to open one, and what came of it. Nothing here holds an intake back. */
export function IdentityPane({ personalId, own, identityPaper, onChange }: IdentityPaneProps): ReactElement | null {
  const t = useWords();
  const number = personalId.replace(/[\s.]/gu, '');
  const isWhole = /^(\d{12}|\d{10}(-\d{3})?)$/u.test(number);
  const known = useQuery({ queryKey: ['digital-identity', number], enabled: isWhole, staleTime: 30_000, queryFn: () => ask(DigitalIdentity, `/api/persons/${number}/digital-identity`) }).data;
  if (!isWhole) return null;
  return (
    <section aria-labelledby="quay-dinh-danh">
      <h2 id="quay-dinh-danh"><span>{t('counter.identity')}</span></h2>
      <TextField name="identityPaper" label={t('counter.vault-identity')} hint={t('counter.identity.paper-hint')} value={identityPaper} onChange={onChange} />
      {known !== undefined && <Standing known={known} />}
      {known?.standing === 'unknown' && <Help key={number} number={number} own={own} identityPaper={identityPaper} known={known} />}
    </section>
  );
}

function Standing({ known: { standing, since, last } }: { readonly known: DigitalIdentity }): ReactElement {
  const t = useWords();
  const at = since === null ? '' : momentText(since);
  return (
    <div role="status">
      <p><Tag tone={standing === 'unknown' ? 'turmeric' : 'leaf'} sign={standing === 'unknown' ? 'info' : 'circle-check'}>{t(standing === 'unknown' ? 'counter.identity.unknown' : 'counter.identity.has')}</Tag></p>
      {standing !== 'unknown' && <p className="muted small">{t(`counter.identity.${standing}`, { at })}</p>}
      {last !== null && <p className="muted small">{t(`counter.identity.last-${last.outcome}`, { at: momentText(last.at), by: last.by })}</p>}
    </div>
  );
}

type HelpProps = { readonly number: string; readonly own: string; readonly identityPaper: string; readonly known: DigitalIdentity };

/** Chưa có: the ground, the steps to open one together, and three ways it may end. */
function Help({ number, own, identityPaper, known }: HelpProps): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [id, setId] = useState(newClientKey);
  const check = useMutation({
    mutationFn: (outcome: Outcome) => send(DigitalIdentity, { method: 'POST', path: `/api/persons/${number}/digital-identity`, body: { id, agency: own, outcome, identityPaper: identityPaper.trim() } }),
    onSuccess: (told) => { setId(newClientKey()); queries.setQueryData(['digital-identity', number], told); },
  });
  const failure = check.error === null ? null : failureOf(check.error);
  return (
    <>
      <details>
        <summary>{t('counter.identity.help')}</summary>
        <ol className="small">{steps.map((step) => <li key={step}>{t(step)}</li>)}</ol>
        <p className="muted small">{t('counter.identity.free', { rule: known.rule })}</p>
      </details>
      <MessageArea tone="bad">{failure === null ? '' : faultsOf(failure)[0]?.text ?? failureWords(failure)}</MessageArea>
      <div className="row" role="group" aria-label={t('counter.identity.outcome')}>
        {(['shown', 'opened', 'declined'] as const).map((outcome) => <Button key={outcome} look="quiet" busy={check.isPending && check.variables === outcome} onPress={() => { check.mutate(outcome); }}>{t(`counter.identity.do-${outcome}`)}</Button>)}
      </div>
    </>
  );
}
