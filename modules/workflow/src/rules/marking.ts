// SPDX-License-Identifier: EUPL-1.2
import { evaluate } from 'feelin';
import type { Effect, ProcessDefinition, ProcessNode, ProcessRefusal, ProcessState, TaskCreated, Token, Variables } from '../model.ts';

/** Nodes one command may pass: more means a cycle in which nobody is asked. */
const stepLimit = 1000;

/** A state being changed by one command; the state it came from is not touched. */
export type Marking = {
  seq: number;
  readonly tokens: Record<string, Token>;
  readonly joins: Record<string, Record<string, number>>;
  variables: Variables;
  ended: boolean;
  readonly effects: Effect[];
  steps: number;
};

/** Opens a state for one command. */
export function openMarking(state: ProcessState): Marking {
  const joins: Marking['joins'] = {};
  for (const [node, arrived] of Object.entries(state.joins)) joins[node] = { ...arrived };
  return { seq: state.seq, tokens: { ...state.tokens }, joins, variables: state.variables, ended: state.ended, effects: [], steps: 0 };
}

/** What is announced about a task; a unit that names a text variable is replaced by its value. */
export function taskCreated(node: ProcessNode, taskId: string, variables: Variables): TaskCreated {
  if (node.task === null) throw new Error(`${node.id} is no task`);
  const { unit } = node.task;
  const named = unit !== null && Object.hasOwn(variables, unit) ? variables[unit] : undefined;
  return { kind: 'task-created', taskId, node: node.id, name: node.name, ...node.task, unit: typeof named === 'string' ? named : unit };
}

/** The node of an id that the definition itself gave. */
export function nodeOf(definition: ProcessDefinition, id: string): ProcessNode {
  const node = definition.nodes.get(id);
  if (node === undefined) throw new Error(`the definition has no node ${id}`);
  return node;
}

/** Conditions hold only when FEEL says true: null, text and warnings are not true. */
function holds(condition: string, variables: Variables): boolean {
  try {
    return evaluate(condition, { ...variables }).value === true;
  } catch {
    return false;
  }
}

function setTimer(marking: Marking, node: ProcessNode, taskId: string | null): string {
  marking.seq += 1;
  const timerId = `w${marking.seq}`;
  marking.effects.push({ kind: 'timer-set', timerId, node: node.id, taskId, durationIso: node.duration ?? 'PT0S' });
  return timerId;
}

function wait(definition: ProcessDefinition, marking: Marking, node: ProcessNode): void {
  marking.seq += 1;
  if (node.kind === 'timer') {
    const place = `p${marking.seq}`;
    marking.tokens[place] = { node: node.id, timers: { [setTimer(marking, node, null)]: node.id } };
    return;
  }
  const taskId = `t${marking.seq}`;
  marking.effects.push(taskCreated(node, taskId, marking.variables));
  const timers: Record<string, string> = {};
  for (const boundary of node.boundary) timers[setTimer(marking, nodeOf(definition, boundary), taskId)] = boundary;
  marking.tokens[taskId] = { node: node.id, timers };
}

/** A timer has fired: its token no longer carries it. Answers the timer's node. */
export function spendTimer(marking: Marking, place: string, timerId: string): string | null {
  const token = marking.tokens[place];
  const node = token !== undefined && Object.hasOwn(token.timers, timerId) ? token.timers[timerId] : undefined;
  if (token === undefined || node === undefined) return null;
  const timers = Object.fromEntries(Object.entries(token.timers).filter(([id]) => id !== timerId));
  marking.tokens[place] = { node: token.node, timers };
  marking.effects.push({ kind: 'timer-fired', timerId, node });
  return node;
}

/** Takes a token off its place and cancels its timers. */
export function takeToken(marking: Marking, place: string): void {
  const token = marking.tokens[place];
  if (token === undefined) return;
  for (const [timerId, node] of Object.entries(token.timers)) marking.effects.push({ kind: 'timer-cancelled', timerId, node });
  Reflect.deleteProperty(marking.tokens, place);
}

/** Takes a token away because its task is no longer wanted. */
export function cancelToken(definition: ProcessDefinition, marking: Marking, place: string): void {
  const token = marking.tokens[place];
  if (token === undefined) return;
  takeToken(marking, place);
  if (nodeOf(definition, token.node).kind === 'user-task') marking.effects.push({ kind: 'task-cancelled', taskId: place, node: token.node });
}

function arrive(marking: Marking, node: ProcessNode, flow: string): boolean {
  if (node.incoming.length < 2) return true;
  const arrived = marking.joins[node.id] ?? {};
  arrived[flow] = (arrived[flow] ?? 0) + 1;
  if (node.incoming.some((id) => (arrived[id] ?? 0) === 0)) {
    marking.joins[node.id] = arrived;
    return false;
  }
  const left: Record<string, number> = {};
  for (const [id, count] of Object.entries(arrived)) if (count > 1) left[id] = count - 1;
  if (Object.keys(left).length === 0) Reflect.deleteProperty(marking.joins, node.id);
  else marking.joins[node.id] = left;
  return true;
}

type Reached = { readonly node: string; readonly flow: string };

/** Where a token goes on from a node; null when no condition holds and there is no default. */
function outgoing(node: ProcessNode, variables: Variables): readonly Reached[] | null {
  if (node.kind !== 'exclusive' || node.out.length === 1) return node.out.map(({ id, to }) => ({ node: to, flow: id }));
  const chosen = node.out.find(({ id, condition }) => id !== node.defaultFlow && condition !== null && holds(condition, variables))
    ?? node.out.find(({ id }) => id === node.defaultFlow);
  return chosen === undefined ? null : [{ node: chosen.to, flow: chosen.id }];
}

function endAt(definition: ProcessDefinition, marking: Marking, node: ProcessNode): void {
  if (node.kind !== 'terminate') return;
  for (const place of Object.keys(marking.tokens)) cancelToken(definition, marking, place);
  for (const join of Object.keys(marking.joins)) Reflect.deleteProperty(marking.joins, join);
  marking.ended = true;
  marking.effects.push({ kind: 'finished', node: node.id });
}

/** Lets tokens run on from the node left, until each waits, has ended, or has arrived at a join that waits for others. */
export function runOn(definition: ProcessDefinition, marking: Marking, from: string): ProcessRefusal | null {
  const node = nodeOf(definition, from);
  const first = outgoing(node, marking.variables);
  return first === null ? { code: 'no-path', node: node.id, name: node.name } : run(definition, marking, first);
}

/** Puts a token on a task again. */
export function enterTask(definition: ProcessDefinition, marking: Marking, task: string): ProcessRefusal | null {
  return run(definition, marking, [{ node: task, flow: '' }]);
}

/** Puts a token on a node; answers where it goes on at once, null when it cannot. */
function place(definition: ProcessDefinition, marking: Marking, { node, flow }: { readonly node: ProcessNode; readonly flow: string }): readonly Reached[] | null {
  switch (node.kind) {
    case 'end': case 'terminate':
      endAt(definition, marking, node);
      return [];
    case 'user-task': case 'timer':
      wait(definition, marking, node);
      return [];
    case 'parallel':
      return arrive(marking, node, flow) ? outgoing(node, marking.variables) : [];
    case 'exclusive': case 'start': case 'boundary-timer':
      return outgoing(node, marking.variables);
  }
}

function run(definition: ProcessDefinition, marking: Marking, first: readonly Reached[]): ProcessRefusal | null {
  const reached = [...first].reverse();
  let last = definition.start;
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    marking.steps += 1;
    const node = nodeOf(definition, next.node);
    if (marking.steps > stepLimit) return { code: 'step-limit', node: node.id, name: node.name };
    last = node.id;
    const on = place(definition, marking, { node, flow: next.flow });
    if (on === null) return { code: 'no-path', node: node.id, name: node.name };
    if (marking.ended) return null;
    reached.push(...[...on].reverse());
  }
  return settle(definition, marking, last);
}

function settle(definition: ProcessDefinition, marking: Marking, last: string): ProcessRefusal | null {
  if (Object.keys(marking.tokens).length > 0) return null;
  const stuck = Object.keys(marking.joins)[0];
  if (stuck !== undefined) return { code: 'stuck-at-join', node: stuck, name: nodeOf(definition, stuck).name };
  marking.ended = true;
  marking.effects.push({ kind: 'finished', node: last });
  return null;
}
