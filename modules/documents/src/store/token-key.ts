// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import { newId } from '@motcua/kernel';
import { sealed, unsealed } from './sealed.ts';
import type { DocumentTables } from './tables.ts';

/** The key in use and all public keys, newest first. */
export type TokenKeys = { readonly key: KeyObject; readonly publicKeys: readonly KeyObject[] };

const publicKeyOf = (der: Buffer): KeyObject => createPublicKey({ key: der, format: 'der', type: 'spki' });
const privateKeyOf = (der: Buffer): KeyObject => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });

async function addKey(tx: Db, secret: Uint8Array, at: Temporal.Instant): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = newId(at);
  await tx.withTables<DocumentTables>().insertInto('documents.token_key').values({
    id, from_at: at.toString(),
    public_key: publicKey.export({ format: 'der', type: 'spki' }),
    sealed_private_key: sealed({ secret, row: id }, privateKey.export({ format: 'der', type: 'pkcs8' })),
  }).execute();
}

/**
 * The key that signs verification tokens, made the first time it is asked for.
 *
 * @param secret - 32 bytes that seal private keys in the database
 * @param at - when it is asked for: the date of a key made now
 */
export async function tokenKeyOf(db: Db, secret: Uint8Array, at: Temporal.Instant): Promise<TokenKeys> {
  return inTransaction(db, async (tx) => {
    const rowsOf = () => tx.withTables<DocumentTables>().selectFrom('documents.token_key')
      .select(['id', 'public_key', 'sealed_private_key']).orderBy('from_at', 'desc').orderBy('id', 'desc').execute();
    let rows = await rowsOf();
    if (rows.length === 0) {
      // Two servers that start together must not make two keys.
      await sql`lock table documents.token_key in share row exclusive mode`.execute(tx);
      rows = await rowsOf();
      if (rows.length === 0) await addKey(tx, secret, at);
      rows = await rowsOf();
    }
    const [newest] = rows;
    if (newest === undefined) throw new Error('there is no key for verification tokens');
    return { key: privateKeyOf(unsealed({ secret, row: newest.id }, newest.sealed_private_key)), publicKeys: rows.map((row) => publicKeyOf(row.public_key)) };
  });
}
