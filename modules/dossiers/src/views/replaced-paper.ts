// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { load } from '../store/ledger.ts';

const secondOf = (at: string): number => Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000);

/**
 * Whether the paper a QR code stands on was issued again since, or revoked, and under which number: told to whoever holds the paper, and nothing else of the dossier.
 *
 * @param issued - second since 1970 the code was made in
 * @param number - the paper's number, when its code says it
 */
export async function replacedPaper(db: Db, { code, kind, issued, number }: { readonly code: string; readonly kind: string; readonly issued: number; readonly number?: string | undefined }): Promise<{ readonly replacedAt: string; readonly by: string; readonly isRevoked: boolean } | null> {
  const dossier = (await load(db, code))?.dossier;
  if (kind === 'result' && dossier?.revoked !== undefined && (number === undefined || dossier.result?.number === number)) return { replacedAt: dossier.revoked.at, by: dossier.revoked.number, isRevoked: true };
  const found = dossier?.replaced.find((old) => old.paper === kind && secondOf(old.issuedAt) === issued && (number === undefined || old.number === number));
  return found === undefined ? null : { replacedAt: found.replacedAt, by: found.newNumber, isRevoked: false };
}
