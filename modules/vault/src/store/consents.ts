// SPDX-License-Identifier: EUPL-1.2
import type { Db, Instant } from '@motcua/db-kit';
import type { VaultOwner } from '../model.ts';

/** What an owner agreed to at a counter: one officer looks into his vault for one procedure. */
export type VaultConsent = {
  readonly id: string; readonly owner: VaultOwner; readonly officer: { readonly id: string; readonly name: string }; readonly agency: string; readonly procedure: string; readonly identityPaper: string; readonly at: Temporal.Instant;
};

type Tables = { 'vault.consent': { id: string; owner_kind: VaultOwner['kind']; owner_ref: string; officer_id: string; officer_name: string; agency: string; procedure_code: string; identity_paper: string; at: Instant } };

/** Keeps a consent; nothing of a vault is shown at a counter before. */
export async function keepConsent(db: Db, { id, owner, officer, agency, procedure, identityPaper, at }: VaultConsent): Promise<void> {
  await db.$extendTables<Tables>().insertInto('vault.consent').values({ id, owner_kind: owner.kind, owner_ref: owner.ref, officer_id: officer.id, officer_name: officer.name, agency, procedure_code: procedure, identity_paper: identityPaper, at: at.toString() }).execute();
}

/** A consent by its id; undefined when there is none. */
export async function findConsent(db: Db, id: string): Promise<VaultConsent | undefined> {
  const row = await db.$extendTables<Tables>().selectFrom('vault.consent').select(['owner_kind', 'owner_ref', 'officer_id', 'officer_name', 'agency', 'procedure_code', 'identity_paper', 'at']).where('id', '=', id).executeTakeFirst();
  return row && { id, owner: { kind: row.owner_kind, ref: row.owner_ref }, officer: { id: row.officer_id, name: row.officer_name }, agency: row.agency, procedure: row.procedure_code, identityPaper: row.identity_paper, at: row.at };
}
