// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OfficerDossier } from '@motcua/dossiers/contract';
import { momentText, numberText } from '@motcua/i18n';
import { useWords } from '@motcua/ui';

/** Từng cơ quan phải xong lúc: one line per agency of the process, those done last said so. */
export function AgencyDues({ dossier: { agencyDues } }: { readonly dossier: OfficerDossier }): ReactElement | null {
  const t = useWords();
  if (agencyDues.length === 0) return null;
  return (
    <section className="agency-dues" aria-labelledby="tung-co-quan">
      <h2 id="tung-co-quan">{t('agency-due.title')}</h2>
      <ul role="list">
        {agencyDues.map(({ agency, agencyName, hours, dueAt, state, late }) => (
          <li key={agency}>
            <span>{agencyName}:</span> <strong className="num">{dueAt === null ? t('agency-due.stopped') : momentText(dueAt)}</strong>{' '}
            <span className={late ? 'overdue' : 'muted'}>{t(late ? 'agency-due.late' : `agency-due.${state}`)} · {t('agency-due.hours', { hours: numberText(hours) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
