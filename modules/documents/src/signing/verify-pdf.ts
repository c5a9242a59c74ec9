// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { changesSince } from './revisions.ts';
import type { SignatureVerdict, Trust } from './model.ts';
import { type Judgement, judgeSignature } from './judge-signature.ts';

type Found = { readonly dictionary: PDFDict; readonly start: number; readonly from: number; readonly to: number; readonly end: number };

const textOf = (dictionary: PDFDict, key: string): string => {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '';
};

const pdfDate = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z.*|([+-]\d\d)'(\d\d)'?)$/u;

function timeOf(dictionary: PDFDict): Temporal.Instant | null {
  const iso = textOf(dictionary, 'M').replace(/Z.*$/u, "+00'00'").replace(pdfDate, '$1-$2-$3T$4:$5:$6$7:$8');
  try {
    return Temporal.Instant.from(iso);
  } catch {
    return null;
  }
}

function signatureOf(field: PDFDict): Found | null {
  const dictionary = field.lookupMaybe(PDFName.of('V'), PDFDict);
  const numbers = dictionary?.lookupMaybe(PDFName.of('ByteRange'), PDFArray)?.asArray()
    .map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN));
  if (dictionary === undefined) return null;
  const [start = Number.NaN, before = Number.NaN, after = Number.NaN, length = Number.NaN] = numbers ?? [];
  return { dictionary, start, from: before, to: after, end: after + length };
}

/** Fields may hang under other fields: each signature found once, in the order of their ends. */
function signaturesOf(document: PDFDocument): readonly Found[] {
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const found: Found[] = [];
  const walk = (list: PDFArray | undefined, depth: number): void => {
    for (let index = 0; list !== undefined && depth < 8 && index < list.size(); index += 1) {
      const field = list.lookupMaybe(index, PDFDict);
      if (field?.lookup(PDFName.of('FT'))?.toString() === '/Sig') {
        const signature = signatureOf(field);
        if (signature !== null) found.push(signature);
      }
      walk(field?.lookupMaybe(PDFName.of('Kids'), PDFArray), depth + 1);
    }
  };
  walk(form?.lookupMaybe(PDFName.of('Fields'), PDFArray), 0);
  return found.toSorted((one, other) => one.end - other.end);
}

/** The hole of the signed range must be exactly the signature's own text: a larger one would hide unsigned content. */
function holdsTogether(pdf: Uint8Array, { start, from, to, end }: Found): boolean {
  const whole = [start, from, to, end].every((place) => Number.isSafeInteger(place) && place >= 0);
  if (!whole || start !== 0 || from >= to || to > end || end > pdf.byteLength) return false;
  return /^<[0-9A-Fa-f]+>$/u.test(Buffer.from(pdf.subarray(from, to)).toString('latin1'));
}

async function judge(pdf: Uint8Array, found: Found, trust: Trust): Promise<SignatureVerdict> {
  const { dictionary, from, to, end } = found;
  const signedAt = timeOf(dictionary);
  const about = { signedAt, reason: textOf(dictionary, 'Reason') };
  if (!holdsTogether(pdf, found)) {
    return { ...about, verdict: 'broken', signer: textOf(dictionary, 'Name'), issuer: '', coversWholeFile: false, changesAfter: 'other',
      explanation: 'Phạm vi được ký không khớp với tệp. Đề nghị nơi cấp gửi lại tệp gốc.' };
  }
  const hex = Buffer.from(pdf.subarray(from + 1, to - 1)).toString('latin1');
  const judgement: Judgement = judgeSignature({
    signature: Buffer.from(hex, 'hex'), signed: [pdf.subarray(0, from), pdf.subarray(to, end)], at: signedAt, trust, claimedName: textOf(dictionary, 'Name'),
  });
  const coversWholeFile = end === pdf.byteLength;
  return { ...about, ...judgement, coversWholeFile, changesAfter: coversWholeFile ? 'none' : await changesSince(pdf, end) };
}

/**
 * Judges every signature of a PDF (kiểm tra chữ ký số), oldest first; an unsigned or unreadable file has none.
 * Revocation is not asked for, and the time is the signer's own claim.
 *
 * @legal nd-30-2020/digital-signature
 */
export async function verifyPdfSignatures(pdf: Uint8Array, trust: Trust): Promise<readonly SignatureVerdict[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false }).catch(() => undefined);
  if (document === undefined) return [];
  const verdicts: SignatureVerdict[] = [];
  for (const found of signaturesOf(document)) verdicts.push(await judge(pdf, found, trust));
  return verdicts;
}
