// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { officeZone } from '@motcua/kernel';
import type { Place } from './model.ts';

/** A PDF with room for one more signature, and what is to be signed: everything but the room. */
export type Prepared = { readonly bytes: Buffer; readonly hole: { readonly from: number; readonly to: number } };

/** What is written beside the signature. `seen` is a one-page PDF drawn at the place; `kind` is a person's or agency's signature, or a time-stamp of the whole file. */
export type SignatureNote = {
  readonly kind: 'signature' | 'timestamp';
  readonly name: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly seen: { readonly place: Place; readonly pdf: Uint8Array } | null;
};

// A signature with two certificates takes 2–5 kB; a time-stamp adds as much.
const roomBytes = 16_384;
const farAway = 9_999_999_999;
const hidden = 132;

function pdfDate(at: Temporal.Instant): PDFString {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO(officeZone);
  const digits = [month, day, hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
  return PDFString.of(`D:${String(year)}${digits}+07'00'`);
}

function signatureDictionary(context: PDFContext, note: SignatureNote): PDFRef {
  const range = PDFArray.withContext(context);
  for (const number of [0, farAway, farAway, farAway]) range.push(PDFNumber.of(number));
  const isStamp = note.kind === 'timestamp';
  const signature = context.obj({ Type: isStamp ? 'DocTimeStamp' : 'Sig', Filter: 'Adobe.PPKLite', SubFilter: isStamp ? 'ETSI.RFC3161' : 'ETSI.CAdES.detached' });
  signature.set(PDFName.of('ByteRange'), range);
  signature.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(roomBytes * 2)));
  // The time of a time-stamp stands in its token.
  if (isStamp) return context.register(signature);
  signature.set(PDFName.of('M'), pdfDate(note.at));
  signature.set(PDFName.of('Name'), PDFHexString.fromText(note.name));
  signature.set(PDFName.of('Reason'), PDFHexString.fromText(note.reason));
  return context.register(signature);
}

async function widget(document: PDFDocument, page: PDFPage, { seen }: SignatureNote): Promise<PDFDict> {
  const annotation = document.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', F: hidden, P: page.ref });
  const place = seen?.place ?? { x: 0, y: page.getHeight(), width: 0, height: 0 };
  const bottom = page.getHeight() - place.y - place.height;
  annotation.set(PDFName.of('Rect'), document.context.obj([place.x, bottom, place.x + place.width, bottom + place.height]));
  if (seen !== null) {
    const [picture] = await document.embedPdf(seen.pdf, [0]);
    if (picture === undefined) throw new Error('the appearance has no page');
    await picture.embed();
    annotation.set(PDFName.of('AP'), document.context.obj({ N: picture.ref }));
  }
  return annotation;
}

/** Adds to an array that may lie in the dictionary or stand on its own; answers the object that must be saved again. */
function addTo(holder: PDFDict, key: string, item: PDFRef): PDFRef | null {
  const name = PDFName.of(key);
  const stored = holder.get(name);
  const list = holder.lookupMaybe(name, PDFArray);
  if (list === undefined) {
    holder.set(name, holder.context.obj([item]));
    return null;
  }
  list.push(item);
  return stored instanceof PDFRef ? stored : null;
}

function formOf(document: PDFDocument): { readonly form: PDFDict; readonly changed: readonly (PDFRef | undefined)[] } {
  const name = PDFName.of('AcroForm');
  const root = document.context.trailerInfo.Root;
  const rootRef = root instanceof PDFRef ? root : undefined;
  const known = document.catalog.lookupMaybe(name, PDFDict);
  if (known !== undefined) {
    const stored = document.catalog.get(name);
    return { form: known, changed: [stored instanceof PDFRef ? stored : rootRef] };
  }
  const form = document.context.obj({ Fields: [] });
  const ref = document.context.register(form);
  document.catalog.set(name, ref);
  return { form, changed: [rootRef] };
}

function withRange(bytes: Buffer, before: number): Prepared {
  const opening = bytes.indexOf(`/Contents <${'0'.repeat(64)}`, before);
  const from = opening + '/Contents '.length;
  const to = bytes.indexOf('>', from) + 1;
  const rangeAt = bytes.indexOf('/ByteRange', before);
  const rangeEnd = bytes.indexOf(']', rangeAt) + 1;
  const range = `/ByteRange [${['0', from, to, bytes.length - to].join(' ')}]`;
  if (opening < 0 || rangeAt < 0 || range.length > rangeEnd - rangeAt) throw new Error('the room for the signature was not found');
  bytes.write(range.padEnd(rangeEnd - rangeAt, ' '), rangeAt, 'latin1');
  return { bytes, hole: { from, to } };
}

/** Appends an update with an empty signature; the bytes before it stay as they are. */
export async function withRoomForSignature(pdf: Uint8Array, note: SignatureNote): Promise<Prepared> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const snapshot = document.takeSnapshot();
  const { context } = document;
  const page = document.getPage((note.seen?.place.page ?? 1) - 1);
  const { form, changed } = formOf(document);
  const count = form.lookupMaybe(PDFName.of('Fields'), PDFArray)?.size() ?? 0;
  const field = await widget(document, page, note);
  field.set(PDFName.of('T'), PDFHexString.fromText(`Signature${String(count + 1)}`));
  field.set(PDFName.of('V'), signatureDictionary(context, note));
  const fieldRef = context.register(field);
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  const lists = [addTo(form, 'Fields', fieldRef), addTo(page.node, 'Annots', fieldRef)];
  for (const ref of [page.ref, ...changed, ...lists]) if (ref instanceof PDFRef) snapshot.markRefForSave(ref);
  const saved = Buffer.from(await document.saveIncremental(snapshot, { useObjectStreams: false }));
  const original = Buffer.from(pdf);
  const whole = saved.subarray(0, original.length).equals(original) ? saved : Buffer.concat([original, saved]);
  return withRange(whole, original.length);
}

/** Writes the signature into the room kept for it. */
export function withSignature({ bytes, hole }: Prepared, signature: Uint8Array): Uint8Array {
  const room = hole.to - hole.from - 2;
  const hex = Buffer.from(signature).toString('hex');
  if (hex.length > room) throw new Error(`the signature takes ${String(hex.length / 2)} bytes, there is room for ${String(room / 2)}`);
  bytes.write(hex.padEnd(room, '0'), hole.from + 1, 'latin1');
  return new Uint8Array(bytes);
}
