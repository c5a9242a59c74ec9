// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, ProcessState, TaskCreated } from '../model.ts';
import { isWork, taskCreated, variablesAt } from './marking.ts';

/** The tasks that wait now, as they were announced when they were created. */
export function activeTasks(definition: ProcessDefinition, state: ProcessState): readonly TaskCreated[] {
  const tasks: TaskCreated[] = [];
  for (const [taskId, token] of Object.entries(state.tokens)) {
    const node = definition.nodes.get(token.node);
    if (node?.kind === 'user-task' && isWork(node, token)) tasks.push(taskCreated(node, taskId, variablesAt(state, taskId)));
  }
  return tasks;
}

/**
 * How far an instance has come on the main path, for the public look-up: «Đã xong 3 trong 6 bước».
 * A step counts as done when nothing that still waits can lead to it without going back.
 */
export function progress(definition: ProcessDefinition, state: ProcessState): { readonly done: number; readonly total: number } {
  const total = definition.mainPath.length;
  if (state.ended) return { done: total, total };
  // What waits inside a scope says how far the scope has come.
  const scopes = new Set(Object.values(state.tokens).map(({ scope }) => scope));
  const waiting = Object.entries(state.tokens).filter(([place]) => !scopes.has(place)).map(([, { node }]) => node);
  const ahead = new Set(waiting);
  for (const node of waiting) for (const later of definition.after.get(node) ?? []) ahead.add(later);
  return { done: definition.mainPath.filter((node) => !ahead.has(node)).length, total };
}

/** Messages from outside an instance waits for now: what happened to its subject would let it go on. */
export function awaitedMessages(definition: ProcessDefinition, state: ProcessState): readonly string[] {
  if (state.ended || definition.bodies === undefined) return [];
  const listeners = Object.values(state.tokens).flatMap(({ node: id }) => {
    const node = definition.nodes.get(id);
    if (node === undefined) return [];
    const behind = node.kind === 'event-based' ? node.out.map(({ to }) => to) : node.kind === 'catch' ? [id] : [];
    return [...behind, ...node.boundary].map((each) => definition.nodes.get(each));
  });
  return [...new Set(listeners.flatMap((node) => (node?.more?.triggers ?? []).filter(({ kind }) => kind === 'message').map(({ name }) => name)))];
}
