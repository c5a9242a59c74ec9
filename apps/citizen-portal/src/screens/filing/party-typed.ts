// SPDX-License-Identifier: EUPL-1.2
import { Party } from '@motcua/dossiers/contract';
import type { DraftContent } from '@motcua/dossiers/contract';
import { officeDayOf } from '@motcua/i18n';
import { readParty } from '@motcua/ui';
import type { PartyTyped } from '@motcua/ui';
import { nowIso } from '@motcua/web-kit';

/** What a person typed, as far as it can be stored already; the rest stays on the screen and is named as a place to mend. */
export function storedOf(typed: PartyTyped): NonNullable<DraftContent['applicant']> {
  const read = readParty(typed, officeDayOf(nowIso()));
  const { shape } = Party;
  const name = shape.name.safeParse(read.name);
  const personalId = shape.personalId.safeParse(read.personalId);
  const birthDate = shape.birthDate.safeParse(read.birthDate);
  const address = shape.address.safeParse(read.address);
  const phone = shape.phone.safeParse(read.phone);
  const email = shape.email.safeParse(read.email);
  return {
    kind: read.kind, ...(name.success ? { name: name.data } : {}), ...(personalId.success ? { personalId: personalId.data } : {}),
    ...(birthDate.success ? { birthDate: birthDate.data } : {}), ...(address.success ? { address: address.data } : {}),
    ...(phone.success ? { phone: phone.data } : {}), ...(email.success ? { email: email.data } : {}),
  };
}
