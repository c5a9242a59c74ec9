// SPDX-License-Identifier: EUPL-1.2
import { columns, line, writeDocx } from '../docx/write.ts';
import type { DataField } from './dictionary/field.ts';
import { dictionaryOf } from './dictionary/of-paper.ts';
import { type LetterKind, type PaperKind, paperKindTitles } from './papers.ts';
import { starterTemplate } from './starter.ts';

const center = { align: 'center' } as const;
const bold = { align: 'center', bold: true } as const;
const placed = new Set(['cơ quan cấp trên', 'cơ quan', 'số văn bản', 'nơi ban hành', 'ngày ban hành', 'thay mặt', 'ký thay', 'chức vụ người ký', 'họ tên người ký', 'mã QR', 'mã vạch', 'chỗ ký', 'người nộp', 'người tiếp nhận']);

const saysOne = ({ name, means }: DataField): string => line(`${means.replace(/, trống nếu.*$/u, '')}: {${name}}`);

function listOf(list: string, dictionary: readonly DataField[]): string {
  const inner = dictionary.filter(({ within }) => within === list);
  return line(`{#${list}}`) + line(`- ${inner.map(({ name }) => `{${name}}`).join('; ')}`) + line(`{/${list}}`);
}

/** A letter or slip with every part it needs and all its fields in place; the layout of the law where it gives one stays the product's own. */
function starterLetter(paper: LetterKind): Uint8Array {
  const dictionary = dictionaryOf(paper);
  const has = (name: string): boolean => dictionary.some((field) => field.name === name);
  const head = columns(
    { width: 200, inner: line('{cơ quan cấp trên}', { ...center, size: 12 }) + line('{cơ quan}', { ...bold, size: 12, rule: true }) + line('Số: {số văn bản}', center) },
    { width: 260, inner: line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...bold, size: 12 }) + line('Độc lập - Tự do - Hạnh phúc', { ...bold, rule: true }) + line('{nơi ban hành}, {ngày ban hành}', { ...center, italic: true }) },
  );
  const said = dictionary.filter(({ name, within }) => within === undefined && !placed.has(name)).map((field) => (field.kind === 'list' ? line(`${field.means.split(',')[0] ?? ''}:`) + listOf(field.name, dictionary) : saysOne(field))).join('');
  const hands = [['người nộp', 'NGƯỜI NỘP HỒ SƠ'], ['người tiếp nhận', 'NGƯỜI TIẾP NHẬN']].filter(([name = '']) => has(name));
  const signed = has('chỗ ký') ? ['{thay mặt}', '{ký thay}', '{chức vụ người ký}', '{chỗ ký}', '{họ tên người ký}'].map((text) => line(text, bold)).join('') : '';
  const foot = columns({ width: 175, inner: line('{mã QR}') }, { width: 284, inner: signed === '' ? hands.map(([name = '', role = '']) => line(role, bold) + line('') + line(`{${name}}`, bold)).join('') + line('') : signed });
  return writeDocx({ body: head + line(paperKindTitles[paper].toLocaleUpperCase('vi'), { ...bold, size: 14 }) + (has('mã vạch') ? line('{mã vạch}', center) : '') + said + foot + line('') });
}

/**
 * The Word file to begin a template of a paper from.
 *
 * @legal nd-30-2020/layout
 */
export const starterOf = (paper: PaperKind): Uint8Array => (paper === 'result' ? starterTemplate() : starterLetter(paper));
