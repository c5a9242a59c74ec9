// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { ProcessDefinition, ProcessRefusal, ProcessState, Step, Variables } from '../model.ts';
import { cancelToken, enterTask, type Marking, nodeOf, openMarking, runOn, spendTimer, takeToken } from './marking.ts';

type Answer = Result<Step, ProcessRefusal>;

const empty: ProcessState = { format: 1, seq: 0, tokens: {}, joins: {}, variables: {}, ended: false };

function close(marking: Marking, refusal: ProcessRefusal | null): Answer {
  if (refusal !== null) return refuse(refusal);
  const { seq, tokens, joins, variables, ended, effects } = marking;
  return ok({ state: { format: 1, seq, tokens, joins, variables, ended }, effects });
}

/** Starts an instance: runs from the start event to the first places that wait. */
export function begin(definition: ProcessDefinition, variables: Variables): Answer {
  const marking = openMarking({ ...empty, variables });
  return close(marking, runOn(definition, marking, definition.start));
}

function taskAt(definition: ProcessDefinition, state: ProcessState, taskId: string): Result<string, ProcessRefusal> {
  if (state.ended) return refuse({ code: 'finished-already' });
  const token = Object.hasOwn(state.tokens, taskId) ? state.tokens[taskId] : undefined;
  if (token === undefined || nodeOf(definition, token.node).kind !== 'user-task') return refuse({ code: 'no-such-task', taskId });
  return ok(token.node);
}

/**
 * Finishes a task and runs on; `variables` are laid over those of the instance.
 *
 * @error no-such-task - finished or cancelled meanwhile
 * @error no-path - no condition of a gateway holds and it has no default flow: nothing was changed
 * @error stuck-at-join - a join would wait for ever: nothing was changed
 */
export function complete(
  definition: ProcessDefinition, state: ProcessState, { taskId, variables }: { readonly taskId: string; readonly variables: Variables },
): Answer {
  const node = taskAt(definition, state, taskId);
  if (!node.ok) return node;
  const marking = openMarking(state);
  marking.variables = { ...state.variables, ...variables };
  takeToken(marking, taskId);
  marking.effects.push({ kind: 'task-completed', taskId, node: node.value });
  return close(marking, runOn(definition, marking, node.value));
}

/**
 * Sends a task back to an earlier one (trả lại bước trước). What came after that step and still waits, also in parallel branches
 * opened since, is taken back; branches the step does not lead to stay.
 *
 * @error return-not-allowed - the task does not list the step among those it may be sent back to
 */
export function returnTo(
  definition: ProcessDefinition, state: ProcessState, { taskId, to }: { readonly taskId: string; readonly to: string },
): Answer {
  const from = taskAt(definition, state, taskId);
  if (!from.ok) return from;
  const allowed = nodeOf(definition, from.value).task?.returnTo ?? [];
  if (!allowed.includes(to)) return refuse({ code: 'return-not-allowed', node: from.value, to });
  const marking = openMarking(state);
  const later = definition.after.get(to) ?? new Set<string>();
  cancelToken(definition, marking, taskId);
  for (const [place, token] of Object.entries(marking.tokens)) {
    if (later.has(token.node) || token.node === to) cancelToken(definition, marking, place);
  }
  forgetArrivals(definition, marking, new Set([to, ...later]));
  return close(marking, enterTask(definition, marking, to));
}

function forgetArrivals(definition: ProcessDefinition, marking: Marking, taken: ReadonlySet<string>): void {
  for (const [join, arrived] of Object.entries(marking.joins)) {
    const sources = new Map([...definition.nodes.values()].flatMap(({ id, out }) => out.map((flow) => [flow.id, id] as const)));
    const kept = Object.entries(arrived).filter(([flow]) => !taken.has(sources.get(flow) ?? ''));
    if (kept.length === 0) Reflect.deleteProperty(marking.joins, join);
    else marking.joins[join] = Object.fromEntries(kept);
  }
}

/**
 * A timer's hour has come. An interrupting boundary timer takes the task back; another one opens a path beside it.
 *
 * @error no-such-timer - cancelled or fired meanwhile
 */
export function fireTimer(definition: ProcessDefinition, state: ProcessState, { timerId }: { readonly timerId: string }): Answer {
  if (state.ended) return refuse({ code: 'finished-already' });
  const place = Object.entries(state.tokens).find(([, { timers }]) => Object.hasOwn(timers, timerId))?.[0];
  const marking = openMarking(state);
  const id = place === undefined ? null : spendTimer(marking, place, timerId);
  if (place === undefined || id === null) return refuse({ code: 'no-such-timer', timerId });
  const { kind, interrupting } = nodeOf(definition, id);
  if (kind === 'timer' || interrupting) cancelToken(definition, marking, place);
  return close(marking, runOn(definition, marking, id));
}
