// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { load } from '../store/ledger.ts';

/**
 * Whether the paper a QR code stands on was issued again since: told to whoever holds the paper, and nothing else of the dossier.
 *
 * @param issued - second since 1970 the code was made in
 */
export async function replacedPaper(db: Db, { code, kind, issued }: { readonly code: string; readonly kind: string; readonly issued: number }): Promise<{ readonly replacedAt: string } | null> {
  const dossier = (await load(db, code))?.dossier;
  const found = dossier?.replaced.find(({ paper, issuedAt }) => paper === kind && Math.floor(Temporal.Instant.from(issuedAt).epochMilliseconds / 1000) === issued);
  return found === undefined ? null : { replacedAt: found.replacedAt };
}
