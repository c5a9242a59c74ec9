// SPDX-License-Identifier: EUPL-1.2
import { roles } from '@motcua/kernel';
import { dossierActs } from '@motcua/dossiers';
import { type Check, fixture, read, sources } from './check.ts';

/** Rows of a glossary: Vietnamese term, words in the code, whether the code has them yet. */
function rows(page: string): readonly { readonly term: string; readonly words: readonly string[]; readonly used: boolean }[] {
  return page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Thuật ngữ')).map((line) => {
    const [, term = '', code = '', note = ''] = line.split('|').map((cell) => cell.trim());
    return { term, words: [...code.matchAll(/`([^`]+)`/gu)].map(([, word]) => word ?? ''), used: !note.includes('chưa dùng') };
  });
}

/** Faults of a glossary: a word the code does not know, and a word of the code that is not in it. */
export function glossaryFaults(page: string, code: string, wanted: readonly string[]): readonly string[] {
  const known = rows(page);
  const listed = new Set(known.flatMap(({ words }) => words));
  return [
    ...known.filter(({ used }) => used).flatMap(({ term, words }) => words.filter((word) => !code.includes(word)).map((word) => `docs/glossary.md: «${term}»: the code has no ${word}`)),
    ...wanted.filter((word) => !listed.has(word)).map((word) => `docs/glossary.md: no row with \`${word}\``),
  ];
}

const statuses = (): readonly string[] => {
  const text = read('modules/dossiers/src/contract/parts.ts');
  return [...(/dossierStatuses = \[(?<list>[^\]]*)\]|DossierStatus = z\.enum\(\[(?<inline>[^\]]*)\]/u.exec(text)?.[0] ?? '').matchAll(/'([a-z-]+)'/gu)].map(([, word]) => word ?? '');
};

export const glossaryCheck: Check = {
  name: 'statuses, acts, roles are in the glossary, and its words in the code',
  faults: () => glossaryFaults(read('docs/glossary.md'), sources(/^(packages|modules|integrations|apps)\/.*\.(ts|tsx|sql)$/u).map(({ text }) => text).join('\n'), [...statuses(), ...dossierActs, ...roles]),
  onBroken: () => glossaryFaults(fixture('glossary.md'), 'dossier', ['dossier', 'accept']),
};
