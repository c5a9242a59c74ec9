// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import type { ProcessNode, PublicationFault } from '../model.ts';
import { idOf } from './compile-model.ts';
import { fault } from './fault.ts';
import { child, children } from './read-model.ts';
import { everything, nodesIn, placeOf } from './tree.ts';

type Nodes = ReadonlyMap<string, ProcessNode>;

const chooses = ({ kind }: ProcessNode): boolean => kind === 'exclusive' || kind === 'inclusive';

function gatewayFaults(node: ProcessNode): readonly PublicationFault[] {
  if (!chooses(node) || node.out.length < 2) return node.out.some(({ condition }) => condition !== null) ? [fault('condition-misplaced', node)] : [];
  const isKnown = node.defaultFlow === null || node.out.some(({ id }) => id === node.defaultFlow);
  const open = node.out.filter(({ id, condition }) => id !== node.defaultFlow && condition === null);
  return [...(isKnown ? [] : [fault('flow-broken', node)]), ...open.map(({ id }) => fault('flow-without-condition', node, id))];
}

function edgeFits(nodes: Nodes, { host, incoming }: ProcessNode): boolean {
  const kind = host === null ? undefined : nodes.get(host)?.kind;
  return incoming.length === 0 && (kind === 'user-task' || kind === 'activity');
}

/** Behind a place that waits for one of several events stand only such events, each reached from nowhere else. */
function raceFits(nodes: Nodes, { out }: ProcessNode): boolean {
  return out.length > 1 && out.every(({ to }) => { const node = nodes.get(to); return node !== undefined && (node.kind === 'timer' || node.kind === 'catch') && node.incoming.length === 1; });
}

const isEnd = (element: ModdleElement): boolean => element.$type === 'bpmn:EndEvent';

function nodeFaults(nodes: Nodes, element: ModdleElement): readonly PublicationFault[] {
  const node = nodes.get(idOf(element));
  if (node === undefined) return [];
  if (element.$type === 'bpmn:BoundaryEvent' && !edgeFits(nodes, node)) return [fault('boundary-misplaced', node)];
  if (node.kind === 'start' && node.incoming.length > 0) return [fault('flow-broken', node)];
  if (isEnd(element)) return node.out.length > 0 ? [fault('flow-broken', node)] : [];
  if (node.kind === 'event-based' && !raceFits(nodes, node)) return [fault('flow-broken', node)];
  return node.out.length === 0 ? [fault('dead-end', node)] : gatewayFaults(node);
}

/** A flow leads from a node to another of the same scope. */
function flowFaults(scope: ModdleElement): readonly PublicationFault[] {
  const own = new Set(nodesIn(scope));
  const isOwn = (element: ModdleElement | null): boolean => element !== null && own.has(element);
  return children(scope, 'flowElements').filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    .filter((flow) => !isOwn(child(flow, 'sourceRef')) || !isOwn(child(flow, 'targetRef'))).map((flow) => fault('flow-broken', placeOf(flow)));
}

function boundsOf(scope: ModdleElement, process: ModdleElement): readonly PublicationFault[] {
  const at = scope === process ? null : placeOf(scope);
  const starts = nodesIn(scope).filter(({ $type }) => $type === 'bpmn:StartEvent');
  return [
    ...(starts.length === 0 ? [fault('no-start', at)] : []), ...starts.slice(1).map((start) => fault('several-starts', placeOf(start))),
    ...(nodesIn(scope).some(isEnd) ? [] : [fault('no-end', at)]),
  ];
}

/** What is wrong with each scope by itself: its one start, its ends, its flows, its gateways and the events on edges. */
export function scopeFaults(process: ModdleElement, nodes: Nodes): readonly PublicationFault[] {
  const scopes = [process, ...everything(process).filter((each) => each.$instanceOf('bpmn:FlowElementsContainer'))];
  const first = scopes.flatMap((scope) => [...boundsOf(scope, process), ...flowFaults(scope)]);
  return first.length > 0 ? first : scopes.flatMap(nodesIn).flatMap((element) => nodeFaults(nodes, element));
}
