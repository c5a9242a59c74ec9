// SPDX-License-Identifier: EUPL-1.2
import { Parser } from 'saxen';

/** An element of XML under its own prefixes. */
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

/** The document as bytes. */
export const xmlBytes = (root: Xml): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`);

type Open = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly inner: (Xml | string)[] };

const mostElements = 200_000;

/** Reads XML; null when it is none, or holds a document type, which may call files of the machine or itself a billion times. */
export function readXml(bytes: Uint8Array): Xml | null {
  const root: Open = { name: '', attributes: {}, inner: [] };
  const open: Open[] = [root];
  let [count, isBroken] = [0, false];
  const stop = (): void => { isBroken = true; };
  const parser = new Parser();
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>, decode: (text: string) => string) => {
    count += 1;
    if (count > mostElements || isBroken) { stop(); return; }
    const element: Open = { name, attributes: Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)])), inner: [] };
    open.at(-1)?.inner.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => { open.pop(); });
  parser.on('text', (value: string, decode: (text: string) => string) => { open.at(-1)?.inner.push(decode(value)); });
  parser.on('attention', stop);
  parser.on('error', stop);
  try {
    parser.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const [top] = root.inner.filter((one) => typeof one !== 'string');
  return isBroken ? null : top ?? null;
}

/** Every element of a name, at any depth. */
export const everyElement = (of: Xml, name: string): readonly Xml[] => of.inner.flatMap((one) => (typeof one === 'string' ? [] : [...(one.name === name ? [one] : []), ...everyElement(one, name)]));

/** All text in an element. */
export const textIn = (of: Xml | undefined): string => (of?.inner ?? []).map((one) => (typeof one === 'string' ? one : textIn(one))).join('');
