// SPDX-License-Identifier: EUPL-1.2
import type { JsonValue, Loop, ProcessDefinition, ProcessNode, ProcessRefusal, Token, Trigger, Undo, Variables } from '../model.ts';
import {
  cancelToken, edgeTimers, emptyScope, goOn, holds, inScope, isJoinOf, type Marking, nextId, nodeOf, sendOn, setTimer, takeToken, taskCreated, variablesAt, withNames,
} from './marking.ts';
import { feelValue } from './feel.ts';

type At = { readonly node: ProcessNode; readonly scope: string | undefined };
type Many = Extract<Loop, { kind: 'many' }>;

/** A repeated activity makes no more instances than this. */
const mostInstances = 1000;

/** A token enters an activity: a task waits, a sub-process opens its scope, a repeated one opens its instances. */
export function enterActivity(definition: ProcessDefinition, marking: Marking, at: At): ProcessRefusal | null {
  const loop = at.node.more?.loop ?? null;
  return loop === null ? openActivity(definition, marking, { ...at, isInstance: false }) : openLoop(definition, marking, { ...at, loop });
}

/** How often a repeated activity is done at most; null when the model's number is none. */
function totalOf(loop: Loop, marking: Marking): number | null {
  // Looked through, a list has one item, two, or none.
  if (marking.choices !== undefined && loop.kind === 'many') return [1, 2, 0][marking.choices.among(3)] ?? 1;
  const total = loop.kind === 'many' ? feelValue(loop.cardinality, marking.variables) : loop.most ?? mostInstances;
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 && total <= mostInstances ? total : null;
}

const isSkipped = (loop: Loop, marking: Marking): boolean => loop.kind === 'while' && loop.isBefore && loop.condition !== null && !holds(loop.condition, marking.variables);

/** The items of a list: as FEEL gives it, or the parts of a text with commas; null when it is neither. Each item once. */
function itemsOf(list: string, variables: Variables): readonly JsonValue[] | null {
  const value = feelValue(list, variables);
  const parts: readonly unknown[] | null = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',').map((part) => part.trim()).filter((part) => part !== '') : null;
  const items = parts?.filter((part) => typeof part === 'string' || typeof part === 'number') ?? null;
  return items === null || items.length !== parts?.length || items.length > mostInstances ? null : [...new Set(items)];
}

/** How many instances are begun, and what each is for; null when the model's number or list is none. */
function countOf(loop: Loop, marking: Marking, scope: string | undefined): Pick<NonNullable<Token['loop']>, 'total' | 'items'> | null {
  if (loop.kind !== 'many' || loop.each === undefined || marking.choices !== undefined) {
    const total = totalOf(loop, marking);
    return total === null ? null : { total };
  }
  const items = itemsOf(loop.each.list, variablesAt(marking, scope));
  return items === null ? null : { total: items.length, items };
}

function openLoop(definition: ProcessDefinition, marking: Marking, { node, scope, loop }: At & { readonly loop: Loop }): ProcessRefusal | null {
  const counted = countOf(loop, marking, scope);
  if (counted === null) return { code: 'no-path', node: node.id, name: node.name };
  const { total } = counted;
  const place = nextId(marking, 'm');
  marking.tokens[place] = { node: node.id, timers: edgeTimers(definition, marking, { node, place }), ...inScope(scope), loop: { ...counted, begun: 0, done: 0 } };
  if (total === 0 || isSkipped(loop, marking)) return closeLoop(definition, marking, place);
  return beginInstances(definition, marking, { place, count: loop.kind === 'many' && !loop.isSequential ? total : 1 });
}

function beginInstances(definition: ProcessDefinition, marking: Marking, { place, count }: { readonly place: string; readonly count: number }): ProcessRefusal | null {
  for (let at = 0; at < count; at += 1) {
    const token = marking.tokens[place];
    if (token?.loop === undefined) return null;
    marking.tokens[place] = { ...token, loop: { ...token.loop, begun: token.loop.begun + 1 } };
    const node = nodeOf(definition, token.node);
    const refusal = openActivity(definition, marking, { node, scope: place, isInstance: true, ...itemAt(node, token) });
    if (refusal !== null) return refusal;
  }
  return null;
}

/** What the next instance of a list is for. */
function itemAt({ more }: ProcessNode, { loop }: Token): Pick<Token, 'item'> {
  const value = loop?.items?.[loop.begun];
  const each = more?.loop?.kind === 'many' ? more.loop.each : undefined;
  return value === undefined || each === undefined ? {} : { item: { name: each.as, value } };
}

function openActivity(definition: ProcessDefinition, marking: Marking, at: At & Pick<Token, 'item'> & { readonly isInstance: boolean; readonly of?: string | undefined }): ProcessRefusal | null {
  const { node, scope, isInstance, item } = at;
  const body = node.more?.body ?? null;
  const place = nextId(marking, body === null ? 't' : 's');
  const around = variablesAt(marking, scope);
  if (node.kind === 'user-task') marking.effects.push(taskCreated(node, place, item === undefined ? around : withNames(around, { [item.name]: item.value })));
  else if (body === null) marking.effects.push({ kind: 'work-created', taskId: place, node: node.id, name: node.name });
  const timers = isInstance ? {} : edgeTimers(definition, marking, { node, place });
  marking.tokens[place] = { node: node.id, timers, ...inScope(scope), ...(at.of === undefined ? {} : { of: at.of }), ...(item === undefined ? {} : { item }) };
  if (body !== null) openBody(definition, marking, { body, scope: place });
  return null;
}

/** Opens a scope: who listens in it, then its starts. */
function openBody(definition: ProcessDefinition, marking: Marking, { body, scope }: { readonly body: string; readonly scope: string | undefined }): void {
  const found = definition.bodies?.get(body);
  if (found === undefined) return;
  listen(definition, marking, { body, scope });
  sendOn(marking, found.starts.map((node) => ({ node, flow: '', scope })));
}

/** Sets up the event sub-processes of a scope. */
export function listen(definition: ProcessDefinition, marking: Marking, { body, scope }: { readonly body: string; readonly scope: string | undefined }): void {
  for (const { start } of definition.bodies?.get(body)?.listeners ?? []) {
    const node = nodeOf(definition, start);
    const place = nextId(marking, 'p');
    marking.tokens[place] = { node: start, timers: {}, ...inScope(scope), isListening: true };
    if (node.duration !== null) marking.tokens[place] = { node: start, timers: { [setTimer(marking, node, null)]: start }, ...inScope(scope), isListening: true };
  }
}

/** Opens an event sub-process beside or instead of what runs in its scope. */
export function openListener(definition: ProcessDefinition, marking: Marking, { place, of }: { readonly place: string; readonly of?: string | undefined }): ProcessRefusal | null {
  const token = marking.tokens[place];
  if (token === undefined) return null;
  const start = nodeOf(definition, token.node);
  if (start.interrupting) emptyScope(definition, marking, token.scope);
  return openEventScope(definition, marking, { start, scope: token.scope, of });
}

function openEventScope(definition: ProcessDefinition, marking: Marking, at: { readonly start: ProcessNode; readonly scope: string | undefined; readonly of: string | undefined }): ProcessRefusal | null {
  const own = [...definition.bodies?.values() ?? []].flatMap(({ listeners }) => listeners).find(({ start }) => start === at.start.id)?.subProcess;
  if (own === undefined) return null;
  const place = nextId(marking, 's');
  marking.tokens[place] = { node: own, timers: {}, ...inScope(at.scope), ...(at.of === undefined ? {} : { of: at.of }) };
  return goOn(marking, at.start, place);
}

const undoes = (node: ProcessNode, definition: ProcessDefinition): boolean => (node.more?.body ?? null) !== null || undoOf(definition, node) !== null;
const undoOf = (definition: ProcessDefinition, node: ProcessNode): string | null =>
  node.boundary.map((id) => nodeOf(definition, id).more?.undo ?? null).find((id) => id !== null) ?? null;

/** An activity is done: `place` was its token. The process goes on, or the repeated activity counts. */
export function leave(definition: ProcessDefinition, marking: Marking, at: At & { readonly place: string }): ProcessRefusal | null {
  const parent = at.scope === undefined ? undefined : marking.tokens[at.scope];
  if (undoes(at.node, definition)) marking.undoable = [...marking.undoable, { node: at.node.id, place: at.place, scope: at.scope ?? null }];
  if (at.scope !== undefined && parent?.loop !== undefined && parent.node === at.node.id) return countInstance(definition, marking, at.scope);
  if (parent?.undoing !== undefined || at.node.out.length === 0) return null;
  for (let count = at.node.more?.completionQuantity ?? 1; count > 0; count -= 1) {
    const refusal = goOn(marking, at.node, at.scope);
    if (refusal !== null) return refusal;
  }
  return null;
}

function closeLoop(definition: ProcessDefinition, marking: Marking, place: string): ProcessRefusal | null {
  const token = marking.tokens[place];
  if (token === undefined) return null;
  emptyScope(definition, marking, place);
  takeToken(marking, place);
  return leave(definition, marking, { node: nodeOf(definition, token.node), scope: token.scope, place });
}

/** What a repeated activity throws goes to an event on its own edge and runs beside it. */
function throwToEdge(definition: ProcessDefinition, marking: Marking, { token, trigger }: { readonly token: Token; readonly trigger: Trigger }): ProcessRefusal | null {
  const edge = nodeOf(definition, token.node).boundary.map((id) => nodeOf(definition, id))
    .find(({ more }) => more?.triggers.some(({ kind, name }) => kind === trigger.kind && name === trigger.name));
  return edge === undefined ? null : goOn(marking, edge, token.scope);
}

function instancesDone(loop: Many, names: Parameters<typeof withNames>[0]): boolean {
  return (loop.until !== null && holds(loop.until, names)) || loop.complex.some(({ condition }) => holds(condition, names));
}

function countMany(definition: ProcessDefinition, marking: Marking, at: { readonly place: string; readonly token: Token; readonly loop: Many }): ProcessRefusal | null {
  const counted = at.token.loop ?? { total: 0, begun: 0, done: 0 };
  const names = withNames(marking.variables, {
    numberOfInstances: counted.total, numberOfCompletedInstances: counted.done, numberOfActiveInstances: counted.begun - counted.done, numberOfTerminatedInstances: 0,
  });
  const thrown = [
    ...at.loop.throws.filter(({ when }) => when === 'each' || counted.done === 1), ...at.loop.complex.filter(({ condition }) => holds(condition, names)),
  ];
  for (const { trigger } of thrown) {
    const refusal = throwToEdge(definition, marking, { token: at.token, trigger });
    if (refusal !== null) return refusal;
  }
  const isOver = marking.choices !== undefined && at.loop.until !== null ? marking.choices.among(2) === 1 : instancesDone(at.loop, names);
  if (counted.done === counted.total || isOver) return closeLoop(definition, marking, at.place);
  return at.loop.isSequential ? beginInstances(definition, marking, { place: at.place, count: 1 }) : null;
}

function countInstance(definition: ProcessDefinition, marking: Marking, place: string): ProcessRefusal | null {
  const before = marking.tokens[place];
  const loop = before === undefined ? null : nodeOf(definition, before.node).more?.loop ?? null;
  if (before?.loop === undefined || loop === null) return null;
  const token: Token = { ...before, loop: { ...before.loop, done: before.loop.done + 1 } };
  marking.tokens[place] = token;
  if (loop.kind === 'many') return countMany(definition, marking, { place, token, loop });
  const isOver = (token.loop?.done ?? 0) >= before.loop.total || (loop.condition !== null && !holds(loop.condition, marking.variables));
  return isOver ? closeLoop(definition, marking, place) : beginInstances(definition, marking, { place, count: 1 });
}

/** Begins to undo what was done in a scope, the last first; the token at the throwing event waits for it. */
export function beginUndoing(marking: Marking, { place, activity }: { readonly place: string; readonly activity: string }): void {
  const token = marking.tokens[place];
  if (token === undefined) return;
  const of = token.scope === undefined ? undefined : marking.tokens[token.scope]?.of;
  const isMeant = (undo: Undo): boolean => (undo.scope === (token.scope ?? null) || (of !== undefined && undo.scope === of)) && (activity === '' || undo.node === activity);
  const undoing = marking.undoable.filter(isMeant).toReversed();
  marking.undoable = marking.undoable.filter((undo) => !undoing.includes(undo));
  marking.tokens[place] = { ...token, undoing };
}

/** Undoes one activity: by its own handler, else by its scope's, else what was done inside it. */
function undoNext(definition: ProcessDefinition, marking: Marking, { place, undo }: { readonly place: string; readonly undo: Undo }): ProcessRefusal | null {
  const node = nodeOf(definition, undo.node);
  const handler = undoOf(definition, node);
  if (handler !== null) return enterActivity(definition, marking, { node: nodeOf(definition, handler), scope: place });
  const body = node.more?.body ?? null;
  const listeners = body === null ? [] : definition.bodies?.get(body)?.listeners ?? [];
  const own = listeners.map(({ start }) => nodeOf(definition, start)).find(({ more }) => more?.triggers.some(({ kind }) => kind === 'compensation'));
  if (own !== undefined) return openEventScope(definition, marking, { start: own, scope: place, of: undo.place });
  const token = marking.tokens[place];
  const inner = marking.undoable.filter(({ scope }) => scope === undo.place).toReversed();
  marking.undoable = marking.undoable.filter((each) => !inner.includes(each));
  if (token !== undefined) marking.tokens[place] = { ...token, undoing: [...inner, ...token.undoing ?? []] };
  return null;
}

function finishUndoing(definition: ProcessDefinition, marking: Marking, place: string): ProcessRefusal | null {
  const token = marking.tokens[place];
  const [undo, ...rest] = token?.undoing ?? [];
  if (token === undefined) return null;
  if (undo !== undefined) {
    marking.tokens[place] = { ...token, undoing: rest };
    return undoNext(definition, marking, { place, undo });
  }
  takeToken(marking, place);
  const node = nodeOf(definition, token.node);
  if (node.more?.triggers.some(({ kind }) => kind === 'cancel') !== true || token.scope === undefined) return node.out.length === 0 ? null : goOn(marking, node, token.scope);
  return leaveCancelled(definition, marking, token.scope);
}

/** A transaction that was cancelled is left by the event on its edge. */
function leaveCancelled(definition: ProcessDefinition, marking: Marking, place: string): ProcessRefusal | null {
  const token = marking.tokens[place];
  if (token === undefined) return null;
  const edge = nodeOf(definition, token.node).boundary.map((id) => nodeOf(definition, id)).find(({ more }) => more?.triggers.some(({ kind }) => kind === 'cancel'));
  cancelToken(definition, marking, place);
  return edge === undefined ? null : goOn(marking, edge, token.scope);
}

/** Closes the first scope in which nothing happens any more; answers whether there was one, or why it cannot be left. */
export function closeQuietScope(definition: ProcessDefinition, marking: Marking): ProcessRefusal | boolean {
  for (const [place, token] of Object.entries(marking.tokens)) {
    const node = nodeOf(definition, token.node);
    const isOpen = token.undoing !== undefined || (node.kind === 'activity' && token.loop === undefined);
    if (!isOpen || Object.values(marking.tokens).some(({ scope, isListening }) => scope === place && isListening !== true)) continue;
    if (Object.keys(marking.joins).some((key) => isJoinOf(key, place))) continue;
    if (token.undoing !== undefined) return finishUndoing(definition, marking, place) ?? true;
    emptyScope(definition, marking, place);
    takeToken(marking, place);
    return leave(definition, marking, { node, scope: token.scope, place }) ?? true;
  }
  return false;
}
