// SPDX-License-Identifier: EUPL-1.2
import type { Dossier } from '../model.ts';

const secondOf = (at: string): number => Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000);

/** That a paper counts no more: since when, and the number of the paper or decision in its place. */
export type Replacement = { readonly replacedAt: string; readonly by: string; readonly isRevoked: boolean };

/**
 * Whether the paper a QR code stands on was issued again since, or revoked, and under which number: told to whoever holds the paper, and nothing else of the dossier.
 *
 * @param issued - second since 1970 the code was made in
 * @param number - the paper's number, when its code says it
 */
export function replacedIn(dossier: Pick<Dossier, 'replaced' | 'result' | 'revoked'>, { kind, issued, number }: { readonly kind: string; readonly issued: number; readonly number?: string | undefined }): Replacement | null {
  if (kind === 'result' && dossier.revoked !== undefined && (number === undefined || dossier.result?.number === number)) return { replacedAt: dossier.revoked.at, by: dossier.revoked.number, isRevoked: true };
  const found = dossier.replaced.find((old) => old.paper === kind && secondOf(old.issuedAt) === issued && (number === undefined || old.number === number));
  return found === undefined ? null : { replacedAt: found.replacedAt, by: found.newNumber, isRevoked: false };
}
