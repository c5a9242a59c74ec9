// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { Section, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { FileLink } from './paper-viewer.tsx';

/** Every request for supplements with what came to each item: text, files, or nothing yet. */
export function Rounds({ dossier }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  if (dossier.supplements.length === 0) return null;
  const files = new Map(dossier.papers.flatMap(({ documents }) => documents.map((file) => [file.id, file] as const)));
  return (
    <Section id="bo-sung" title={t('rounds.title')}>
      {dossier.supplements.map((round) => (
        <div key={round.number} className="stack wide">
          <p><strong>{t('rounds.number', { number: round.number })}</strong> · {t(`rounds.stage.${round.stage}`)} · {round.who}, {momentText(round.askedAt)} · {round.answeredAt === null ? t('rounds.waiting') : t('rounds.answered', { at: momentText(round.answeredAt) })}</p>
          {round.override !== null && <p className="muted">{t('rounds.override', { reason: round.override })}</p>}
          <ol className="lines" role="list">
            {round.items.map(({ no, what, answer, documents, sheets }) => (
              <li key={no}>
                <p className="strong">{t('supplement.item', { at: no, what })}</p>
                {answer !== null && <p>{answer}</p>}
                {sheets !== null && <p>{t('rounds.sheets', sheets)}</p>}
                {documents.length > 0 && <p className="row">{documents.map((id) => <FileLink key={id} code={dossier.code} file={files.get(id) ?? { id, name: t('rounds.file'), mediaType: '' }} purpose="handling" />)}</p>}
                {round.answeredAt !== null && answer === null && documents.length === 0 && sheets === null && <p className="muted">{t('rounds.nothing')}</p>}
              </li>
            ))}
          </ol>
          {round.note !== null && round.note !== '' && <p>{t('rounds.note', { note: round.note })}</p>}
        </div>
      ))}
    </Section>
  );
}
