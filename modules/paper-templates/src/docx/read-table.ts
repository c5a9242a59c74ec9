// SPDX-License-Identifier: EUPL-1.2
import { type Xml, element, elements } from '@motcua/xml-kit';
import type { BlockReading } from './block-reading.ts';
import { ruleOf } from './look.ts';
import type { Cell, Row, Rule, Table } from './model.ts';
import { worth } from './xml.ts';

type Side = 'top' | 'bottom' | 'left' | 'right';
const points = (value: string | undefined, otherwise = 0): number => (value === undefined || !Number.isFinite(Number(value)) ? otherwise : Number(value) / 20);

/** A cell as it stands in its row, before those below are joined to it. */
type Standing = { readonly at: number; readonly columns: number; readonly merge: 'none' | 'start' | 'more'; readonly xml: Xml };

function standingIn(row: Xml): readonly Standing[] {
  let at = 0;
  return elements(row, 'w:tc').map((xml) => {
    const properties = element(xml, 'w:tcPr');
    const columns = Math.min(Math.max(Number(worth(properties, 'w:gridSpan') ?? '1') || 1, 1), 60);
    const merged = element(properties, 'w:vMerge');
    const standing: Standing = { at, columns, xml, merge: merged === undefined ? 'none' : merged.attributes['w:val'] === 'restart' ? 'start' : 'more' };
    at += columns;
    return standing;
  });
}

/** How many rows a cell that begins a merge takes: itself and those below that go on in its column. */
function rowsTaken(rows: readonly (readonly Standing[])[], from: number, at: number): number {
  let count = 1;
  while (rows[from + count]?.some((cell) => cell.at === at && cell.merge === 'more') === true) count += 1;
  return count;
}

const sides: Readonly<Record<Side, readonly [string, string]>> = { top: ['w:top', 'w:insideH'], bottom: ['w:bottom', 'w:insideH'], left: ['w:left', 'w:insideV'], right: ['w:right', 'w:insideV'] };
const other: Readonly<Record<string, string>> = { 'w:left': 'w:start', 'w:right': 'w:end' };

/** The rule on one side of a cell: its own, else the table's, outside or inside. */
function borderOf(own: Xml | undefined, tables: readonly Xml[], asked: { readonly side: Side; readonly isEdge: boolean }): Rule {
  const [outer, inside] = sides[asked.side];
  const given = element(own, outer) ?? element(own, other[outer] ?? '');
  if (given !== undefined) return ruleOf(given);
  const name = asked.isEdge ? outer : inside;
  return ruleOf(tables.map((borders) => element(borders, name) ?? element(borders, other[name] ?? '')).findLast((one) => one !== undefined));
}

/** Reads a table: columns, merged cells, borders of its own and of its style. */
export function readTable(xml: Xml, reading: BlockReading): Table {
  const tell = (text: string, blocks = false): void => { reading.found({ place: reading.place, text, blocks }); };
  const properties = element(xml, 'w:tblPr');
  const all = [...reading.styles.table(worth(properties, 'w:tblStyle')), ...(properties === undefined ? [] : [properties])];
  if (element(properties, 'w:tblpPr') !== undefined) tell('Bảng đặt tự do không in được. Chọn bảng không bao quanh bởi chữ.', true);
  const borders = all.flatMap((one) => elements(one, 'w:tblBorders'));
  const margins = all.map((one) => element(one, 'w:tblCellMar')).findLast((one) => one !== undefined);
  const rows = elements(xml, 'w:tr');
  const standing = rows.map(standingIn);
  const columns = elements(element(xml, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => points(attributes['w:w'], 72));
  const widest = Math.max(columns.length, ...standing.map((cells) => cells.reduce((sum, cell) => sum + cell.columns, 0)), 1);

  const cellOf = (cell: Standing, row: number): Cell & { readonly at: number } => {
    const own = element(cell.xml, 'w:tcPr');
    const taken = cell.merge === 'start' ? rowsTaken(standing, row, cell.at) : 1;
    const place = `${reading.place}, hàng ${String(row + 1)}, cột ${String(cell.at + 1)}, `;
    if (element(own, 'w:textDirection') !== undefined) reading.found({ place, text: 'Chữ xoay trong ô không in được.', blocks: false });
    const fill = element(own, 'w:shd')?.attributes['w:fill'];
    const border = (side: Side, isEdge: boolean): Rule => borderOf(element(own, 'w:tcBorders'), borders, { side, isEdge });
    const align = worth(own, 'w:vAlign');
    return {
      at: cell.at, columns: cell.columns, rows: taken, blocks: reading.blocks(cell.xml, { ...reading, place, mayEndSection: false }), align: align === 'center' ? 'horizon' : align === 'bottom' ? 'bottom' : 'top',
      fill: fill !== undefined && /^[0-9A-Fa-f]{6}$/u.test(fill) ? `#${fill}` : null,
      borders: { top: border('top', row === 0), bottom: border('bottom', row + taken === rows.length), left: border('left', cell.at === 0), right: border('right', cell.at + cell.columns >= widest) },
    };
  };
  const rowOf = (row: Xml, at: number): Row => {
    const own = element(row, 'w:trPr');
    if (element(own, 'w:gridBefore') !== undefined || element(own, 'w:gridAfter') !== undefined) tell('Hàng thụt vào hoặc thiếu ô không in được. Cho mọi hàng đủ ô.', true);
    const height = element(own, 'w:trHeight')?.attributes['w:val'];
    return { height: height === undefined ? null : points(height), isHeader: element(own, 'w:tblHeader') !== undefined, cells: (standing[at] ?? []).filter(({ merge }) => merge !== 'more').map((cell) => cellOf(cell, at)) };
  };
  const align = worth(properties, 'w:jc');
  return {
    kind: 'table', columns: Array.from({ length: widest }, (_, at) => columns[at] ?? 72), align: align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : 'left',
    inset: { x: points((element(margins, 'w:left') ?? element(margins, 'w:start'))?.attributes['w:w'], 5.4), y: points(element(margins, 'w:top')?.attributes['w:w'], 0) }, rows: rows.map(rowOf),
  };
}
