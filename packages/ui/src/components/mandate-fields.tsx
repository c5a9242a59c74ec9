// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { readDay } from '@motcua/i18n';
import { useWords } from '../words.ts';
import { CheckboxGroup } from './choices.tsx';
import { DateField, Select, TextField } from './fields.tsx';

const kinds = ['authorised', 'legal-representative', 'guardian', 'post-or-enterprise'] as const;
const scopes = ['submit', 'correct', 'receive'] as const;
type Kind = (typeof kinds)[number];
type Scope = (typeof scopes)[number];

/** A mandate while it is being written down: days as typed. */
export type MandateTyped = { readonly kind: string; readonly number: string; readonly issuedOn: string; readonly issuedBy: string; readonly validUntil: string; readonly scope: readonly string[] };
export const emptyMandate: MandateTyped = { kind: 'authorised', number: '', issuedOn: '', issuedBy: '', validUntil: '', scope: ['submit', 'correct', 'receive'] };

type Read = { readonly kind: Kind; readonly number: string; readonly issuedOn: string; readonly issuedBy: string; readonly validUntil: string | null; readonly scope: Scope[] };

/** A mandate as typed, read; a day that cannot be read stays as typed, so that it is refused and named. */
export function readMandate({ kind, number, issuedOn, issuedBy, validUntil, scope }: MandateTyped, today: string): Read {
  return {
    kind: kinds.find((one) => one === kind) ?? 'authorised', number: number.trim(), issuedBy: issuedBy.trim(), issuedOn: readDay(issuedOn, today) ?? issuedOn,
    validUntil: validUntil.trim() === '' ? null : readDay(validUntil, today) ?? validUntil, scope: scopes.filter((one) => scope.includes(one)),
  };
}

type MandateProps = { readonly prefix: string; readonly mandate: MandateTyped; readonly faults: Readonly<Record<string, string>>; readonly onChange: (mandate: MandateTyped) => void };

/** Giấy tờ đại diện: by what right somebody acts for another, till when, for what. */
export function MandateFields({ prefix, mandate, faults, onChange }: MandateProps): ReactElement {
  const t = useWords();
  const of = (name: string): string => `${prefix}.${name}`;
  return (
    <>
      <Select name={of('kind')} label={t('mandate.kind')} error={faults[of('kind')] ?? faults[prefix]} value={mandate.kind} choices={kinds.map((kind) => ({ value: kind, label: t(`mandate.kind.${kind}`) }))} onChange={(kind) => { onChange({ ...mandate, kind }); }} />
      <TextField name={of('number')} label={t('mandate.number')} width="id" error={faults[of('number')]} value={mandate.number} onChange={(number) => { onChange({ ...mandate, number }); }} />
      <DateField name={of('issuedOn')} label={t('mandate.issued-on')} error={faults[of('issuedOn')]} value={mandate.issuedOn} onChange={(issuedOn) => { onChange({ ...mandate, issuedOn }); }} />
      <TextField name={of('issuedBy')} label={t('mandate.issued-by')} hint={t('mandate.issued-by-hint')} error={faults[of('issuedBy')]} value={mandate.issuedBy} onChange={(issuedBy) => { onChange({ ...mandate, issuedBy }); }} />
      <DateField name={of('validUntil')} label={t('mandate.valid-until')} hint={t('mandate.valid-until-hint')} optional error={faults[of('validUntil')]} value={mandate.validUntil} onChange={(validUntil) => { onChange({ ...mandate, validUntil }); }} />
      <CheckboxGroup name={of('scope')} label={t('mandate.scope')} error={faults[of('scope')]} values={mandate.scope} choices={scopes.map((scope) => ({ value: scope, label: t(`mandate.scope.${scope}`) }))} onChange={(scope) => { onChange({ ...mandate, scope }); }} />
    </>
  );
}
