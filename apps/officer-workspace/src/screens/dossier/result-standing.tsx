// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Message, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';

/** What was said of the result after it was issued: revoked, or called wrong by its owner. */
export function ResultStanding({ dossier: { revoked, disputes } }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  if (revoked === null && disputes.length === 0) return null;
  return (
    <Message tone="warning">
      {revoked !== null && <p>{t('dossier.revoked', { number: revoked.number, at: momentText(revoked.at), reason: revoked.reason })}</p>}
      {disputes.map(({ at, who, text }, place) => <p key={place}>{t('dossier.disputed', { who, at: momentText(at), text })}</p>)}
    </Message>
  );
}
