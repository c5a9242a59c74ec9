// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { SignerKind, SigningIdentity } from '../signing/model.ts';
import type { TestAuthority } from '../signing/test-authority.ts';

/** Whose signing identity it is: an officer's id or an agency's code. */
export type SigningOwner = { readonly kind: SignerKind; readonly ref: string };

/** Issues a certificate by the test authority and keeps it with its key sealed under `secret` (32 bytes). */
export function issueSigningIdentity(
  _db: Db, _authority: TestAuthority,
  _order: SigningOwner & { readonly name: string; readonly organisation: string; readonly secret: Uint8Array; readonly at: Temporal.Instant },
): Promise<SigningIdentity> {
  return Promise.reject(new Error('not built yet'));
}

/** The newest identity in force of an owner; undefined when there is none. */
export function signingIdentityOf(
  _db: Db, _secret: Uint8Array, _owner: SigningOwner & { readonly at: Temporal.Instant },
): Promise<SigningIdentity | undefined> {
  return Promise.reject(new Error('not built yet'));
}
