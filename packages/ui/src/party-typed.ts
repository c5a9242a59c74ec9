// SPDX-License-Identifier: EUPL-1.2
import { dayText, readDay } from '@motcua/i18n';
import { addressText } from './components/address-field.tsx';
import { emptyParty } from './components/party-fields.tsx';
import type { PartyTyped } from './components/party-fields.tsx';

type Stored = {
  readonly kind?: 'person' | 'organisation' | undefined; readonly name?: string | undefined; readonly personalId?: string | undefined; readonly birthDate?: string | null | undefined;
  readonly address?: { readonly province: string | null; readonly commune: string | null; readonly text: string } | undefined; readonly phone?: string | null | undefined; readonly email?: string | null | undefined;
};

/** A stored person or organisation as one reads and types it; the names of the address are read back out of its text. */
export function typedParty(stored: Stored | null): PartyTyped {
  if (stored === null) return emptyParty;
  const { kind, name, personalId, birthDate, address, phone, email } = stored;
  const parts = (address?.text ?? '').split(', ');
  const [communeName = '', provinceName = ''] = parts.slice(-2);
  return {
    kind: kind ?? 'person', name: name ?? '', personalId: personalId ?? '', birthDate: birthDate == null ? '' : dayText(birthDate), phone: phone ?? '', email: email ?? '',
    address: address?.commune == null ? null : { province: address.province ?? '', provinceName, commune: address.commune, communeName, street: parts.slice(0, -2).join(', ') },
  };
}

const digits = (text: string): string => text.replace(/[\s.]/gu, '');

/** What was typed, cleaned for the schema that judges it; a day that cannot be read stays as typed, so that it is refused and named. */
export function readParty(typed: PartyTyped, today: string): {
  readonly kind: PartyTyped['kind']; readonly name: string; readonly personalId: string; readonly birthDate: string | null;
  readonly address: { readonly province: string; readonly commune: string; readonly text: string } | undefined; readonly phone: string | null; readonly email: string | null;
} {
  return {
    kind: typed.kind, name: typed.name.trim(), personalId: digits(typed.personalId),
    birthDate: typed.birthDate.trim() === '' ? null : readDay(typed.birthDate, today) ?? typed.birthDate,
    address: typed.address === null || typed.address.commune === '' ? undefined : { province: typed.address.province, commune: typed.address.commune, text: addressText(typed.address) },
    phone: typed.phone.trim() === '' ? null : digits(typed.phone), email: typed.email.trim() === '' ? null : typed.email.trim(),
  };
}
