// SPDX-License-Identifier: EUPL-1.2
import type { Finding, JsonValue } from '@motcua/proposals';
import { type Result, ok, refuse } from '@motcua/kernel';
import type { z } from 'zod';

const isJson = (value: unknown): value is JsonValue => value === null || ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) ? value.every(isJson) : typeof value === 'object' && Object.values(value).every(isJson));

/** A value as JSON keeps it: what is undefined is left out. */
export function asJson(value: unknown): JsonValue {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (!isJson(plain)) throw new Error('no JSON came of a JSON text');
  return plain;
}

/** Reads the shape of a content; each fault with the path it stands at. */
export function readContent(schema: z.ZodType, content: unknown): Result<JsonValue, readonly Finding[]> {
  const read = schema.safeParse(content);
  if (read.success) return ok(asJson(read.data));
  return refuse(read.error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.join('.'), place: path.join(' › ') || 'Nội dung', text: `Không ghi được: ${message}`, blocks: true })));
}
