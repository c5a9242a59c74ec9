// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { OwnDossier } from '@motcua/dossiers/contract';
import { listText, momentText } from '@motcua/i18n';
import { Section, useWords } from '@motcua/ui';

/** Giấy gốc đã nộp: where each paper handed in is, and the papers under which some went back. */
export function OwnOriginals({ dossier: { keptOriginals, originalReturns } }: { readonly dossier: OwnDossier }): ReactElement | null {
  const t = useWords();
  if (keptOriginals.length === 0) return null;
  return (
    <Section id="giay-goc" title={t('original.mine')}>
      <ul className="lines" role="list">
        {keptOriginals.map(({ no, name, place, agencyName, since }) => <li key={no}><p>{listText(name)}</p><p className="muted">{[t(`original.place.${place}`), agencyName, momentText(since)].join(' · ')}</p></li>)}
      </ul>
      {originalReturns.length > 0 && <ul className="lines" role="list">{originalReturns.map(({ number, at, href, slip }) => <li key={href}><a href={href} download>{t(slip === null ? 'original.return-paper' : 'original.return-by-post', { number, slip: slip ?? '' })}</a> <span className="muted">{momentText(at)}</span></li>)}</ul>}
    </Section>
  );
}
