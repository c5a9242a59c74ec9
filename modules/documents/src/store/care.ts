// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Db, inTransaction, sql } from '@motcua/db-kit';
import type { Blobs } from './blobs.ts';
import type { DocumentStore } from './file-store.ts';
import { freshKey, openedFileKey, openedOwnerKey, sealedFileKey, sealedOwnerKey } from './keys.ts';
import type { DocumentTables } from './tables.ts';

/** Blobs no row points to: what an act that was undone, or a server that fell, left behind. Answers how many were removed. @param before - younger ones may belong to an act that is still running */
export async function sweepOrphans(db: Db, { blobs }: DocumentStore, before: Temporal.Instant): Promise<number> {
  let swept = 0;
  for await (const { address, at } of blobs.list()) {
    if (Temporal.Instant.compare(at, before) >= 0) continue;
    // Files taken in before encryption lie under the hash of their content.
    const { rows } = await sql`select 1 from documents.file where stored = ${address} or sha256 = ${address} limit 1`.execute(db);
    if (rows.length > 0) continue;
    await blobs.remove(address);
    swept += 1;
  }
  return swept;
}

/** How much the documents are and how much is kept of them: equal contents lie once. Bytes. */
export type StoreSizes = { readonly documents: number; readonly documentBytes: number; readonly contents: number; readonly contentBytes: number };

/** How much of what was given to the store it keeps. */
export async function storeSizes(db: Db): Promise<StoreSizes> {
  const { rows } = await sql<Record<keyof StoreSizes, string>>`
    select count(*) as documents, coalesce(sum(f.size), 0) as "documentBytes", (select count(*) from documents.file) as contents, (select coalesce(sum(size), 0) from documents.file) as "contentBytes"
    from documents.document d join documents.file f on f.sha256 = d.sha256`.execute(db);
  const [row] = rows;
  return { documents: Number(row?.documents), documentBytes: Number(row?.documentBytes), contents: Number(row?.contents), contentBytes: Number(row?.contentBytes) };
}

/** What a check of the store found. `lost`: addresses that are missing or altered and could not be brought back. */
export type IntegrityReport = { readonly checked: number; readonly repaired: readonly string[]; readonly lost: readonly string[] };

async function isWhole(blobs: Blobs, address: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const part of blobs.read(address)) hash.update(part);
    return hash.digest('hex') === address;
  } catch {
    return false;
  }
}

async function copyBlob(from: Blobs, to: Blobs, address: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-copy-'));
  try {
    const file = join(folder, randomBytes(8).toString('hex'));
    await pipeline(Readable.from(from.read(address)), createWriteStream(file, { mode: 0o600 }));
    await to.remove(address);
    await to.take(file, address);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Brought = 'whole' | 'repaired' | 'lost';

/** One blob read again, and brought back from the second copy when it must be. */
async function brought(blobs: Blobs, second: Blobs | null, address: string): Promise<Brought> {
  if (await isWhole(blobs, address)) return 'whole';
  if (second === null || !await isWhole(second, address)) return 'lost';
  await copyBlob(second, blobs, address);
  return 'repaired';
}

/** Reads every blob again and holds it against its address; what is missing or altered is brought back from the second copy. Needs no key. @param isStopped - asked before each file; true ends the check */
export async function checkIntegrity(db: Db, { blobs }: DocumentStore, second: Blobs | null, isStopped: () => boolean = () => false): Promise<IntegrityReport> {
  const rows = await db.$extendTables<DocumentTables>().selectFrom('documents.file').select('stored').where('stored', 'is not', null).orderBy('stored').execute();
  const repaired: string[] = [];
  const lost: string[] = [];
  let checked = 0;
  for (const { stored: address } of rows) {
    if (isStopped()) break;
    if (address === null) continue;
    checked += 1;
    const state = await brought(blobs, second, address);
    if (state === 'repaired') repaired.push(address);
    if (state === 'lost') lost.push(address);
  }
  return { checked, repaired, lost };
}

/** The files of some documents read again in the same way, by document id. A document without a file in the store is lost. */
export async function checkDocuments(db: Db, { blobs }: DocumentStore, { documents, second }: { readonly documents: readonly string[]; readonly second: Blobs | null }): Promise<ReadonlyMap<string, Brought>> {
  if (documents.length === 0) return new Map();
  const rows = await db.$extendTables<DocumentTables>().selectFrom('documents.document as d').innerJoin('documents.file as f', 'f.sha256', 'd.sha256').select(['d.id', 'f.stored']).where('d.id', 'in', documents).execute();
  const stored = new Map(rows.map((row) => [row.id, row.stored]));
  const found = new Map<string, Brought>();
  for (const id of documents) {
    const address = stored.get(id) ?? null;
    found.set(id, address === null ? 'lost' : await brought(blobs, second, address));
  }
  return found;
}

/** Copies what the second copy does not have yet. Answers how many. */
export async function copyToSecond(db: Db, { blobs }: DocumentStore, second: Blobs): Promise<number> {
  const there = new Set<string>();
  for await (const { address } of second.list()) there.add(address);
  const rows = await db.$extendTables<DocumentTables>().selectFrom('documents.file').select('stored').where('stored', 'is not', null).execute();
  const missing = rows.flatMap(({ stored }) => (stored === null || there.has(stored) ? [] : [stored]));
  for (const address of missing) await copyBlob(blobs, second, address);
  return missing.length;
}

const ownersAtOnce = 100;

/** Gives some owners new keys under the newest storage key; their files' keys are sealed again, the files stay as they are. */
async function rotateSome(tx: Db, store: DocumentStore, newest: number): Promise<number> {
  const tables = tx.$extendTables<DocumentTables>();
  const owners = await tables.selectFrom('documents.owner_key').selectAll().where('storage_generation', '<', newest).limit(ownersAtOnce).forUpdate().skipLocked().execute();
  for (const { owner_kind: ownerKind, owner_ref: ownerRef, storage_generation: generation, sealed_key: text } of owners) {
    const owner = { ownerKind, ownerRef };
    const [old, fresh] = [openedOwnerKey(await store.keys.storageKey(tx, generation), owner, text), freshKey()];
    const keys = await tables.selectFrom('documents.file_key').select(['sha256', 'sealed_key']).where('owner_kind', '=', ownerKind).where('owner_ref', '=', ownerRef).execute();
    for (const { sha256, sealed_key: held } of keys) {
      await tables.updateTable('documents.file_key').set({ sealed_key: sealedFileKey(fresh, sha256, owner, openedFileKey(old, sha256, owner, held)) })
        .where('sha256', '=', sha256).where('owner_kind', '=', ownerKind).where('owner_ref', '=', ownerRef).execute();
    }
    await tables.updateTable('documents.owner_key').set({ storage_generation: newest, sealed_key: sealedOwnerKey(await store.keys.storageKey(tx, newest), owner, fresh) })
      .where('owner_kind', '=', ownerKind).where('owner_ref', '=', ownerRef).execute();
  }
  return owners.length;
}

/**
 * Makes a new storage key, gives every owner a new key under it (đổi khóa). No file is written again; readers go on meanwhile.
 * Needs the database's owner. Answers how many owners got new keys.
 */
export async function rotateKeys(ownerDb: Db, store: DocumentStore): Promise<number> {
  const { generation } = await store.keys.storageKey(ownerDb);
  const newest = generation + 1;
  await ownerDb.$extendTables<DocumentTables>().insertInto('documents.storage_key').values({ generation: newest, sealed_key: store.keys.sealStorageKey(newest, freshKey()), from_at: sql<string>`now()` }).execute();
  store.keys.forget();
  let rotated = 0;
  for (let some = 1; some > 0;) {
    some = await inTransaction(ownerDb, (tx) => rotateSome(tx, store, newest));
    rotated += some;
  }
  return rotated;
}

/** Takes away storage keys under which nothing lies any more. A server that still remembers one has had a day to hear of the newer. Answers how many. */
export async function dropOldStorageKeys(ownerDb: Db): Promise<number> {
  const { numDeletedRows } = await ownerDb.$extendTables<DocumentTables>().deleteFrom('documents.storage_key')
    .where(sql<boolean>`exists (select 1 from documents.storage_key newer where newer.generation > storage_key.generation and newer.from_at < now() - interval '1 day')`)
    .where(sql<boolean>`not exists (select 1 from documents.owner_key o where o.storage_generation = storage_key.generation)`).executeTakeFirst();
  return Number(numDeletedRows);
}
