// SPDX-License-Identifier: EUPL-1.2
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, sign as signBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPaperWithPlaces } from '../paper/render.ts';
import { plainTemplate, smallPdf } from '../testing.ts';
import type { SignerKind, SigningIdentity } from './model.ts';
import { signPdf } from './sign-pdf.ts';
import { createTestAuthority, type TestAuthority } from './test-authority.ts';
import { validatePdf } from '../validation/validate-pdf.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const have = (tool: string): boolean => spawnSync(tool, ['-v']).error === undefined;

async function anIdentity(authority: TestAuthority, kind: SignerKind, name: string): Promise<SigningIdentity> {
  const { certificate, chain, privateKey } = await authority.issue({ kind, name, organisation: 'UBND phường Tân An', at: at.subtract({ hours: 24 }) });
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return { kind, name, certificate, chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) };
}

describe('ký số: a result signed by its officer, then by its agency', () => {
  let folder: string;
  let authority: TestAuthority;
  let officer: SigningIdentity;
  let agency: SigningIdentity;
  let printed: Uint8Array;
  let once: Uint8Array;
  let twice: Uint8Array;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-sign-'));
    authority = await createTestAuthority({ at: at.subtract({ hours: 48 }) });
    officer = await anIdentity(authority, 'officer', 'Phạm Văn Ví Dụ');
    agency = await anIdentity(authority, 'agency', 'Ủy ban nhân dân phường Tân An');
    const { pdf, places } = await renderPaperWithPlaces({ template: plainTemplate, data: { text: 'Giấy phép' }, standard: 'a-2b', at });
    const [forOfficer, forAgency] = places;
    if (forOfficer === undefined || forAgency === undefined) throw new Error('no places');
    printed = pdf;
    once = await signPdf(pdf, { signer: officer, reason: 'Phê duyệt', at, appearance: forOfficer });
    twice = await signPdf(once, { signer: agency, reason: 'Ban hành', at: at.add({ seconds: 60 }), appearance: forAgency });
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const judged = (pdf: Uint8Array) => validatePdf(pdf, { trust: { roots: [authority.root] } });
  const signatures = async (pdf: Uint8Array) => (await judged(pdf)).signatures;

  test('keeps every byte of what was there before', () => {
    expect(Buffer.from(twice.subarray(0, printed.length)).equals(Buffer.from(printed))).toBe(true);
    expect(Buffer.from(twice.subarray(0, once.length)).equals(Buffer.from(once))).toBe(true);
  });

  test('is valid twice, the first knowing that only a signature came after it', async () => {
    expect(await signatures(twice)).toMatchObject([
      { verdict: 'valid', signer: 'Phạm Văn Ví Dụ', statedReason: 'Phê duyệt', coversWholeFile: false, changesAfter: 'signatures-only', reason: '' },
      { verdict: 'valid', signer: 'Ủy ban nhân dân phường Tân An', statedReason: 'Ban hành', coversWholeFile: true, changesAfter: 'none' },
    ]);
  });

  test('tells when it was signed, by the signer\'s own claim', async () => {
    const [first] = await signatures(twice);

    expect(first?.signedAt?.equals(at)).toBe(true);
  });

  test('is judged valid twice by pdfsig of Poppler', () => {
    if (!have('pdfsig')) throw new Error('pdfsig is missing: install poppler-utils, npm test does it');
    const file = join(folder, 'twice.pdf');
    writeFileSync(file, twice);

    const report = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });

    expect(report.match(/Signature is Valid\./gu)).toHaveLength(2);
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
  });

  test('is judged unchanged by MuPDF, each signature by who made it', () => {
    const file = join(folder, 'mupdf.pdf');
    writeFileSync(file, twice);

    const report = spawnSync('mutool', ['sign', '-v', file], { encoding: 'utf8' });

    // It knows no roots and says so of every chain; what it judges is who signed and whether the bytes are still those.
    expect(report.error).toBeUndefined();
    expect(report.stdout.split('Verifying signature').slice(1).map((part) => /cn=([^,]+).*(The signature is valid but there have been edits since signing|The document is unchanged since signing)/su.exec(part)?.slice(1))).toEqual([
      ['Phạm Văn Ví Dụ', 'The signature is valid but there have been edits since signing'], ['Ủy ban nhân dân phường Tân An', 'The document is unchanged since signing'],
    ]);
  });

  test('is judged changed by MuPDF once a signed byte is another', () => {
    const file = join(folder, 'mupdf-changed.pdf');
    const changed = Uint8Array.from(twice);
    // In the comment behind the first line: whatever else is read stays as it was.
    changed[12] = (changed[12] ?? 0) ^ 1;
    writeFileSync(file, changed);

    const report = spawnSync('mutool', ['sign', '-v', file], { encoding: 'utf8' });

    expect(report.stdout.match(/Verifying signature/gu)).toHaveLength(2);
    expect(report.stdout).not.toMatch(/signature is valid|unchanged/u);
  });

  test('is judged CAdES by OpenSSL, with the chain up to the root', () => {
    const [range] = Buffer.from(once).toString('latin1').matchAll(/\/ByteRange ?\[0 (\d+) (\d+) (\d+)/gu);
    const [from, to, rest] = (range ?? []).slice(1).map(Number);
    if (from === undefined || to === undefined || rest === undefined) throw new Error('no signed range');
    writeFileSync(join(folder, 'content'), Buffer.concat([once.subarray(0, from), once.subarray(to, to + rest)]));
    writeFileSync(join(folder, 'signature'), Buffer.from(Buffer.from(once.subarray(from + 1, to - 1)).toString('latin1'), 'hex'));
    writeFileSync(join(folder, 'root.pem'), new X509Certificate(authority.root).toString());

    const verified = spawnSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'signature', '-content', 'content',
      '-CAfile', 'root.pem', '-purpose', 'any', '-no_check_time', '-out', 'checked'], { cwd: folder, encoding: 'utf8' });

    expect(verified.error).toBeUndefined();
    expect(verified.stderr).toMatch(/CAdES Verification successful/u);
  });

  test('shows who signed and when, in letters that can be copied out', () => {
    const text = execFileSync('pdftotext', ['-', '-'], { input: twice, encoding: 'utf8' });

    expect(text).toContain('Phạm Văn Ví Dụ');
    expect(text.replace(/\s+/gu, ' ')).toContain('ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN');
    expect(text).toContain('2026-11-20T09:41:00+07:00');
  });

  test('is broken for both signers when one byte of the paper is flipped', async () => {
    const forged = Uint8Array.from(twice);
    forged[1000] = (forged[1000] ?? 0) ^ 1;

    expect((await signatures(forged)).map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid']);
  });

  test('is broken when a byte of the signature itself is flipped', async () => {
    const forged = Buffer.from(once);
    const end = /0*>/u.exec(forged.toString('latin1', forged.indexOf('/Contents <')))?.index ?? 0;
    const place = forged.indexOf('/Contents <') + end - 40;
    forged[place] = forged[place] === 0x30 ? 0x31 : 0x30;

    expect((await signatures(forged))[0]?.verdict).toBe('invalid');
  });

  test('is not valid as a whole when something else was added behind the signatures', async () => {
    const document = await PDFDocument.load(twice, { forIncrementalUpdate: true, updateMetadata: false });
    const snapshot = document.takeSnapshot();
    const page = document.getPage(0);
    page.drawText('Da sua', { x: 100, y: 100 });
    snapshot.markRefForSave(page.ref);
    const added = await document.saveIncremental(snapshot, { useObjectStreams: false });
    const whole = Buffer.from(added).subarray(0, 8).equals(Buffer.from(twice).subarray(0, 8)) ? added : Buffer.concat([twice, added]);

    const verdicts = await signatures(whole);

    expect(verdicts.map(({ coversWholeFile, changesAfter }) => ({ coversWholeFile, changesAfter }))).toEqual([
      { coversWholeFile: false, changesAfter: 'other' }, { coversWholeFile: false, changesAfter: 'other' }]);
  });

  test('is not trusted under another root', async () => {
    const stranger = await createTestAuthority({ at });

    expect((await validatePdf(twice, { trust: { roots: [stranger.root] } })).signatures[0]).toMatchObject({ verdict: 'indeterminate', reason: expect.stringMatching(/tổ chức cấp/u) as unknown });
  });

  test('is not trusted when the certificate was not in force at the time', async () => {
    const late = await signPdf(printed, { signer: officer, reason: 'Muộn', at: at.add({ hours: 24 * 365 * 3 }) });

    expect((await signatures(late))[0]).toMatchObject({ verdict: 'indeterminate', reason: expect.stringMatching(/không có hiệu lực/u) as unknown });
  });

  test('may be signed without being seen, on a PDF of any making', async () => {
    const signed = await signPdf(smallPdf, { signer: agency, reason: 'Ban hành', at });

    expect(await signatures(signed)).toMatchObject([{ verdict: 'valid', coversWholeFile: true }]);
  });

  test('an unsigned or unreadable file has no signatures', async () => {
    expect(await judged(printed)).toMatchObject({ document: 'unsigned', signatures: [] });
    expect(await judged(Buffer.from('không phải PDF'))).toMatchObject({ document: 'indeterminate', reason: expect.stringMatching(/không phải PDF/u) as unknown, signatures: [] });
  });
});
