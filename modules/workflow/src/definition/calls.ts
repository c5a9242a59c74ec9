// SPDX-License-Identifier: EUPL-1.2
import { refuse, type Result } from '@motcua/kernel/result';
import type { ModdleElement } from 'bpmn-moddle';
import type { PublicationFault } from '../model.ts';
import { fault } from './fault.ts';
import { child, children, mainProcess, readModel, readTree, text } from './read-model.ts';
import { everything, placeOf, scopeOf } from './tree.ts';

/** A file calls other processes no more often than this, calls inside called ones counted. */
const mostCalls = 50;
/** Characters read for them (the file is read anew for each call), and nodes of the whole. */
const most = { read: 8_000_000, nodes: 1000 } as const;

const isCall = ({ $type }: ModdleElement): boolean => $type === 'bpmn:CallActivity';
const callsIn = (scope: ModdleElement): readonly ModdleElement[] => everything(scope).filter(isCall);

/** The process of a file by its id. */
const processIn = (root: ModdleElement, id: string): ModdleElement | undefined => children(root, 'rootElements').find((each) => each.$type === 'bpmn:Process' && text(each, 'id') === id);

/** Calls that lead nowhere, or back to a process that is still being called. `left`: how many more are looked at; each call of a call doubles them. */
function callFaults(process: ModdleElement, through: readonly string[], left: { calls: number }): readonly PublicationFault[] {
  const { $parent: root } = process;
  return callsIn(process).flatMap((call) => {
    left.calls -= 1;
    if (left.calls < 0) return left.calls === -1 ? [fault('too-large', placeOf(call))] : [];
    const id = text(call, 'calledElement');
    const called = root === undefined ? undefined : processIn(root, id);
    if (called === undefined) return [fault('call-unknown', placeOf(call))];
    return through.includes(id) ? [fault('call-in-circle', placeOf(call))] : callFaults(called, [...through, id], left);
  });
}

/** Steps of a called process bear the name of the call before their own: two calls of one process are two groups of steps. */
function renamed(process: ModdleElement, prefix: string): ModdleElement {
  for (const each of everything(process)) {
    if (text(each, 'id') !== '') each.set('id', `${prefix}-${text(each, 'id')}`);
    const back = each.$type === 'bpmn:UserTask' ? text(each, 'motcua:returnTo') : '';
    if (back !== '') each.set('motcua:returnTo', back.split(',').map((id) => `${prefix}-${id.trim()}`).join(','));
  }
  return process;
}

const kept = ['name', 'default', 'loopCharacteristics', 'extensionElements', 'documentation', 'incoming', 'outgoing'] as const;

/** Puts the steps of the called process in the place of the call, as a group of steps. */
function putInPlace(call: ModdleElement, called: ModdleElement): void {
  const scope = scopeOf(call);
  if (scope === null) return;
  const group = call.$model.create('bpmn:SubProcess', { id: text(call, 'id') });
  for (const name of kept) { const value = call.get(name); if (value !== undefined) group.set(name, value); }
  if (text(group, 'name') === '') group.set('name', text(called, 'name'));
  const inside = children(called, 'flowElements');
  for (const each of inside) each.$parent = group;
  group.set('flowElements', [...inside]);
  group.$parent = scope;
  scope.set('flowElements', children(scope, 'flowElements').map((each) => (each === call ? group : each)));
  for (const each of children(scope, 'flowElements')) {
    for (const end of ['sourceRef', 'targetRef'] as const) if (each.$type === 'bpmn:SequenceFlow' && child(each, end) === call) each.set(end, group);
    if (each.$type === 'bpmn:BoundaryEvent' && child(each, 'attachedToRef') === call) each.set('attachedToRef', group);
  }
}

/** The process of a file with the steps of every process it calls in the places of the calls; the file may hold the called ones beside it. */
export async function readOpened(xml: string): Promise<Result<ModdleElement, readonly PublicationFault[]>> {
  const drawn = await readModel(xml);
  if (!drawn.ok || callsIn(drawn.value).length === 0) return drawn;
  const faults = callFaults(drawn.value, [text(drawn.value, 'id')], { calls: mostCalls });
  if (faults.length > 0) return refuse(faults);
  for (let read = xml.length; ; read += xml.length) {
    const [call] = callsIn(drawn.value);
    if (call === undefined) return drawn;
    const nodes = everything(drawn.value).filter((each) => each.$instanceOf('bpmn:FlowNode')).length;
    if (read > most.read || nodes > most.nodes) return refuse([fault('too-large', placeOf(call))]);
    // Read anew for each call: a copy whose references hang together.
    const fresh = await readTree(xml);
    const called = fresh.ok ? processIn(fresh.value, text(call, 'calledElement')) : undefined;
    if (called === undefined) return refuse([fault('call-unknown', placeOf(call))]);
    putInPlace(call, renamed(called, text(call, 'id')));
  }
}

/** Whether the process of a file is only called by others. */
export async function isCalledOnly(xml: string): Promise<boolean> {
  const drawn = await readModel(xml);
  return drawn.ok && text(drawn.value, 'motcua:calledOnly') === 'true';
}

/** A process a file calls: which, and the version it was taken from. */
export type Called = { readonly key: string; readonly version: number; readonly name: string };

/** The published processes a file has taken into itself. */
export async function calledIn(xml: string): Promise<readonly Called[]> {
  const tree = await readTree(xml);
  if (!tree.ok) return [];
  const main = mainProcess(tree.value);
  return children(tree.value, 'rootElements').filter((each) => each.$type === 'bpmn:Process' && each !== main && text(each, 'motcua:from') !== '')
    .map((each) => ({ key: text(each, 'motcua:from'), version: Number(text(each, 'motcua:version')), name: text(each, 'name') }));
}
