// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { type Db, sql } from '@motcua/db-kit';
import type { DocumentOwner } from '../model.ts';
import { sealed, unsealed } from './sealed.ts';
import type { DocumentTables } from './tables.ts';

/**
 * The keys of the store, three deep: the installation's secret seals storage keys, a storage key seals the keys of owners, an owner's key seals the keys of contents.
 * What is kept in the database opens only with the secret; an owner's files open only with the owner's key.
 */
export type KeyRing = {
  /** The storage key of a generation, or the newest one, made the first time it is asked for. */
  readonly storageKey: (db: Db, generation?: number) => Promise<StorageKey>;
  /** Forgets what it knows: after keys were changed. */
  readonly forget: () => void;
  /** Seals a new storage key under the secret. */
  readonly sealStorageKey: (generation: number, key: Uint8Array) => Buffer;
};

/** A storage key with its number. */
export type StorageKey = { readonly generation: number; readonly key: Uint8Array };

const rowOf = (generation: number): string => `storage-key-${String(generation)}`;
const ownerRow = ({ ownerKind, ownerRef }: DocumentOwner): string => `owner-key-${ownerKind}-${ownerRef}`;
const fileRow = (sha256: string, { ownerKind, ownerRef }: DocumentOwner): string => `file-key-${sha256}-${ownerKind}-${ownerRef}`;

/** A key nobody has had before: 32 random bytes. */
export const freshKey = (): Buffer => randomBytes(32);

/** An owner's key under a storage key. */
export const sealedOwnerKey = ({ key }: StorageKey, owner: DocumentOwner, ownerKey: Uint8Array): Buffer => sealed({ secret: key, row: ownerRow(owner) }, ownerKey);
/** Opens what `sealedOwnerKey` made. */
export const openedOwnerKey = ({ key }: StorageKey, owner: DocumentOwner, text: Uint8Array): Buffer => unsealed({ secret: key, row: ownerRow(owner) }, text);
/** A content's key under its owner's. */
export const sealedFileKey = (ownerKey: Uint8Array, sha256: string, owner: DocumentOwner, fileKey: Uint8Array): Buffer => sealed({ secret: ownerKey, row: fileRow(sha256, owner) }, fileKey);
/** Opens what `sealedFileKey` made. */
export const openedFileKey = (ownerKey: Uint8Array, sha256: string, owner: DocumentOwner, text: Uint8Array): Buffer => unsealed({ secret: ownerKey, row: fileRow(sha256, owner) }, text);

const memoryMs = 600_000;

type Loaded = ReadonlyMap<number, Uint8Array>;

/** The ring of an installation. Storage keys are few and stay in memory. */
export function keyRing(secret: Uint8Array): KeyRing {
  let known: Loaded = new Map();
  let knownSince = 0;
  const sealStorageKey = (generation: number, key: Uint8Array): Buffer => sealed({ secret, row: rowOf(generation) }, key);
  const load = async (db: Db): Promise<Loaded> => {
    const rows = await db.$extendTables<DocumentTables>().selectFrom('documents.storage_key').select(['generation', 'sealed_key']).orderBy('generation').execute();
    return new Map(rows.map(({ generation, sealed_key: text }) => [generation, unsealed({ secret, row: rowOf(generation) }, text)]));
  };
  const found = (keys: Loaded, asked: number | undefined): StorageKey | undefined => {
    const generation = asked ?? [...keys.keys()].at(-1);
    const key = generation === undefined ? undefined : keys.get(generation);
    return generation === undefined || key === undefined ? undefined : { generation, key };
  };
  return {
    sealStorageKey,
    forget: () => { known = new Map(); },
    storageKey: async (db, asked) => {
      const held = found(known, asked);
      // A newer key made elsewhere is heard of in time; an older one stays good for what lies under it.
      if (held !== undefined && (asked !== undefined || performance.now() - knownSince < memoryMs)) return held;
      let keys = await load(db);
      const isNew = keys.size === 0;
      if (isNew) {
        // Two servers that start together both try: one of them wins, both read the winner's key.
        await db.$extendTables<DocumentTables>().insertInto('documents.storage_key').values({ generation: 1, sealed_key: sealStorageKey(1, freshKey()), from_at: sql<string>`now()` })
          .onConflict((conflict) => conflict.doNothing()).execute();
        keys = await load(db);
      }
      // A key made inside a transaction is not there until that transaction is: it is not remembered.
      if (!isNew || !db.isTransaction) {
        known = keys;
        knownSince = performance.now();
      }
      const key = found(keys, asked);
      if (key === undefined) throw new Error('there is no such storage key');
      return key;
    },
  };
}
