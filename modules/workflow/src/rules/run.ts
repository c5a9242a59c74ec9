// SPDX-License-Identifier: EUPL-1.2
import type { ProcessDefinition, ProcessNode, ProcessRefusal } from '../model.ts';
import { passDecision } from './decision.ts';
import { lookAtConditions, throwNext } from './events.ts';
import { arriveAtParallel, arriveAtQuantity, arriveLoosely, fireLooseJoin } from './joins.ts';
import {
  cancelToken, edgeTimers, emptyScope, goOn, inScope, isJoinOf, type Marking, nextId, nodeOf, type Reached, sendOn, setTimer, stepLimit,
} from './marking.ts';
import { closeQuietScope, enterActivity } from './scopes.ts';

type At = { readonly node: ProcessNode; readonly flow: string; readonly scope: string | undefined };

/** A place that waits for something to come: a timer, a message, a signal, a condition. */
function waitForEvent(definition: ProcessDefinition, marking: Marking, { node, scope }: At): void {
  const place = nextId(marking, 'p');
  const behind = node.kind === 'event-based' ? node.out.map(({ to }) => nodeOf(definition, to)).filter(({ kind }) => kind === 'timer') : [];
  const timed = node.kind === 'timer' ? [node] : behind;
  marking.tokens[place] = { node: node.id, timers: {}, ...inScope(scope) };
  const timers = Object.fromEntries(timed.map((timer) => [setTimer(marking, timer, null), timer.id]));
  marking.tokens[place] = { node: node.id, timers: { ...timers, ...edgeTimers(definition, marking, { node, place }) }, ...inScope(scope) };
}

function endScope(definition: ProcessDefinition, marking: Marking, { node, scope }: At): void {
  emptyScope(definition, marking, scope);
  if (scope !== undefined) return;
  for (const place of Object.keys(marking.tokens)) cancelToken(definition, marking, place);
  marking.ended = true;
  marking.effects.push({ kind: 'finished', node: node.id });
}

function waitToThrow(marking: Marking, { node, scope }: At): void {
  const place = nextId(marking, 'p');
  marking.tokens[place] = { node: node.id, timers: {}, ...inScope(scope) };
  marking.throwing.push(place);
}

function arrives(marking: Marking, at: At): boolean {
  if (at.node.kind === 'parallel') return arriveAtParallel(marking, at.node, at);
  if (at.node.kind === 'inclusive' || at.node.kind === 'complex') return arriveLoosely(marking, at.node, at);
  return true;
}

/** Puts a token on a node; it waits there, ends, or is on its way again. */
function put(definition: ProcessDefinition, marking: Marking, at: At): ProcessRefusal | null {
  switch (at.node.kind) {
    case 'end':
      return null;
    case 'terminate':
      endScope(definition, marking, at);
      return null;
    case 'decision':
      return passDecision(marking, at);
    case 'user-task': case 'task': case 'activity':
      return arriveAtQuantity(marking, at.node, at) ? enterActivity(definition, marking, at) : null;
    case 'timer': case 'catch': case 'event-based':
      waitForEvent(definition, marking, at);
      return null;
    case 'throw':
      waitToThrow(marking, at);
      return null;
    case 'link':
      sendOn(marking, [{ node: at.node.more?.linkTo ?? at.node.id, flow: '', scope: at.scope }]);
      return null;
    case 'parallel': case 'inclusive': case 'complex': case 'exclusive': case 'start': case 'boundary-timer': case 'boundary':
      return arrives(marking, at) ? goOn(marking, at.node, at.scope) : null;
  }
}

/** What is looked at when no token is on its way: the first that can happen happens. */
const whenAtRest: readonly ((definition: ProcessDefinition, marking: Marking) => ProcessRefusal | boolean)[] = [throwNext, fireLooseJoin, lookAtConditions, closeQuietScope];

function moveOne(definition: ProcessDefinition, marking: Marking, next: Reached): ProcessRefusal | null {
  marking.steps += 1;
  const node = nodeOf(definition, next.node);
  if (marking.steps > stepLimit) return { code: 'step-limit', node: node.id, name: node.name };
  marking.last = node.id;
  marking.choices?.visited.add(node.id);
  return put(definition, marking, { node, flow: next.flow, scope: next.scope });
}

/** Something that happens at rest; null when nothing does. */
function atRest(definition: ProcessDefinition, marking: Marking): ProcessRefusal | boolean {
  for (const look of whenAtRest) {
    const happened = look(definition, marking);
    if (happened !== false) return happened;
  }
  return false;
}

/** Lets tokens run on until each waits, has ended, or has arrived at a join that waits for others. */
export function run(definition: ProcessDefinition, marking: Marking): ProcessRefusal | null {
  for (;;) {
    if (marking.ended) return null;
    const next = marking.reached.pop();
    if (next !== undefined) {
      const refusal = moveOne(definition, marking, next);
      if (refusal !== null) return refusal;
      continue;
    }
    marking.steps += definition.bodies === undefined ? 0 : 1;
    const happened = definition.bodies === undefined ? false : atRest(definition, marking);
    if (typeof happened !== 'boolean') return happened;
    if (!happened) return settle(definition, marking);
    if (marking.steps > stepLimit) return { code: 'step-limit', node: marking.last, name: nodeOf(definition, marking.last).name };
  }
}

function settle(definition: ProcessDefinition, marking: Marking): ProcessRefusal | null {
  if (Object.values(marking.tokens).some(({ isListening }) => isListening !== true)) return null;
  const stuck = Object.keys(marking.joins).find((key) => isJoinOf(key, undefined));
  // A scope of the wider BPMN may wait for ever by its author's will; in a plain process it is a fault that was looked for before.
  if (stuck !== undefined) return definition.bodies === undefined ? { code: 'stuck-at-join', node: stuck, name: nodeOf(definition, stuck).name } : null;
  emptyScope(definition, marking, undefined);
  marking.ended = true;
  marking.effects.push({ kind: 'finished', node: marking.last });
  return null;
}
