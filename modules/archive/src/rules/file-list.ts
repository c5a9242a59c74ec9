// SPDX-License-Identifier: EUPL-1.2
import type { SealedEvent } from '@motcua/dossiers';

/** One line of the list of documents in a dossier (mục lục văn bản). `pages` null: not counted, a paper kept outside the system. */
export type FileListLine = {
  readonly no: number; readonly number: string; readonly day: string; readonly author: string; readonly abstract: string; readonly pages: number | null;
  readonly form: 'original' | 'copy'; readonly carrier: 'electronic' | 'paper'; readonly document: string | null; readonly sha256: string | null;
};

/** A file of the dossier: with what its signed papers say of themselves. */
export type ListedFile = { readonly id: string; readonly name: string; readonly purpose: string; readonly uploadedBy: string; readonly day: string; readonly sha256: string; readonly pages: number | null };
/** The result as it was signed before the agency sealed it: every document that one of its own followed. */
export function unsealedOf(events: readonly SealedEvent[]): ReadonlySet<string> {
  const issued = new Set(events.flatMap((event) => (event.type === 'issued' ? [event.data.documentId] : [])));
  return new Set(issued.size === 0 ? [] : events.flatMap((event) => (event.type === 'approved' && !issued.has(event.data.documentId) ? [event.data.documentId] : [])));
}

/** A paper handed in that has no file. */
export type ListedPaper = { readonly name: string; readonly originals: number; readonly copies: number; readonly documents: readonly unknown[] };

/** Numbers the ledger gave to documents. */
export function numbersOf(events: readonly SealedEvent[]): ReadonlyMap<string, string> {
  return new Map(events.flatMap(({ data }): (readonly [string, string])[] => ('documentId' in data && typeof data.documentId === 'string' && 'number' in data && typeof data.number === 'string' ? [[data.documentId, data.number]] : [])));
}

const abstracts: Readonly<Record<string, string>> = { 'result': 'Kết quả giải quyết', 'receipt': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'component': 'Thành phần hồ sơ', 'linked': 'Kết quả của thủ tục liên thông' };

const unsealedName = 'Bản đã ký, chưa đóng dấu, của kết quả giải quyết';

/**
 * Mục lục văn bản trong hồ sơ: every file in the order it came, then the papers that have none. Pure.
 *
 * @param names - of the papers, by document id
 * @param issuer - the agency that issued the result, which is its author whoever kept the file
 * @param unsealed - the result as it stood before the agency's seal: a working copy, the sealed one is the original
 * @param handedInOn - the day the papers came, ISO
 */
export function fileList(about: { readonly files: readonly ListedFile[]; readonly papers: readonly ListedPaper[]; readonly numbers: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string>; readonly applicant: string; readonly issuer: string; readonly unsealed: ReadonlySet<string>; readonly handedInOn: string }): readonly FileListLine[] {
  const { files, papers, numbers, names, applicant, issuer, unsealed, handedInOn } = about;
  const electronic = files.map(({ id, name, purpose, uploadedBy, day, sha256, pages }) => ({
    number: numbers.get(id) ?? '', day, author: purpose === 'result' ? issuer : uploadedBy, abstract: names.get(id) ?? `${unsealed.has(id) ? unsealedName : abstracts[purpose] ?? 'Văn bản'}: ${name}`, pages, form: purpose === 'component' || unsealed.has(id) ? 'copy' as const : 'original' as const, carrier: 'electronic' as const, document: id, sha256,
  }));
  const onPaper = papers.filter(({ documents, originals, copies }) => documents.length === 0 && originals + copies > 0).map(({ name, originals }) => ({
    number: '', day: handedInOn, author: applicant, abstract: name, pages: null, form: originals > 0 ? 'original' as const : 'copy' as const, carrier: 'paper' as const, document: null, sha256: null,
  }));
  return [...electronic, ...onPaper].map((line, at) => ({ no: at + 1, ...line }));
}
