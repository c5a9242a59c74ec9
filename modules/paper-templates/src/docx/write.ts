// SPDX-License-Identifier: EUPL-1.2
import { strToU8, zipSync } from 'fflate';

const schema = 'http://schemas.openxmlformats.org';
const w = `xmlns:w="${schema}/wordprocessingml/2006/main" xmlns:r="${schema}/officeDocument/2006/relationships"`;
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type LineLook = { readonly align?: 'left' | 'center' | 'right' | 'both'; readonly bold?: boolean; readonly italic?: boolean; readonly size?: number; readonly first?: number; readonly rule?: boolean };

/** One paragraph of WordprocessingML. Sizes in points. */
export function line(text: string, { align = 'left', bold = false, italic = false, size = 13, first = 0, rule = false }: LineLook = {}): string {
  const border = rule ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>' : '';
  const run = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${String(size * 2)}"/></w:rPr>`;
  return `<w:p><w:pPr>${border}<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="${String(first * 20)}"/><w:jc w:val="${align}"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}

/** A row of cells without borders; widths in points. */
export const columns = (...cells: readonly { readonly width: number; readonly inner: string }[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${cells.map(({ width }) => `<w:gridCol w:w="${String(width * 20)}"/>`).join('')}</w:tblGrid><w:tr>${cells.map(({ width, inner }) => `<w:tc><w:tcPr><w:tcW w:w="${String(width * 20)}" w:type="dxa"/></w:tcPr>${inner}</w:tc>`).join('')}</w:tr></w:tbl>`;

type Made = { readonly body: string; readonly header?: string; readonly more?: Readonly<Record<string, string>>; readonly relations?: string; readonly section?: string; readonly mainType?: string };

/** A Word file of its parts: enough for a template to begin with, and for trials of what must be refused. */
export function writeDocx({ body, header, more = {}, relations = '', section = '', mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }: Made): Uint8Array {
  const heads = header === undefined ? '' : '<w:headerReference w:type="default" r:id="rIdH"/><w:headerReference w:type="first" r:id="rIdF"/>';
  const page = `<w:sectPr>${heads}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1020" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>${header === undefined ? '' : '<w:titlePg/>'}${section}</w:sectPr>`;
  const related = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${schema}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${xml}<Types xmlns="${schema}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}"/>${header === undefined ? '' : ['header1', 'header2'].map((name) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${schema}/package/2006/relationships">${related('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${schema}/package/2006/relationships">${header === undefined ? '' : related('rIdH', 'header', 'header1.xml') + related('rIdF', 'header', 'header2.xml')}${relations}</Relationships>`,
    'word/document.xml': `${xml}<w:document ${w}><w:body>${body}${page}</w:body></w:document>`,
    ...(header === undefined ? {} : { 'word/header1.xml': `${xml}<w:hdr ${w}>${header}</w:hdr>`, 'word/header2.xml': `${xml}<w:hdr ${w}><w:p/></w:hdr>` }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 6 });
}
