// SPDX-License-Identifier: EUPL-1.2
import { PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { dictOf, entryOf, listOf, resolve, type Revision } from './pdf-revision.ts';

/** A field of a form: its full name, its own object, the kind and value it has or inherits. */
export type Field = { readonly name: string; readonly ref: PDFRef | null; readonly dict: PDFDict; readonly type: string; readonly value: PDFObject | undefined };

const deepest = 16;
const mostFields = 20_000;

/** A text string of a dictionary; empty when there is none. */
export function textOf(revision: Revision, dict: PDFDict, key: string): string {
  const value = entryOf(revision, dict, key);
  return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '';
}

/** Every field of the form, parents before their kids, each object once. */
export function fieldsOf(revision: Revision): readonly Field[] {
  const catalog = dictOf(revision, revision.trailer, 'Root');
  const form = dictOf(revision, catalog, 'AcroForm');
  const found: Field[] = [];
  const seen = new Set<PDFDict>();
  const walk = (items: readonly PDFObject[], above: Field | null, depth: number): void => {
    for (const item of items) {
      const dict = resolve(revision, item);
      if (!(dict instanceof PDFDict) || seen.has(dict) || found.length > mostFields) continue;
      seen.add(dict);
      const own = textOf(revision, dict, 'T');
      const field: Field = {
        name: [above?.name ?? '', own].filter((part) => part !== '').join('.'),
        ref: item instanceof PDFRef ? item : null,
        dict,
        type: entryOf(revision, dict, 'FT')?.toString() ?? above?.type ?? '',
        value: entryOf(revision, dict, 'V') ?? above?.value,
      };
      found.push(field);
      if (depth < deepest) walk(listOf(revision, dict, 'Kids'), field, depth + 1);
    }
  };
  walk(listOf(revision, form, 'Fields'), null, 0);
  return found;
}

/** A signature or document time-stamp where it hangs in the form. */
export type FoundSignature = {
  readonly field: string;
  readonly dict: PDFDict;
  /** As written; NaN where no number stands. */
  readonly range: readonly number[];
};

/** The numbers of a signature's byte range, as they are written. */
export function byteRangeOf(revision: Revision, signature: PDFDict): readonly number[] {
  return listOf(revision, signature, 'ByteRange').map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN));
}

/** The signatures of a file, each once, in the order in which they end. */
export function signaturesOf(revision: Revision): readonly FoundSignature[] {
  const found = new Map<PDFDict, FoundSignature>();
  for (const { name, type, value } of fieldsOf(revision)) {
    if (type !== '/Sig' || !(value instanceof PDFDict) || found.has(value)) continue;
    found.set(value, { field: name, dict: value, range: byteRangeOf(revision, value) });
  }
  const endOf = ({ range: [, , after = 0, rest = 0] }: FoundSignature): number => after + rest;
  return [...found.values()].toSorted((one, other) => endOf(one) - endOf(other));
}

/** What a signature forbids later: by certification (`level` 1 nothing, 2 filling in, 3 notes too) and fields it locks. */
export type Lock = { readonly level: number; readonly locks: (field: string) => boolean };

/** Reads the locks a signature sets (DocMDP, FieldMDP). */
export function lockOf(revision: Revision, signature: PDFDict): Lock {
  let level = 3;
  let locks: Lock['locks'] = () => false;
  for (const item of listOf(revision, signature, 'Reference')) {
    const reference = resolve(revision, item);
    if (!(reference instanceof PDFDict)) continue;
    const method = reference.get(PDFName.of('TransformMethod'))?.toString();
    const parameters = dictOf(revision, reference, 'TransformParams');
    if (method === '/DocMDP') {
      const stated = entryOf(revision, parameters, 'P');
      level = stated instanceof PDFNumber ? stated.asNumber() : 2;
    }
    if (method === '/FieldMDP' && parameters !== undefined) {
      const action = entryOf(revision, parameters, 'Action')?.toString();
      const named = new Set(listOf(revision, parameters, 'Fields').map((each) => (each instanceof PDFHexString || each instanceof PDFString ? each.decodeText() : '')));
      const isNamed = (field: string): boolean => [...named].some((each) => field === each || field.startsWith(`${each}.`));
      locks = action === '/All' ? () => true : action === '/Exclude' ? (field) => !isNamed(field) : isNamed;
    }
  }
  return { level, locks };
}
