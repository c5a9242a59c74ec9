// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, ProcessState, TaskCreated } from '../model.ts';
import { taskCreated } from './marking.ts';

/** The tasks that wait now, as they were announced when they were created. */
export function activeTasks(definition: ProcessDefinition, state: ProcessState): readonly TaskCreated[] {
  const tasks: TaskCreated[] = [];
  for (const [taskId, { node: id }] of Object.entries(state.tokens)) {
    const node = definition.nodes.get(id);
    if (node?.kind === 'user-task') tasks.push(taskCreated(node, taskId, state.variables));
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
  const waiting = Object.values(state.tokens).map(({ node }) => node);
  const ahead = new Set(waiting);
  for (const node of waiting) for (const later of definition.after.get(node) ?? []) ahead.add(later);
  return { done: definition.mainPath.filter((node) => !ahead.has(node)).length, total };
}
