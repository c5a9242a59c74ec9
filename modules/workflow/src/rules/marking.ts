// SPDX-License-Identifier: EUPL-1.2
import type { Effect, JsonValue, ProcessDefinition, ProcessNode, ProcessRefusal, ProcessState, TaskCreated, Token, Undo, Variables } from '../model.ts';
import { feelValue } from './feel.ts';

/** Nodes one command may pass: more means a cycle in which nobody is asked. */
export const stepLimit = 1000;

/** Takes every way in turn instead of asking the variables: how a model is looked through before it is published. */
export type Choices = { /** One of so many, from 0. */ readonly among: (count: number) => number; readonly visited: Set<string> };

/** A token on its way to a node. */
export type Reached = { readonly node: string; readonly flow: string; readonly scope: string | undefined };

/** A state being changed by one command; the state it came from is not touched. */
export type Marking = {
  seq: number;
  readonly tokens: Record<string, Token>;
  /** Arrivals by gateway; inside a scope the key carries the scope's token. */
  readonly joins: Record<string, Record<string, number>>;
  variables: Variables;
  ended: boolean;
  undoable: readonly Undo[];
  readonly effects: Effect[];
  steps: number;
  /** Tokens on their way, the next one last. */
  readonly reached: Reached[];
  /** Tokens at events that throw: they wait until all others have come to rest, so that who listens is there. */
  readonly throwing: string[];
  /** Node passed last. */
  last: string;
  readonly choices: Choices | undefined;
};

/** Opens a state for one command. */
export function openMarking(state: ProcessState, start: string, choices?: Choices): Marking {
  const joins: Marking['joins'] = {};
  for (const [node, arrived] of Object.entries(state.joins)) joins[node] = { ...arrived };
  return {
    seq: state.seq, tokens: { ...state.tokens }, joins, variables: state.variables, ended: state.ended, undoable: state.undoable ?? [],
    effects: [], steps: 0, reached: [], throwing: [], last: start, choices,
  };
}

/** Whether the place of a task is told by a variable. */
export const isVariable = (agency: string): boolean => /^[a-z]\w*$/u.test(agency) && agency !== 'competent' && agency !== 'receiving';

/** What is announced about a task; a unit or an agency that names a text variable is replaced by its value. */
export function taskCreated(node: ProcessNode, taskId: string, variables: Variables): TaskCreated {
  if (node.task === null) throw new Error(`${node.id} is no task`);
  const { unit, agency } = node.task;
  const valueOf = (name: string): JsonValue | undefined => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  const [named, place] = [unit === null ? undefined : valueOf(unit), isVariable(agency) ? valueOf(agency) : undefined];
  return { kind: 'task-created', taskId, node: node.id, name: node.name, ...node.task, unit: typeof named === 'string' ? named : unit, agency: typeof place === 'string' ? place : agency };
}

/** The variables as they are seen at a place: of a repeated activity with the item its instance is for. */
export function variablesAt({ tokens, variables }: Pick<ProcessState, 'tokens' | 'variables'>, place: string | undefined): Variables {
  if (place === undefined) return variables;
  const token = tokens[place];
  if (token === undefined) return variables;
  const around = variablesAt({ tokens, variables }, token.scope);
  return token.item === undefined ? around : { ...around, [token.item.name]: token.item.value };
}

/** The node of an id that the definition itself gave. */
export function nodeOf(definition: ProcessDefinition, id: string): ProcessNode {
  const node = definition.nodes.get(id);
  if (node === undefined) throw new Error(`the definition has no node ${id}`);
  return node;
}

/** Conditions hold only when FEEL says true: null, text and warnings are not true. */
export function holds(condition: string, variables: Variables): boolean {
  return feelValue(condition, variables) === true;
}

/** A new name for a place, of its kind: t a task, w a timer, p a place that waits, s a scope, m an activity that repeats. */
export function nextId(marking: Marking, kind: string): string {
  marking.seq += 1;
  return `${kind}${marking.seq}`;
}

/** Sets a timer for a place. */
export function setTimer(marking: Marking, node: ProcessNode, taskId: string | null): string {
  const timerId = nextId(marking, 'w');
  marking.effects.push({ kind: 'timer-set', timerId, node: node.id, taskId, durationIso: node.duration ?? 'PT0S' });
  return timerId;
}

/** Timers of the events on the edge of a place. */
export function edgeTimers(definition: ProcessDefinition, marking: Marking, at: { readonly node: ProcessNode; readonly place: string }): Record<string, string> {
  const timers: Record<string, string> = {};
  for (const id of at.node.boundary) {
    const boundary = nodeOf(definition, id);
    if (boundary.kind === 'boundary-timer') timers[setTimer(marking, boundary, at.place)] = id;
  }
  return timers;
}

/** A token as part of a scope; at the top it carries none. */
export const inScope = (scope: string | undefined): { readonly scope?: string } => (scope === undefined ? {} : { scope });

/** A timer has fired: its token no longer carries it, unless it is a cycle that goes on. Answers the timer's node. */
export function spendTimer(definition: ProcessDefinition, marking: Marking, at: { readonly place: string; readonly timerId: string }): string | null {
  const { place, timerId } = at;
  const token = marking.tokens[place];
  const node = token !== undefined && Object.hasOwn(token.timers, timerId) ? token.timers[timerId] : undefined;
  if (token === undefined || node === undefined) return null;
  const timers = Object.fromEntries(Object.entries(token.timers).filter(([id]) => id !== timerId));
  marking.effects.push({ kind: 'timer-fired', timerId, node });
  const timer = nodeOf(definition, node);
  const left = (token.left?.[node] ?? timer.more?.times ?? 1) - 1;
  marking.tokens[place] = left < 1 ? { ...token, timers }
    : { ...token, timers: { ...timers, [setTimer(marking, timer, place)]: node }, left: { ...token.left, [node]: left } };
  return node;
}

/** Takes a token off its place and cancels its timers. */
export function takeToken(marking: Marking, place: string): void {
  const token = marking.tokens[place];
  if (token === undefined) return;
  for (const [timerId, node] of Object.entries(token.timers)) marking.effects.push({ kind: 'timer-cancelled', timerId, node });
  Reflect.deleteProperty(marking.tokens, place);
}

/** Whether a place is one piece of work somebody is asked to do. */
export const isWork = (node: ProcessNode, token: Token): boolean => (node.kind === 'user-task' || node.kind === 'task') && token.loop === undefined && token.undoing === undefined;

/** Takes a token away because it is no longer wanted, with all that stands in its scope. */
export function cancelToken(definition: ProcessDefinition, marking: Marking, place: string): void {
  const token = marking.tokens[place];
  if (token === undefined) return;
  emptyScope(definition, marking, place);
  takeToken(marking, place);
  if (isWork(nodeOf(definition, token.node), token)) marking.effects.push({ kind: 'task-cancelled', taskId: place, node: token.node });
}

/** Key of the arrivals at a gateway in a scope. */
export const joinKey = (node: string, scope: string | undefined): string => (scope === undefined ? node : `${node}@${scope}`);

/** Whether a key of arrivals belongs to a scope. */
export const isJoinOf = (key: string, scope: string | undefined): boolean => (scope === undefined ? !key.includes('@') : key.endsWith(`@${scope}`));

/** Cancels all that stands or moves in a scope. */
export function emptyScope(definition: ProcessDefinition, marking: Marking, scope: string | undefined): void {
  for (const [place, token] of Object.entries(marking.tokens)) if (token.scope === scope) cancelToken(definition, marking, place);
  for (const key of Object.keys(marking.joins)) if (isJoinOf(key, scope)) Reflect.deleteProperty(marking.joins, key);
  const kept = marking.reached.filter((each) => each.scope !== scope);
  marking.reached.splice(0, marking.reached.length, ...kept);
}

/** Where a token goes on from a node; null when no condition holds and there is no default. */
function outgoing(node: ProcessNode, variables: Variables): readonly { readonly node: string; readonly flow: string }[] | null {
  const chosen = node.kind === 'exclusive' ? oneOf(node, variables) : allOf(node, variables);
  return chosen === null ? null : chosen.map(({ id, to }) => ({ node: to, flow: id }));
}

function oneOf(node: ProcessNode, variables: Variables): ProcessNode['out'] | null {
  if (node.out.length === 1) return node.out;
  const chosen = node.out.find(({ id, condition }) => id !== node.defaultFlow && condition !== null && holds(condition, variables))
    ?? node.out.find(({ id }) => id === node.defaultFlow);
  return chosen === undefined ? null : [chosen];
}

/** Every way without condition, every condition that holds; the default when there are conditions and none does. */
function allOf(node: ProcessNode, variables: Variables): ProcessNode['out'] | null {
  if (node.out.every(({ condition, id }) => condition === null && id !== node.defaultFlow)) return node.out;
  const asked = node.out.filter(({ id, condition }) => condition !== null && id !== node.defaultFlow && holds(condition, variables));
  const open = node.out.filter(({ id, condition }) => condition === null && id !== node.defaultFlow);
  const chosen = [...open, ...asked.length > 0 ? asked : node.out.filter(({ id }) => id === node.defaultFlow)];
  return chosen.length === 0 ? null : node.out.filter((flow) => chosen.includes(flow));
}

/** Sends tokens on, the first one first. */
export function sendOn(marking: Marking, moves: readonly Reached[]): void {
  marking.reached.push(...[...moves].reverse());
}

/** Each way a choice can go, told by a number: one of all, or of the conditioned ones any that are not none. */
function oneWay(node: ProcessNode, { among, visited }: Choices): ProcessNode['out'] {
  visited.add(node.id);
  if (node.kind === 'exclusive' && node.out.length > 1) {
    const chosen = among(node.out.length);
    return node.out.filter((_, at) => at === chosen);
  }
  const asked = node.out.filter(({ id, condition }) => condition !== null && id !== node.defaultFlow);
  if (asked.length === 0) return node.out;
  const hasDefault = node.out.some(({ id }) => id === node.defaultFlow);
  const chosen = among(2 ** asked.length - (hasDefault ? 0 : 1)) + (hasDefault ? 0 : 1);
  return node.out.filter((flow) => (flow.id === node.defaultFlow ? chosen === 0 : !asked.includes(flow) || (Math.floor(chosen / 2 ** asked.indexOf(flow)) % 2) === 1));
}

/** Sends tokens on along the ways out of a node. */
export function goOn(marking: Marking, node: ProcessNode, scope: string | undefined): ProcessRefusal | null {
  const ways = marking.choices === undefined ? outgoing(node, variablesAt(marking, scope)) : oneWay(node, marking.choices).map(({ id, to }) => ({ node: to, flow: id }));
  if (ways === null) return { code: 'no-path', node: node.id, name: node.name };
  sendOn(marking, ways.map((way) => ({ ...way, scope })));
  return null;
}

/** Variables with more laid over them for one expression. */
export const withNames = (variables: Variables, names: Readonly<Record<string, JsonValue>>): Variables => ({ ...variables, ...names });
