// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { VaultLooked } from '@motcua/dossiers/contract';
import type { ReuseOffer } from '@motcua/dossiers/contract';
import { Button, Checkbox, Message, MessageArea, useWords } from '@motcua/ui';
import { dayText, listText } from '@motcua/i18n';
import { failureOf, failureWords, faultsOf, send } from '@motcua/web-kit';
import type { Intake } from './intake.ts';

type VaultPaneProps = { readonly intake: Intake; readonly own: string; readonly onChange: (part: Partial<Intake>) => void };

/** Papers taken from the vault count as in order; let go again, they wait to be judged. */
function judgedWith({ papers }: Intake, before: readonly number[], after: readonly number[]): Intake['papers'] {
  return papers.map((paper) => {
    if (after.includes(paper.no)) return { ...paper, state: 'ok', remark: null, originals: 0, copies: 0 };
    return before.includes(paper.no) ? { ...paper, state: 'not-seen' } : paper;
  });
}

/** Nhà nước đã có: with the person's consent the vault is looked into for the papers of this procedure; what is taken need not be handed in. */
export function VaultPane({ intake, own, onChange }: VaultPaneProps): ReactElement | null {
  const t = useWords();
  const number = intake.person.personalId.replace(/[\s.]/gu, '');
  const look = useMutation({
    mutationFn: () => send(VaultLooked, { method: 'POST', path: '/api/vault-consents', body: { kind: intake.person.kind === 'organisation' ? 'organisation' : 'person', personalId: number, procedure: intake.procedure, circumstance: intake.circumstance, agency: own, identityPaper: intake.identityPaper.trim() } }),
  });
  const isReady = /^(\d{12}|\d{10}(-\d{3})?)$/u.test(number) && intake.procedure !== '' && intake.papers.length > 0;
  if (!isReady) return null;
  const failure = look.error === null ? null : failureOf(look.error);
  const chosen = intake.reuse?.papers.map(({ paperNo }) => paperNo) ?? [];
  const take = (offer: ReuseOffer, isTaken: boolean): void => {
    if (look.data === undefined) return;
    const papers = [...(intake.reuse?.papers ?? []).filter(({ paperNo }) => paperNo !== offer.paperNo), ...(isTaken ? [{ paperNo: offer.paperNo, entry: offer.entry }] : [])];
    onChange({ reuse: papers.length === 0 ? null : { consent: look.data.consent, papers }, papers: judgedWith(intake, chosen, papers.map(({ paperNo }) => paperNo)) });
  };
  return (
    <section aria-labelledby="quay-kho">
      <h2 id="quay-kho"><span>{t('counter.vault')}</span></h2>
      <MessageArea tone="bad">{failure === null ? '' : <>{failureWords(failure)}{faultsOf(failure).map(({ text }, at) => <p key={at}>{text}</p>)}</>}</MessageArea>
      {look.data === undefined
        ? (
          <form className="counter-form" noValidate onSubmit={(event) => { event.preventDefault(); look.mutate(); }}>
            <p className="muted small">{t('counter.vault-identity-hint')}</p>
            <Button type="submit" busy={look.isPending}>{t('counter.vault-look')}</Button>
          </form>
        )
        : look.data.offers.length === 0 ? <p className="muted" role="status">{t('counter.vault-none')}</p> : (
          <>
            <Message><p role="status">{t('counter.vault-found', { count: look.data.offers.length, rule: look.data.rule })}</p></Message>
            <ul className="lines" role="list">
              {look.data.offers.map((offer) => (
                <li key={offer.paperNo}>
                  <Checkbox name={`kho-${String(offer.paperNo)}`} label={t('counter.vault-take', { paper: listText(offer.paperName) })} checked={chosen.includes(offer.paperNo)} onChange={(isTaken) => { take(offer, isTaken); }} />
                  <p className="muted small">{[`${offer.name} ${offer.number ?? ''}`.trim(), t(`vault.origin.${offer.origin}`), offer.agencyName, offer.issuedOn === null ? null : t('vault.issued-on', { day: dayText(offer.issuedOn) }), offer.validUntil === null ? t('vault.no-end') : t('vault.until', { day: dayText(offer.validUntil) })].filter((part) => part !== null).join(' · ')}</p>
                </li>
              ))}
            </ul>
          </>
        )}
    </section>
  );
}
