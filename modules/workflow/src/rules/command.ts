// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { ProcessDefinition, ProcessRefusal, ProcessState, Step } from '../model.ts';
import { isWork, type Marking, nodeOf } from './marking.ts';
import { run } from './run.ts';

/** What a command answers: the step, or why it was not done. */
export type Answer = Result<Step, ProcessRefusal>;

/** Runs on from what was just done, unless that was refused. */
export function close(definition: ProcessDefinition, marking: Marking, refused: ProcessRefusal | null): Answer {
  const refusal = refused ?? run(definition, marking);
  if (refusal !== null) return refuse(refusal);
  const { seq, tokens, joins, variables, ended, effects, undoable } = marking;
  return ok({ state: { format: 1, seq, tokens, joins, variables, ended, ...(undoable.length === 0 || ended ? {} : { undoable }) }, effects });
}

/** The node of a task that waits. */
export function taskAt(definition: ProcessDefinition, state: ProcessState, taskId: string): Result<string, ProcessRefusal> {
  if (state.ended) return refuse({ code: 'finished-already' });
  const token = Object.hasOwn(state.tokens, taskId) ? state.tokens[taskId] : undefined;
  if (token === undefined || !isWork(nodeOf(definition, token.node), token)) return refuse({ code: 'no-such-task', taskId });
  return ok(token.node);
}
