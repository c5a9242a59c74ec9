// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';

/** Everybody a filing names: whose it is, who hands in, who stands in its answers. Names without tone marks, in order. */
export type Declared = { readonly names: readonly string[]; readonly numbers: readonly string[] };

type Filing = { readonly parties: readonly { readonly name?: string | undefined; readonly personalId?: string | undefined }[]; readonly answers: unknown };

const mostDeep = 6;

function textsIn(value: unknown, deep = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || deep === mostDeep) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner, deep + 1));
}

const isNumber = (text: string): boolean => /^(?:\d{12}|\d{10}(?:-\d{3})?)$/u.test(text);
/** As names are: two words or more, no figures. */
const isName = (text: string): boolean => text.length <= 150 && /^\p{L}[^\d\n]*\s+\p{L}/u.test(text);

/** Who is named in a filing, as papers handed in with it are compared with. */
export function declaredIn({ parties, answers }: Filing): Declared {
  const texts = [...parties.flatMap(({ name = '', personalId = '' }) => [name, personalId]), ...textsIn(answers)].map((text) => text.trim());
  const once = (list: readonly string[]): readonly string[] => [...new Set(list)].toSorted();
  return { names: once(texts.filter(isName).map(fold)), numbers: once(texts.map((text) => text.replace(/[\s.]/gu, '')).filter(isNumber)) };
}
