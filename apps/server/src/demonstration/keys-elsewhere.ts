// SPDX-License-Identifier: EUPL-1.2
import { type KeyPlace, enterSigningMeans, testAuthorityOf } from '@motcua/documents';
import { officeDay } from '@motcua/kernel';
import { findAgency, findOfficer } from '@motcua/organisation';
import type { StandInSigner } from '@motcua/trust-services';
import type { Installation } from '../installation.ts';

/** Officers of the demonstration whose keys also lie at a remote service and are confirmed on a telephone. */
const logins = ['songmay.lanhdao', 'songmay.chuyenvien'] as const;

/** The clerk who keeps the key of an agency's seal at the remote service. */
const clerk = 'songmay.chuyenvien';

/** What opens a key at the demonstration's service. */
const pin = '123456';

type Holder = { readonly name: string; readonly officer: string; readonly agency: string | null; readonly account: string; readonly places: readonly KeyPlace[] };

async function holders({ context: { db, clock } }: Installation): Promise<readonly Holder[]> {
  const day = officeDay(clock.now()).toString();
  const found: Holder[] = [];
  for (const login of logins) {
    const officer = await findOfficer(db, { login }, day);
    if (officer !== undefined) found.push({ name: officer.name, officer: officer.id, agency: null, account: login, places: ['phone', 'csc'] });
  }
  const keeper = await findOfficer(db, { login: clerk }, day);
  const agency = await findAgency(db, keeper?.postings.find(({ role }) => role === 'records-clerk')?.agency ?? '');
  if (keeper !== undefined && agency !== undefined) found.push({ name: agency.name, officer: keeper.id, agency: agency.code, account: 'songmay.condau', places: ['csc'] });
  return found;
}

/** Their keys, made anew with each start, entered once among the means of signing. */
export async function demonstrationKeys(installation: Installation): Promise<readonly StandInSigner[]> {
  const { db, secret, clock } = installation.context;
  const at = clock.now();
  const authority = await testAuthorityOf(db, secret, at);
  const signers: StandInSigner[] = [];
  for (const { name, officer, agency, account, places } of await holders(installation)) {
    // The stand-in signs with RSA, the kind of key this authority gives to officers.
    const issued = await authority.issue({ kind: 'officer', name, organisation: 'Tỉnh Sông Mây', at: at.subtract({ hours: 1 }) });
    signers.push({ userId: account, issued, pin });
    for (const place of places) await enterSigningMeans(db, { officer, agency, kind: place, account, certificate: issued.certificate, at });
  }
  return signers;
}
