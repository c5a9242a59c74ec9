// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { useWords } from '../words.ts';
import { DateField, PersonalIdField, Problem, TextField, fieldId } from './fields.tsx';

type NamedPartyProps = {
  readonly name: string; readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined; readonly kind: 'person' | 'organisation';
  readonly value: Readonly<Record<string, unknown>>; readonly onChange: (value: unknown) => void; readonly onLeave: () => void;
};

const typed = (value: unknown): string => typeof value === 'string' ? value : '';
const dayTyped = (value: string): string => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  return iso === null ? value : `${iso[3] ?? ''}/${iso[2] ?? ''}/${iso[1] ?? ''}`;
};

/** A person or an organisation named in a form: the number first, since it says who is meant. */
export function NamedParty({ name, label, hint, error, kind, value, onChange, onLeave }: NamedPartyProps): ReactElement {
  const t = useWords();
  const part = (key: string): { readonly name: string; readonly value: string; readonly onChange: (next: string) => void; readonly onLeave: () => void } => ({
    name: `${name}.${key}`, value: typed(value[key]), onLeave,
    onChange: (next) => {
      const { [key]: _, ...rest } = value;
      onChange(next === '' ? rest : { ...rest, [key]: next });
    },
  });
  return (
    <fieldset className="group" id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      {kind === 'person' ? (
        <>
          <PersonalIdField {...part('personalId')} label={t('named.personal-id')} />
          <TextField {...part('name')} label={t('named.person')} />
          <DateField {...part('birthDate')} label={t('named.birth-date')} value={dayTyped(typed(value['birthDate']))} optional />
        </>
      ) : (
        <>
          <TextField {...part('number')} label={t('named.number')} width="id" typing={{ inputMode: 'numeric' }} />
          <TextField {...part('name')} label={t('named.organisation')} />
        </>
      )}
      {error !== undefined && <Problem id={`${fieldId(name)}-loi`} text={error} />}
    </fieldset>
  );
}
