// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { cleanText, fold, ok, refuse, type Result } from '@motcua/kernel';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type CellName, type Cells, cellNames } from '../rules/line.ts';
import type { GivenLine } from '../rules/merge-lines.ts';

/** The heads of the columns as the list to be filled in carries them. */
export const heads: Readonly<Record<CellName, string>> = {
  owner: 'Số định danh hoặc mã số doanh nghiệp', ownerName: 'Họ tên hoặc tên tổ chức', kind: 'Loại giấy', number: 'Số giấy', issuedOn: 'Ngày cấp', validUntil: 'Có giá trị đến', issuer: 'Nơi cấp', oldCode: 'Mã hồ sơ cũ', bearsNotes: 'Có bút phê, ghi chú',
};
const needed: readonly CellName[] = ['owner', 'ownerName', 'kind', 'number', 'issuedOn'];

/** Most lines of one file. */
const mostLines = 10_000;
/** Most bytes of one file. */
export const mostBytes = 4 * 1024 * 1024;

const bom = '\uFEFF';

/** The list to be filled in, with a line that shows how. */
export function emptyList(): string {
  const example: Cells = { owner: '000095012345', ownerName: 'Nguyễn Văn Mẫu', kind: 'Giấy khai sinh', number: '25/2001', issuedOn: '05/03/2001', validUntil: '', issuer: 'UBND xã Mẫu', oldCode: 'HT-2001-25', bearsNotes: '' };
  return `${bom}${[heads, example].map((line) => cellNames.map((name) => line[name]).join(';')).join('\r\n')}\r\n`;
}

/** Why a file gives no lines. */
export type ListRefusal = { readonly title: string; readonly detail: string };

const asText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/u));
  return [';', ',', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ';';
};

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function rowsOf(text: string): z.infer<typeof Rows> | string {
  try {
    return Rows.parse(parse(text, { delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: true, trim: true, info: true }));
  } catch (fault) {
    return fault instanceof Error ? `${fault.message}.` : '';
  }
}

/** A line that says nothing of notes has the digest it had before lists had that column. */
const digestOf = (cells: Cells): string => createHash('sha256').update(JSON.stringify(cellNames.filter((name) => name !== 'bearsNotes' || cells.bearsNotes !== '').map((name) => cells[name]))).digest('hex');

/** Reads a list of old papers (CSV, UTF-8 with or without a mark in front, columns parted by ; , or a tabulator). */
export function readList(bytes: Uint8Array): Result<readonly GivenLine[], ListRefusal> {
  const text = asText(bytes)?.replace(/^\uFEFF/u, '');
  if (text === undefined || text.includes('\u0000')) return refuse({ title: 'Tệp không phải CSV mã UTF-8.', detail: 'Trong phần mềm bảng tính chọn «Lưu thành», kiểu «CSV UTF-8», rồi tải lên lại. Chưa nhận dòng nào.' });
  const rows = rowsOf(text);
  if (typeof rows === 'string') return refuse({ title: 'Tệp CSV đọc không được.', detail: `Chưa nhận dòng nào. Xem dấu nháy kép có đóng đủ không. ${rows}`.trim() });
  const [head, ...lines] = rows;
  const places = new Map(cellNames.map((name) => [name, head?.record.findIndex((cell) => fold(cell) === fold(heads[name])) ?? -1]));
  const missing = needed.filter((name) => (places.get(name) ?? -1) < 0);
  if (missing.length > 0) return refuse({ title: `Dòng đầu thiếu cột ${missing.map((name) => `«${heads[name]}»`).join(', ')}.`, detail: 'Tải mẫu danh sách về, chép dữ liệu vào mẫu, giữ nguyên dòng đầu. Chưa nhận dòng nào.' });
  if (lines.length > mostLines) return refuse({ title: `Danh sách có ${String(lines.length)} dòng, mỗi tệp nhận nhiều nhất ${String(mostLines)} dòng.`, detail: 'Chia thành nhiều tệp. Chưa nhận dòng nào.' });
  if (lines.length === 0) return refuse({ title: 'Danh sách không có dòng nào dưới dòng đầu.', detail: 'Điền mỗi giấy một dòng rồi tải lên lại.' });
  return ok(lines.map(({ record, info }) => {
    const cell = (name: CellName): string => cleanText(record[places.get(name) ?? -1] ?? '');
    const cells: Cells = { owner: cell('owner'), ownerName: cell('ownerName'), kind: cell('kind'), number: cell('number'), issuedOn: cell('issuedOn'), validUntil: cell('validUntil'), issuer: cell('issuer'), oldCode: cell('oldCode'), bearsNotes: cell('bearsNotes') };
    return { row: info.lines, digest: digestOf(cells), cells };
  }).filter(({ cells }) => cellNames.some((name) => cells[name] !== '')));
}
