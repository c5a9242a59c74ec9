// SPDX-License-Identifier: EUPL-1.2
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Result, ok, refuse } from '@motcua/kernel';
import type { Procedure } from '../model.ts';
import { readRecord } from '../rules/read-record.ts';

/** The whole national list is 45 MB in under five thousand lines: these leave room for three times as much. */
const mostBytes = 160 * 1024 * 1024;
const mostLines = 20_000;
const longestLine = 4_000_000;

/** A line that could not be read, as it came. */
export type UnreadLine = { readonly line: number; readonly code: string | null; readonly reasons: readonly string[]; readonly record: string };

/** A file of national records, read: each procedure with its line, and the lines that could not be. */
export type NationalFile = { readonly lines: number; readonly records: readonly { readonly procedure: Procedure; readonly line: number }[]; readonly unread: readonly UnreadLine[] };

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isTooLarge = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';

async function unpacked(bytes: Uint8Array): Promise<Result<Uint8Array, string>> {
  if (!isPacked(bytes)) return ok(bytes);
  try {
    return ok(await promisify(gunzip)(bytes, { maxOutputLength: mostBytes }));
  } catch (fault) {
    return refuse(isTooLarge(fault) ? 'Tệp nén mở ra lớn hơn 160 MB. Chia thành nhiều tệp nhỏ hơn.' : 'Tệp nén hỏng hoặc tải về chưa đủ. Tải lại tệp rồi gửi lại.');
  }
}

function textOf(bytes: Uint8Array): Result<string, string> {
  if (bytes.byteLength > mostBytes) return refuse('Tệp lớn hơn 160 MB. Chia thành nhiều tệp nhỏ hơn.');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('Tệp không phải chữ UTF-8. Lưu tệp dạng JSON Lines, mã UTF-8, nén .gz hoặc không.');
  }
}

// Half of a surrogate pair cannot be kept: written out well-formed it shows as an escape that nothing else leaves.
const hasHalfPair = (procedure: Procedure): boolean => /(?<!\\)(?:\\\\)*\\ud[89a-f]/u.test(JSON.stringify(procedure));

function readLine(text: string, seen: ReadonlySet<string>): Result<Procedure, { readonly code: string | null; readonly reasons: readonly string[] }> {
  if (text.length > longestLine) return refuse({ code: null, reasons: ['dòng dài quá 4 triệu ký tự'] });
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (fault) {
    return refuse({ code: null, reasons: [`không phải JSON: ${fault instanceof Error ? fault.message.slice(0, 300) : ''}`] });
  }
  const read = readRecord(record);
  if (!read.ok) return read;
  const { code } = read.value;
  if (seen.has(code)) return refuse({ code, reasons: ['mã thủ tục đã có ở một dòng trước trong cùng tệp'] });
  return hasHalfPair(read.value) ? refuse({ code, reasons: ['có ký tự hỏng (nửa cặp UTF-16)'] }) : ok(read.value);
}

/**
 * Reads a file of national records: JSON Lines, packed with gzip or not.
 *
 * @error what is wrong with the file as a whole, in words; a line that cannot be read does not keep the others from being read
 */
export async function readNationalFile(bytes: Uint8Array): Promise<Result<NationalFile, string>> {
  const plain = await unpacked(bytes);
  const text = plain.ok ? textOf(plain.value) : plain;
  if (!text.ok) return text;
  const lines = text.value.split('\n');
  if (lines.length > mostLines) return refuse('Tệp có hơn 20.000 dòng. Chia thành nhiều tệp nhỏ hơn.');
  const seen = new Set<string>();
  const records: { procedure: Procedure; line: number }[] = [];
  const unread: UnreadLine[] = [];
  for (const [at, record] of lines.entries()) {
    if (record.trim() === '') continue;
    const read = readLine(record, seen);
    if (read.ok) {
      seen.add(read.value.code);
      records.push({ procedure: read.value, line: at + 1 });
    } else {
      unread.push({ line: at + 1, code: read.error.code?.slice(0, 60) ?? null, reasons: read.error.reasons.slice(0, 20), record });
    }
  }
  const [first] = unread;
  if (records.length === 0) return refuse(first === undefined ? 'Tệp không có dòng nào.' : `Không đọc được bản ghi nào. Dòng ${first.line}: ${first.reasons[0] ?? ''}`);
  return ok({ lines: records.length + unread.length, records, unread });
}
