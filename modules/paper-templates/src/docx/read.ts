// SPDX-License-Identifier: EUPL-1.2
import { type Xml, element, elements } from '@motcua/xml-kit';
import type { BlockReading } from './block-reading.ts';
import { type Tell, listOf, lookOf, placingOf, readStyles } from './look.ts';
import type { Block, DocxIssue, DocxPaper, Page, Paragraph, Piece } from './model.ts';
import { type Marked, readNumbering } from './numbering.ts';
import type { DocxParts } from './open.ts';
import { emptySize, readPieces, styleOf } from './read-runs.ts';
import { readTable } from './read-table.ts';
import { worth } from './xml.ts';

const tellAt = ({ found }: BlockReading, place: string): Tell => (text, blocks = false) => { found({ place, text, blocks }); };

/** A paragraph broken over pages or columns as several: what stands before the break, the break, what comes after. */
function atPageBreaks(paragraph: Paragraph): readonly Paragraph[] {
  const at = paragraph.pieces.findIndex(({ kind }) => kind === 'page' || kind === 'column');
  if (at < 0 || paragraph.pieces.length === 1) return [paragraph];
  const [before, after] = [paragraph.pieces.slice(0, at), paragraph.pieces.slice(at + 1)];
  const only = (pieces: Paragraph['pieces']): readonly Paragraph[] => (pieces.length === 0 ? [] : [{ ...paragraph, pieces }]);
  return [...only(before), ...only(paragraph.pieces.slice(at, at + 1)), ...only(after).flatMap(atPageBreaks)];
}

function markOf(list: ReturnType<typeof listOf>, { numbering }: BlockReading, tell: Tell): Marked | null {
  const mark = list === null ? undefined : numbering.mark(list.list, list.level);
  if (mark === null) tell('Kiểu đánh số này không in được. Chọn số, chữ cái hoặc số La Mã, hoặc gõ số bằng tay.', true);
  return mark ?? null;
}

function readParagraph(xml: Xml, reading: BlockReading, place: string): readonly Paragraph[] {
  const tell = tellAt(reading, place);
  const own = element(xml, 'w:pPr');
  const inherited = reading.styles.paragraph(styleOf(xml));
  if (element(own, 'w:sectPr') !== undefined && reading.mayEndSection) tell('Văn bản có nhiều phần (section) không in được. Dùng một khổ giấy, một cách chia cột cho cả mẫu.', true);
  const mark = markOf(listOf(inherited.paragraphs, own), reading, tell);
  const runs = { styles: reading.styles, parts: reading.parts, around: inherited.runs, tell };
  const read = readPieces(xml, runs);
  const look = read.find((piece) => piece.kind === 'text')?.look ?? lookOf(reading.styles, inherited.runs, element(own, 'w:rPr'), () => undefined);
  const pieces: readonly Piece[] = mark === null || mark.label === '' ? read : [{ kind: 'text', text: mark.label, look: { ...look, underline: false } }, { kind: 'tab' }, ...read];
  const sizes = pieces.flatMap((piece) => (piece.kind === 'text' || piece.kind === 'number' ? [piece.look.size] : []));
  return atPageBreaks({ kind: 'paragraph', ...placingOf([...inherited.paragraphs, ...mark?.placing ?? []], own, tell), pieces, size: sizes.length === 0 ? emptySize(xml, runs) : Math.max(...sizes) });
}

/** Blocks in their order; each told by its number: «đoạn 3», «bảng 1». */
function readBlocks(of: Xml | undefined, reading: BlockReading): readonly Block[] {
  const counts = { paragraph: 0, table: 0 };
  const walk = (inner: Xml | undefined): readonly Block[] => elements(inner).flatMap((one): readonly Block[] => {
    if (one.name === 'w:p') {
      counts.paragraph += 1;
      return readParagraph(one, reading, `${reading.place}đoạn ${String(counts.paragraph)}`);
    }
    if (one.name === 'w:tbl') {
      counts.table += 1;
      return [readTable(one, { ...reading, place: `${reading.place}bảng ${String(counts.table)}` })];
    }
    if (one.name === 'w:sdt') return walk(element(one, 'w:sdtContent'));
    if (!['w:sectPr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', 'w:tcPr', 'w:permStart', 'w:permEnd'].includes(one.name)) reading.found({ place: reading.place === '' ? 'Thân văn bản' : reading.place, text: `Phần «${one.name}» không in được. Bỏ phần này.`, blocks: true });
    return [];
  });
  return walk(of);
}

const twips = (value: string | undefined, otherwise: number): number => {
  const number = Number(value);
  return value === undefined || !Number.isFinite(number) ? otherwise : Math.abs(number) / 20;
};

const mostColumns = 3;
const columnsOf = (section: Xml | undefined): number => Math.max(1, Math.trunc(Number(element(section, 'w:cols')?.attributes['w:num'] ?? '1')) || 1);

function pageOf(section: Xml | undefined): Page {
  const size = element(section, 'w:pgSz')?.attributes ?? {};
  const margin = element(section, 'w:pgMar')?.attributes ?? {};
  const side = (name: string, otherwise: number): number => Math.min(twips(margin[`w:${name}`], otherwise), 400);
  return {
    width: Math.min(Math.max(twips(size['w:w'], 595.3), 140), 1700), height: Math.min(Math.max(twips(size['w:h'], 841.9), 140), 1700),
    top: side('top', 56.7), bottom: side('bottom', 56.7), left: side('left', 85), right: side('right', 42.5), header: side('header', 36), footer: side('footer', 36),
    columns: Math.min(columnsOf(section), mostColumns), gutter: Math.min(twips(element(section, 'w:cols')?.attributes['w:space'], 36), 200),
  };
}

function tellOfSection(section: Xml | undefined, found: BlockReading['found']): void {
  const tell = (text: string): void => { found({ place: 'Trang', text, blocks: true }); };
  if (columnsOf(section) > mostColumns) tell(`Trang chia ${String(columnsOf(section))} cột không in được. Chia nhiều nhất ${String(mostColumns)} cột.`);
  const columns = element(section, 'w:cols');
  if (columnsOf(section) > 1 && ['0', 'false'].includes(columns?.attributes['w:equalWidth'] ?? '1')) tell('Các cột rộng khác nhau không in được. Chọn cột đều nhau, hoặc dùng bảng không viền.');
  if (columnsOf(section) > 1 && ['1', 'true'].includes(columns?.attributes['w:sep'] ?? '0')) tell('Đường kẻ giữa hai cột không in được. Bỏ đường kẻ.');
  if (element(section, 'w:pgBorders') !== undefined) tell('Viền trang không in được. Bỏ viền trang.');
  if (element(section, 'w:lnNumType') !== undefined) tell('Đánh số dòng không in được. Bỏ đánh số dòng.');
  if (elements(section).some(({ name, attributes }) => /^w:(?:header|footer)Reference$/u.test(name) && attributes['w:type'] === 'even')) tell('Đầu, chân trang chẵn lẻ khác nhau không in được. Dùng một kiểu.');
}

/** Reads an opened Word file into what this system prints, and names all it cannot print. */
export function readDocx(parts: DocxParts): { readonly paper: DocxPaper; readonly issues: readonly DocxIssue[] } {
  const issues: DocxIssue[] = [];
  const found = (issue: DocxIssue): void => { if (!issues.some(({ place, text }) => place === issue.place && text === issue.text)) issues.push(issue); };
  const body = element(parts.xml('word/document.xml'), 'w:body');
  const section = element(body, 'w:sectPr');
  const reading: BlockReading = { styles: readStyles(parts.xml('word/styles.xml')), numbering: readNumbering(parts.xml('word/numbering.xml')), parts, place: '', found, mayEndSection: true, blocks: readBlocks };
  tellOfSection(section, found);
  const running = (kind: 'header' | 'footer', type: 'default' | 'first', place: string): readonly Block[] | null => {
    const id = elements(section, `w:${kind}Reference`).find(({ attributes }) => attributes['w:type'] === type)?.attributes['r:id'];
    return id === undefined ? null : readBlocks(parts.xml(parts.target(id) ?? ''), { ...reading, place, mayEndSection: false });
  };
  const title = element(section, 'w:titlePg');
  const isFirstOther = title !== undefined && !['0', 'false'].includes(worth(section, 'w:titlePg') ?? '1');
  const both = (kind: 'header' | 'footer', words: string) => ({
    usual: running(kind, 'default', `${words}, `) ?? [], first: isFirstOther ? running(kind, 'first', `${words} trang đầu, `) ?? [] : null,
  });
  const paper: DocxPaper = { page: pageOf(section), header: both('header', 'Đầu trang'), footer: both('footer', 'Chân trang'), blocks: readBlocks(body, reading) };
  return { paper, issues };
}
