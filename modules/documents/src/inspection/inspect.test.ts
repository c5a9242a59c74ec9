// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { smallPdf } from '../testing.ts';
import { inspectFile } from './inspect.ts';

const suite = path.resolve(import.meta.dirname, '../../../../data/test-suites/pdf-malformed');
const Suite = z.object({ files: z.array(z.object({ file: z.string(), encrypted: z.boolean(), qpdf_check: z.string(), poppler_pages: z.number().nullable() })) });
const malformed = Suite.parse(JSON.parse(readFileSync(path.join(suite, 'tests.json'), 'utf8'))).files;
const limits = { maxPages: 5, maxPixels: 1_000_000, maxUnpacked: 5_000_000 };
const pdf = 'application/pdf';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'motcua-inspect-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

let files = 0;
const inspect = (bytes: Uint8Array, mediaType: string) => {
  files += 1;
  const file = path.join(folder, String(files));
  writeFileSync(file, bytes);
  return inspectFile(file, mediaType, limits);
};
const docx = (parts: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries({ 'word/document.xml': '<w/>', ...parts }).map(([name, text]) => [name, strToU8(text)])));
const pdfWith = async (change: (document: PDFDocument) => void): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.addPage();
  change(document);
  return document.save();
};

describe('tệp PDF hỏng, lạ, đặt mật khẩu (the public set of malformed files)', () => {
  test.each(malformed)('$file ends with an answer: taken with its pages, locked, or refused', async ({ file, encrypted, qpdf_check: check, poppler_pages: pages }) => {
    const found = await inspect(readFileSync(path.join(suite, file)), pdf);

    if (encrypted) expect('fault' in found && ['locked', 'damaged']).toContain('fault' in found ? found.fault : '');
    // What two independent readers open without a word is opened here too, with as many pages, unless it does something by itself.
    if (!encrypted && check === 'clean' && pages !== null) expect(found).toEqual({ pages, bytes: null });
    // What one of them finds broken is refused, however willingly the other opens it.
    if (!encrypted && check === 'errors') expect(found).toEqual({ fault: 'damaged' });
  });
});

describe('tệp có ý xấu (hostile files)', () => {
  test.each<[string, (document: PDFDocument) => void]>([
    ['runs a script when opened', (document) => { document.addJavaScript('chào', 'app.alert(1)'); }],
    ['carries another file', (document) => { void document.attach(Buffer.from('MZ'), 'a.exe'); }],
    ['starts a program', (document) => { document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') })); }],
    ['sends its form away', (document) => { document.catalog.set(PDFName.of('AA'), document.context.obj({ WC: { S: 'SubmitForm', F: PDFString.of('http://x') } })); }],
  ])('a PDF that %s is refused', async (_what, change) => {
    expect(await inspect(await pdfWith(change), pdf)).toEqual({ fault: 'active' });
  });

  test('a PDF whose tree of pages turns in a circle is refused, one with very long lists is not', async () => {
    const circle = await pdfWith((document) => {
      const [page] = document.getPages();
      const tree = page?.node.Parent();
      tree?.set(PDFName.of('Kids'), document.context.obj([document.catalog.get(PDFName.of('Pages')) ?? null, page?.ref ?? null]));
      tree?.set(PDFName.of('Count'), document.context.obj(2));
    });
    const long = await pdfWith((document) => { document.catalog.set(PDFName.of('Long'), document.context.obj(Array.from({ length: 200_000 }, () => document.getPage(0).ref))); });

    expect([await inspect(circle, pdf), await inspect(long, pdf)]).toEqual([{ fault: 'damaged' }, { pages: 1, bytes: null }]);
  });

  test('a PDF of too many pages is refused, and one at the limit is taken', async () => {
    const withPages = (count: number) => pdfWith((document) => { for (let page = 1; page < count; page += 1) document.addPage(); });

    expect([await inspect(await withPages(5), pdf), await inspect(await withPages(6), pdf)]).toEqual([{ pages: 5, bytes: null }, { fault: 'too-many-pages' }]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['with a macro', { 'word/vbaProject.bin': 'x' }, 'active'],
    ['with another file inside', { 'word/embeddings/oleObject1.bin': 'x' }, 'active'],
    ['that fetches its template from outside', { 'word/_rels/settings.xml.rels': '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://x/t.dotm" TargetMode="External"/></Relationships>' }, 'active'],
    ['that unpacks without end', { 'word/media/a.xml': ' '.repeat(6_000_000) }, 'bomb'],
  ])('a Word file %s is refused', async (_what, parts, fault) => {
    expect(await inspect(docx(parts), word)).toEqual({ fault });
  });

  test('a Word file with a link to click is taken; one that is no archive is damaged', async () => {
    const linked = docx({ 'word/_rels/document.xml.rels': '<Relationships><Relationship Id="a" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>' });

    expect([await inspect(linked, word), await inspect(Buffer.from('PK'), word)]).toEqual([{ pages: null, bytes: null }, { fault: 'damaged' }]);
  });

  test('a picture is written anew: nothing of its notes and nothing behind it is left', async () => {
    const taken = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#123456' } }).withExif({ IFD3: { GPSLatitude: '12/1 40/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const found = await inspect(Buffer.concat([taken, Buffer.from('<script>alert(1)</script>')]), 'image/jpeg');
    const bytes = Buffer.from('fault' in found ? [] : found.bytes ?? []);
    const { width, height, exif } = await sharp(bytes).metadata();

    expect([width, height, exif, bytes.includes('<script>')]).toEqual([30, 60, undefined, false]);
  });

  test('a picture of too many pixels, and one that breaks off, are refused', async () => {
    const small = await sharp({ create: { width: 100, height: 90, channels: 3, background: '#abc' } }).png().toBuffer();
    const large = await sharp({ create: { width: 1001, height: 1000, channels: 3, background: '#fff' } }).png().toBuffer();

    expect([await inspect(large, 'image/png'), await inspect(small.subarray(0, small.length / 2), 'image/png')]).toEqual([{ fault: 'image-too-large' }, { fault: 'damaged' }]);
  });

  test('one after another is answered after one of them made the inspector fall', async () => {
    const answers = await Promise.all([inspectFile(path.join(folder, 'khong-co'), pdf, limits), inspect(smallPdf, pdf)]);

    expect(answers).toEqual([{ fault: 'damaged' }, { pages: 1, bytes: null }]);
  });
});
