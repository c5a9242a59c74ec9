// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFContext, PDFDict, PDFName, type PDFObject, PDFObjectStreamParser, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Entry, numberIn, PdfBytes, unpacked } from './pdf-tables.ts';

/**
 * A PDF as a reader sees it: objects found by the cross-reference tables alone, as the standard has it.
 * An object that stands in the file but in no table is not there; that is where shadow attacks hide.
 */
export type Revision = {
  readonly trailer: PDFDict;
  /** Offsets of the tables, newest first; an honest update begins with its own and goes on with the older ones. */
  readonly tables: readonly number[];
  readonly lookup: (ref: PDFRef) => PDFObject | undefined;
  /** Says of two revisions of one file that an object is the very same bytes; null for an object that is in no table. */
  readonly placeOf: (ref: PDFRef) => string | null;
};

const holderOf = (entry: Entry | undefined): number | null => (entry !== undefined && entry !== null && 'inStream' in entry ? entry.inStream : null);
const offsetOf = (entry: Entry | undefined): number | null => (entry !== undefined && entry !== null && 'at' in entry ? entry.at : null);

/** Reads one revision of a file: all of `bytes`, which ends where the revision ends. @throws when its structure cannot be followed */
export async function readRevision(bytes: Uint8Array): Promise<Revision> {
  const file = new PdfBytes(bytes, PDFContext.create());
  const { entries, places, trailer } = file.tables();
  const known = new Map<number, PDFObject | undefined>();
  const direct = (number: number): PDFObject | undefined => {
    const at = offsetOf(entries.get(number));
    const found = at === null ? null : file.objectAt(at);
    return found?.number === number ? found.object : undefined;
  };
  // Streams of objects are opened before anyone looks something up: their parser answers later, a reader does not wait.
  for (const holder of new Set([...entries.values()].map(holderOf))) {
    const stream = holder === null ? undefined : direct(holder);
    if (!(stream instanceof PDFRawStream)) continue;
    const inside = PDFContext.create();
    const about = inside.obj({ N: numberIn(stream.dict, 'N') ?? 0, First: numberIn(stream.dict, 'First') ?? 0 });
    await PDFObjectStreamParser.forStream(PDFRawStream.of(about, unpacked(stream))).parseIntoContext();
    for (const [{ objectNumber }, object] of inside.enumerateIndirectObjects()) {
      if (holderOf(entries.get(objectNumber)) === holder) known.set(objectNumber, object);
    }
  }
  return {
    trailer,
    tables: places,
    lookup: ({ objectNumber }) => {
      if (!known.has(objectNumber)) known.set(objectNumber, direct(objectNumber));
      return known.get(objectNumber);
    },
    placeOf: ({ objectNumber }) => {
      const entry = entries.get(objectNumber);
      const holder = holderOf(entry);
      const at = offsetOf(holder === null ? entry : entries.get(holder));
      return at === null ? null : holder === null ? String(at) : `${String(at)}:${String(objectNumber)}`;
    },
  };
}

/** The object behind a reference, or the object itself. */
export function resolve(revision: Revision, object: PDFObject | undefined): PDFObject | undefined {
  let found = object;
  for (let step = 0; step < 8 && found instanceof PDFRef; step += 1) found = revision.lookup(found);
  return found instanceof PDFRef ? undefined : found;
}

/** The entry of a dictionary, behind references. */
export const entryOf = (revision: Revision, dict: PDFDict | undefined, key: string): PDFObject | undefined => resolve(revision, dict?.get(PDFName.of(key)));

/** The entry of a dictionary when it is a dictionary itself. */
export function dictOf(revision: Revision, dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const found = entryOf(revision, dict, key);
  return found instanceof PDFDict ? found : undefined;
}

/** The entry of a dictionary when it is a list. */
export function listOf(revision: Revision, dict: PDFDict | undefined, key: string): readonly PDFObject[] {
  const found = entryOf(revision, dict, key);
  return found instanceof PDFArray ? found.asArray() : [];
}
