// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';

type Named = { readonly code: string; readonly name: string; readonly aliases: readonly string[]; readonly retired: boolean };

const whole = (words: string): string => ` ${fold(words).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** The name under which a component keeps its kind: without tone marks, case and repeated blanks. */
export const componentName = (name: string): string => whole(name).trim();

/**
 * Proposes a kind for the name of a component: the longest name or alias of a kind that stands in it as whole words, without tone marks. A person confirms.
 *
 * @returns a function of the component's name; made once for many names
 */
export function paperKindMatcher(kinds: readonly Named[]): (component: string) => string | null {
  const known = kinds.filter(({ retired }) => !retired).flatMap(({ code, name, aliases }) => [name, ...aliases].map((words) => ({ code, words: whole(words) }))).filter(({ words }) => words.trim() !== '').toSorted((one, other) => other.words.length - one.words.length);
  return (component) => {
    const text = whole(component);
    return known.find(({ words }) => text.includes(words))?.code ?? null;
  };
}
