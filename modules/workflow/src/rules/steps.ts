// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import type { ProcessDefinition, ProcessRefusal, ProcessState, Step, Trigger, Variables } from '../model.ts';
import { comeIn, fail, meet, rise } from './events.ts';
import { cancelToken, goOn, isWork, type Marking, nodeOf, openMarking, sendOn, spendTimer, takeToken } from './marking.ts';
import { run } from './run.ts';
import { leave, listen } from './scopes.ts';

type Answer = Result<Step, ProcessRefusal>;

const empty: ProcessState = { format: 1, seq: 0, tokens: {}, joins: {}, variables: {}, ended: false };

/** Runs on from what was just done, unless that was refused. */
function close(definition: ProcessDefinition, marking: Marking, refused: ProcessRefusal | null): Answer {
  const refusal = refused ?? run(definition, marking);
  if (refusal !== null) return refuse(refusal);
  const { seq, tokens, joins, variables, ended, effects, undoable } = marking;
  return ok({ state: { format: 1, seq, tokens, joins, variables, ended, ...(undoable.length === 0 || ended ? {} : { undoable }) }, effects });
}

/** Starts an instance: runs from its start event, or from the one that was named, to the first places that wait. */
export function begin(definition: ProcessDefinition, variables: Variables, start: string = definition.start): Answer {
  const marking = openMarking({ ...empty, variables }, start);
  listen(definition, marking, { body: definition.processId, scope: undefined });
  return close(definition, marking, goOn(marking, nodeOf(definition, start), undefined));
}

function taskAt(definition: ProcessDefinition, state: ProcessState, taskId: string): Result<string, ProcessRefusal> {
  if (state.ended) return refuse({ code: 'finished-already' });
  const token = Object.hasOwn(state.tokens, taskId) ? state.tokens[taskId] : undefined;
  if (token === undefined || !isWork(nodeOf(definition, token.node), token)) return refuse({ code: 'no-such-task', taskId });
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
  const marking = openMarking(state, node.value);
  marking.variables = { ...state.variables, ...variables };
  const scope = marking.tokens[taskId]?.scope;
  takeToken(marking, taskId);
  marking.effects.push({ kind: 'task-completed', taskId, node: node.value });
  return close(definition, marking, leave(definition, marking, { node: nodeOf(definition, node.value), scope, place: taskId }));
}

/**
 * A task ends with an error instead of being done. Who listens to it takes over; if nobody does, the process has failed.
 *
 * @error no-such-task - finished or cancelled meanwhile
 */
export function throwError(definition: ProcessDefinition, state: ProcessState, { taskId, code }: { readonly taskId: string; readonly code: string }): Answer {
  const node = taskAt(definition, state, taskId);
  if (!node.ok) return node;
  const marking = openMarking(state, node.value);
  const risen = rise(definition, marking, { place: taskId, trigger: { kind: 'error', name: code } });
  if (risen === false) fail(definition, marking, { node: node.value, code });
  return close(definition, marking, typeof risen === 'boolean' ? null : risen);
}

/** A message or signal comes from outside. When nobody listens, nothing changes. */
export function deliver(definition: ProcessDefinition, state: ProcessState, trigger: Trigger & { readonly kind: 'message' | 'signal' }): Answer {
  if (state.ended) return refuse({ code: 'finished-already' });
  const marking = openMarking(state, definition.start);
  return close(definition, marking, comeIn(definition, marking, trigger).refusal);
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
  const marking = openMarking(state, to);
  const later = definition.after.get(to) ?? new Set<string>();
  cancelToken(definition, marking, taskId);
  for (const [place, token] of Object.entries(marking.tokens)) {
    if (later.has(token.node) || token.node === to) cancelToken(definition, marking, place);
  }
  forgetArrivals(definition, marking, new Set([to, ...later]));
  sendOn(marking, [{ node: to, flow: '', scope: undefined }]);
  return close(definition, marking, null);
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
  const marking = openMarking(state, definition.start);
  const id = place === undefined ? null : spendTimer(definition, marking, { place, timerId });
  if (place === undefined || id === null) return refuse({ code: 'no-such-timer', timerId });
  const [node, token] = [nodeOf(definition, id), marking.tokens[place]];
  marking.last = id;
  // A timer that fires again stays where it waits and lets a token go each time.
  const staysOpen = node.kind === 'timer' && token !== undefined && Object.values(token.timers).includes(id);
  return close(definition, marking, staysOpen ? goOn(marking, node, token.scope) : meet(definition, marking, { place, node, index: -1 }));
}
