// SPDX-License-Identifier: EUPL-1.2
import { inflateSync } from 'node:zlib';
import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFObjectParser, PDFRawStream } from '@cantoo/pdf-lib';

/** Where an object lies: at a byte of the file, or inside a stream of objects; null for one that was removed. */
export type Entry = { readonly at: number } | { readonly inStream: number } | null;

/** The file's structure cannot be followed. */
class UnreadablePdf extends Error {}

const mostObjects = 500_000;
const mostTables = 2_000;
const mostUnpacked = 64 * 1024 * 1024;

/** A whole number of a dictionary, written in place. */
export function numberIn(dict: PDFDict, key: string): number | undefined {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFNumber && Number.isSafeInteger(value.asNumber()) ? value.asNumber() : undefined;
}

/** Undoes the PNG predictors: each row is written as the difference from the row above. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    if (kind > 2) throw new UnreadablePdf('predictor');
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const beside = kind === 1 && column > 0 ? out[at - 1] ?? 0 : 0;
      const above = kind === 2 && row > 0 ? out[at - columns] ?? 0 : 0;
      out[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + beside + above;
    }
  }
  return out;
}

/** The content of a stream: plain or deflated, nothing else, and never more than a fixed size. @throws for any other */
export function unpacked(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const [only] = filter instanceof PDFArray && filter.size() === 1 ? filter.asArray() : [filter];
  if (only === undefined) return stream.getContents();
  if (!(only instanceof PDFName) || only.asString() !== '/FlateDecode') throw new UnreadablePdf('filter of a structural stream');
  const plain = inflateSync(stream.getContents(), { maxOutputLength: mostUnpacked });
  const parameters = stream.dict.get(PDFName.of('DecodeParms'));
  const predictor = parameters instanceof PDFDict ? numberIn(parameters, 'Predictor') ?? 1 : 1;
  if (predictor === 1) return plain;
  const columns = parameters instanceof PDFDict ? numberIn(parameters, 'Columns') ?? 1 : 1;
  if (predictor < 10 || columns < 1 || columns > 64) throw new UnreadablePdf('predictor');
  return unpredicted(plain, columns);
}

const bigEndian = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function numbersIn(dict: PDFDict, key: string): readonly number[] | undefined {
  const list = dict.get(PDFName.of(key));
  return list instanceof PDFArray ? list.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN)) : undefined;
}

function widthsOf({ dict }: PDFRawStream): readonly [number, number, number] {
  const [kind = -1, place = -1, rest = -1, ...more] = numbersIn(dict, 'W') ?? [];
  const usual = [kind, place, rest].every((each) => Number.isInteger(each) && each >= 0 && each <= 8);
  if (!usual || more.length > 0 || kind + place + rest === 0) throw new UnreadablePdf('widths');
  return [kind, place, rest];
}

function* entriesOfStream(stream: PDFRawStream): Generator<readonly [number, Entry]> {
  const [kindWidth, placeWidth, restWidth] = widthsOf(stream);
  const width = kindWidth + placeWidth + restWidth;
  const content = unpacked(stream);
  const ranges = numbersIn(stream.dict, 'Index') ?? [0, numberIn(stream.dict, 'Size') ?? 0];
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range);
    for (let index = 0; index < count && at + width <= content.length; index += 1, at += width) {
      const kind = kindWidth === 0 ? 1 : bigEndian(content.subarray(at, at + kindWidth));
      const place = bigEndian(content.subarray(at + kindWidth, at + kindWidth + placeWidth));
      yield [first + index, kind === 1 ? { at: place } : kind === 2 ? { inStream: place } : null];
    }
  }
}

const subsection = /^\s*(\d{1,10})[ \t]+(\d{1,10})\s*?(?:\r\n|\n|\r| )\s*/u;
type Section = { readonly entries: Iterable<readonly [number, Entry]>; readonly dict: PDFDict };

/** The bytes of a file with the ways to read from a place in it. */
export class PdfBytes {
  readonly #bytes: Uint8Array;
  readonly #text: Buffer;
  readonly #context: PDFContext;

  constructor(bytes: Uint8Array, context: PDFContext) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#context = context;
  }

  #matched(pattern: RegExp, at: number, length: number): RegExpExecArray | null {
    return at < 0 ? null : pattern.exec(this.#text.toString('latin1', at, at + length));
  }

  #parsed(at: number): PDFObject {
    if (at < 0 || at >= this.#bytes.length) throw new UnreadablePdf('an offset outside the file');
    return PDFObjectParser.forBytes(this.#bytes.subarray(at), this.#context).parseObject();
  }

  /** The object whose head stands at a byte; null when none does. */
  objectAt(at: number): { readonly number: number; readonly object: PDFObject } | null {
    const head = this.#matched(/^\s*(\d{1,10})\s+\d{1,5}\s+obj/u, at, 40);
    return head === null ? null : { number: Number(head[1]), object: this.#parsed(at + head[0].length) };
  }

  #tableAt(at: number): Section {
    const entries: (readonly [number, Entry])[] = [];
    let place = at + 4;
    for (let head = this.#matched(subsection, place, 64); head !== null; head = this.#matched(subsection, place, 64)) {
      const [first, count] = [Number(head[1]), Number(head[2])];
      place += head[0].length;
      for (let index = 0; index < count; index += 1, place += 20) {
        const line = this.#matched(/^(\d{10}) \d{5} ([nf])/u, place, 20);
        if (line === null || entries.length > mostObjects) throw new UnreadablePdf('an entry of the table');
        entries.push([first + index, line[2] === 'n' ? { at: Number(line[1]) } : null]);
      }
    }
    const trailer = this.#matched(/^\s*trailer/u, place, 40);
    const dict = trailer === null ? undefined : this.#parsed(place + trailer[0].length);
    if (!(dict instanceof PDFDict)) throw new UnreadablePdf('no trailer');
    return { entries, dict };
  }

  #sectionAt(at: number): Section {
    const gap = this.#matched(/^\s*xref/u, at, 20);
    if (gap !== null) return this.#tableAt(at + gap[0].length - 4);
    const stream = this.objectAt(at)?.object;
    if (!(stream instanceof PDFRawStream)) throw new UnreadablePdf('no cross-reference table');
    return { entries: entriesOfStream(stream), dict: stream.dict };
  }

  /** Follows the tables from the newest to the oldest; of two entries for one object the newer counts. @throws when they cannot be followed */
  tables(): { readonly entries: ReadonlyMap<number, Entry>; readonly places: readonly number[]; readonly trailer: PDFDict } {
    const last = this.#matched(/^startxref\s+(\d{1,12})\s+%%EOF/u, this.#text.lastIndexOf('startxref'), 60);
    if (last === null || this.#matched(/^%PDF-/u, 0, 5) === null) throw new UnreadablePdf('no beginning or no end');
    const entries = new Map<number, Entry>();
    const places: number[] = [];
    const take = (section: Section): void => {
      for (const [number, entry] of section.entries) {
        if (!entries.has(number)) entries.set(number, entry);
        if (entries.size > mostObjects) throw new UnreadablePdf('too many objects');
      }
    };
    let trailer: PDFDict | undefined;
    for (let at: number | undefined = Number(last[1]); at !== undefined;) {
      if (places.includes(at) || places.length > mostTables) throw new UnreadablePdf('tables in a circle');
      places.push(at);
      const section = this.#sectionAt(at);
      trailer ??= section.dict;
      take(section);
      const beside = numberIn(section.dict, 'XRefStm');
      if (beside !== undefined) take(this.#sectionAt(beside));
      at = numberIn(section.dict, 'Prev');
    }
    if (trailer === undefined) throw new UnreadablePdf('no trailer');
    return { entries, places, trailer };
  }
}
