// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel/result';
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from '../definition/read-model.ts';
import { drawBehind, eraseShape, swapPlaces } from './diagram.ts';
import type { EditNote, EditRefusal } from './model.ts';
import { type Drawing, elementOf, flowsAt, flowsOf, forwardOrder, idOf, isTask, nodesOf, scopeAt, timersOn } from './tree.ts';

/** The element an edit leaves in sight. */
type Changed = Result<ModdleElement, EditRefusal>;

function taskAt(drawing: Drawing, id: string): ModdleElement | null {
  const found = elementOf(drawing, id);
  return found !== null && isTask(found) ? found : null;
}

/** A file that lists the flows at its nodes must list them all: listed anew after a change. */
function listAnew(drawing: Drawing): void {
  const nodes = nodesOf(drawing);
  if (nodes.every((node) => children(node, 'incoming').length + children(node, 'outgoing').length === 0)) return;
  for (const node of nodes) {
    node.set('incoming', [...flowsAt(drawing, node, 'targetRef')]);
    node.set('outgoing', [...flowsAt(drawing, node, 'sourceRef')]);
  }
}

function freeId(drawing: Drawing, prefix: string): string {
  for (let at = nodesOf(drawing).length; ; at += 1) if (elementOf(drawing, `${prefix}_${String(at)}`) === null) return `${prefix}_${String(at)}`;
}

function put(scope: ModdleElement, ...elements: readonly ModdleElement[]): void {
  for (const element of elements) element.$parent = scope;
  scope.set('flowElements', [...children(scope, 'flowElements'), ...elements]);
}

/** Steps that are listed to be sent back to and no longer stand before are dropped from the lists, and said. */
export function dropReturns(drawing: Drawing): readonly EditNote[] {
  const { after } = forwardOrder(drawing);
  return nodesOf(drawing).filter(isTask).flatMap((task) => {
    const listed = text(task, 'motcua:returnTo').split(',').map((id) => id.trim()).filter((id) => id !== '');
    const kept = listed.filter((id) => after.get(id)?.has(idOf(task)) === true);
    if (kept.length < listed.length) task.set('motcua:returnTo', kept.length === 0 ? undefined : kept.join(','));
    return listed.filter((id) => !kept.includes(id)).map((to): EditNote => ({ code: 'return-dropped', at: idOf(task), to }));
  });
}

/** Moves a step before or behind its neighbour; only along a line without branches. */
export function moveStep(drawing: Drawing, id: string, by: -1 | 1): Changed {
  const task = taskAt(drawing, id);
  if (task === null) return refuse('no-such-element');
  const across = flowsAt(drawing, task, by === 1 ? 'sourceRef' : 'targetRef');
  const [between] = across;
  const neighbour = between === undefined ? null : child(between, by === 1 ? 'targetRef' : 'sourceRef');
  if (between === undefined || neighbour === null) return refuse('at-the-edge');
  if (neighbour.$type === 'bpmn:StartEvent' || neighbour.$type === 'bpmn:EndEvent') return refuse('at-the-edge');
  const [first, second] = by === 1 ? [task, neighbour] : [neighbour, task];
  if (!isTask(neighbour) || flowsAt(drawing, first, 'sourceRef').length !== 1 || flowsAt(drawing, second, 'targetRef').length !== 1) return refuse('in-a-branch');
  const [into, out] = [flowsAt(drawing, first, 'targetRef'), flowsAt(drawing, second, 'sourceRef')];
  for (const flow of into) flow.set('targetRef', second);
  for (const flow of out) flow.set('sourceRef', first);
  between.set('sourceRef', second);
  between.set('targetRef', first);
  swapPlaces(drawing, [first, second], (host) => timersOn(drawing, host).map((event) => ({ event, flows: flowsAt(drawing, event, 'sourceRef') })));
  listAnew(drawing);
  return ok(task);
}

/** A new step behind a step or the start; `like`: with everything another one says. */
export function addStep(drawing: Drawing, { after, name, like }: { readonly after: string; readonly name: string; readonly like?: string }): Changed {
  const before = elementOf(drawing, after);
  if (before === null) return refuse('no-such-element');
  const [flow, ...more] = flowsAt(drawing, before, 'sourceRef');
  const next = flow === undefined ? null : child(flow, 'targetRef');
  if (flow === undefined || next === null || more.length > 0 || child(flow, 'conditionExpression') !== null) return refuse('in-a-branch');
  const { $model: model } = drawing.process;
  const pattern = like === undefined ? null : taskAt(drawing, like);
  const task = model.create('bpmn:UserTask', { id: freeId(drawing, 'Step') });
  for (const property of copied) task.set(`motcua:${property}`, pattern === null ? undefined : pattern.get(`motcua:${property}`));
  if (pattern === null) task.set('motcua:role', 'handling-officer');
  task.set('name', name);
  task.set('documentation', (pattern === null ? [] : children(pattern, 'documentation')).map((each) => copyOf(each, task)));
  const onward = model.create('bpmn:SequenceFlow', { id: freeId(drawing, 'Flow'), sourceRef: task, targetRef: next });
  flow.set('targetRef', task);
  put(scopeAt(drawing, before), task, onward);
  drawBehind(drawing, { before, added: task, flow, onward });
  listAnew(drawing);
  return ok(task);
}

const copied = ['role', 'unit', 'agency', 'hours', 'budget', 'form', 'output', 'signature', 'citizenLabel', 'act', 'returnTo', 'actor'] as const;

function copyOf(documentation: ModdleElement, parent: ModdleElement): ModdleElement {
  const copy = parent.$model.create('bpmn:Documentation', { text: text(documentation, 'text') });
  copy.$parent = parent;
  return copy;
}

/** Takes a step out and joins what stood before it with what stands behind. */
export function removeStep(drawing: Drawing, id: string): Changed {
  const task = taskAt(drawing, id);
  if (task === null) return refuse('no-such-element');
  const [onward, ...more] = flowsAt(drawing, task, 'sourceRef');
  const next = onward === undefined ? null : child(onward, 'targetRef');
  const incoming = flowsAt(drawing, task, 'targetRef');
  if (onward === undefined || next === null || more.length > 0 || timersOn(drawing, task).length > 0 || incoming.some((flow) => child(flow, 'sourceRef') === next)) return refuse('in-a-branch');
  if (nodesOf(drawing).filter(isTask).length < 2) return refuse('last-step');
  for (const flow of incoming) flow.set('targetRef', next);
  eraseShape(drawing, { taken: [task, onward], incoming, onward });
  const scope = scopeAt(drawing, task);
  scope.set('flowElements', children(scope, 'flowElements').filter((each) => each !== task && each !== onward));
  listAnew(drawing);
  return ok(next);
}

/** The flow of an id. */
export const flowAt = (drawing: Drawing, id: string): ModdleElement | null => flowsOf(drawing).find((flow) => idOf(flow) === id) ?? null;
