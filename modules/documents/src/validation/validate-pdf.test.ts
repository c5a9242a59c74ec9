// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, sign as signBytes, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFArray, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signPdf } from '../signing/sign-pdf.ts';
import { createTestAuthority, type TestAuthority } from '../signing/test-authority.ts';
import { smallPdf } from '../testing.ts';
import { validatePdf } from './validate-pdf.ts';

const suites = path.resolve(import.meta.dirname, '../../../../data/test-suites');
const Suite = z.object({ files: z.array(z.object({ file: z.string(), expected: z.enum(['ACCEPT', 'REJECT', 'INFO']), applies_to: z.enum(['file', 'first signature']), why: z.string() })) });
const suite = Suite.parse(JSON.parse(readFileSync(path.join(suites, 'pdf-signatures/tests.json'), 'utf8'))).files;
const trustFolder = path.join(suites, 'pdf-signatures/trust');
const suiteTrust = { roots: readdirSync(trustFolder).map((name) => new X509Certificate(readFileSync(path.join(trustFolder, name))).raw) };
const judgeFile = (file: string) => validatePdf(readFileSync(path.join(suites, 'pdf-signatures', file)), { trust: suiteTrust });

describe('bộ thử chữ ký công khai (the public set of signed files)', () => {
  test.each(suite.filter(({ expected }) => expected === 'REJECT'))('refuses $file: $why', async ({ file, applies_to: about }) => {
    const { document, signatures } = await judgeFile(file);

    expect(about === 'file' ? document : signatures[0]?.verdict).toBe('invalid');
  });

  // Whom to trust is not what the set is about: some were signed after their certificate had run out, which is said, and nothing else is.
  test.each(suite.filter(({ expected }) => expected !== 'INFO'))('says of the bytes of $file what the set says: $expected', async ({ file, applies_to: about, expected }) => {
    const { signatures } = await judgeFile(file);

    const judged = about === 'file' ? signatures : signatures.slice(0, 1);
    expect(judged.every(({ integrity }) => integrity === 'intact')).toBe(expected === 'ACCEPT');
  });

  test.each(suite.filter(({ expected }) => expected === 'ACCEPT'))('accepts $file: $why', async ({ file, applies_to: about }) => {
    const { signatures } = await judgeFile(file);

    const judged = about === 'file' ? signatures : signatures.slice(0, 1);
    expect(judged.length).toBeGreaterThan(0);
    for (const each of judged) expect(['ok', 'not-in-force']).toContain(each.code);
  });

  test('says of a file under a password that it cannot tell', async () => {
    expect(await judgeFile('files/signed-encrypted-pubkey-with-catalog-ref.pdf')).toMatchObject({ document: 'indeterminate', reason: expect.stringMatching(/mật khẩu/u) as unknown });
  });

  test('proves the time of a long-term signature by its time-stamps, not by the signer\'s word', async () => {
    const { document, signatures } = await judgeFile('files/pades-lta-dss-indirect-arrs-test.pdf');

    expect([document, ...signatures.map(({ kind, timeProof, path: names }) => [kind, timeProof, names.at(-1)])])
      .toEqual(['valid', ['signature', 'timestamp', 'Root CA'], ['timestamp', 'timestamp', 'Root CA']]);
  });
});

describe('tệp hỏng, lạ, đặt mật khẩu (malformed files)', () => {
  const folder = path.join(suites, 'pdf-malformed/files');
  test.each(readdirSync(folder))('%s is never called signed', async (name) => {
    const { document, signatures } = await validatePdf(readFileSync(path.join(folder, name)), { trust: suiteTrust });

    expect([['unsigned', 'indeterminate'].includes(document), signatures]).toEqual([true, []]);
  });
});

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');

describe('sửa sau khi ký (what is done to a file after it was signed)', () => {
  let authority: TestAuthority;
  let signed: Uint8Array;
  const judged = async (pdf: Uint8Array) => (await validatePdf(pdf, { trust: { roots: [authority.root] } }));
  const firstOf = async (pdf: Uint8Array) => (await judged(pdf)).signatures.map(({ verdict, code }) => [verdict, code])[0];
  /** An update behind the signature, as an editor would write it. */
  const updated = async (change: (document: PDFDocument, mark: (ref: PDFRef) => void) => void): Promise<Uint8Array> => {
    const document = await PDFDocument.load(signed, { forIncrementalUpdate: true, updateMetadata: false });
    const snapshot = document.takeSnapshot();
    change(document, (ref) => { snapshot.markRefForSave(ref); });
    const saved = Buffer.from(await document.saveIncremental(snapshot, { useObjectStreams: false }));
    return saved.subarray(0, 5).toString() === '%PDF-' ? saved : Buffer.concat([signed, saved]);
  };
  beforeAll(async () => {
    authority = await createTestAuthority({ at: at.subtract({ hours: 48 }) });
    const { certificate, chain, privateKey } = await authority.issue({ kind: 'officer', name: 'Phạm Văn Ví Dụ', organisation: 'UBND', at: at.subtract({ hours: 24 }) });
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    signed = await signPdf(smallPdf, { signer: { kind: 'officer', name: 'Phạm Văn Ví Dụ', certificate, chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) }, reason: 'Duyệt', at });
  });

  test('is valid as it was signed', async () => {
    expect(await judged(signed)).toMatchObject({ document: 'valid', signatures: [{ verdict: 'valid', coversWholeFile: true }] });
  });

  test('a page added is found', async () => {
    const pdf = await updated((document, mark) => {
      const page = document.addPage();
      for (const ref of [page.ref, page.node.Parent()]) if (ref instanceof PDFRef) mark(ref);
      mark(PDFRef.of(2));
      mark(page.ref);
    });

    expect(await firstOf(pdf)).toEqual(['invalid', 'changed-after']);
  });

  test('a note laid over the page is found', async () => {
    const pdf = await updated((document, mark) => {
      const page = document.getPage(0);
      const note = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [0, 0, 400, 500], Contents: 'Đã hủy' }));
      const annotations = page.node.Annots() ?? document.context.obj([]);
      annotations.push(note);
      page.node.set(PDFName.of('Annots'), annotations);
      mark(page.ref);
      mark(note);
    });

    expect(await firstOf(pdf)).toEqual(['invalid', 'changed-after']);
  });

  test('an empty signature field that shows a picture is found: a picture may not come without a signature', async () => {
    const pdf = await updated((document, mark) => {
      const page = document.getPage(0);
      const look = document.context.register(document.context.stream('BT ET', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100] }));
      const field = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: 'them', Rect: [0, 0, 400, 500], P: page.ref, AP: { N: look } }));
      for (const list of [page.node.Annots(), document.catalog.getOrCreateAcroForm().dict.lookupMaybe(PDFName.of('Fields'), PDFArray)]) list?.push(field);
      const formRef = document.catalog.get(PDFName.of('AcroForm'));
      for (const ref of [page.ref, field, look, formRef]) if (ref instanceof PDFRef) mark(ref);
    });

    expect(await firstOf(pdf)).toEqual(['invalid', 'changed-after']);
  });

  test('another page shown in place of the signed one by a new table alone is found', async () => {
    // A shadow attack: the other page was in the file before it was signed, in no table; after signing a table comes that points to it.
    const shadow = '9 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n';
    const plain = Buffer.from(smallPdf).toString('latin1');
    const start = plain.indexOf('1 0 obj');
    const places = [1, 2, 3].map((number) => shadow.length + plain.indexOf(`${String(number)} 0 obj`));
    const table = ['0000000000 65535 f \n', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)].join('');
    const body = `${plain.slice(0, start)}${shadow}${plain.slice(start, plain.indexOf('xref\n'))}`;
    const prepared = Buffer.from(`${body}xref\n0 4\n${table}trailer<</Root 1 0 R/Size 10>>\nstartxref\n${String(body.length)}\n%%EOF\n`, 'latin1');
    const { certificate, chain, privateKey } = await authority.issue({ kind: 'officer', name: 'Nạn nhân', organisation: 'UBND', at: at.subtract({ hours: 24 }) });
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    const victim = Buffer.from(await signPdf(prepared, { signer: { kind: 'officer', name: 'Nạn nhân', certificate, chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) }, reason: 'Duyệt', at }));
    const text = victim.toString('latin1');
    const last = text.lastIndexOf('startxref');
    const previous = Number(/startxref\s+(\d+)/u.exec(text.slice(last))?.[1]);
    const row = `${String(start).padStart(10, '0')} 00000 n \n`;
    const attack = Buffer.concat([victim, Buffer.from(`xref\n3 1\n${row}trailer<</Root 1 0 R/Size 30/Prev ${String(previous)}>>\nstartxref\n${String(victim.length)}\n%%EOF\n`, 'latin1')]);

    expect(await firstOf(victim)).toEqual(['valid', 'ok']);
    expect(await firstOf(attack)).toEqual(['invalid', 'changed-after']);
  });

  test('bytes behind the end that are no update are found', async () => {
    expect(await firstOf(Buffer.concat([signed, Buffer.from('\n% thêm vào\n')]))).toEqual(['invalid', 'changed-after']);
  });

  test('a signed range that leaves out more than the signature is refused', async () => {
    const text = Buffer.from(signed).toString('latin1');
    const [range = '', from = '', to = ''] = /\/ByteRange \[0 (\d+) (\d+) \d+\]/u.exec(text) ?? [];
    const wider = range.replace(from, String(Number(from) - 10).padStart(from.length, '0'));

    expect(to).not.toBe('');
    expect(await firstOf(Buffer.from(text.replace(range, wider), 'latin1'))).toEqual(['invalid', 'byte-range']);
  });
});
