// SPDX-License-Identifier: EUPL-1.2
import { type NamedPlace, code128Svg, qrSvg, renderPaperWithPlaces } from '@motcua/documents';
import { TemplateHandler, TemplateHandlerOptions, TextPlugin } from 'easy-template-x';
import type { Block, DocxIssue, DocxPaper, Piece } from '../docx/model.ts';
import { openDocx } from '../docx/open.ts';
import { readDocx } from '../docx/read.ts';
import { docxTemplate } from './source.ts';
import { type TemplateData, filling, splitAtPlaces } from './data.ts';
import { type TemplateOf, checkFields, everyText } from './fields.ts';
import { ParagraphLists } from './paragraph-lists.ts';

/** What a Word template is, read without trusting it. */
export type Inspected = { readonly names: readonly string[]; readonly issues: readonly DocxIssue[]; readonly paper: DocxPaper | null };

/** Opens a template, reads what can be printed, checks the fields it names. */
export function inspectTemplate(bytes: Uint8Array, of: TemplateOf): Inspected {
  const opened = openDocx(bytes);
  if (!opened.ok) return { names: [], issues: opened.issues, paper: null };
  const { paper, issues } = readDocx(opened.parts);
  const fields = checkFields(paper, of);
  return { names: fields.names, issues: [...issues, ...fields.issues], paper };
}

/** The text of a template line by line, fields as they stand: what a person reads and a difference compares. */
export const templateLines = (paper: DocxPaper): readonly string[] => everyText(paper).map(({ text }) => text.slice(0, 5000)).filter((text) => text.trim() !== '').slice(0, 3000);

/** The filled Word file (bản Word đã điền); places of signatures are left blank. */
export async function fillDocx(bytes: Uint8Array, data: TemplateData, withPlaces = false): Promise<Uint8Array> {
  // Texts and lists only: no pictures, links or markup from data.
  const engine = new TemplateHandler(new TemplateHandlerOptions({ plugins: [new ParagraphLists(), new TextPlugin()] }));
  const filled = await engine.process(Buffer.from(bytes), filling(data, withPlaces));
  return new Uint8Array(filled);
}

function forPress(piece: Piece): readonly object[] {
  if (piece.kind === 'image') {
    const { data, ...rest } = piece;
    return [{ ...rest, bytes: [...Buffer.from(data, 'base64')] }];
  }
  if (piece.kind !== 'text') return [piece];
  return splitAtPlaces(piece.text).map((part) => ('place' in part ? { kind: 'place', name: part.place } : { ...piece, text: part.text }));
}

const blocksForPress = (blocks: readonly Block[]): readonly object[] => blocks.map((block) => block.kind === 'paragraph' ? { ...block, pieces: block.pieces.flatMap(forPress) }
  : { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: blocksForPress(cell.blocks) })) })) });
const runningForPress = ({ usual, first }: DocxPaper['header']): object => ({ usual: blocksForPress(usual), first: first === null ? null : blocksForPress(first) });

/** How a filled template is printed. `mark`: a word across every page, '' for none. */
export type Printing = { readonly title: string; readonly author: string; readonly verifyUrl: string | null; readonly demonstration: boolean; readonly mark: string; readonly at: Temporal.Instant };

/** A filled template as PDF/A-2b, with the places its fields keep free. @throws when the file cannot be read: it was inspected before it was published */
export async function printTemplate(bytes: Uint8Array, data: TemplateData, { at, verifyUrl, ...about }: Printing): Promise<{ readonly pdf: Uint8Array; readonly places: readonly NamedPlace[] }> {
  const opened = openDocx(await fillDocx(bytes, data, true));
  if (!opened.ok) throw new Error(`the filled template cannot be read: ${opened.issues.map(({ text }) => text).join(' ')}`);
  const { paper } = readDocx(opened.parts);
  const dossierCode = data.texts['mã hồ sơ'] ?? '';
  const view = { ...about, page: paper.page, header: runningForPress(paper.header), footer: runningForPress(paper.footer), blocks: blocksForPress(paper.blocks), qr: verifyUrl === null ? null : qrSvg(verifyUrl), bars: dossierCode === '' ? null : code128Svg(dossierCode) };
  return renderPaperWithPlaces({ template: docxTemplate, data: view, standard: 'a-2b', at });
}
