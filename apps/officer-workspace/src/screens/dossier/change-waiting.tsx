// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier, PossibleAct } from '@motcua/dossiers/contract';
import { Button, Message, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';

/** A change after acceptance that waits for a second officer, what it would change, and the decision one press away; the last refusal stays in sight. */
export function ChangeWaiting({ dossier, onAct }: { readonly dossier: OfficerDossier; readonly onAct: (possible: PossibleAct) => void }): ReactElement | null {
  const t = useWords();
  const [newest] = dossier.changes;
  if (newest === undefined || newest.decision?.granted === true) return null;
  const decide = dossier.acts.find(({ act }) => act === 'decide-change');
  return (
    <Message tone="warning">
      <p className="strong">{t(newest.decision === null ? 'change.waits' : 'change.refused')}</p>
      <ul>{newest.lines.map(({ name, before, after }) => <li key={name}>{newest.decision === null ? t('change.line', { name, before, after }) : `${name}: ${after}`}</li>)}</ul>
      <p>{newest.reason}</p>
      <p className="muted small">{newest.who} · {momentText(newest.at)}</p>
      {newest.decision !== null && <p>{t('change.refused-by', { who: newest.decision.who, reason: newest.decision.reason })}</p>}
      {newest.decision === null && (decide?.allowed === true ? <Button onPress={() => { onAct(decide); }}>{t('act.decide-change')}</Button> : <p>{decide?.why ?? t('change.another-decides')}</p>)}
    </Message>
  );
}
