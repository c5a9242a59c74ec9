// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { LinkButton, useWords } from '@motcua/ui';
import { moneyInSentence, momentText, phoneText } from '@motcua/i18n';
import type { OwnDossier } from '@motcua/dossiers/contract';

/** Việc của ông/bà: one box that says what to do, or that there is nothing to do. Turmeric when it is the owner's turn. */
export function YourTurn({ dossier, hotline }: { readonly dossier: OwnDossier; readonly hotline: string }): ReactElement {
  const t = useWords();
  const { supplement, payment, issued } = dossier;
  const isAsked = supplement !== null && (dossier.status === 'awaiting-supplement' || dossier.status === 'awaiting-intake-supplement');
  const mustPay = payment !== null && dossier.status === 'awaiting-payment';
  const receipt = issued.find(({ form }) => form === 'receipt');
  const result = issued.find(({ form }) => form === 'result');
  return (
    <section className={`card stretch${isAsked || mustPay ? ' todo' : ''}`} aria-labelledby="viec-cua-toi">
      <h2 id="viec-cua-toi">{t('turn.title')}</h2>
      {isAsked && (
        <>
          <p className="strong">{supplement.answerBy === null ? t('turn.supplement', { count: supplement.items.length }) : t('turn.supplement-by', { count: supplement.items.length, at: momentText(supplement.answerBy) })}</p>
          <LinkButton look="primary" href={`/ho-so/${dossier.code}/bo-sung`} wide>{t('turn.supplement-now')}</LinkButton>
        </>
      )}
      {mustPay && <p className="strong">{t('turn.pay', { amount: moneyInSentence(payment.amountVnd), reason: payment.reason })}</p>}
      {!isAsked && !mustPay && <p>{t(dossier.status === 'decided' ? 'turn.receive' : 'turn.nothing')}</p>}
      {result !== undefined && <LinkButton look="primary" href={result.href} wide download>{t('turn.download')}</LinkButton>}
      {receipt !== undefined && <LinkButton href={receipt.href} wide download>{t('turn.receipt')}</LinkButton>}
      <p className="small">{t('procedure.ask')} <a className="num" href={`tel:${hotline}`}>{phoneText(hotline)}</a></p>
    </section>
  );
}
