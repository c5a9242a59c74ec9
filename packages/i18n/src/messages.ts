// SPDX-License-Identifier: EUPL-1.2
import { IntlMessageFormat } from 'intl-messageformat';
import vi from './vi.json' with { type: 'json' };

/** Every text of the product has a name; a name that is not in `vi.json` does not compile. */
export type MessageId = keyof typeof vi;

export type Locale = 'vi' | 'en';
export type MessageValues = Readonly<Record<string, string | number>>;

/** Looks a text up and fills it in. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

export type Catalogue = Partial<Readonly<Record<MessageId, string>>>;

const hasPlace = /[{}]/u;

/**
 * The texts of one language. A text not yet translated is shown in Vietnamese, the source language.
 * Parsed messages are kept, so that a list of a thousand rows parses its message once.
 */
export function translate(catalogue: Catalogue, tag: string): Translate {
  const parsed = new Map<MessageId, IntlMessageFormat>();

  return (id, values) => {
    const text = catalogue[id] ?? vi[id];
    if (!hasPlace.test(text)) return text;

    const message = parsed.get(id) ?? new IntlMessageFormat(text, tag);
    parsed.set(id, message);
    return String(message.format(values));
  };
}

/** The texts in Vietnamese. */
export const t: Translate = translate(vi, 'vi-VN');

/** True if `id` is the name of a text: for names that are put together from a status or an error code. */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(vi, id);
}
