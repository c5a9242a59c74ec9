// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { readRevision } from '../validation/pdf-revision.ts';
import type { Inspection, Limits } from './model.ts';

type Opened = { readonly trailer: PDFDict; readonly lookup: (ref: PDFRef) => PDFObject | undefined };

/** By looking for objects everywhere, as a viewer mends a file whose tables are wrong. */
async function mended(bytes: Uint8Array): Promise<Opened> {
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
    if (object instanceof PDFArray) work.push(...object.asArray());
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    if (isActive(dict)) return { fault: 'active' };
    if (dict.get(PDFName.of('Type'))?.toString() === '/Page') pages += 1;
    if (pages > maxPages) return { fault: 'too-many-pages' };
    work.push(...dict.values());
  }
  return pages === 0 ? { fault: 'damaged' } : { pages, bytes: null };
}

/** Looks through a PDF: whether it opens without a password, has pages, and does nothing by itself. */
export async function inspectPdf(bytes: Uint8Array, limits: Limits): Promise<Inspection> {
  const found = await opened(bytes);
  if (found === null) return { fault: 'damaged' };
  if (found.trailer.get(PDFName.of('Encrypt')) !== undefined) return { fault: 'locked' };
  return walked(found, limits);
}
