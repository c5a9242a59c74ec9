// SPDX-License-Identifier: EUPL-1.2
import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { Trust } from '../signing/model.ts';
import { type Changes, changesSince } from './changes.ts';
import { type Cms, commonName, integrityOf, namesItsCertificate, readCms, timestampTokenOf } from './cms.ts';
import { type FoundSignature, signaturesOf, textOf } from './field-tree.ts';
import type { DocumentReport, SignatureReport, VerdictCode } from './model.ts';
import { type Enclosed, enclosedIn } from './enclosed.ts';
import { readRevision, type Revision } from './pdf-revision.ts';
import { signatureBytesOf } from './signature-bytes.ts';
import type { RevocationData } from './revocation.ts';
import { readTimestamp, type Timestamp } from './timestamp.ts';
import { type TrustPath, trustPathOf } from './trust-path.ts';
import { documentWords, integrityOfCode, verdictOf, verdictWords } from './words.ts';

/** What a file's signatures are judged by: what is believed, and revocation data beside those in the file. */
export type ValidationQuestion = { readonly trust: Trust; readonly revocation?: RevocationData };

const pdfDate = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z.*|([+-]\d\d)'(\d\d)'?)$/u;

function claimedTime(revision: Revision, dict: PDFDict): Temporal.Instant | null {
  const iso = textOf(revision, dict, 'M').replace(/Z.*$/u, "+00'00'").replace(pdfDate, '$1-$2-$3T$4:$5:$6$7:$8');
  try {
    return Temporal.Instant.from(iso);
  } catch {
    return null;
  }
}

type Read = {
  readonly found: FoundSignature;
  readonly end: number;
  readonly kind: SignatureReport['kind'];
  readonly cms: Cms | null;
  readonly fault: VerdictCode;
  /** The time-stamp over this signature, or that this one is. */
  readonly stamp: Timestamp | null;
};

function faultOf(cms: Cms, subFilter: string, signed: readonly Uint8Array[]): VerdictCode {
  if (cms.inside !== null) return 'content-inside';
  const named = namesItsCertificate(cms);
  if (named === 'no' || (named === 'not-named' && subFilter === '/ETSI.CAdES.detached')) return 'other-certificate';
  const integrity = integrityOf(cms, signed);
  return integrity === 'intact' ? 'ok' : integrity;
}

function readOne(pdf: Uint8Array, revision: Revision, found: FoundSignature): Read {
  const subFilter = found.dict.get(PDFName.of('SubFilter'))?.toString() ?? '';
  const kind = subFilter === '/ETSI.RFC3161' ? 'timestamp' : 'signature';
  const [, , after = 0, rest = 0] = found.range;
  const base = { found, end: after + rest, kind, stamp: null } as const;
  const content = signatureBytesOf(pdf, revision, found);
  if (content === null) return { ...base, cms: null, fault: 'byte-range' };
  if (kind === 'timestamp') {
    const stamp = readTimestamp(content.signature, { content: content.signed });
    return { ...base, cms: stamp?.cms ?? readCms(content.signature), stamp, fault: stamp === null ? 'changed' : 'ok' };
  }
  const cms = readCms(content.signature);
  if (cms === null || !['/adbe.pkcs7.detached', '/ETSI.CAdES.detached'].includes(subFilter)) return { ...base, cms, fault: 'unreadable' };
  const token = timestampTokenOf(cms);
  const stamp = token === null ? null : readTimestamp(token, { content: [cms.signer.signature.valueBlock.valueHexView] });
  return { ...base, cms, stamp, fault: faultOf(cms, subFilter, content.signed) };
}

type Bench = { readonly pdf: Uint8Array; readonly revision: Revision; readonly enclosed: Enclosed; readonly question: ValidationQuestion };

function pathOf({ enclosed, question }: Bench, cms: Cms, at: Temporal.Instant | null, proven: boolean): TrustPath {
  const given = question.revocation ?? { crls: [], ocsps: [] };
  const revocation = { crls: [...enclosed.crls, ...given.crls], ocsps: [...enclosed.ocsps, ...given.ocsps] };
  return trustPathOf(cms.certificate, { others: [...cms.others, ...enclosed.certificates], trust: question.trust, revocation, at, proven });
}

/**
 * The earliest time at which the signature is known to have been there: its own time-stamp, or one of the whole file that came later. A stamp proves its time only as long as its
 * certificate counts; that it still counted is proven by the stamp laid over it, so they are believed from the outermost inwards.
 */
function provenTime(bench: Bench, one: Read, all: readonly Read[]): Temporal.Instant | null {
  const later = all.filter(({ kind, end }) => kind === 'timestamp' && end > one.end).toSorted((first, other) => other.end - first.end);
  let known: Temporal.Instant | null = null;
  for (const { stamp } of [...later, one]) {
    if (stamp === null) continue;
    const counted = [stamp.at, ...known === null ? [] : [known]].every((at) => pathOf(bench, stamp.cms, at, true).doubt === null);
    if (counted && (known === null || Temporal.Instant.compare(stamp.at, known) < 0)) known = stamp.at;
  }
  return known;
}

/** The gravest finding: what is wrong with the bytes, then with what came later, then with the path of trust. */
function codeOf(fault: VerdictCode, changesAfter: Changes, { doubt }: TrustPath): VerdictCode {
  if (fault !== 'ok' && fault !== 'weak') return fault;
  return changesAfter === 'other' ? 'changed-after' : doubt ?? fault;
}

async function changesAfterOf({ pdf, revision }: Bench, { found, end, fault }: Read): Promise<Changes> {
  if (fault === 'byte-range') return 'other';
  if (end === pdf.byteLength) return 'none';
  return changesSince(pdf, end, revision, (early) => signaturesOf(early).find(({ field }) => field === found.field)?.dict);
}

async function judge(bench: Bench, one: Read, all: readonly Read[]): Promise<SignatureReport> {
  const { pdf, revision } = bench;
  const { found, end, cms, kind } = one;
  const proven = provenTime(bench, one, all);
  const signedAt = proven ?? (kind === 'timestamp' ? one.stamp?.at : null) ?? claimedTime(revision, found.dict);
  const changesAfter = await changesAfterOf(bench, one);
  const trusted: TrustPath = cms === null ? { path: [], doubt: null } : pathOf(bench, cms, signedAt, proven !== null);
  const code = codeOf(one.fault, changesAfter, trusted);
  return {
    kind, verdict: verdictOf[code], code, integrity: integrityOfCode(code), reason: verdictWords[code], path: trusted.path,
    signer: cms === null ? textOf(revision, found.dict, 'Name') : commonName(cms.certificate.subject), issuer: commonName(cms?.certificate.issuer ?? ''),
    stampUntil: one.stamp === null ? null : Temporal.Instant.fromEpochMilliseconds(one.stamp.cms.certificate.validToDate.getTime()),
    signedAt, timeProof: proven !== null ? 'timestamp' : signedAt === null ? 'none' : 'claimed',
    statedReason: textOf(revision, found.dict, 'Reason'), coversWholeFile: end === pdf.byteLength && one.fault !== 'byte-range', changesAfter,
  };
}

function summed(signatures: readonly SignatureReport[]): DocumentReport {
  const worst = signatures.find(({ verdict }) => verdict === 'invalid') ?? signatures.find(({ verdict }) => verdict === 'indeterminate');
  if (signatures.length === 0) return { document: 'unsigned', reason: '', signatures };
  if (worst !== undefined) return { document: worst.verdict, reason: worst.reason, signatures };
  return signatures.at(-1)?.changesAfter === 'form-filling'
    ? { document: 'indeterminate', reason: documentWords.filledAfter, signatures }
    : { document: 'valid', reason: '', signatures };
}

/**
 * Judges every signature of a PDF (kiểm tra chữ ký số), oldest first, and the file as a whole: signer, time, integrity, path of trust, and what was changed after signing.
 * Looks at nothing but the file and what is given; asks nobody over the network.
 *
 * @legal nd-30-2020/digital-signature
 */
export async function validatePdf(pdf: Uint8Array, question: ValidationQuestion): Promise<DocumentReport> {
  try {
    const revision = await readRevision(pdf);
    if (revision.trailer.get(PDFName.of('Encrypt')) !== undefined) return { document: 'indeterminate', reason: documentWords.encrypted, signatures: [] };
    const bench = { pdf, revision, enclosed: enclosedIn(revision), question };
    const all = signaturesOf(revision).map((found) => readOne(pdf, revision, found));
    const signatures: SignatureReport[] = [];
    for (const one of all) signatures.push(await judge(bench, one, all));
    return summed(signatures);
  } catch {
    // A stranger's file: whatever it makes the reader throw, nothing is proven.
    return { document: 'indeterminate', reason: documentWords.unreadable, signatures: [] };
  }
}
