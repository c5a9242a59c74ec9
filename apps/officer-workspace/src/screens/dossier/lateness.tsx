// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Message, Section, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';

/** What stands under the clock: an extension that waits or was granted, steps done late with their causes, and what the person was told. */
export function Lateness({ dossier }: { readonly dossier: OfficerDossier }): ReactElement {
  const t = useWords();
  const { extension, proposedExtension, lateSteps, notices } = dossier;
  return (
    <>
      {proposedExtension !== null && <Message tone="warning"><p className="strong">{t('extension.proposed', { at: momentText(proposedExtension.newOwedAt), name: proposedExtension.who })}</p><p>{proposedExtension.reason}</p></Message>}
      {extension !== null && <Message><p className="strong">{t('extension.granted', { at: momentText(extension.newOwedAt), before: momentText(extension.owedAt), number: extension.number })}</p><p>{extension.reason}</p></Message>}
      {lateSteps.length > 0 && (
        <Section id="buoc-tre" title={t('late.steps')}>
          <ul className="lines" role="list">{lateSteps.map(({ step, at, dueAt, who, cause }) => <li key={at + step}><p>{t('late.step', { step, due: momentText(dueAt), at: momentText(at) })}</p><p className="muted">{cause} · {who}</p></li>)}</ul>
        </Section>
      )}
      {notices.length > 0 && (
        <Section id="da-bao" title={t('notices.told')}>
          <ul className="lines" role="list">{notices.map(({ at, title, text }) => <li key={at + title}><p className="strong">{title}</p><p>{text}</p><p className="muted small">{momentText(at)}</p></li>)}</ul>
        </Section>
      )}
    </>
  );
}
