// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Button, Message, useWords } from '@motcua/ui';
import { dayText } from '@motcua/i18n';
import type { ReuseOffer } from '@motcua/dossiers/contract';

type HeldPaperProps = { readonly offer: ReuseOffer; readonly rule: string; readonly agency: string; readonly isTaken: boolean; readonly onTake: (isTaken: boolean) => void };

/** «Nhà nước đã có giấy này»: where it came from, by which rule it need not be handed in, and the consent that taking it gives. */
export function HeldPaper({ offer: { name, number, origin, agencyName, issuedOn, validUntil }, rule, agency, isTaken, onTake }: HeldPaperProps): ReactElement {
  const t = useWords();
  const source = [`${name} ${number ?? ''}`.trim(), t(`vault.origin.${origin}`), agencyName, issuedOn === null ? null : t('vault.issued-on', { day: dayText(issuedOn) }), validUntil === null ? t('vault.no-end') : t('vault.until', { day: dayText(validUntil) })].filter((part) => part !== null).join(' · ');
  return (
    <Message tone={isTaken ? 'good' : 'plain'}>
      <p className="strong">{t(isTaken ? 'filing.held-taken' : 'filing.held')}</p>
      <p>{source}</p>
      <p className="muted small">{t('filing.held-rule', { rule })}</p>
      {!isTaken && <p>{t('filing.held-consent', { agency })}</p>}
      <Button look={isTaken ? 'quiet' : 'primary'} pressed={isTaken} onPress={() => { onTake(!isTaken); }}>{t(isTaken ? 'filing.held-drop' : 'filing.held-take')}</Button>
    </Message>
  );
}
