// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Xml, element, textIn, xml, xmlBytes } from '@motcua/xml-kit';

const envelope = 'http://schemas.xmlsoap.org/soap/envelope/';

/** How one register writes its messages: its namespace under a short name. */
export type Writing = {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly message: (body: Xml) => Uint8Array;
  /** An element with its text; none when there is nothing to say. */
  readonly said: (name: string, value: string | null) => readonly Xml[];
  /** Text of a child; empty when it is not there. */
  readonly textAt: (of: Xml | undefined, name: string) => string;
};

/** Messages of one register in SOAP 1.1. */
export function writing(namespace: string, prefix: string): Writing {
  return {
    prefixes: { [envelope]: 'soap', [namespace]: prefix },
    message: (body) => xmlBytes(xml('soap:Envelope', { 'xmlns:soap': envelope, [`xmlns:${prefix}`]: namespace }, xml('soap:Body', {}, body))),
    said: (name, value) => (value === null || value === '' ? [] : [xml(`${prefix}:${name}`, {}, value)]),
    textAt: (of, name) => textIn(element(of, `${prefix}:${name}`)).trim(),
  };
}

/** A day as registers write it: 20261121. @param day - ISO 8601 */
export const compactDay = (day: string | null): string | null => day?.replaceAll('-', '') ?? null;
/** The day of eight digits, ISO 8601; null when it is none. */
export const isoDay = (day: string): string | null => (/^\d{8}$/u.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null);
/** A text that may be missing. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** What the authorisation header says: the secret itself never travels. */
export const authorisation = (of: { readonly url: string; readonly user: string; readonly secret: string; readonly timestamp: string }): string =>
  `Basic ${Buffer.from(`${of.user}:${createHash('sha256').update(of.url + of.user + of.timestamp + of.secret).digest('hex')}`).toString('base64')}`;
