// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Message, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import type { OwnDossier } from '@motcua/dossiers/contract';

/** What the office tells the person about this dossier: the newest word stands open, earlier ones behind it. */
export function Notices({ dossier }: { readonly dossier: OwnDossier }): ReactElement | null {
  const t = useWords();
  const [newest, ...earlier] = dossier.notices;
  if (newest === undefined) return null;
  return (
    <>
      <Message tone="warning"><h2>{newest.title}</h2><p>{newest.text}</p><p className="muted small">{momentText(newest.at)}</p></Message>
      {earlier.length > 0 && (
        <details>
          <summary>{t('notices.earlier', { count: earlier.length })}</summary>
          <ul className="lines" role="list">{earlier.map(({ at, title, text }) => <li key={at + title}><p className="strong">{title}</p><p>{text}</p><p className="muted small">{momentText(at)}</p></li>)}</ul>
        </details>
      )}
    </>
  );
}
