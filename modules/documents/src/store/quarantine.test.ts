// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clamd } from '../inspection/antivirus.ts';
import { anUpload, smallPdf } from '../testing.ts';
import { acceptUpload } from './documents.ts';
import { documentStore } from './file-store.ts';
import { openDocument, openingsOf } from './openings.ts';
import { rescan } from './rescan.ts';

/** A stand-in for ClamAV's daemon that speaks its protocol (INSTREAM) and knows the words it is given as viruses. */
function daemon(viruses: () => readonly string[]): Server {
  return createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      held = Buffer.concat([held, part]);
      if (!held.subarray(-4).equals(Buffer.alloc(4)) || held.length < 14) return;
      const name = viruses().find((each) => held.includes(each));
      socket.end(name === undefined ? 'stream: OK\0' : `stream: ${name} FOUND\0`);
    });
    socket.on('error', () => undefined);
  });
}

const at = Temporal.Instant.from('2026-11-26T09:41:00+07:00');
const officer = { kind: 'officer', ref: 'o-1', name: 'Cán bộ một', agency: 'H15.50' } as const;
const file = (words: string): Uint8Array => Buffer.concat([smallPdf, Buffer.from(`%${words}`)]);

describe('vi-rút (viruses)', () => {
  let database: TestDatabase;
  let folder: string;
  let server: Server;
  let viruses: readonly string[] = ['Eicar-Test'];
  let port = 0;
  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'motcua-virus-'));
    server = daemon(() => viruses);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    port = typeof address === 'object' ? address?.port ?? 0 : 0;
  });
  afterAll(async () => {
    server.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const store = (on: number) => documentStore({ folder, secret: Buffer.alloc(32, 7), antivirus: clamd({ host: '127.0.0.1', port: on }) });
  const accept = (words: string, on = port) => acceptUpload(database.db, store(on), anUpload({ ownerKind: 'dossier', ownerRef: 'H15-1', content: file(words) }));
  const open = (id: string) => openDocument(database.db, store(port), { id, by: officer, purpose: 'handling', at });

  test('are refused by name, and nothing stays', async () => {
    const taken = await accept('Eicar-Test');

    expect(taken).toMatchObject({ ok: false, error: { code: 'upload-infected', text: expect.stringContaining('Eicar-Test') as unknown } });
    expect(readdirSync(join(folder, 'staged'))).toEqual([]);
  });

  test('that could not be looked for keep the file closed until the scanner answers', async () => {
    const taken = await accept('chờ quét', 9);
    if (!taken.ok) throw new Error(taken.error.text);

    expect(await open(taken.value.id)).toMatchObject({ ok: false, error: { code: 'document-quarantined' } });
    expect(await rescan(database.db, store(9), { at, limit: 10 })).toMatchObject({ scanned: 0, freed: 0, unanswered: 1 });
    expect(await rescan(database.db, store(port), { at, limit: 10 })).toMatchObject({ scanned: 1, freed: 1, infected: [] });
    expect((await open(taken.value.id)).ok).toBe(true);
  });

  test('that became known later close the file at the next look through', async () => {
    const taken = await accept('vi-rus-moi');
    if (!taken.ok) throw new Error(taken.error.text);
    expect((await open(taken.value.id)).ok).toBe(true);
    viruses = ['Eicar-Test', 'vi-rus-moi'];

    expect(await rescan(database.db, store(port), { at, limit: 10 })).toMatchObject({ infected: [taken.value.sha256] });
    expect(await open(taken.value.id)).toMatchObject({ ok: false, error: { code: 'document-quarantined' } });
  });

  test('or not: each opening is told to the owner, with who, for which agency and what for', async () => {
    const taken = await acceptUpload(database.db, store(port), anUpload({ ownerKind: 'dossier', ownerRef: 'H15-2', content: file('ai xem') }));
    if (!taken.ok) throw new Error(taken.error.text);
    await open(taken.value.id);

    expect(await openingsOf(database.db, [taken.value.id])).toMatchObject([{ document: taken.value.id, by: 'Cán bộ một', agency: 'H15.50', purpose: 'handling' }]);
    expect(await openingsOf(database.db, [])).toEqual([]);
  });
});
