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

const listWords: Readonly<Record<string, string>> = { lines: 'Khoản', reliefs: 'Miễn, giảm', shipping: 'Cước', methods: 'Cách thức', papers: 'Giấy tờ', steps: 'Bước', questions: 'Câu', checks: 'Kiểm tra' };
const fieldWords: Readonly<Record<string, string>> = { amountVnd: 'mức thu', amount: 'mức thu', sets: 'Số bộ hồ sơ', percent: 'tỷ lệ giảm', name: 'tên', basis: 'căn cứ', copies: 'số bản sao', originals: 'số bản chính', value: 'thời hạn' };

/** Where a fault is, in the reader's words as far as we have them. */
function placeOf(path: readonly PropertyKey[]): string {
  const [list, at] = path;
  const [row, field] = [listWords[String(list)], fieldWords[String(path.at(-1))]];
  const words = [row === undefined || typeof at !== 'number' ? undefined : `${row} ${at + 1}`, field].filter((word) => word !== undefined);
  return words.length === 0 ? 'Nội dung' : words.join(', ');
}

const faultWords = (code: string): string => (code === 'too_big' ? 'Số quá lớn hoặc chữ quá dài. Sửa lại cho ngắn hơn.' : code === 'too_small' ? 'Số quá nhỏ hoặc chưa ghi. Ghi số từ 0 trở lên.' : 'Chỗ này ghi không đúng dạng. Ghi lại.');

/** Reads the shape of a content; each fault with the path it stands at. */
export function readContent(schema: z.ZodType, content: unknown): Result<JsonValue, readonly Finding[]> {
  const read = schema.safeParse(content);
  if (read.success) return ok(asJson(read.data));
  return refuse(read.error.issues.filter(({ path }, at, all) => all.findIndex((other) => other.path.join('.') === path.join('.')) === at).slice(0, 50).map(({ path, code }) => ({ path: path.join('.'), place: placeOf(path), text: `Không ghi được. ${faultWords(code)}`, blocks: true })));
}
