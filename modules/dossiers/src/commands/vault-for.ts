// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Citizen } from '@motcua/kernel';
import { type VaultOwner, represents } from '@motcua/vault';

/** Whose vault a citizen may use for an applicant: his own, or that of an organisation he represents that day; null: neither. @param day - ISO 8601 */
export async function vaultFor(db: Db, { who, applicant, day }: { readonly who: Citizen; readonly applicant: { readonly kind: VaultOwner['kind']; readonly personalId: string }; readonly day: string }): Promise<VaultOwner | null> {
  if (applicant.kind === 'person') return applicant.personalId === who.personalId ? { kind: 'person', ref: who.personalId } : null;
  return await represents(db, { person: who.personalId, organisation: applicant.personalId, day }) ? { kind: 'organisation', ref: applicant.personalId } : null;
}
