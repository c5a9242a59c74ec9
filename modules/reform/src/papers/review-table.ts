// SPDX-License-Identifier: EUPL-1.2
import { type CostLine, type Review, works } from '../contract/review-content.ts';
import { costOnce, costYearly } from '../rules/compliance-cost.ts';
import { workWords } from '../rules/review-words.ts';

/** Columns of the cost table, as the form names them. */
export const costColumns = [
  'Công việc', 'Các hoạt động cụ thể', 'Thời gian đi lại và thực hiện (giờ)', 'Thu nhập bình quân một giờ (đồng)', 'Chi phí thuê tư vấn, dịch vụ, in ấn (đồng)', 'Phí, lệ phí (đồng)', 'Số lần một năm', 'Số đối tượng một năm', 'Chi phí một lần (đồng)', 'Tổng chi phí một năm (đồng)', 'Ghi chú',
] as const;

const number = (value: number | null): string => (value === null ? '' : value.toLocaleString('vi-VN'));

const rowOf = (line: CostLine, hourlyVnd: number): readonly string[] => [
  workWords[line.work], line.what, number(line.hours), number(hourlyVnd), number(line.hiredVnd), number(line.feesVnd), number(line.timesPerYear), number(line.subjectsPerYear), number(costOnce(line, hourlyVnd)), number(costYearly(line, hourlyVnd)), line.note,
];

/** A table as rows of words, in the order of the form. */
export const costRows = (lines: readonly CostLine[], hourlyVnd: number): readonly (readonly string[])[] =>
  works.flatMap((work) => lines.filter((line) => line.work === work)).map((line) => rowOf(line, hourlyVnd));

const plain = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
// A cell that begins like a formula is told to be text.
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/u.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** Both tables as CSV with the mark spreadsheets need to read Vietnamese; numbers without separators. */
export function costCsv({ now, after, income: { hourlyVnd } }: Review): string {
  const rows = ([['Hiện tại', now], ['Sau đơn giản hóa', after]] as const).flatMap(([table, lines]) => works.flatMap((work) => lines.filter((line) => line.work === work)).map((line) => [
    table, workWords[line.work], line.what, plain(line.hours), plain(hourlyVnd), plain(line.hiredVnd), plain(line.feesVnd), plain(line.timesPerYear), plain(line.subjectsPerYear), plain(costOnce(line, hourlyVnd)), plain(costYearly(line, hourlyVnd)), line.note,
  ]));
  return `\uFEFF${[['Bảng', ...costColumns], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
