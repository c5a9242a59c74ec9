// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words.ts';
import { AddressField } from './address-field.tsx';
import type { AddressValue, SearchPlaces } from './address-field.tsx';
import { RadioGroup } from './choices.tsx';
import { DateField, PersonalIdField, TextField } from './fields.tsx';

/** A person or organisation while being filled in: everything as typed. */
export type PartyTyped = {
  readonly kind: 'person' | 'organisation'; readonly name: string; readonly personalId: string; readonly birthDate: string;
  readonly address: AddressValue | null; readonly phone: string; readonly email: string;
};

export const emptyParty: PartyTyped = { kind: 'person', name: '', personalId: '', birthDate: '', address: null, phone: '', email: '' };

type PartyFieldsProps = {
  readonly prefix: string; readonly party: PartyTyped; readonly faults: Readonly<Record<string, string>>;
  /** Where name and number came from, when the state already knew them: they are then not asked for. */
  readonly source?: string | undefined;
  /** What stands under the number, which says who is meant. */
  readonly underId?: ReactNode;
  readonly searchPlaces: SearchPlaces; readonly onChange: (party: PartyTyped) => void; readonly onIdLeft?: () => void;
};

/** Chủ hồ sơ: who the dossier is about. */
export function PartyFields({ prefix, party, faults, source, underId, searchPlaces, onChange, onIdLeft }: PartyFieldsProps): ReactElement {
  const t = useWords();
  const set = (change: Partial<PartyTyped>): void => { onChange({ ...party, ...change }); };
  const isPerson = party.kind === 'person';
  const field = (name: keyof PartyTyped): { readonly name: string; readonly error: string | undefined } => ({ name: `${prefix}.${name}`, error: faults[`${prefix}.${name}`] });
  return (
    <>
      {source === undefined && (
        <RadioGroup
          name={`${prefix}.kind`} label={t('party.kind')} value={party.kind} onChange={(kind) => { set({ kind: kind === 'organisation' ? 'organisation' : 'person' }); }}
          choices={[{ value: 'person', label: t('party.person') }, { value: 'organisation', label: t('party.organisation') }]}
        />
      )}
      <PersonalIdField
        {...field('personalId')} label={t(isPerson ? 'party.personal-id' : 'party.code')} value={party.personalId} source={source}
        onChange={(personalId) => { set({ personalId }); }} onLeave={() => { onIdLeft?.(); }}
      />
      {underId}
      <TextField {...field('name')} label={t(isPerson ? 'party.name' : 'party.organisation-name')} value={party.name} source={source} typing={{ autoComplete: 'name' }} onChange={(name) => { set({ name }); }} />
      {isPerson && <DateField {...field('birthDate')} label={t('party.birth')} optional value={party.birthDate} onChange={(birthDate) => { set({ birthDate }); }} />}
      <AddressField name={`${prefix}.address`} label={t('party.address')} error={faults[`${prefix}.address`] ?? faults[`${prefix}.address.text`]} value={party.address} searchPlaces={searchPlaces} onChange={(address) => { set({ address }); }} />
      <TextField {...field('phone')} label={t('party.phone')} optional value={party.phone} width="id" typing={{ type: 'tel', inputMode: 'tel', autoComplete: 'tel' }} onChange={(phone) => { set({ phone }); }} />
      <TextField {...field('email')} label={t('party.email')} optional value={party.email} typing={{ type: 'email', autoComplete: 'email' }} onChange={(email) => { set({ email }); }} />
    </>
  );
}
