// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel/result';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import descriptor from '../../resources/motcua.json' with { type: 'json' };
import { readOpened } from '../definition/calls.ts';
import { child, children, isElement, mainProcess, readModel, text } from '../definition/read-model.ts';
import { shapeOf } from '../definition/shape.ts';
import type { PublicationFault } from '../model.ts';

/** A model open for reading and change: the whole file and its one process. */
export type Drawing = { readonly root: ModdleElement; readonly process: ModdleElement };

/**
 * Opens a model as it is drawn, or `whole`: with the steps of the processes it calls in the places of the calls. A whole one is for reading, not for change.
 * Whatever the text is, nothing is thrown.
 */
export async function openDrawing(xml: string, how: 'drawn' | 'whole' = 'drawn'): Promise<Result<Drawing, readonly PublicationFault[]>> {
  const process = await (how === 'drawn' ? readModel(xml) : readOpened(xml));
  if (!process.ok) return process;
  const root = process.value.$parent;
  return root === undefined ? refuse([]) : ok({ root, process: process.value });
}

/** Our names in a BPMN file, for a modeller. */
export const modelDescriptor: Readonly<Record<string, unknown>> = descriptor;

/** A model a modeller has open, seen as ours; null when it holds no process. */
export function drawingOf(root: unknown): Drawing | null {
  if (!isElement(root)) return null;
  const process = mainProcess(root);
  return process === null ? null : { root, process };
}

/** The model as a file again. */
export async function drawingXml({ root }: Drawing): Promise<string> {
  return (await new BpmnModdle({ motcua: descriptor }).toXML(root, { format: true })).xml;
}

export const idOf = (element: ModdleElement | null): string => (element === null ? '' : text(element, 'id'));
const isFlow = ({ $type }: ModdleElement): boolean => $type === 'bpmn:SequenceFlow';
export const isTask = ({ $type }: ModdleElement): boolean => $type === 'bpmn:UserTask';

const isScope = (element: ModdleElement): boolean => element.$instanceOf('bpmn:SubProcess');

/** Everything drawn of a process, what stands in its sub-processes behind each. */
function elementsOf(scope: ModdleElement): readonly ModdleElement[] {
  return children(scope, 'flowElements').flatMap((each) => (isScope(each) ? [each, ...elementsOf(each)] : [each]));
}

/** Nodes that stand in flows, in the order of the file. */
export const nodesOf = ({ process }: Drawing): readonly ModdleElement[] => elementsOf(process).filter((each) => each.$instanceOf('bpmn:FlowNode'));
export const flowsOf = ({ process }: Drawing): readonly ModdleElement[] => elementsOf(process).filter(isFlow);

/** The process or sub-process an element is drawn in. */
export const scopeAt = ({ process }: Drawing, element: ModdleElement): ModdleElement => { const { $parent: parent } = element; return parent !== undefined && isScope(parent) ? parent : process; };

/** How many sub-processes an element stands in. */
export const depthOf = (drawing: Drawing, element: ModdleElement): number => { const scope = scopeAt(drawing, element); return scope === drawing.process ? 0 : 1 + depthOf(drawing, scope); };

/** Flows that come in or go out at a node. */
export const flowsAt = (drawing: Drawing, node: ModdleElement, end: 'sourceRef' | 'targetRef'): readonly ModdleElement[] =>
  children(scopeAt(drawing, node), 'flowElements').filter((flow) => isFlow(flow) && child(flow, end) === node);

export const timersOn = (drawing: Drawing, task: ModdleElement): readonly ModdleElement[] =>
  children(scopeAt(drawing, task), 'flowElements').filter((node) => node.$type === 'bpmn:BoundaryEvent' && child(node, 'attachedToRef') === task);

export const elementOf = ({ process }: Drawing, id: string): ModdleElement | null => elementsOf(process).find((each) => text(each, 'id') === id) ?? null;

type Leading = { readonly out: readonly { readonly to: string }[]; readonly boundary: readonly string[] };

/** Where each node leads, as if sub-processes were opened up: into one by its start, on from its ends. */
function leadingOf({ process }: Drawing, nodes: readonly ModdleElement[]): ReadonlyMap<string, Leading> {
  const out = new Map<ModdleElement, string[]>();
  const edges = new Map<ModdleElement, string[]>();
  for (const flow of elementsOf(process).filter(isFlow)) { const from = child(flow, 'sourceRef'); if (from !== null) out.set(from, [...out.get(from) ?? [], idOf(child(flow, 'targetRef'))]); }
  for (const node of nodes) { const host = node.$type === 'bpmn:BoundaryEvent' ? child(node, 'attachedToRef') : null; if (host !== null) edges.set(host, [...edges.get(host) ?? [], idOf(node)]); }
  const onward = (node: ModdleElement): readonly string[] => {
    const own = out.get(node);
    if (own !== undefined) return own;
    return node.$parent !== undefined && isScope(node.$parent) ? onward(node.$parent) : [];
  };
  const into = (node: ModdleElement): readonly string[] => children(node, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent').map(idOf);
  return new Map(nodes.map((node) => {
    const inside = isScope(node) ? into(node) : [];
    return [idOf(node), { out: (inside.length > 0 ? inside : onward(node)).map((to) => ({ to })), boundary: edges.get(node) ?? [] }] as const;
  }));
}

/** The order of the table: forward from the start, what is not reached last. `after`: nodes that come after a node. */
export function forwardOrder(drawing: Drawing): { readonly order: readonly ModdleElement[]; readonly after: ReadonlyMap<string, ReadonlySet<string>> } {
  const nodes = nodesOf(drawing);
  const start = nodes.find((node) => node.$type === 'bpmn:StartEvent' && scopeAt(drawing, node) === drawing.process);
  if (start === undefined) return { order: nodes, after: new Map() };
  const { order, after } = shapeOf(leadingOf(drawing, nodes), idOf(start));
  const place = new Map(order.map((id, at) => [id, at]));
  const placeOf = (node: ModdleElement): number => place.get(idOf(node)) ?? nodes.length;
  return { order: nodes.toSorted((one, other) => placeOf(one) - placeOf(other)), after };
}
