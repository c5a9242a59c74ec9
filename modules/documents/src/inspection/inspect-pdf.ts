// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { readRevision } from '../validation/pdf-revision.ts';
import { HeldParts } from '../pages/held-parts.ts';
import { openPdf } from '../pages/pdfium.ts';
import type { Inspection, Limits } from './model.ts';

type Opened = { readonly trailer: PDFDict; readonly lookup: (ref: PDFRef) => PDFObject | undefined };

/** By looking for objects everywhere, as a viewer mends a file whose tables are wrong. Without a trailer in plain words readers disagree about what the file holds. */
async function mended(bytes: Uint8Array): Promise<Opened> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('trailer')) throw new Error('no trailer');
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, throwOnInvalidObject: false });
  const { Root, Encrypt } = context.trailerInfo;
  const trailer = context.obj({});
  if (Root !== undefined) trailer.set(PDFName.of('Root'), Root);
  if (Encrypt !== undefined) trailer.set(PDFName.of('Encrypt'), Encrypt);
  return { trailer, lookup: (ref) => context.lookup(ref) };
}

/** By its tables, as a reader opens it; else mended. Null when neither finds a document. */
const opened = (bytes: Uint8Array): Promise<Opened | null> => readRevision(bytes).catch(() => mended(bytes)).catch(() => null);

const mostObjects = 300_000;
/** Actions that do something by themselves or reach outside; going to a page or to an address a person clicks is none. */
const activeActions = new Set(['/JavaScript', '/Launch', '/ImportData', '/SubmitForm', '/GoToE', '/RichMediaExecute']);
const activeEntries = ['JS', 'EmbeddedFiles', 'XFA', 'RichMediaContent'];

function isActive(dict: PDFDict): boolean {
  const action = dict.get(PDFName.of('S'))?.toString() ?? '';
  const kind = dict.get(PDFName.of('Type'))?.toString();
  return activeActions.has(action) || kind === '/EmbeddedFile' || activeEntries.some((key) => dict.get(PDFName.of(key)) !== undefined);
}

const dictOf = (object: PDFObject | undefined): PDFDict | null => {
  const dict = object instanceof PDFStream ? object.dict : object;
  return dict instanceof PDFDict ? dict : null;
};
const partsOf = (object: PDFObject | undefined): readonly PDFObject[] => (object instanceof PDFArray ? object.asArray() : dictOf(object)?.values() ?? []);

/** Walks everything a reader can reach and counts the pages; each object once, so a loop ends. */
function walked({ trailer, lookup }: Opened, { maxPages }: Limits): Inspection {
  const work: PDFObject[] = [trailer];
  const seen = new Set<string>();
  let pages = 0;
  for (let steps = 0; work.length > 0; steps += 1) {
    const item = work.pop();
    if (steps > mostObjects * 10 || seen.size > mostObjects) return { fault: 'bomb' };
    let object = item;
    if (item instanceof PDFRef) {
      if (seen.has(item.toString())) continue;
      seen.add(item.toString());
      object = lookup(item);
    }
    // One by one: a list may be longer than a call takes arguments.
    for (const part of partsOf(object)) work.push(part);
    const dict = dictOf(object);
    if (dict === null) continue;
    if (isActive(dict)) return { fault: 'active' };
    if (dict.get(PDFName.of('Type'))?.toString() === '/Page') pages += 1;
    if (pages > maxPages) return { fault: 'too-many-pages' };
  }
  return pages === 0 ? { fault: 'damaged' } : { pages, bytes: null };
}

/** Whether the engine that shows it to officers opens it too, with the same pages: what each reader mends in its own way may say to one what it does not say to another. */
async function opensForReaders(bytes: Uint8Array, pages: number): Promise<boolean> {
  const shown = await openPdf(HeldParts.whole(bytes));
  const same = shown !== null && shown.pages === pages && shown.sizeOf(0) !== null;
  shown?.close();
  return same;
}

/** Looks through a PDF: whether it opens without a password, has pages that readers agree on, and does nothing by itself. */
export async function inspectPdf(bytes: Uint8Array, limits: Limits): Promise<Inspection> {
  const found = await opened(bytes);
  if (found === null) return { fault: 'damaged' };
  if (found.trailer.get(PDFName.of('Encrypt')) !== undefined) return { fault: 'locked' };
  const looked = walked(found, limits);
  if ('fault' in looked || looked.pages === null) return looked;
  return await opensForReaders(bytes, looked.pages) ? looked : { fault: 'damaged' };
}
