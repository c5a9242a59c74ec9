// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { momentText, phoneText } from '@motcua/i18n';
import { Facts, Icon, Message, useWords } from '@motcua/ui';
import type { Outcome } from './check.ts';

type Shown = { readonly outcome: Outcome; readonly owner: string; readonly hotline: string };

/** What a check came to, and how far that goes. */
export function OutcomeCard({ outcome, owner, hotline }: Shown): ReactElement {
  const t = useWords();
  switch (outcome.kind) {
    case 'online': return <Online answer={outcome.answer} file={outcome.file} owner={owner} hotline={hotline} />;
    case 'offline': return <Offline outcome={outcome} hotline={hotline} />;
    case 'no-keys': return <Message tone="warning">{t('paper-check.no-keys')}</Message>;
    case 'file-needs-line': return <Message tone="warning">{t('paper-check.file-needs-line')}</Message>;
    case 'not-a-code': return <Message tone="warning"><p>{t('paper-check.not-a-code')}</p><p><a href="/tra-cuu">{t('paper-check.to-standing')}</a></p></Message>;
    case 'no-code-in-picture': return <Message tone="warning">{t('paper-check.no-code-in-picture')}</Message>;
    case 'not-a-paper': return <Message tone="warning">{t('paper-check.not-a-paper')}</Message>;
    case 'failed': return <Message tone="bad">{outcome.text}</Message>;
  }
}

function Online({ answer: { verdict, paper, facts, at }, file, owner, hotline }: { readonly answer: Extract<Outcome, { readonly kind: 'online' }>['answer']; readonly file: string | null; readonly owner: string; readonly hotline: string }): ReactElement {
  const t = useWords();
  const said = { owner, hotline: phoneText(hotline) };
  // A code can be copied onto a forged paper: only a file that was examined is called unchanged.
  const isFileGenuine = verdict === 'genuine' && file !== null;
  const words = verdict === 'genuine' && file === null ? 'code' : verdict;
  return (
    <section className={`card stretch verdict ${words === 'code' ? 'intact' : verdict}`} aria-labelledby="ket-luan">
      <h2 id="ket-luan" className="row"><Icon name={isFileGenuine ? 'badge-check' : words === 'code' ? 'check' : 'circle-x'} size={32} />{t(`verify.${words}`)}</h2>
      {paper !== null && <p className="strong">{paper}</p>}
      <p>{file !== null && verdict === 'mismatch' ? t('paper-check.file-mismatch', said) : t(`verify.${words}-text`, said)}</p>
      {facts.length > 0 && <Facts facts={facts} />}
      <p className="muted small">{t('verify.checked', { at: momentText(at) })}</p>
    </section>
  );
}

function Offline({ outcome: { answer, takenAt, owner }, hotline }: { readonly outcome: Extract<Outcome, { readonly kind: 'offline' }>; readonly hotline: string }): ReactElement {
  const t = useWords();
  const said = { owner, hotline: phoneText(hotline), at: momentText(takenAt) };
  const isIntact = answer.verdict === 'intact';
  return (
    <section className={`card stretch verdict ${isIntact ? 'intact' : 'mismatch'}`} aria-labelledby="ket-luan">
      <h2 id="ket-luan" className="row"><Icon name={isIntact ? 'check' : 'circle-x'} size={32} />{t(`paper-check.${answer.verdict}`)}</h2>
      {isIntact && answer.paper !== null && <p className="strong">{answer.paper}</p>}
      <p>{t(`paper-check.${answer.verdict}-text`, said)}</p>
      {isIntact && <Facts facts={answer.facts} />}
      <Message tone="warning">{t('paper-check.without-line', said)}</Message>
    </section>
  );
}
