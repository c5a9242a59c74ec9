// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { LinkButton, useWords } from '@motcua/ui';
import { moneyInSentence, momentText, phoneText } from '@motcua/i18n';
import type { OwnDossier } from '@motcua/dossiers/contract';

/** What the dossier waits for its owner to do; null: nothing. */
function waitsFor({ supplement, payment, identity, status }: OwnDossier): 'supplement' | 'payment' | 'identity' | null {
  if (supplement !== null && (status === 'awaiting-supplement' || status === 'awaiting-intake-supplement')) return 'supplement';
  if (payment !== null && status === 'awaiting-payment') return 'payment';
  return identity !== null && status === 'awaiting-identity' ? 'identity' : null;
}

/** What to do, said once. */
function Wanted({ dossier: { code, supplement, payment, identity }, what }: { readonly dossier: OwnDossier; readonly what: 'supplement' | 'payment' | 'identity' }): ReactElement {
  const t = useWords();
  if (what === 'payment') return <p className="strong">{payment !== null && t('turn.pay', { amount: moneyInSentence(payment.amountVnd), reason: payment.reason })}</p>;
  if (what === 'identity') return <p className="strong">{identity !== null && t('turn.identity', { person: identity.person, reason: identity.reason })}</p>;
  const count = supplement?.items.length ?? 0;
  return (
    <>
      <p className="strong">{supplement?.answerBy == null ? t('turn.supplement', { count }) : t('turn.supplement-by', { count, at: momentText(supplement.answerBy) })}</p>
      <LinkButton look="primary" href={`/ho-so/${code}/bo-sung`} wide>{t('turn.supplement-now')}</LinkButton>
    </>
  );
}

/** Việc của ông/bà: one box that says what to do, or that there is nothing to do. Turmeric when it is the owner's turn. */
export function YourTurn({ dossier, hotline }: { readonly dossier: OwnDossier; readonly hotline: string }): ReactElement {
  const t = useWords();
  const { issued, status, revoked } = dossier;
  const wanted = waitsFor(dossier);
  const receipt = issued.find(({ form }) => form === 'receipt');
  const result = issued.find(({ form }) => form === 'result');
  return (
    <section className={`card stretch${wanted === null ? '' : ' todo'}`} aria-labelledby="viec-cua-toi">
      <h2 id="viec-cua-toi">{t('turn.title')}</h2>
      {wanted === null ? <p>{revoked === null ? t(status === 'decided' ? 'turn.receive' : 'turn.nothing') : t(status === 'decided' ? 'turn.receive-revocation' : 'turn.revoked', { number: revoked.number })}</p> : <Wanted dossier={dossier} what={wanted} />}
      {result !== undefined && (revoked === null ? <LinkButton look="primary" href={result.href} wide download>{t('turn.download')}</LinkButton> : <LinkButton href={result.href} wide download>{t('turn.download-revoked')}</LinkButton>)}
      {receipt !== undefined && <LinkButton href={receipt.href} wide download>{t('turn.receipt')}</LinkButton>}
      <p className="small">{t('procedure.ask')} <a className="num" href={`tel:${hotline}`}>{phoneText(hotline)}</a></p>
    </section>
  );
}
