// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type Db, openDatabase, sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { systemClock } from '@motcua/kernel';
import fc from 'fast-check';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anUpload, smallPdf } from '../testing.ts';
import { type Blobs, diskBlobs } from './blobs.ts';
import { checkIntegrity, copyToSecond, dropOldStorageKeys, rotateKeys, sweepOrphans } from './care.ts';
import { acceptUpload, moveDocuments, readDocument, storeDocument } from './documents.ts';
import { type DocumentStore, documentStore } from './file-store.ts';
import { s3Blobs } from './s3-blobs.ts';
import { decrypted, encrypted, openedPart, sealedRange } from './segments.ts';

const secret = Buffer.alloc(32, 7);
const words = Buffer.from('%PDF-1.4\nCMND 000123456789 của ông Ví Dụ\n'.repeat(9000));
const filesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((name) => statSync(name).isFile());

let database: TestDatabase;
let owner: Database;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-store-'));
  folders.push(folder);
  return folder;
};
beforeAll(async () => {
  database = await testDatabase();
  owner = openDatabase(database.ownerUrl);
});
afterAll(async () => {
  await owner.close();
  await database.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function kept(db: Db, store: DocumentStore, ownerRef: string, bytes: Uint8Array): Promise<{ readonly id: string; readonly sha256: string }> {
  const answer = await storeDocument(db, store, { ...anUpload({ ownerKind: 'dossier', ownerRef }), bytes, mediaType: 'application/pdf' });
  if (!answer.ok) throw new Error(answer.error.text);
  return answer.value;
}
const bytesOf = async (store: DocumentStore, id: string): Promise<string> => Buffer.from((await readDocument(database.db, store, id))?.bytes ?? []).toString('latin1');
const storedOf = async (sha256: string): Promise<string> => (await sql<{ stored: string }>`select stored from documents.file where sha256 = ${sha256}`.execute(database.db)).rows[0]?.stored ?? '';

describe('mã hóa theo đoạn (a content in sealed segments)', () => {
  const key = Buffer.alloc(32, 3);
  const bytes = Buffer.from(Array.from({ length: 150_000 }, (_, index) => index % 251));
  const sealed = async (): Promise<Buffer> => Buffer.concat(await Array.fromAsync(encrypted(key, one(bytes))));
  async function* one(whole: Uint8Array): AsyncGenerator<Uint8Array> { yield await Promise.resolve(whole); }

  test('comes back, whole or any part of it', async () => {
    const text = await sealed();

    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(bytes.length), async (start, length) => {
      const range = { from: start, to: Math.min(start + length + 1, bytes.length) };
      const { from, to } = sealedRange(range, bytes.length);
      expect(Buffer.from(openedPart(key, text.subarray(from, to), range, bytes.length)).equals(bytes.subarray(range.from, range.to))).toBe(true);
      await Promise.resolve();
    }), { numRuns: 60 });
    expect(Buffer.concat(await Array.fromAsync(decrypted(key, one(text)))).equals(bytes)).toBe(true);
  });

  test.each([
    ['one byte altered', (text: Buffer) => { text.writeUInt8(text.readUInt8(70_000) ^ 1, 70_000); return text; }],
    ['the end cut at a segment', (text: Buffer) => text.subarray(0, 2 * 65_552)],
    ['two segments exchanged', (text: Buffer) => Buffer.concat([text.subarray(65_552, 2 * 65_552), text.subarray(0, 65_552), text.subarray(2 * 65_552)])],
  ])('does not open with %s', async (_what, spoil) => {
    await expect(Array.fromAsync(decrypted(key, one(spoil(await sealed()))))).rejects.toThrow(/authenticate/u);
  });
});

describe('kho tệp (the store)', () => {
  test('keeps nothing readable on the disk, not even the hash of what it keeps', async () => {
    const folder = newFolder();
    const { id, sha256 } = await kept(database.db, documentStore({ folder, secret }), 'H15-1', words);

    const names = filesIn(folder);
    expect(names.length).toBe(1);
    expect(names.some((name) => readFileSync(name).includes('000123456789') || name.includes(sha256))).toBe(false);
    expect(await bytesOf(documentStore({ folder, secret }), id)).toBe(words.toString('latin1'));
  });

  test('opens nothing under another secret', async () => {
    const folder = newFolder();
    const { id } = await kept(database.db, documentStore({ folder, secret }), 'H15-2', smallPdf);

    await expect(readDocument(database.db, documentStore({ folder, secret: Buffer.alloc(32, 8) }), id)).rejects.toThrow(/authenticate/u);
  });

  test('keeps equal files of two owners once, each opened by the owner\'s own key', async () => {
    const folder = newFolder();
    const store = documentStore({ folder, secret });
    const bytes = Buffer.concat([words, Buffer.from('hai chủ')]);
    const [first, second] = [await kept(database.db, store, 'chu-1', bytes), await kept(database.db, store, 'chu-2', bytes)];
    await sql`delete from documents.file_key where owner_ref = 'chu-1'`.execute(owner.db);

    expect(filesIn(folder)).toHaveLength(1);
    expect(await bytesOf(store, second.id)).toBe(bytes.toString('latin1'));
    await expect(readDocument(database.db, store, first.id)).rejects.toThrow();
  });

  test('takes the same content from many at once without losing a key', async () => {
    const store = documentStore({ folder: newFolder(), secret });
    const bytes = Buffer.concat([words, Buffer.from('cùng lúc')]);
    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => kept(database.db, store, `lúc-${String(index % 3)}`, bytes)));

    expect(await Promise.all(all.map(({ id }) => bytesOf(store, id)))).toEqual(all.map(() => bytes.toString('latin1')));
  });

  test('gives the keys along when a draft becomes a dossier', async () => {
    const store = documentStore({ folder: newFolder(), secret });
    const taken = await acceptUpload(database.db, store, anUpload({ ownerRef: 'nhap-9', content: Buffer.concat([smallPdf, Buffer.from('%nháp')]) }));
    if (!taken.ok) throw new Error(taken.error.text);
    await moveDocuments(database.db, store, { ownerKind: 'draft', ownerRef: 'nhap-9' }, { ownerKind: 'dossier', ownerRef: 'H15-9' });

    expect(await bytesOf(store, taken.value.id)).toContain('%%EOF');
  });

  test('reads on through a change of all keys, and an old secret table opens nothing any more', async () => {
    const folder = newFolder();
    const store = documentStore({ folder, secret });
    const { id, sha256 } = await kept(database.db, store, 'H15-doi', Buffer.concat([words, Buffer.from('đổi khóa')]));
    const before = { stored: await storedOf(sha256), keys: (await sql<{ sealed_key: Buffer }>`select sealed_key from documents.file_key where sha256 = ${sha256}`.execute(database.db)).rows };
    const rotated = await rotateKeys(owner.db, store);
    const after = { stored: await storedOf(sha256), keys: (await sql<{ sealed_key: Buffer }>`select sealed_key from documents.file_key where sha256 = ${sha256}`.execute(database.db)).rows };
    await sql`update documents.storage_key set from_at = from_at - interval '2 days'`.execute(owner.db);

    expect(rotated).toBeGreaterThan(0);
    expect([after.stored, after.keys[0]?.sealed_key.equals(before.keys[0]?.sealed_key ?? Buffer.alloc(0))]).toEqual([before.stored, false]);
    expect(await dropOldStorageKeys(owner.db)).toBe(1);
    expect(await bytesOf(store, id)).toBe(await bytesOf(documentStore({ folder, secret }), id));
  });

  test('sweeps what nobody points to, and nothing else', async () => {
    const folder = newFolder();
    const store = documentStore({ folder, secret });
    const { id } = await kept(database.db, store, 'H15-quet', Buffer.concat([words, Buffer.from('quét')]));
    const undone = database.db.transaction().execute(async (tx) => {
      await kept(tx, store, 'H15-bo', Buffer.concat([words, Buffer.from('bỏ')]));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const soon = systemClock.now().add({ seconds: 5 });

    expect(filesIn(folder)).toHaveLength(2);
    expect([await sweepOrphans(database.db, store, soon.subtract({ hours: 1 })), await sweepOrphans(database.db, store, soon)]).toEqual([0, 1]);
    expect((await bytesOf(store, id)).length).toBeGreaterThan(0);
  });

  test('is mended from the second copy, without any key', async () => {
    const folder = newFolder();
    const [store, second] = [documentStore({ folder, secret }), diskBlobs(newFolder())];
    for (const table of ['document', 'file_key', 'file']) await sql`delete from ${sql.table(`documents.${table}`)}`.execute(owner.db);
    const docs = [await kept(database.db, store, 'H15-sua', Buffer.concat([words, Buffer.from('sửa 1')])), await kept(database.db, store, 'H15-sua', Buffer.concat([words, Buffer.from('sửa 2')]))];
    expect(await copyToSecond(database.db, store, second)).toBe(2);
    const [altered, missing] = await Promise.all(docs.map(({ sha256 }) => storedOf(sha256)));
    writeFileSync(join(folder, altered?.slice(0, 2) ?? '', altered?.slice(2, 4) ?? '', altered ?? ''), 'hỏng');
    await store.blobs.remove(missing ?? '');

    expect(await checkIntegrity(database.db, store, null)).toEqual({ checked: 2, repaired: [], lost: [altered, missing].toSorted() });
    expect(await checkIntegrity(database.db, store, second)).toEqual({ checked: 2, repaired: [altered, missing].toSorted(), lost: [] });
    for (const { id } of docs) expect((await bytesOf(store, id)).length).toBeGreaterThan(words.length);
  });
});

describe('kho S3 (a bucket of an S3 service)', () => {
  let service: S3rver;
  let blobs: Blobs;
  const bucket = { bucket: 'tai-lieu', region: 'vn', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  beforeAll(async () => {
    service = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: newFolder(), configureBuckets: [{ name: bucket.bucket, configs: [] }] });
    const { port } = await service.run();
    blobs = s3Blobs({ ...bucket, endpoint: `http://127.0.0.1:${String(port)}` });
  });
  afterAll(async () => { await service.close(); });

  test('keeps, reads in part, lists and removes', async () => {
    const folder = newFolder();
    const store = documentStore({ folder, secret, blobs });
    const { id, sha256 } = await kept(database.db, store, 'H15-s3', Buffer.concat([words, Buffer.from('s3')]));
    const stored = await storedOf(sha256);
    const listed = await Array.fromAsync(blobs.list());

    expect(filesIn(folder)).toEqual([]);
    expect(listed.map(({ address }) => address)).toEqual([stored]);
    expect((await bytesOf(store, id)).endsWith('s3')).toBe(true);
    await blobs.remove(stored);
    await expect(readDocument(database.db, store, id)).rejects.toThrow(/no blob/u);
  });

  test.each<readonly [string, RequestListener]>([
    ['does not answer', (_request, response) => { response.writeHead(503).end(); }],
    ['breaks off in the middle of a file', (request) => { request.once('data', () => { request.socket.destroy(); }); }],
  ])('that %s is said in words; nothing is kept and nothing is left behind', async (_how, listener) => {
    const folder = newFolder();
    const broken = createServer(listener).listen(0);
    const address = broken.address();
    const dead = s3Blobs({ ...bucket, endpoint: `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}` });
    const taken = await acceptUpload(database.db, documentStore({ folder, secret, blobs: dead }), anUpload({ ownerRef: 'khong-toi', content: Buffer.concat([smallPdf, Buffer.from('%không tới')]) }));
    broken.close();
    const { rows } = await sql`select 1 from documents.document where owner_ref = 'khong-toi'`.execute(database.db);

    expect(taken).toMatchObject({ ok: false, error: { code: 'storage-unreachable', text: expect.stringMatching(/thử lại sau ít phút/u) as unknown } });
    expect([rows, filesIn(folder)]).toEqual([[], []]);
  });
});
