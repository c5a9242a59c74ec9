// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import { sealed, unsealed } from './sealed.ts';
import type { DocumentTables } from './tables.ts';

/** The key in use and all public keys, newest first. */
export type TokenKeys = { readonly key: KeyObject; readonly publicKeys: readonly KeyObject[] };

const publicKeyOf = (der: Buffer): KeyObject => createPublicKey({ key: der, format: 'der', type: 'spki' });
const privateKeyOf = (der: Buffer): KeyObject => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });

const rowOf = (generation: number): string => `token-key-${String(generation)}`;

/** Two servers that start together both try the same generation: one of them wins, both read the winner's key. */
async function addKey(db: Db, secret: Uint8Array, { generation, at }: { readonly generation: number; readonly at: Temporal.Instant }): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await db.$extendTables<DocumentTables>().insertInto('documents.token_key').values({
    generation, from_at: at.toString(),
    public_key: publicKey.export({ format: 'der', type: 'spki' }),
    sealed_private_key: sealed({ secret, row: rowOf(generation) }, privateKey.export({ format: 'der', type: 'pkcs8' })),
  }).onConflict((conflict) => conflict.doNothing()).execute();
}

const keysOf = (db: Db) => db.$extendTables<DocumentTables>().selectFrom('documents.token_key')
  .select(['generation', 'public_key', 'sealed_private_key']).orderBy('generation', 'desc').execute();

/**
 * The key that signs verification tokens, made the first time it is asked for.
 *
 * @param secret - 32 bytes that seal private keys in the database
 * @param at - when it is asked for: the date of a key made now
 */
export async function tokenKeyOf(db: Db, secret: Uint8Array, at: Temporal.Instant): Promise<TokenKeys> {
  let rows = await keysOf(db);
  if (rows.length === 0) {
    await addKey(db, secret, { generation: 1, at });
    rows = await keysOf(db);
  }
  const [newest] = rows;
  if (newest === undefined) throw new Error('there is no key for verification tokens');
  const plain = unsealed({ secret, row: rowOf(newest.generation) }, newest.sealed_private_key);
  return { key: privateKeyOf(plain), publicKeys: rows.map((row) => publicKeyOf(row.public_key)) };
}
