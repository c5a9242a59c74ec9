// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ReuseFigures } from '@motcua/dossiers/contract';
import { Asked, Section, useWords } from '@motcua/ui';
import { dayText, numberText, shortName } from '@motcua/i18n';
import { ask, failureOf, failureWords } from '@motcua/web-kit';

/** Giấy không phải nộp: how many papers nobody was asked for this year because the state held them; each line opens its dossiers. */
export function NotAsked(): ReactElement {
  const t = useWords();
  const figures = useQuery({ queryKey: ['reuse-figures'], queryFn: () => ask(ReuseFigures, '/api/figures/reuse') });
  return (
    <Section id="khong-phai-nop" title={t('reuse.title')}>
      <Asked answer={figures} loading={t('loading.figures')} describe={(error) => failureWords(failureOf(error))}>
        {({ from, notAsked, byForm, dossiers, lines }) => (
          <>
            <p>{t('reuse.total', { papers: numberText(notAsked), dossiers: numberText(dossiers), from: dayText(from) })}{byForm > 0 && ` ${t('reuse.by-form', { count: numberText(byForm) })}`}</p>
            {lines.length > 0 && (
              <ul className="lines" role="list">
                {lines.map(({ agency, agencyName, procedure, procedureName, notAsked: count, codes }) => (
                  <li key={`${agency} ${procedure}`}>
                    <details>
                      <summary>{t('reuse.line', { papers: numberText(count), procedure: shortName(procedureName), agency: agencyName })}</summary>
                      <ul role="list">{codes.map((code) => <li key={code}><a href={`/lam-viec/ho-so/${code}`}>{code}</a></li>)}</ul>
                    </details>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Asked>
    </Section>
  );
}
