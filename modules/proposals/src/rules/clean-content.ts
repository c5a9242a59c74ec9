// SPDX-License-Identifier: EUPL-1.2
import type { JsonValue } from '../model.ts';

const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '');

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** The content without what a database cannot keep in JSON: null characters, halves of letters. */
export function cleanContent(value: JsonValue): JsonValue {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(cleanContent);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), cleanContent(item)]));
}
