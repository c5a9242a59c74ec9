// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '@motcua/kernel';
import { dictionaryOf, eformPrefix } from './dictionary/of-paper.ts';
import type { PaperKind } from './papers.ts';

/** The lists of a template by their names; each entry by the names of its fields. */
type Entry = Readonly<Record<string, string>>;

/** What fills a template: a text under each name, a list of entries under the names of lists, answers of the e-form by field. */
export type TemplateData = { readonly paper: PaperKind; readonly texts: Readonly<Record<string, string>>; readonly lists: Readonly<Record<string, readonly Entry[]>>; readonly answers: Readonly<Record<string, string>> };

// Letters nobody types: what stands between them is a place kept free, never a text of a person.
const [open, close] = ['\uE000', '\uE001'];
const marks: Readonly<Record<string, string>> = { 'chỗ ký': `${open}sign${close}`, 'chỗ dấu': `${open}seal${close}`, 'mã QR': `${open}qr${close}`, 'mã vạch': `${open}bars${close}` };
const pattern = new RegExp(`${open}(sign|seal|qr|bars)${close}`, 'u');

/** Splits a text at the places kept free. */
export const splitAtPlaces = (text: string): readonly ({ readonly text: string } | { readonly place: string })[] =>
  text.split(new RegExp(`(${open}(?:sign|seal|qr|bars)${close})`, 'u')).filter((part) => part !== '').map((part) => {
    const place = pattern.exec(part)?.[1];
    return place === undefined ? { text: part } : { place };
  });

const said = (text: string): string => cleanText(text.replace(/[\uE000-\uF8FF]/gu, ''));
const entrySaid = (entry: Entry): Entry => Object.fromEntries(Object.entries(entry).map(([name, text]) => [name, said(text)]));

/** What the engine of templates is given: every name of the dictionary, empty when there is nothing to say. `withPlaces`: places are marked, for printing. */
export function filling({ paper, texts, lists, answers }: TemplateData, withPlaces: boolean): Record<string, string | Record<string, string> | Record<string, string>[]> {
  const own = dictionaryOf(paper).filter(({ within }) => within === undefined).map(({ name, kind }) => [name,
    kind === 'list' ? (lists[name] ?? []).map((entry) => ({ ...entrySaid(entry) })) : kind === 'place' ? (withPlaces ? marks[name] ?? '' : '') : said(texts[name] ?? '')] as const);
  return { ...Object.fromEntries(own), [eformPrefix]: { ...entrySaid(answers) } };
}

/** The data of a dossier of nobody. @param fields - label by name of the e-form's fields, when the template belongs to one */
export function sampleData(paper: PaperKind, fields: readonly { readonly name: string; readonly label: string; readonly value: string }[]): TemplateData {
  const dictionary = dictionaryOf(paper);
  const inner = (list: string): Entry => Object.fromEntries(dictionary.filter(({ within }) => within === list).map(({ name, sample }) => [name, sample]));
  const answered = fields.filter(({ value }) => value !== '').slice(0, 8).map(({ label, value }) => ({ 'tên ô': label, 'trả lời': value }));
  const lists = dictionary.filter(({ kind }) => kind === 'list').map(({ name }) => [name, name === 'nội dung khai' && answered.length > 0 ? answered : [inner(name), inner(name)]] as const);
  return {
    paper, texts: Object.fromEntries(dictionary.filter(({ kind, within }) => kind === 'text' && within === undefined).map(({ name, sample }) => [name, sample])),
    lists: Object.fromEntries(lists), answers: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  };
}
