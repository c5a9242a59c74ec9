// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel/result';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import descriptor from '../../resources/motcua.json' with { type: 'json' };
import { child, children, isElement, readModel, text } from '../definition/read-model.ts';
import { shapeOf } from '../definition/shape.ts';
import type { PublicationFault } from '../model.ts';

/** A model open for reading and change: the whole file and its one process. */
export type Drawing = { readonly root: ModdleElement; readonly process: ModdleElement };

/** Opens a model. Whatever the text is, nothing is thrown. */
export async function openDrawing(xml: string): Promise<Result<Drawing, readonly PublicationFault[]>> {
  const process = await readModel(xml);
  if (!process.ok) return process;
  const root = process.value.$parent;
  return root === undefined ? refuse([]) : ok({ root, process: process.value });
}

/** Our names in a BPMN file, for a modeller. */
export const modelDescriptor: Readonly<Record<string, unknown>> = descriptor;

/** A model a modeller has open, seen as ours; null when it holds no process. */
export function drawingOf(root: unknown): Drawing | null {
  if (!isElement(root)) return null;
  const process = children(root, 'rootElements').find(({ $type }) => $type === 'bpmn:Process');
  return process === undefined ? null : { root, process };
}

/** The model as a file again. */
export async function drawingXml({ root }: Drawing): Promise<string> {
  return (await new BpmnModdle({ motcua: descriptor }).toXML(root, { format: true })).xml;
}

export const idOf = (element: ModdleElement | null): string => (element === null ? '' : text(element, 'id'));
const isFlow = ({ $type }: ModdleElement): boolean => $type === 'bpmn:SequenceFlow';
export const isTask = ({ $type }: ModdleElement): boolean => $type === 'bpmn:UserTask';

/** Nodes that stand in flows, in the order of the file. */
export const nodesOf = ({ process }: Drawing): readonly ModdleElement[] => children(process, 'flowElements').filter((each) => each.$instanceOf('bpmn:FlowNode'));
export const flowsOf = ({ process }: Drawing): readonly ModdleElement[] => children(process, 'flowElements').filter(isFlow);

/** Flows that come in or go out at a node. */
export const flowsAt = (drawing: Drawing, node: ModdleElement, end: 'sourceRef' | 'targetRef'): readonly ModdleElement[] =>
  flowsOf(drawing).filter((flow) => child(flow, end) === node);

export const timersOn = (drawing: Drawing, task: ModdleElement): readonly ModdleElement[] =>
  nodesOf(drawing).filter((node) => node.$type === 'bpmn:BoundaryEvent' && child(node, 'attachedToRef') === task);

export const elementOf = ({ process }: Drawing, id: string): ModdleElement | null =>
  children(process, 'flowElements').find((each) => text(each, 'id') === id) ?? null;

/** The order of the table: forward from the start, what is not reached last. `after`: nodes that come after a node. */
export function forwardOrder(drawing: Drawing): { readonly order: readonly ModdleElement[]; readonly after: ReadonlyMap<string, ReadonlySet<string>> } {
  const nodes = nodesOf(drawing);
  const leading = new Map(nodes.map((node) => [idOf(node), {
    out: flowsAt(drawing, node, 'sourceRef').map((flow) => ({ to: idOf(child(flow, 'targetRef')) })),
    boundary: timersOn(drawing, node).map(idOf),
  }] as const));
  const start = nodes.find(({ $type }) => $type === 'bpmn:StartEvent');
  if (start === undefined) return { order: nodes, after: new Map() };
  const { order, after } = shapeOf(leading, idOf(start));
  const place = new Map(order.map((id, at) => [id, at]));
  const placeOf = (node: ModdleElement): number => place.get(idOf(node)) ?? nodes.length;
  return { order: nodes.toSorted((one, other) => placeOf(one) - placeOf(other)), after };
}
