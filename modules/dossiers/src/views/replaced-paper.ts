// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { load } from '../store/ledger.ts';

const secondOf = (at: string): number => Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000);

/**
 * Whether the paper a QR code stands on was issued again since, and under which number: told to whoever holds the paper, and nothing else of the dossier.
 *
 * @param issued - second since 1970 the code was made in
 * @param number - the paper's number, when its code says it
 */
export async function replacedPaper(db: Db, { code, kind, issued, number }: { readonly code: string; readonly kind: string; readonly issued: number; readonly number?: string | undefined }): Promise<{ readonly replacedAt: string; readonly by: string } | null> {
  const dossier = (await load(db, code))?.dossier;
  const found = dossier?.replaced.find((old) => old.paper === kind && secondOf(old.issuedAt) === issued && (number === undefined || old.number === number));
  return found === undefined ? null : { replacedAt: found.replacedAt, by: found.newNumber };
}
