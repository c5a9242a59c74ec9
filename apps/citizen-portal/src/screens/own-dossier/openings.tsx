// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Section, useWords } from '@motcua/ui';
import { momentText } from '@motcua/i18n';
import { useOpenings } from '../../api.ts';

/** Ai đã xem giấy tờ: every opening by an officer, with agency and purpose. */
export function WhoLooked({ code }: { readonly code: string }): ReactElement {
  const t = useWords();
  const answer = useOpenings(code);
  const { openings = [], checks = [], copies = [] } = answer.data ?? {};
  return (
    <Section id="ai-da-xem" title={t('opening.title')}>
      {answer.data !== undefined && openings.length === 0 && <p>{t('opening.nobody')}</p>}
      {openings.length > 0 && (
        <ul className="lines" role="list">
          {openings.map(({ at, paper, who, agencyName, purpose }, place) => (
            <li key={place}>
              <p><strong>{who}</strong>{agencyName === null ? '' : `, ${agencyName}`}</p>
              <p className="muted">{momentText(at)} · {t(`opening.purpose.${purpose}`)} · {paper}</p>
            </li>
          ))}
        </ul>
      )}
      {copies.length > 0 && (
        <>
          <h3>{t('opening.copies')}</h3>
          <ul className="lines" role="list">
            {copies.map(({ paper, copyNo, forWhom, who, agencyName, at }) => (
              <li key={`${paper} ${String(copyNo)}`}>
                <p><strong>{t('copy.no-of', { no: copyNo })}</strong>, {paper}</p>
                <p className="muted">{t('opening.copy', { at: momentText(at), who, agency: agencyName, forWhom })}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {checks.length > 0 && (
        <>
          <h3>{t('opening.checks')}</h3>
          <ul className="lines" role="list">
            {checks.map(({ paper, number, checks: count, lastAt }) => (
              <li key={`${paper} ${number}`}>
                <p><strong>{paper}</strong>{number === '' ? '' : `, ${number}`}</p>
                <p className="muted">{t('opening.checked', { count, at: momentText(lastAt) })}</p>
              </li>
            ))}
          </ul>
          <p className="muted small">{t('opening.checks-told')}</p>
        </>
      )}
    </Section>
  );
}
