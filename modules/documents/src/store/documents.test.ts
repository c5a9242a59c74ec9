// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '@motcua/db-kit';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Upload, UploadRefusal } from '../model.ts';
import { anUpload, smallPdf, zipOf } from '../testing.ts';
import { acceptUpload, documentsOf, moveDocuments, readDocument, storeDocument } from './documents.ts';
import { type DocumentStore, documentStore } from './file-store.ts';

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1')]);
const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#a52a2a' } });
const png = await picture.clone().png().toBuffer();
const jpeg = await picture.clone().jpeg().toBuffer();
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const docx = zipOf('[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`);
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(smallPdf);
  throw new Error('connection reset');
}

describe('tải tệp lên: an uploaded file', () => {
  let database: TestDatabase;
  let folder: string;
  let store: DocumentStore;
  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
    store = documentStore({ folder, secret: Buffer.alloc(32, 7) });
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const accept = (about: Partial<Upload>) => acceptUpload(database.db, store, anUpload(about));
  const rows = async (): Promise<number> => Number((await sql<{ n: bigint }>`select count(*) as n from documents.document`.execute(database.db)).rows[0]?.n);
  const left = (): readonly string[] => readdirSync(join(folder, 'staged'));

  test('comes back byte for byte, with its name, its type by content and its hash', async () => {
    const taken = await accept({ content: inParts(smallPdf, 7), name: 'Ðơn đề nghị.pdf', ownerRef: 'whole' });

    if (!taken.ok) throw new Error(taken.error.text);
    const read = await readDocument(database.db, store, taken.value.id);
    expect(read).toMatchObject({ name: 'Đơn đề nghị.pdf', mediaType: 'application/pdf', size: smallPdf.length, purpose: 'component', uploadedBy: 'citizen-1' });
    expect(Buffer.compare(read?.bytes ?? new Uint8Array(), smallPdf)).toBe(0);
    expect(read?.at.equals(taken.value.at)).toBe(true);
  });

  test.each([['ảnh.png', png, 'image/png'], ['ảnh.JPG', jpeg, 'image/jpeg'], ['đơn.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']])(
    '%s is taken by its content', async (name, content, mediaType) => {
      expect(await accept({ name, content })).toMatchObject({ ok: true, value: { mediaType } });
    });

  test.each<[string, Partial<Upload>, UploadRefusal['code'], RegExp]>([
    ['empty', { content: new Uint8Array() }, 'upload-empty', /Tệp trống/u],
    ['of a telephone\'s own picture format', { content: heic, name: 'IMG_1.heic' }, 'upload-type-refused', /^Tệp \.heic chưa dùng được\. Chọn ảnh JPG, PNG hoặc PDF\.$/u],
    ['of no known kind', { content: Buffer.from('xin chào'), name: 'ghi chú' }, 'upload-type-refused', /chưa dùng được/u],
    ['a program behind the name of a PDF', { content: program, name: 'đơn.pdf' }, 'upload-type-mismatch', /không phải loại \.pdf/u],
    ['a picture behind the name of a PDF', { content: png, name: 'đơn.pdf' }, 'upload-type-mismatch', /\.pdf/u],
    ['a PDF behind the name of a program', { content: smallPdf, name: 'đơn.exe' }, 'upload-type-refused', /\.exe/u],
    ['of 24 MB', { content: Buffer.alloc(24 * 1024 * 1024) }, 'upload-too-large', /^Tệp nặng 24 MB, nhiều nhất 20 MB\./u],
    ['endless', { content: inParts(Buffer.alloc(21 * 1024 * 1024), 1024 * 1024) }, 'upload-too-large', /^Tệp nặng hơn 20 MB/u],
    ['broken off on the way', { content: breakingOff() }, 'upload-unreadable', /tải lại/u],
  ])('that is %s is refused with words, and nothing of it stays', async (_what, about, code, words) => {
    const before = await rows();

    const taken = await accept(about);

    expect(taken).toMatchObject({ ok: false, error: { code, text: expect.stringMatching(words) as unknown } });
    expect({ rows: await rows(), left: left() }).toEqual({ rows: before, left: [] });
  });

  test('moves with its draft to the dossier', async () => {
    await accept({ ownerRef: 'draft-7' });
    await accept({ ownerRef: 'draft-7', name: 'thứ hai.pdf', at: Temporal.Instant.from('2026-11-26T09:42:00+07:00') });

    const moved = await moveDocuments(database.db, store, { ownerKind: 'draft', ownerRef: 'draft-7' }, { ownerKind: 'dossier', ownerRef: 'H15-1' });

    expect(moved).toBe(2);
    expect(await documentsOf(database.db, { ownerKind: 'draft', ownerRef: 'draft-7' })).toEqual([]);
    expect((await documentsOf(database.db, { ownerKind: 'dossier', ownerRef: 'H15-1' })).map(({ name }) => name)).toEqual(['Đơn đề nghị.pdf', 'thứ hai.pdf']);
  });

  test('of equal content is stored once', async () => {
    const first = await storeDocument(database.db, store, { ...anUpload(), bytes: smallPdf, mediaType: 'application/pdf' });
    const second = await storeDocument(database.db, store, { ...anUpload(), bytes: smallPdf, mediaType: 'application/pdf' });

    if (!first.ok || !second.ok) throw new Error('not stored');
    expect(first.value.id).not.toBe(second.value.id);
    expect(first.value.sha256).toBe(second.value.sha256);
  });

  test('altered on disk is a fault, never an answer', async () => {
    const taken = await accept({ content: png, name: 'sửa.png', ownerRef: 'altered' });

    if (!taken.ok) throw new Error(taken.error.text);
    const { rows: [row] } = await sql<{ stored: string }>`select stored from documents.file where sha256 = ${taken.value.sha256}`.execute(database.db);
    const path = join(folder, row?.stored.slice(0, 2) ?? '', row?.stored.slice(2, 4) ?? '', row?.stored ?? '');
    const bytes = readFileSync(path);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(readDocument(database.db, store, taken.value.id)).rejects.toThrow(/authenticate/u);
  });

  test('cannot be removed or rewritten by the application', async () => {
    await expect(sql`delete from documents.document`.execute(database.db)).rejects.toThrow(/permission denied/u);
    await expect(sql`update documents.document set sha256 = sha256`.execute(database.db)).rejects.toThrow(/permission denied/u);
  });
});

describe('đĩa đầy: a full disk', () => {
  test('is an answer, and leaves nothing half written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-full-'));
    const script = `
      const { documentStore } = await import(${JSON.stringify(new URL('./file-store.ts', import.meta.url).href)});
      const { readdirSync } = await import('node:fs');
      const staged = await documentStore({ folder: process.argv[1], secret: Buffer.alloc(32, 7) }).stage(new Uint8Array(1024 * 1024), 1e9);
      console.log(JSON.stringify({ outcome: staged.outcome, left: readdirSync(process.argv[1] + '/staged') }));`;

    const answer = execFileSync('bash', ['-c', 'ulimit -f 64; exec "$0" --input-type=module -e "$1" "$2"', process.execPath, script, folder], { encoding: 'utf8' });

    rmSync(folder, { recursive: true, force: true });
    expect(JSON.parse(answer)).toEqual({ outcome: 'full', left: [] });
  });
});
