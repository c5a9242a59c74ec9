// SPDX-License-Identifier: EUPL-1.2
import type { Block, DocxIssue, DocxPaper } from '../docx/model.ts';
import type { DataField } from './dictionary/field.ts';
import { dictionaryOf, eformPrefix, needsOf } from './dictionary/of-paper.ts';
import type { PaperKind } from './papers.ts';

/** A field as it stands in a template. */
type Named = { readonly name: string; readonly kind: 'field' | 'open' | 'close'; readonly place: string };

function textsIn(blocks: readonly Block[], place: string): readonly { readonly place: string; readonly text: string }[] {
  const counts = { paragraph: 0, table: 0 };
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      counts.paragraph += 1;
      return [{ place: `${place}đoạn ${String(counts.paragraph)}`, text: block.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'tab' ? '\t' : '')).join('') }];
    }
    counts.table += 1;
    const table = `${place}bảng ${String(counts.table)}`;
    return block.rows.flatMap((row, y) => row.cells.flatMap((cell) => textsIn(cell.blocks, `${table}, hàng ${String(y + 1)}, cột ${String(cell.at + 1)}, `)));
  });
}

/** Every text of a paper with its place: head, body, foot. */
export const everyText = ({ header, footer, blocks }: DocxPaper): readonly { readonly place: string; readonly text: string }[] => [
  ...textsIn(header.usual, 'đầu trang, '), ...textsIn(header.first ?? [], 'đầu trang đầu, '), ...textsIn(blocks, ''), ...textsIn(footer.usual, 'chân trang, '), ...textsIn(footer.first ?? [], 'chân trang đầu, '),
];

const kinds: Readonly<Record<string, Named['kind']>> = { '#': 'open', '/': 'close' };

function fieldsIn(paper: DocxPaper): { readonly named: readonly Named[]; readonly broken: readonly DocxIssue[] } {
  const texts = everyText(paper);
  const named = texts.flatMap(({ place, text }) => [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, inner = '']): Named => {
    const sign = inner.trim().charAt(0);
    const kind = kinds[sign] ?? 'field';
    return { kind, place, name: (kind === 'field' ? inner : inner.trim().slice(1)).trim().normalize('NFC') };
  }));
  const broken = texts.filter(({ text }) => /[{}]/u.test(text.replace(/\{[^{}]*\}/gu, ''))).map(({ place, text }): DocxIssue => ({ place, text: `Ngoặc nhọn chưa đủ đôi: «${text.slice(0, 60)}». Viết {tên trường} trong một đoạn.`, blocks: true }));
  return { named, broken };
}

function nearest(name: string, known: readonly string[]): string {
  const letters = new Set(name);
  const best = known.map((one) => ({ one, shared: [...new Set(one)].filter((letter) => letters.has(letter)).length - Math.abs(one.length - name.length) })).toSorted((a, b) => b.shared - a.shared)[0];
  return best === undefined || best.shared < 3 ? '' : ` Có phải «${best.one}»?`;
}

/** What the fields of a template are held against. */
type Known = { readonly dictionary: readonly DataField[]; readonly answers: ReadonlySet<string> };
type Walk = { readonly inside: string | null; readonly issues: readonly DocxIssue[] };

function fieldIssue({ name, place }: Named, inside: string | null, { dictionary, answers }: Known): readonly DocxIssue[] {
  if (name.startsWith(`${eformPrefix}.`)) {
    const field = name.slice(eformPrefix.length + 1);
    return answers.has(field) ? [] : [{ place, text: `Tờ khai của mẫu không có ô «${field}».${nearest(field, [...answers])} Sửa tên trong ngoặc nhọn, hoặc chọn đúng tờ khai.`, blocks: true }];
  }
  const known = dictionary.find((one) => one.name === name);
  if (known === undefined) return [{ place, text: `Không có trường «${name}» trong từ điển dữ liệu.${nearest(name, dictionary.map((one) => one.name))} Sửa tên trong ngoặc nhọn.`, blocks: true }];
  if (known.kind === 'list') return [{ place, text: `«${name}» là danh sách: viết {#${name}} ở đầu và {/${name}} ở cuối phần lặp lại.`, blocks: true }];
  return known.within === undefined || known.within === inside ? [] : [{ place, text: `«${name}» chỉ dùng trong danh sách «${known.within}».`, blocks: true }];
}

function step({ inside, issues }: Walk, named: Named, known: Known): Walk {
  const said = (text: string): Walk => ({ inside, issues: [...issues, { place: named.place, text, blocks: true }] });
  if (named.kind === 'field') return { inside, issues: [...issues, ...fieldIssue(named, inside, known)] };
  if (named.kind === 'close') return inside === named.name ? { inside: null, issues } : said(`{/${named.name}} không có {#${named.name}} ở trước.`);
  if (known.dictionary.find(({ name }) => name === named.name)?.kind !== 'list') return said(`Không có danh sách «${named.name}» trong từ điển dữ liệu.`);
  return inside === null ? { inside: named.name, issues } : said(`Danh sách «${named.name}» nằm trong danh sách «${inside}»: không lồng danh sách.`);
}

/** What a template is for. `answers`: names of the fields of its e-form. */
export type TemplateOf = { readonly paper: PaperKind; readonly answers: readonly string[] };

const heading = /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/iu;

/** What the law asks of a paper and this one leaves out. */
function missingFrom(docx: DocxPaper, named: readonly Named[], of: PaperKind): readonly DocxIssue[] {
  const has = (name: string): boolean => named.some((one) => (name.startsWith('#') ? one.kind === 'open' && one.name === name.slice(1) : one.kind === 'field' && one.name === name));
  const headless = of === 'result' || everyText(docx).some(({ text }) => heading.test(text.replace(/\s+/gu, ' '))) ? [] : [{ place: 'Cả văn bản', text: 'Chưa thấy Quốc hiệu «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM». Thêm Quốc hiệu, Tiêu ngữ ở đầu giấy.', blocks: false }];
  return [...headless, ...needsOf(of).filter(([name]) => !has(name)).map(([name, what]): DocxIssue => ({
    place: 'Cả văn bản', blocks: true, text: name.startsWith('#') ? `Thiếu danh sách {${name}} … {/${name.slice(1)}}: giấy phải có ${what}.` : `Thiếu {${name}}: không biết đặt ${what} ở đâu.`,
  }))];
}

/** The fields a template names, held against the dictionary of its paper: unknown ones with their place, lists left open, what is missing. */
export function checkFields(paper: DocxPaper, { paper: of, answers }: TemplateOf): { readonly names: readonly string[]; readonly issues: readonly DocxIssue[] } {
  const { named, broken } = fieldsIn(paper);
  const known: Known = { dictionary: dictionaryOf(of), answers: new Set(answers) };
  const walked = named.reduce<Walk>((walk, one) => step(walk, one, known), { inside: null, issues: [] });
  const left = walked.inside === null ? [] : [{ place: 'Cuối văn bản', text: `Danh sách «${walked.inside}» chưa đóng: thiếu {/${walked.inside}}.`, blocks: true }];
  const twice = ['chỗ ký', 'chỗ dấu'].filter((name) => named.filter((one) => one.name === name).length > 1).map((name): DocxIssue => ({ place: 'Cả văn bản', text: `{${name}} có hai lần. Giữ một chỗ.`, blocks: true }));
  return { names: [...new Set(named.filter(({ kind }) => kind === 'field').map(({ name }) => name))], issues: [...broken, ...walked.issues, ...left, ...missingFrom(paper, named, of), ...twice] };
}
