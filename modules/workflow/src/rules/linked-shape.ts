// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, TaskProperties } from '../model.ts';
import { isVariable } from './marking.ts';

/** A task another subject finishes: `after` are the nearest such tasks before it. */
export type LinkedNode = { readonly node: string; readonly name: string; readonly after: readonly string[] };

/** The shape of a process that links others, whoever drew it: each linked task with those just before it. */
export function linkedShape({ nodes: drawn, opened: nodes = drawn }: ProcessDefinition): readonly LinkedNode[] {
  const isLinked = (id: string): boolean => nodes.get(id)?.task?.act === 'linked';
  const nearest = nearestBefore(nodes, isLinked);
  return [...nodes.values()].filter(({ id }) => isLinked(id)).map(({ id, name }) => ({ node: id, name, after: nearest(id) }));
}

/** The nearest wanted nodes before a node, whatever lies between. */
function nearestBefore(nodes: ProcessDefinition['nodes'], isWanted: (id: string) => boolean): (id: string) => readonly string[] {
  const before = new Map<string, string[]>();
  for (const { id, out } of nodes.values()) for (const { to } of out) before.set(to, [...before.get(to) ?? [], id]);
  return (id) => {
    const [found, seen, open] = [new Set<string>(), new Set<string>([id]), [...before.get(id) ?? []]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (isWanted(next)) found.add(next);
      else open.push(...before.get(next) ?? []);
    }
    return [...found];
  };
}

/** A step of the main path with its budget: `after` are the nearest such steps before it, flows that go back left out. */
export type PlannedStep = Pick<TaskProperties, 'agency' | 'hours' | 'budget' | 'act'> & { readonly node: string; readonly after: readonly string[] };

/** The main path with its budgets, in order: every branch of a fork, each step after those it waits for. A place told only by the dossier counts as the solving agency. */
export function plannedSteps({ nodes: drawn, opened: nodes = drawn, mainPath }: ProcessDefinition): readonly PlannedStep[] {
  const place = new Map(mainPath.map((id, at) => [id, at]));
  const nearest = nearestBefore(nodes, (id) => place.has(id));
  return mainPath.flatMap((id, at) => {
    const task = nodes.get(id)?.task;
    return task == null ? [] : [{ node: id, agency: isVariable(task.agency) ? 'competent' : task.agency, hours: task.hours, budget: task.budget, act: task.act, after: nearest(id).filter((one) => (place.get(one) ?? at) < at) }];
  });
}
