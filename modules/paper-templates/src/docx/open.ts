// SPDX-License-Identifier: EUPL-1.2
import { type Xml, elements } from '@motcua/xml-kit';
import { strFromU8, unzipSync } from 'fflate';
import { readOfficeXml } from './xml.ts';
import type { DocxIssue } from './model.ts';

/** A Word file taken apart: its parts by name, and which name a reference of the document stands for. */
export type DocxParts = { readonly xml: (name: string) => Xml | undefined; readonly bytes: (name: string) => Uint8Array | undefined; readonly target: (id: string) => string | undefined };

/** Bytes a template may have, packed and unpacked; more is no paper. */
export const largestDocx = 4 * 1024 * 1024;
const largestUnpacked = 32 * 1024 * 1024;
const mostParts = 300;
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const whole = (text: string): readonly DocxIssue[] => [{ place: 'Tệp', text, blocks: true }];

/** Parts that do something or hide something, by what their name says. */
const hostile: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|macrosheet/iu, 'có macro. Lưu lại thành tệp .docx không macro'],
  [/activeX|ctrlProps/iu, 'có điều khiển ActiveX. Bỏ điều khiển rồi lưu lại'],
  [/embeddings\/|oleObject|\.bin$/iu, 'có tệp hoặc đối tượng nhúng. Bỏ đối tượng rồi lưu lại'],
  [/afchunk|\.mht|\.html?$/iu, 'có đoạn nhập từ tệp khác. Dán nội dung vào rồi lưu lại'],
  [/\.\.|^\/|\\/u, 'có đường dẫn lạ trong gói'],
];

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | readonly DocxIssue[] {
  const found = { bytes: 0, parts: 0 };
  const isTooMuch = (): boolean => found.bytes > largestUnpacked || found.parts > mostParts;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        found.bytes += originalSize;
        found.parts += 1;
        return !isTooMuch();
      },
    });
    return isTooMuch() ? whole('Tệp bung ra quá lớn hoặc quá nhiều phần, không phải một mẫu giấy. Kiểm tra lại tệp.') : files;
  } catch {
    return whole('Tệp không mở được như một tệp Word (.docx). Mở bằng Word, lưu lại dạng .docx rồi tải lên.');
  }
}

const isIssues = (value: Readonly<Record<string, Uint8Array>> | readonly DocxIssue[]): value is readonly DocxIssue[] => Array.isArray(value);

function relationIssues(name: string, relations: Xml): readonly DocxIssue[] {
  return elements(relations).flatMap(({ attributes }) => {
    const [type = '', target = '', mode] = [attributes['Type'] ?? attributes['rel:Type'], attributes['Target'] ?? attributes['rel:Target'], attributes['TargetMode'] ?? attributes['rel:TargetMode']];
    if (mode === 'External') return [{ place: name, text: `Có liên kết ra ngoài tới «${target.slice(0, 80)}». Bỏ liên kết rồi lưu lại.`, blocks: true }];
    const kind = type.split('/').at(-1) ?? '';
    return ['oleObject', 'package', 'aFChunk', 'attachedTemplate', 'subDocument', 'control'].includes(kind) ? [{ place: name, text: `Có phần «${kind}» không được dùng trong mẫu giấy. Bỏ rồi lưu lại.`, blocks: true }] : [];
  });
}

const resolved = (target: string): string => (target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//u, '')}`);

/** Opens a Word file without trusting it: no macros, no links outside, no embedded objects, no bombs. */
export function openDocx(bytes: Uint8Array): { readonly ok: true; readonly parts: DocxParts } | { readonly ok: false; readonly issues: readonly DocxIssue[] } {
  if (bytes.length > largestDocx) return { ok: false, issues: whole(`Tệp nặng hơn ${String(largestDocx / 1024 / 1024)} MB. Giảm cỡ hình ảnh trong mẫu.`) };
  const files = unpacked(bytes);
  if (isIssues(files)) return { ok: false, issues: files };
  const names = Object.keys(files);
  const read = new Map(names.filter((name) => /\.(?:xml|rels)$/u.test(name)).map((name) => [name, readOfficeXml(strFromU8(files[name] ?? new Uint8Array()))]));
  const unread = [...read].filter(([, xml]) => xml === null).map(([name]): DocxIssue => ({ place: name, text: 'Phần này của tệp không đọc được. Mở bằng Word, lưu lại rồi tải lên.', blocks: true }));
  const bad = names.flatMap((name) => hostile.filter(([pattern]) => pattern.test(name)).slice(0, 1).map(([, text]): DocxIssue => ({ place: name, text: `Tệp ${text}.`, blocks: true })));
  const types = read.get('[Content_Types].xml');
  const main = elements(types ?? undefined).find(({ attributes }) => attributes['PartName'] === '/word/document.xml')?.attributes['ContentType'];
  const typed = main === mainType ? [] : whole(main?.includes('macroEnabled') === true ? 'Tệp có macro. Lưu lại thành .docx thường.' : 'Đây không phải tệp Word .docx thường. Mở bằng Word, chọn Lưu thành .docx (không chọn Strict).');
  const linked = [...read].flatMap(([name, xml]) => name.endsWith('.rels') && xml !== null ? relationIssues(name, xml) : []);
  const issues = [...unread, ...bad, ...typed, ...linked];
  if (issues.length > 0) return { ok: false, issues };
  const relations = new Map(elements(read.get('word/_rels/document.xml.rels') ?? undefined).map(({ attributes }) => [attributes['Id'] ?? '', resolved(attributes['Target'] ?? '')]));
  return { ok: true, parts: { xml: (name) => read.get(name) ?? undefined, bytes: (name) => files[name], target: (id) => relations.get(id) } };
}
