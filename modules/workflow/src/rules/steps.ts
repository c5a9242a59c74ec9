// SPDX-License-Identifier: EUPL-1.2
import { refuse } from '@motcua/kernel';
import type { ProcessDefinition, ProcessState, Trigger, Variables } from '../model.ts';
import { type Answer, close, taskAt } from './command.ts';
import { comeIn, fail, meet, rise } from './events.ts';
import { type Choices, goOn, nodeOf, openMarking, spendTimer, takeToken } from './marking.ts';
import { leave, listen } from './scopes.ts';

const empty: ProcessState = { format: 1, seq: 0, tokens: {}, joins: {}, variables: {}, ended: false };

/** A model is looked through: every choice is taken in turn. */
type Looking = { readonly choices?: Choices | undefined };

/** Starts an instance: runs from its start event, or from the one that was named, to the first places that wait. */
export function begin(definition: ProcessDefinition, variables: Variables, { start = definition.start, choices }: Looking & { readonly start?: string } = {}): Answer {
  const marking = openMarking({ ...empty, variables }, start, choices);
  listen(definition, marking, { body: definition.processId, scope: undefined });
  return close(definition, marking, goOn(marking, nodeOf(definition, start), undefined));
}

/**
 * Finishes a task and runs on; `variables` are laid over those of the instance.
 *
 * @error no-such-task - finished or cancelled meanwhile
 * @error no-path - no condition of a gateway holds and it has no default flow: nothing was changed
 * @error stuck-at-join - a join would wait for ever: nothing was changed
 */
export function complete(
  definition: ProcessDefinition, state: ProcessState, { taskId, variables, choices }: Looking & { readonly taskId: string; readonly variables: Variables },
): Answer {
  const node = taskAt(definition, state, taskId);
  if (!node.ok) return node;
  const marking = openMarking(state, node.value, choices);
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
export function deliver(definition: ProcessDefinition, state: ProcessState, trigger: Trigger & Looking & { readonly kind: 'message' | 'signal' }): Answer {
  if (state.ended) return refuse({ code: 'finished-already' });
  const marking = openMarking(state, definition.start, trigger.choices);
  return close(definition, marking, comeIn(definition, marking, trigger).refusal);
}

/**
 * A timer's hour has come. An interrupting boundary timer takes the task back; another one opens a path beside it.
 *
 * @error no-such-timer - cancelled or fired meanwhile
 */
export function fireTimer(definition: ProcessDefinition, state: ProcessState, { timerId, choices }: Looking & { readonly timerId: string }): Answer {
  if (state.ended) return refuse({ code: 'finished-already' });
  const place = Object.entries(state.tokens).find(([, { timers }]) => Object.hasOwn(timers, timerId))?.[0];
  const marking = openMarking(state, definition.start, choices);
  const id = place === undefined ? null : spendTimer(definition, marking, { place, timerId });
  if (place === undefined || id === null) return refuse({ code: 'no-such-timer', timerId });
  const [node, token] = [nodeOf(definition, id), marking.tokens[place]];
  marking.last = id;
  // A timer that fires again stays where it waits and lets a token go each time.
  const staysOpen = node.kind === 'timer' && token !== undefined && Object.values(token.timers).includes(id);
  return close(definition, marking, staysOpen ? goOn(marking, node, token.scope) : meet(definition, marking, { place, node, index: -1 }));
}
