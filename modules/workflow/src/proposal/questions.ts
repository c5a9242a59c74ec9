// SPDX-License-Identifier: EUPL-1.2
import type { JsonValue } from '@motcua/proposals';
import { z } from 'zod';
import { compileProcess } from '../definition/compile-process.ts';
import { activeTasks } from '../rules/progress.ts';
import { begin, complete } from '../rules/steps.ts';

const Given = z.object({ variables: z.record(z.string(), z.json()) });
const mostSteps = 500;

/** What is asked of a process when it travels: which way a dossier goes when nothing special is said of it. */
export const processQuestions = (): readonly { readonly name: string; readonly given: JsonValue }[] => [{ name: 'Đường chính: các bước theo thứ tự', given: { variables: {} } }];

/** The steps a dossier with these variables passes, in order, each with who does it; the last line says why it stops where it does not end. */
export async function proveProcess(xml: string, given: JsonValue): Promise<JsonValue> {
  const [made, read] = [await compileProcess(xml), Given.safeParse(given)];
  if (!made.ok || !read.success) return null;
  const { variables } = read.data;
  const begun = begin(made.value, variables);
  if (!begun.ok) return [begun.error.code];
  const passed: string[] = [];
  for (let { state } = begun.value; !state.ended && passed.length < mostSteps;) {
    const [task] = activeTasks(made.value, state);
    if (task === undefined) return [...passed, 'waits'];
    passed.push(`${task.role} · ${task.name} · ${String(task.hours ?? 0)}`);
    const step = complete(made.value, state, { taskId: task.taskId, variables });
    if (!step.ok) return [...passed, step.error.code];
    state = step.value.state;
  }
  return passed;
}
