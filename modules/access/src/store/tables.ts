// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Db, Instant, Json } from '@motcua/db-kit';

/** What a citizen's session remembers beside the name. */
export type SessionData = { readonly personalId?: string };

export type AccessTables = {
  'access.officer_credential': {
    officer_id: string; login: string; password_hash: string; second_factor: Buffer; last_step: ColumnType<bigint, number | undefined, number>;
  };
  'access.sign_in_failure': { login_hash: Buffer; failures: number; locked_until: Instant | null; last_at: Instant };
  'access.session': { token_hash: Buffer; subject_kind: 'officer' | 'citizen'; subject_id: string; subject_name: string; created_at: Instant; expires_at: Instant; data: Json<SessionData> };
  'access.known_citizen': { personal_id: string; first_at: Instant };
  'access.login_attempt': { state: string; verifier: string; nonce: string; return_to: string; expires_at: Instant };
  'access.partner_key': { partner: string; name: string; key_hash: Buffer; valid_until: Instant | null };
};

export const accessDb = (db: Db) => db.$extendTables<AccessTables>();
