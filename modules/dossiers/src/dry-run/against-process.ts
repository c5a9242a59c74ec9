// SPDX-License-Identifier: EUPL-1.2
import { type ProcessDefinition, type ProcessState, type TaskCreated, type Variables, activeTasks, begin, complete } from '@motcua/workflow';

/** A step a dossier has really done, in the order it was done. */
export type DoneStep = { readonly node: string; readonly name: string; readonly act: string | null; readonly role: string };

/** How a real path fits a model: steps the model asks for that were not done, steps done that it no longer has, and where it cannot go on. */
export type Fit = { readonly added: readonly string[]; readonly dropped: readonly string[]; readonly stuck: string | null };

type Course = { readonly definition: ProcessDefinition; readonly variables: Variables; state: ProcessState; readonly added: string[]; readonly dropped: string[]; readonly done: Set<string>; stuck: string | null };

const mostAdded = 100;

const fits = (task: TaskCreated, step: DoneStep): boolean => task.node === step.node && task.role === step.role;
const means = (task: TaskCreated, step: DoneStep): boolean => task.act === step.act && task.role === step.role && task.act !== null;

/** Whether the model still has such a step somewhere after what waits now. */
function isAhead({ definition, state }: Course, step: DoneStep): boolean {
  const ahead = new Set(Object.values(state.tokens).flatMap(({ node }) => [...definition.after.get(node) ?? []]));
  return [...ahead].some((id) => { const task = definition.nodes.get(id)?.task ?? null; return id === step.node || (task !== null && step.act !== null && task.act === step.act && task.role === step.role); });
}

function finish(course: Course, task: TaskCreated): void {
  const moved = complete(course.definition, course.state, { taskId: task.taskId, variables: course.variables });
  if (moved.ok) course.state = moved.value.state;
  else course.stuck = task.name;
}

/** The step that stands before what was done is one the old dossier never did. */
function addFirst(course: Course): boolean {
  const [first] = activeTasks(course.definition, course.state);
  if (first === undefined || course.added.length >= mostAdded) return false;
  course.added.push(first.name);
  finish(course, first);
  return course.stuck === null;
}

function follow(course: Course, step: DoneStep): void {
  for (;;) {
    const active = activeTasks(course.definition, course.state);
    const task = active.find((each) => fits(each, step)) ?? active.find((each) => means(each, step));
    if (task !== undefined) {
      course.done.add(step.node);
      finish(course, task);
      return;
    }
    // Sent back and done again: the model was walked past it already.
    if (course.done.has(step.node)) return;
    if (!isAhead(course, step)) {
      course.dropped.push(step.name);
      return;
    }
    if (!addFirst(course)) return;
  }
}

/**
 * Walks the path a dossier really took through a model: no time passes, every choice is made by the variables the dossier had.
 *
 * @param isOver - whether the dossier ended: then what still waits at the end are steps it never did
 */
export function fitPath(definition: ProcessDefinition, path: readonly DoneStep[], { variables, isOver }: { readonly variables: Variables; readonly isOver: boolean }): Fit {
  const begun = begin(definition, variables);
  if (!begun.ok) return { added: [], dropped: [], stuck: definition.name };
  // Acceptance itself fulfils the first steps: no dossier waits at them.
  const accepting = (): TaskCreated | undefined => activeTasks(definition, course.state).find(({ act }) => act === 'accept');
  const course: Course = { definition, variables, state: begun.value.state, added: [], dropped: [], done: new Set(), stuck: null };
  for (let task = accepting(); task !== undefined && course.stuck === null; task = accepting()) finish(course, task);
  for (const step of path) if (course.stuck === null) follow(course, step);
  while (isOver && course.stuck === null && !course.state.ended) if (!addFirst(course)) break;
  return { added: course.added, dropped: course.dropped, stuck: course.stuck };
}
