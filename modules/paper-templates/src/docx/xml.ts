// SPDX-License-Identifier: EUPL-1.2
import { Parser } from 'saxen';

/** An element with its attributes under their usual prefixes, and what stands in it. */
export type Xml = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly inner: readonly (Xml | string)[] };

type Open = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly inner: (Xml | string)[] };

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w', 'http://schemas.openxmlformats.org/drawingml/2006/main': 'a', 'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel', 'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc', 'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
};
const mostElements = 200_000;
const deepest = 120;

class NotXml extends Error {}

/** Reads XML of an office file; null when it is none, holds a document type, or is larger or deeper than any paper. */
export function readXml(text: string): Xml | null {
  const root: Open = { name: '', attributes: {}, inner: [] };
  const open: Open[] = [root];
  let count = 0;
  const stop = (): never => { throw new NotXml(); };
  const parser = new Parser();
  parser.ns(prefixes);
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>, decode: (text: string) => string) => {
    count += 1;
    if (count > mostElements || open.length > deepest) stop();
    const attributes = Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]));
    const element: Open = { name, attributes, inner: [] };
    open.at(-1)?.inner.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => { open.pop(); });
  parser.on('text', (value: string, decode: (text: string) => string) => { open.at(-1)?.inner.push(decode(value)); });
  parser.on('cdata', (value: string) => { open.at(-1)?.inner.push(value); });
  // A document type may call files of the machine, or itself a billion times.
  parser.on('attention', stop);
  parser.on('error', stop);
  try {
    parser.parse(text);
  } catch {
    return null;
  }
  const [top] = root.inner.filter((one) => typeof one !== 'string');
  return top ?? null;
}

/** The elements directly in one, by name when one is given. */
export const elements = (of: Xml | undefined, name?: string): readonly Xml[] => (of?.inner ?? []).filter((one) => typeof one !== 'string').filter((one) => name === undefined || one.name === name);

/** The first element of a name directly in one. */
export const element = (of: Xml | undefined, name: string): Xml | undefined => elements(of, name)[0];

/** The value of an element that carries one word: <w:jc w:val="center"/>. */
export const worth = (of: Xml | undefined, name: string): string | undefined => element(of, name)?.attributes['w:val'];

/** All text of an element. */
export const textIn = (of: Xml): string => of.inner.map((one) => (typeof one === 'string' ? one : textIn(one))).join('');
