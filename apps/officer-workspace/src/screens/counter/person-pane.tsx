// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Code, PartyFields, typedParty, useWords } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { shortName } from '@motcua/i18n';
import { searchPlaces, usePerson } from '../../api.ts';

type PersonPaneProps = { readonly person: PartyTyped; readonly faults: Readonly<Record<string, string>>; readonly onChange: (person: PartyTyped) => void };

/** 1 Người nộp: the number finds what earlier dossiers know; open dossiers are shown at once, so that nothing is filed twice. */
export function PersonPane({ person, faults, onChange }: PersonPaneProps): ReactElement {
  const t = useWords();
  const number = person.personalId.replace(/[\s.]/gu, '');
  const known = usePerson(number);
  const found = known.data?.person ?? null;
  useEffect(() => {
    if (found !== null && found.personalId === number && person.name === '') onChange(typedParty(found));
  }, [found, number, person.name, onChange]);
  const isKnown = found !== null && found.personalId === number;
  return (
    <section aria-labelledby="quay-nguoi">
      <h2 id="quay-nguoi"><span>{t('counter.person')}</span><kbd>{t('key.person')}</kbd></h2>
      {isKnown && <p className="muted small" role="status">{t('counter.known')}</p>}
      {known.data !== undefined && known.data.open.length > 0 && (
        <ul className="small">{known.data.open.map(({ code, procedure }) => <li key={code}><a href={`/lam-viec/ho-so/${code}`}>{t('counter.open-dossier', { procedure: shortName(procedure) })}</a> <Code code={code} /></li>)}</ul>
      )}
      <div className="counter-form"><PartyFields prefix="person" party={person} faults={faults} searchPlaces={searchPlaces} onChange={onChange} /></div>
    </section>
  );
}
