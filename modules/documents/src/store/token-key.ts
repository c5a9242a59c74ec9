// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import type { Db } from '@motcua/db-kit';

/**
 * The key that signs verification tokens, made the first time it is asked for, and all public keys, newest first.
 *
 * @param secret - 32 bytes that seal private keys in the database
 */
export function tokenKeyOf(_db: Db, _secret: Uint8Array, _at: Temporal.Instant): Promise<{ readonly key: KeyObject; readonly publicKeys: readonly KeyObject[] }> {
  return Promise.reject(new Error('not built yet'));
}
