// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '@motcua/kernel';
import { AlignmentType, Document, Footer, type IRunOptions, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx';
import type { InternalProcedureView, InternalStepRow } from './view.ts';

const face = 'Times New Roman';
// Half points, and twentieths of a point.
const [small, body, large] = [22, 24, 28];
const millimetre = 56.7;
const widths = { order: 10, who: 38, content: 71, time: 24, output: 32 } as const;
const wide = Object.values(widths).reduce((sum, width) => sum + width, 0);

type Look = { readonly isStrong?: boolean; readonly isSlanted?: boolean; readonly size?: number; readonly at?: 'left' | 'center' | 'right' };

function run(text: string, { isStrong = false, isSlanted = false, size = body }: Look = {}): TextRun {
  const options: IRunOptions = { text: cleanText(text), bold: isStrong, italics: isSlanted, size, font: face };
  return new TextRun(options);
}

const line = (text: string, look: Look = {}): Paragraph => new Paragraph({ children: [run(text, look)], alignment: look.at ?? AlignmentType.LEFT, spacing: { after: 60 } });
/** Each line of a text as a paragraph of its own. */
const lines = (text: string, look: Look = {}): readonly Paragraph[] => text.split('\n').filter((each) => each.trim() !== '').map((each) => line(each, look));

type Shape = { readonly width: number; readonly span?: number; readonly rows?: number };

function cell(children: readonly Paragraph[], { width, span, rows }: Shape): TableCell {
  return new TableCell({
    children: children.length === 0 ? [line('')] : [...children], width: { size: Math.round(width * millimetre), type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(span === undefined ? {} : { columnSpan: span }), ...(rows === undefined ? {} : { rowSpan: rows, verticalAlign: VerticalAlignTable.CENTER }),
  });
}

const table = (rows: readonly TableRow[], columns: readonly number[]): Table =>
  new Table({ rows: [...rows], width: { size: Math.round(wide * millimetre), type: WidthType.DXA }, columnWidths: columns.map((width) => Math.round(width * millimetre)) });

/** The head of an ISO 9001 document: who, what, mã hiệu, lần ban hành, ngày hiệu lực. */
function documentHead({ office, name, documentCode, version, validFrom }: InternalProcedureView): Table {
  const columns = [34, wide - 34 - 30 - 26, 30, 26];
  const said = [['Mã hiệu', documentCode], ['Lần ban hành', String(version)], ['Ngày hiệu lực', validFrom]] as const;
  const owner = cell([line(office.toUpperCase(), { isStrong: true, at: 'center' })], { width: columns[0] ?? 0, rows: said.length });
  const title = cell([line('QUY TRÌNH NỘI BỘ', { isStrong: true, size: large, at: 'center' }), line(name, { at: 'center' })], { width: columns[1] ?? 0, rows: said.length });
  return table(said.map(([term, value], at) => new TableRow({ children: [...(at === 0 ? [owner, title] : []), cell([line(term)], { width: 30 }), cell([line(value)], { width: 26 })] })), columns);
}

function stepRow(row: InternalStepRow): TableRow {
  if ('note' in row) return new TableRow({ children: [cell([line(row.note, { isSlanted: true, size: small })], { width: wide, span: 5 })] });
  const look = { size: small };
  return new TableRow({ cantSplit: true, children: [
    cell([line(row.no, { ...look, at: 'center' })], { width: widths.order }), cell(lines(row.who, look), { width: widths.who }), cell(lines(row.content, look), { width: widths.content }),
    cell(lines(row.time, look), { width: widths.time }), cell(lines(row.output, look), { width: widths.output }),
  ] });
}

const columnTitles = [['TT', widths.order], ['Đơn vị, người thực hiện', widths.who], ['Nội dung công việc', widths.content], ['Thời gian (08 giờ/ngày)', widths.time], ['Biểu mẫu, kết quả', widths.output]] as const;

function stepTable({ rows, total }: InternalProcedureView): Table {
  return table([
    new TableRow({ tableHeader: true, children: columnTitles.map(([title, width]) => cell([line(title, { isStrong: true, size: small, at: 'center' })], { width })) }),
    ...rows.map(stepRow),
    new TableRow({ children: [cell([line('Tổng thời gian thực hiện', { isStrong: true, size: small, at: 'right' })], { width: widths.order + widths.who + widths.content, span: 3 }), cell([line(total, { isStrong: true, size: small })], { width: widths.time + widths.output, span: 2 })] }),
  ], Object.values(widths));
}

/**
 * Quy trình nội bộ as DOCX, A4 upright, in the columns of provincial decisions, for who puts it into a decision of his own.
 *
 * @legal nd-118-2025/internal-procedures
 */
export async function internalProcedureDocx(view: InternalProcedureView): Promise<Uint8Array> {
  const parts = view.head.flatMap(({ term, lines: said }, at) => [line(`${String(at + 1)}. ${term}`, { isStrong: true }), ...said.flatMap((text) => lines(text))]);
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(view.demonstration ? 'BẢN TRÌNH DIỄN, không có giá trị pháp lý. ' : '', { size: 18 }), new TextRun({ font: face, size: 18, children: ['Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })] })] });
  const document = new Document({
    title: `Quy trình nội bộ ${view.documentCode}`, creator: view.office, styles: { default: { document: { run: { font: face, size: body } } } },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 850 } } }, footers: { default: footer },
      children: [documentHead(view), line(view.decision === null ? '' : `Phê duyệt theo ${view.decision}.`, { isSlanted: true }), ...parts, line(`${String(view.head.length + 1)}. Trình tự thực hiện`, { isStrong: true }), stepTable(view)],
    }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
