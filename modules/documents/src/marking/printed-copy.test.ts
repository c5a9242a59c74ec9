// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign as signBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderPaperWithPlaces } from '../paper/render.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import { createTestAuthority } from '../signing/test-authority.ts';
import { plainTemplate } from '../testing.ts';
import { validatePdf } from '../validation/validate-pdf.ts';
import { printedCopy } from './printed-copy.ts';

const at = Temporal.Instant.from('2026-11-20T09:41:00+07:00');
const mark = { title: 'BẢN IN SỐ 2 · Giấy bảo an số AB 0000017', about: 'In từ bản điện tử đã ký số', at };
const wordsOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/gu, ' ');
const looks = (pdf: Uint8Array): Buffer => execFileSync('pdftoppm', ['-r', '50', '-gray', '-y', '45', '-'], { input: pdf, maxBuffer: 50_000_000 });

let signed: Uint8Array;
beforeAll(async () => {
  const authority = await createTestAuthority({ at: at.subtract({ hours: 48 }) });
  const { certificate, chain, privateKey } = await authority.issue({ kind: 'officer', name: 'Phạm Văn Ví Dụ', organisation: 'UBND phường Tân An', at: at.subtract({ hours: 24 }) });
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  const { pdf, places: [place] } = await renderPaperWithPlaces({ template: plainTemplate, data: { text: 'Giấy phép' }, standard: 'a-2b', at });
  if (place === undefined) throw new Error('the template has no place to sign');
  signed = await signPdf(pdf, { signer: { kind: 'officer', name: 'Phạm Văn Ví Dụ', certificate, chain, sign: (bytes) => Promise.resolve(new Uint8Array(signBytes('sha256', bytes, key))) }, reason: 'Phê duyệt', at, appearance: place });
});

describe('bản in của giấy đã ký số (a printed copy of a signed paper)', () => {
  test('says which copy it is, on which numbered sheet, above what the paper says', async () => {
    const words = wordsOf(await printedCopy(signed, mark) ?? new Uint8Array());

    expect(words).toContain('BẢN IN SỐ 2 · Giấy bảo an số AB 0000017');
    expect(words).toContain('Giấy phép');
  });

  test('looks below its head as the signed paper looks, the sign of the signature with it', async () => {
    const copy = await printedCopy(signed, mark) ?? new Uint8Array();

    expect(looks(copy).equals(looks(signed))).toBe(true);
  });

  test('carries no signature that a reader would find broken, and leaves the signed paper as it was', async () => {
    const before = Buffer.from(signed);
    const copy = await printedCopy(signed, mark) ?? new Uint8Array();

    expect((await PDFDocument.load(copy)).getForm().getFields()).toEqual([]);
    expect(await validatePdf(copy, { trust: { roots: [] } })).toMatchObject({ document: 'unsigned' });
    expect(before.equals(signed)).toBe(true);
  });

  test('is not made of what is no paper', async () => {
    expect(await printedCopy(Buffer.from('%PDF-1.7 x'), mark)).toBeNull();
  });
});
