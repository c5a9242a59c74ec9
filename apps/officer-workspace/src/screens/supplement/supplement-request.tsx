// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActDone } from '@motcua/dossiers/contract';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { ActBar, Asked, Button, Code, Kbd, LinkButton, Message, MessageArea, Page, TextArea, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { failureOf, failureWords, goTo, newClientKey, send, useTitle } from '@motcua/web-kit';
import { dossiersChanged } from '../../dossiers-changed.ts';
import { useDossier } from '../../api.ts';
import { useKeys } from '../../keyboard/use-keys.ts';
import { ItemFields, asked, emptyPlaces, isHeldRefusal, wantingOf } from './items.tsx';
import type { Wanting } from './items.tsx';

/** Yêu cầu bổ sung: everything that is missing, at once, each with how to mend it; beside it what the person will read. */
export function SupplementRequest({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const dossier = useDossier(code);
  useTitle(t('work.title', { list: t('act.request-supplement') }));
  if (dossier.data === undefined) return <Page title={t('act.request-supplement')}><Asked answer={dossier} loading={t('loading.dossier')} describe={(error) => failureWords(failureOf(error))}>{() => null}</Asked></Page>;
  return <Compose dossier={dossier.data} />;
}

function Compose({ dossier }: { readonly dossier: OfficerDossier }): ReactElement {
  const t = useWords();
  const queries = useQueryClient();
  const [wanting, setWanting] = useState<Wanting>(() => wantingOf(dossier.papers));
  const { items } = wanting;
  const [isPressed, setPressed] = useState(false);
  const [allowed, setAllowed] = useState('');
  const rule = dossier.supplementRule;
  const isOutside = rule.asked > 0 || rule.isLate;
  const [clientKey] = useState(newClientKey);
  const request = useMutation({
    mutationFn: () => send(ActDone, {
      method: 'POST', path: `/api/dossiers/${dossier.code}/supplement-requests`,
      body: { clientKey, version: dossier.version, ...asked(wanting), ...(allowed.trim() === '' ? {} : { override: { reason: allowed.trim() } }) },
    }),
    onSuccess: async () => { await dossiersChanged(queries); goTo(`/lam-viec/ho-so/${dossier.code}`); },
  });
  const open = emptyPlaces(wanting);
  const submit = (): void => { setPressed(true); if (open === 0 && !request.isPending) request.mutate(); };
  useKeys({ 'Ctrl+Enter': submit });
  const said = request.error !== null ? failureWords(failureOf(request.error)) : isPressed && open > 0 ? t('errors.left', { count: open }) : '';
  return (
    <Page title={t('act.request-supplement')} before={<p><a href={`/lam-viec/ho-so/${dossier.code}`}><Code code={dossier.code} /></a> · {dossier.applicant.name}</p>} message={<MessageArea tone="bad">{said}</MessageArea>}>
      <div className="columns">
        <form className="stack stretch" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {isOutside && <OutsideRule rule={rule} reason={allowed} onChange={setAllowed} />}
          <ItemFields procedure={dossier.procedure.code} wanting={wanting} isPressed={isPressed} isHeld={isHeldRefusal(request.error === null ? null : failureOf(request.error))} onChange={setWanting} />
        </form>
        <div className="stack wide">
          <section className="card stretch" aria-labelledby="nguoi-dan-doc">
            <h2 id="nguoi-dan-doc">{t('supplement.preview')}</h2>
            <p>{t('supplement.preview-text', { name: dossier.applicant.name, count: items.length })}</p>
            <ol>{items.map(({ what, howToMend }, at) => <li key={at}>{[what, howToMend].filter((text) => text !== '').join('. ')}</li>)}</ol>
          </section>
          <section className="card stretch" aria-labelledby="he-qua">
            <h2 id="he-qua">{t('supplement.effect')}</h2>
            <p>{t('supplement.effect-clock')}</p><p>{t('supplement.effect-once')}</p>{rule.windowUntil !== null && <p>{t('supplement.window', { at: momentText(rule.windowUntil) })}</p>}
          </section>
        </div>
      </div>
      <ActBar label={t('work.acts')}>
        <LinkButton look="quiet" href={`/lam-viec/ho-so/${dossier.code}`}>{t('act.later')}</LinkButton>
        <span className="first"><Button look="primary" busy={request.isPending} onPress={submit}>{t('supplement.act')} <Kbd>{t('key.next-act')}</Kbd></Button></span>
      </ActBar>
    </Page>
  );
}

/** The stage has asked before, or its days are over: who may let it says why, the others name the law of every item. */
function OutsideRule({ rule, reason, onChange }: { readonly rule: OfficerDossier['supplementRule']; readonly reason: string; readonly onChange: (reason: string) => void }): ReactElement {
  const t = useWords();
  return (
    <>
      <Message tone="warning">
        {rule.asked > 0 && <p>{t('supplement.outside-second', { count: rule.asked })}</p>}
        {rule.isLate && rule.windowUntil !== null && <p>{t('supplement.outside-late', { at: momentText(rule.windowUntil) })}</p>}
        {!rule.mayOverride && <p>{t(rule.asked > 0 ? 'supplement.outside-ask-head' : 'supplement.outside-basis')}</p>}
      </Message>
      {rule.mayOverride && <TextArea name="override" label={t('supplement.override')} hint={t('supplement.override-hint')} value={reason} onChange={onChange} rows={2} />}
    </>
  );
}
