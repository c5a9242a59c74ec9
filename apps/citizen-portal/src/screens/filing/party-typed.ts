// SPDX-License-Identifier: EUPL-1.2
import { Party } from '@motcua/dossiers/contract';
import type { DraftContent } from '@motcua/dossiers/contract';
import { dayText, officeDayOf, readDay } from '@motcua/i18n';
import { addressText, emptyParty } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { nowIso } from '@motcua/web-kit';

type Applicant = NonNullable<DraftContent['applicant']>;

/** What is stored, as a person reads it. The names of the address are read back out of its text. */
export function typedOf(applicant: DraftContent['applicant']): PartyTyped {
  if (applicant === null) return emptyParty;
  const { kind, name, personalId, birthDate, address, phone, email } = applicant;
  const [communeName = '', provinceName = ''] = (address?.text ?? '').split(', ').slice(-2);
  const street = (address?.text ?? '').split(', ').slice(0, -2).join(', ');
  return {
    kind: kind ?? 'person', name: name ?? '', personalId: personalId ?? '', birthDate: birthDate == null ? '' : dayText(birthDate),
    address: address?.commune == null ? null : { province: address.province ?? '', provinceName, commune: address.commune, communeName, street },
    phone: phone ?? '', email: email ?? '',
  };
}

/** What a person typed, as far as it can be stored already; the rest stays on the screen and is named as a place to mend. */
export function storedOf(typed: PartyTyped): Applicant {
  const { shape } = Party;
  const digits = (text: string): string => text.replace(/[\s.]/gu, '');
  const birthDate = readDay(typed.birthDate, officeDayOf(nowIso()));
  const stored = {
    name: shape.name.safeParse(typed.name).data, personalId: shape.personalId.safeParse(digits(typed.personalId)).data,
    birthDate: typed.birthDate.trim() === '' ? null : birthDate,
    address: typed.address === null ? undefined : { province: typed.address.province, commune: typed.address.commune, text: addressText(typed.address) },
    phone: typed.phone.trim() === '' ? null : shape.phone.safeParse(digits(typed.phone)).data,
    email: typed.email.trim() === '' ? null : shape.email.safeParse(typed.email.trim()).data,
  };
  return { kind: typed.kind, ...withoutUndefined(stored) };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  const defined: Defined<Fields> = {};
  for (const name of keysOf(fields)) {
    const value = fields[name];
    if (isDefined(value)) defined[name] = value;
  }
  return defined;
}

function isDefined<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}

function keysOf<Fields extends object>(fields: Fields): readonly (keyof Fields)[] {
  const isKey = (name: string): name is Extract<keyof Fields, string> => Object.hasOwn(fields, name);
  return Object.keys(fields).filter(isKey);
}
