// SPDX-License-Identifier: EUPL-1.2
import { enterSigningMeans, testAuthorityOf } from '@motcua/documents';
import { officeDay } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import type { StandInSigner } from '@motcua/trust-services';
import type { Installation } from '../installation.ts';

/** Leaders of the demonstration whose keys also lie at a remote service and are confirmed on a telephone. */
const logins = ['songmay.lanhdao'] as const;

/** What opens a key at the demonstration's service. */
const pin = '123456';

/** Their keys, made anew with each start, entered once among their means of signing. */
export async function demonstrationKeys({ context: { db, secret, clock } }: Installation): Promise<readonly StandInSigner[]> {
  const at = clock.now();
  const authority = await testAuthorityOf(db, secret, at);
  const signers: StandInSigner[] = [];
  for (const login of logins) {
    const officer = await findOfficer(db, { login }, officeDay(at).toString());
    if (officer === undefined) continue;
    const issued = await authority.issue({ kind: 'officer', name: officer.name, organisation: 'Tỉnh Sông Mây', at: at.subtract({ hours: 1 }) });
    signers.push({ userId: login, issued, pin });
    for (const kind of ['phone', 'csc'] as const) await enterSigningMeans(db, { officer: officer.id, kind, account: login, certificate: issued.certificate, at });
  }
  return signers;
}
