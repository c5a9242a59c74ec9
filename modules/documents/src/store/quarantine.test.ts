// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clamd } from '../inspection/antivirus.ts';
import { type Scanner, startScanner } from '../inspection/testing-scanner.ts';
import { anUpload, smallPdf } from '../testing.ts';
import { acceptUpload } from './documents.ts';
import { documentStore } from './file-store.ts';
import { openDocument, openingsOf } from './openings.ts';
import { rescan } from './rescan.ts';

const at = Temporal.Instant.from('2026-11-26T09:41:00+07:00');
const officer = { kind: 'officer', ref: 'o-1', name: 'Cán bộ một', agency: 'H15.50' } as const;
const file = (words: string): Uint8Array => Buffer.concat([smallPdf, Buffer.from(`%${words}`)]);

describe('vi-rút (viruses)', () => {
  let database: TestDatabase;
  let folder: string;
  let scanner: Scanner;
  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'motcua-virus-'));
    scanner = await startScanner(['Eicar-Test'], { maxBytes: 1024 * 1024 });
  });
  afterAll(async () => {
    await scanner.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const store = (on: number) => documentStore({ folder, secret: Buffer.alloc(32, 7), antivirus: clamd({ host: '127.0.0.1', port: on }) });
  const accept = (words: string, on = scanner.port) => acceptUpload(database.db, store(on), anUpload({ ownerKind: 'dossier', ownerRef: 'H15-1', content: file(words) }));
  const open = (id: string) => openDocument(database.db, store(scanner.port), { id, by: officer, purpose: 'handling', at });

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
    expect(await rescan(database.db, store(scanner.port), { at, limit: 10 })).toMatchObject({ scanned: 1, freed: 1, infected: [] });
    expect((await open(taken.value.id)).ok).toBe(true);
  });

  test('in a file longer than the scanner reads cannot be ruled out: it stays closed', async () => {
    const taken = await accept('dài'.repeat(500_000));
    if (!taken.ok) throw new Error(taken.error.text);

    expect(await open(taken.value.id)).toMatchObject({ ok: false, error: { code: 'document-quarantined' } });
  });

  test('that became known later close the file at the next look through', async () => {
    const taken = await accept('vi-rus-moi');
    if (!taken.ok) throw new Error(taken.error.text);
    expect((await open(taken.value.id)).ok).toBe(true);
    await scanner.know(['Eicar-Test', 'vi-rus-moi']);

    expect(await rescan(database.db, store(scanner.port), { at, limit: 10 })).toMatchObject({ infected: [taken.value.sha256] });
    expect(await open(taken.value.id)).toMatchObject({ ok: false, error: { code: 'document-quarantined' } });
  });

  test('or not: each opening is told to the owner, with who, for which agency and what for', async () => {
    const taken = await acceptUpload(database.db, store(scanner.port), anUpload({ ownerKind: 'dossier', ownerRef: 'H15-2', content: file('ai xem') }));
    if (!taken.ok) throw new Error(taken.error.text);
    await open(taken.value.id);

    expect(await openingsOf(database.db, [taken.value.id])).toMatchObject([{ document: taken.value.id, by: 'Cán bộ một', agency: 'H15.50', purpose: 'handling' }]);
    expect(await openingsOf(database.db, [])).toEqual([]);
  });
});
