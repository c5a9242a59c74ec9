// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib';
import type { Upload } from './model.ts';

const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]>>'];
const heads = objects.map((object, index) => `${String(index + 1)} 0 obj${object}endobj\n`);
const places = heads.map((_, index) => '%PDF-1.4\n'.length + heads.slice(0, index).join('').length);
const table = ['0000000000 65535 f \n', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)].join('');
const body = `%PDF-1.4\n${heads.join('')}`;

/** The smallest PDF there is: one empty page. */
export const smallPdf: Uint8Array = Buffer.from(`${body}xref\n0 4\n${table}trailer<</Root 1 0 R/Size 4>>\nstartxref\n${String(body.length)}\n%%EOF\n`, 'latin1');

/** A ZIP of one uncompressed file: what DOCX and XLSX are underneath. */
export function zipOf(name: string, content: string): Uint8Array {
  const [path, body] = [Buffer.from(name), Buffer.from(content)];
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(body), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(body.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, body]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, Buffer.alloc(14), path]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

/** An upload with nothing special about it. */
export function anUpload(about: Partial<Upload> = {}): Upload {
  return {
    ownerKind: 'draft', ownerRef: 'draft-1', content: smallPdf, name: 'Đơn đề nghị.pdf', declaredType: 'application/pdf', purpose: 'component',
    by: 'citizen-1', at: Temporal.Instant.from('2026-11-26T09:41:00+07:00'), ...about,
  };
}

/** A paper of one page, with a text in Vietnamese and a reserved place named «officer» and one named «agency». */
export const plainTemplate = `#let d = json(bytes(sys.inputs.data))
#set page(width: 148mm, height: 210mm)
#set text(font: "Tinos", lang: "vi")
#d.text
#for (name, y) in (("officer", 200.0), ("agency", 300.0)) [#metadata((name: name, page: 1, x: 40.0, y: y, width: 140.0, height: 56.0)) <place>]`;
export { type Photograph, photographOf } from './testing-photographs.ts';
