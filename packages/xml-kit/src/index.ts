// SPDX-License-Identifier: EUPL-1.2
import { Parser } from 'saxen';

/** An element of XML under its own prefixes, or those the reader gave its namespaces. */
export type Xml = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly inner: readonly (Xml | string)[] };

/** An element; attributes without a value are left out. */
export const xml = (name: string, attributes: Readonly<Record<string, string | number | null>>, ...inner: readonly (Xml | string)[]): Xml =>
  ({ name, inner, attributes: Object.fromEntries(Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]))) });

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot hold is left out: such signs have no look.
const escaped = (text: string): string => text.normalize('NFC').replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '').replaceAll(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);

function written({ name, attributes, inner }: Xml): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  return inner.length === 0 ? `<${start}/>` : `<${start}>${inner.map((one) => (typeof one === 'string' ? escaped(one) : written(one))).join('')}</${name}>`;
}

/** The document as bytes, UTF-8. */
export const xmlBytes = (root: Xml): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`);

type Open = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly inner: (Xml | string)[] };

const mostElements = 200_000;
const deepest = 120;

class NotXml extends Error {}

/**
 * Reads XML, a text or bytes in UTF-8; null when it is none, is larger or deeper than any paper, or holds a document type, which may call files of the machine or itself a billion times.
 *
 * @param prefixes - namespace to the prefix its names are given; without it names stand as they are written
 */
export function readXml(source: string | Uint8Array, prefixes?: Readonly<Record<string, string>>): Xml | null {
  const root: Open = { name: '', attributes: {}, inner: [] };
  const open: Open[] = [root];
  let count = 0;
  const stop = (): never => { throw new NotXml(); };
  const parser = new Parser();
  if (prefixes !== undefined) parser.ns(prefixes);
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>, decode: (text: string) => string) => {
    count += 1;
    if (count > mostElements || open.length > deepest) stop();
    const element: Open = { name, attributes: Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)])), inner: [] };
    open.at(-1)?.inner.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => { open.pop(); });
  parser.on('text', (value: string, decode: (text: string) => string) => { open.at(-1)?.inner.push(decode(value)); });
  parser.on('cdata', (value: string) => { open.at(-1)?.inner.push(value); });
  parser.on('attention', stop);
  parser.on('error', stop);
  try {
    parser.parse(typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source));
  } catch {
    return null;
  }
  return elements(root)[0] ?? null;
}

/** The elements directly in one, by name when one is given. */
export const elements = (of: Xml | undefined, name?: string): readonly Xml[] => (of?.inner ?? []).filter((one) => typeof one !== 'string').filter((one) => name === undefined || one.name === name);

/** The first element of a name directly in one. */
export const element = (of: Xml | undefined, name: string): Xml | undefined => elements(of, name)[0];

/** Every element of a name, at any depth. */
export const everyElement = (of: Xml, name: string): readonly Xml[] => elements(of).flatMap((one) => [...(one.name === name ? [one] : []), ...everyElement(one, name)]);

/** All text in an element. */
export const textIn = (of: Xml | undefined): string => (of?.inner ?? []).map((one) => (typeof one === 'string' ? one : textIn(one))).join('');
