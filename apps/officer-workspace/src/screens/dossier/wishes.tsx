// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { Button, Message, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';

/** What the applicant asks for and nobody has decided, with the decision one press away; and papers that were replaced. */
export function Wishes({ dossier, onAct }: { readonly dossier: OfficerDossier; readonly onAct: (possible: PossibleAct) => void }): ReactElement | null {
  const t = useWords();
  const open = dossier.wishes.find(({ decision }) => decision === null);
  const decide = dossier.acts.find(({ act, allowed }) => act === 'decide-wish' && allowed);
  return (
    <>
      {open !== undefined && (
        <Message tone="warning">
          <p className="strong">{t(`alert.wish-${open.kind}`)}</p><p>{open.text}</p><p className="muted small">{open.who} · {momentText(open.at)}</p>
          {decide === undefined ? <p>{t('wish.shop-decides')}</p> : <Button onPress={() => { onAct(decide); }}>{t('act.decide-wish')}</Button>}
        </Message>
      )}
      {dossier.replaced.map(({ paper, number, replacedAt, reason }) => <p key={number} className="muted">{t('reissue.replaced', { paper: t(`paper-name.${paper}`), number, at: momentText(replacedAt), reason })}</p>)}
    </>
  );
}
