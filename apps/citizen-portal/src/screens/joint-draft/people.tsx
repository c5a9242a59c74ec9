// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Tag, useWords } from '@motcua/ui';
import { momentShort } from '@motcua/i18n';
import type { FilingStart, NamedCoApplicant } from '@motcua/dossiers/contract';
import { changedWords, signOf } from './words.ts';

type PeopleProps<Person extends NamedCoApplicant> = { readonly people: readonly Person[]; readonly start: FilingStart | undefined; readonly besides?: (person: Person) => ReactNode };

/** The people who share a draft: what each said, when, and what changed since. */
export function People<Person extends NamedCoApplicant>({ people, start, besides }: PeopleProps<Person>): ReactElement {
  const t = useWords();
  return (
    <ul className="lines text" role="list">
      {people.map((person) => (
        <li key={person.id}>
          <p className="row"><span className="strong">{person.name}</span><span>{t(`joint.relation.${person.relation}`)}</span><Tag {...signOf[person.state]}>{t(`joint.state.${person.state}`)}</Tag></p>
          <Said person={person} />
          {person.state === 'changed' && <p>{t('joint.changed-what', { what: changedWords(person.changed, start) })}</p>}
          {besides?.(person)}
        </li>
      ))}
    </ul>
  );
}

function Said({ person: { answeredAt, state, reason, way } }: { readonly person: NamedCoApplicant }): ReactElement | null {
  const t = useWords();
  if (answeredAt === null) return null;
  const at = momentShort(answeredAt);
  if (state === 'declined') return <p className="muted">{t('joint.declined-at', { at, reason: reason ?? '' })}</p>;
  return <p className="muted">{t(way === 'counter' ? 'joint.confirmed-counter' : 'joint.confirmed-at', { at })}</p>;
}
