// SPDX-License-Identifier: EUPL-1.2
import type { KeptPaper, VaultChange } from '../model.ts';

/** How a paper of a vault stands: revoked stands before replaced, replaced before expired. A dispute changes nothing by itself. */
export type VaultState = 'in-force' | 'expired' | 'replaced' | 'revoked';

/** How a paper stands on a day (còn hiệu lực, hết hạn, đã được thay, đã thu hồi). @param day - ISO 8601; the last day it counts is still in force */
export function stateOn({ changes, validUntil }: Pick<KeptPaper, 'validUntil'> & { readonly changes: readonly Pick<VaultChange, 'type'>[] }, day: string): VaultState {
  if (changes.some(({ type }) => type === 'revoked')) return 'revoked';
  if (changes.some(({ type }) => type === 'replaced')) return 'replaced';
  return validUntil !== null && validUntil < day ? 'expired' : 'in-force';
}

/** Whether the state vouches for a paper: what its owner uploaded himself nobody compared, so nobody counts it as held. */
export const isHeldByState = ({ origin }: Pick<KeptPaper, 'origin'>): boolean => origin !== 'own-upload';

/** The code of the `nth` paper of a kind in a vault. @example the second: «000095012345.KQ.G17.000311.2» */
export function vaultCode(owner: string, kind: string, nth: number): string {
  return nth <= 1 ? `${owner}.${kind}` : `${owner}.${kind}.${String(nth)}`;
}

/** The last day of a paper that is good for some months; null: no end. @param issuedOn - ISO 8601 day */
export function validUntilOf(issuedOn: string, months: number | null): string | null {
  return months === null ? null : Temporal.PlainDate.from(issuedOn).add({ months }).toString();
}
