// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition } from '../model.ts';

/** A task another subject finishes: `after` are the nearest such tasks before it. */
export type LinkedNode = { readonly node: string; readonly name: string; readonly after: readonly string[] };

/** The shape of a process that links others, whoever drew it: each linked task with those just before it. */
export function linkedShape({ nodes }: ProcessDefinition): readonly LinkedNode[] {
  const before = new Map<string, string[]>();
  for (const { id, out } of nodes.values()) for (const { to } of out) before.set(to, [...before.get(to) ?? [], id]);
  const isLinked = (id: string): boolean => nodes.get(id)?.task?.act === 'linked';
  const nearest = (id: string): readonly string[] => {
    const [found, seen, open] = [new Set<string>(), new Set<string>([id]), [...before.get(id) ?? []]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (isLinked(next)) found.add(next);
      else open.push(...before.get(next) ?? []);
    }
    return [...found];
  };
  return [...nodes.values()].filter(({ id }) => isLinked(id)).map(({ id, name }) => ({ node: id, name, after: nearest(id) }));
}
