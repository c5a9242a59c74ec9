// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { SignatureVerdict } from './model.ts';

type Held = PDFObject | undefined;
type Pair = { readonly before: Held; readonly after: Held };
type Versions = { readonly early: PDFDocument; readonly late: PDFDocument };

const textOf = (object: Held): string => object?.toString() ?? '';
const same = ({ before, after }: Pair): boolean => textOf(before) === textOf(after);
const resolved = (document: PDFDocument, object: Held): Held => (object instanceof PDFRef ? document.context.lookup(object) : object);

function isSignatureField(document: PDFDocument, object: Held): boolean {
  const field = resolved(document, object);
  return field instanceof PDFDict && field.lookup(PDFName.of('FT'))?.toString() === '/Sig';
}

/** The list kept its members in their order, and only signature fields came behind them. */
function listGrewBySignatures({ early, late }: Versions, { before, after }: Pair): boolean {
  const old = resolved(early, before);
  const now = resolved(late, after);
  if (!(now instanceof PDFArray) || !(old === undefined || old instanceof PDFArray)) return false;
  const had = old?.asArray() ?? [];
  const kept = had.every((item, index) => textOf(item) === textOf(now.get(index)));
  return kept && now.asArray().slice(had.length).every((item) => isSignatureField(late, item));
}

type Allowed = Readonly<Record<string, (versions: Versions, pair: Pair) => boolean>>;

/** Every entry is the same, but for those a new signature has to touch. */
function dictionaryKept(versions: Versions, { before, after }: Pair, allowed: Allowed): boolean {
  if (!(before instanceof PDFDict) || !(after instanceof PDFDict)) return false;
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].every((name) => {
    const pair = { before: before.get(name), after: after.get(name) };
    return same(pair) || allowed[name.toString()]?.(versions, pair) === true;
  });
}

const anything = (): boolean => true;
const inForm: Allowed = { '/Fields': listGrewBySignatures, '/SigFlags': anything };

function formKept(versions: Versions, pair: Pair): boolean {
  const after = resolved(versions.late, pair.after);
  const before = resolved(versions.early, pair.before) ?? versions.early.context.obj({ Fields: [] });
  return dictionaryKept(versions, { before, after }, inForm);
}

const inCatalogOrPage: Allowed = { '/AcroForm': formKept, '/Annots': listGrewBySignatures };

function onlySignatures(versions: Versions): boolean {
  const { early, late } = versions;
  if (textOf(early.context.trailerInfo.Root) !== textOf(late.context.trailerInfo.Root)) return false;
  return early.context.enumerateIndirectObjects().every(([ref, before]) => {
    const pair = { before, after: late.context.lookup(ref) };
    if (same(pair)) return true;
    if (before instanceof PDFArray) return listGrewBySignatures(versions, pair);
    const type = before instanceof PDFDict ? before.get(PDFName.of('Type'))?.toString() : undefined;
    if (type === '/Catalog' || type === '/Page') return dictionaryKept(versions, pair, inCatalogOrPage);
    return dictionaryKept(versions, pair, inForm);
  });
}

/** What came into the file behind a signature that ends at byte `end`. */
export async function changesSince(pdf: Uint8Array, end: number): Promise<Exclude<SignatureVerdict['changesAfter'], 'none'>> {
  try {
    const options = { updateMetadata: false };
    const versions = { early: await PDFDocument.load(pdf.slice(0, end), options), late: await PDFDocument.load(pdf, options) };
    return onlySignatures(versions) ? 'signatures-only' : 'other';
  } catch {
    return 'other';
  }
}
