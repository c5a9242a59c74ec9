// SPDX-License-Identifier: EUPL-1.2
import { cleanText, ok, refuse, type Result } from '@motcua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import type { Body, ProcessDefinition, ProcessNode, PublicationFault } from '../model.ts';
import { around } from '../rules/return-to.ts';
import { bodyFrom, idOf, nodeFrom, type Reading, unreadable } from './compile-model.ts';
import { tableOf } from './decision-table.ts';
import { explorationFaults } from './explore.ts';
import { fault } from './fault.ts';
import { namesCleaned, partFaults } from './publishable.ts';
import { text } from './read-model.ts';
import { scopeFaults } from './scope-faults.ts';
import { mainPathOf, shapeOf, wrongReturns } from './shape.ts';
import { taskProperties } from './task-properties.ts';
import { everything, nodesIn, scopeOf } from './tree.ts';

type Nodes = ReadonlyMap<string, ProcessNode>;
type Wide = { readonly nodes: Nodes; readonly bodies: ReadonlyMap<string, Body>; readonly within: ReadonlyMap<string, string> };

const reading: Reading = { feel: (written) => written.replace(/^=/u, '').trim(), canDo: () => false };

/** A node as it is published: a user task with what it says, messages by their names. */
function published(element: ModdleElement, faults: PublicationFault[]): ProcessNode {
  const node = namesCleaned(element, nodeFrom(element, reading));
  const isTask = element.$type === 'bpmn:UserTask';
  const table = element.$type === 'bpmn:BusinessRuleTask' ? tableOf(element) : null;
  if (table !== null && node.more !== undefined) return { ...node, kind: 'decision', more: { ...node.more, decision: table } };
  return isTask ? { ...node, kind: 'user-task', task: taskProperties(element, node, faults) } : node;
}

/** Flows of a node, or where an open sub-process leads when it is over. */
function onwardOf({ nodes, within }: Wide, node: ProcessNode): ProcessNode['out'] {
  const activity = within.get(node.id);
  const isOver = node.out.length === 0 && activity !== undefined && node.more?.triggers.some(({ kind }) => kind === 'error') !== true;
  const outer = isOver ? nodes.get(activity) : undefined;
  return outer === undefined ? node.out : onwardOf({ nodes, within, bodies: new Map() }, outer);
}

/** The graph with its sub-processes opened up. What waits for one of several events is a choice in it. */
function openedUp(wide: Wide): Nodes {
  return new Map([...wide.nodes.values()].map((node) => {
    const starts = node.more?.body == null ? null : wide.bodies.get(node.more.body)?.starts ?? [];
    const out = starts === null ? onwardOf(wide, node) : starts.map((to) => ({ id: `${node.id} ${to}`, from: node.id, to, condition: null }));
    // What takes a sub-process away stands behind every step inside it.
    const edges = around(wide, node.id).flatMap((activity) => wide.nodes.get(activity)?.boundary ?? []);
    return [node.id, { ...node, out, boundary: node.kind === 'user-task' ? [...node.boundary, ...edges] : node.boundary, kind: node.kind === 'event-based' ? 'exclusive' as const : node.kind }] as const;
  }));
}

/** A step inside something that repeats is gone back to only from inside it. */
function returnsIntoRepetition(nodes: Nodes, definition: Pick<ProcessDefinition, 'within'>): readonly PublicationFault[] {
  const repeats = (id: string): boolean => nodes.get(id)?.more?.loop != null;
  return [...nodes.values()].flatMap((node) => (node.task?.returnTo ?? [])
    .filter((to) => around(definition, to).some((activity) => repeats(activity) && !around(definition, node.id).includes(activity)))
    .map((to) => fault('return-target-invalid', node, to)));
}

function read(process: ModdleElement): Wide & { readonly faults: readonly PublicationFault[] } {
  const faults: PublicationFault[] = [];
  const scopes = [process, ...everything(process).filter((each) => each.$instanceOf('bpmn:FlowElementsContainer'))];
  const drawn = scopes.flatMap(nodesIn);
  const nodes = new Map(drawn.map((element) => [idOf(element), published(element, faults)] as const));
  const within = new Map(drawn.flatMap((element) => { const scope = scopeOf(element); return scope === null || scope === process ? [] : [[idOf(element), idOf(scope)] as const]; }));
  return { nodes, within, bodies: new Map(scopes.map((scope) => [idOf(scope), bodyFrom(scope)] as const)), faults };
}

/**
 * Reads a model that uses more than steps, choices, forks and clocks: sub-processes, inclusive and event-based gateways, events on the edge, messages, repetition.
 * It is played through in the engine itself before it is published.
 */
export function compileWide(process: ModdleElement): Result<ProcessDefinition, readonly PublicationFault[]> {
  const parts = partFaults(process);
  if (parts.length > 0) return refuse(parts);
  const { faults, ...wide } = read(process);
  const local = [...faults, ...[...wide.nodes.values()].flatMap(unreadable), ...scopeFaults(process, wide.nodes)];
  const start = wide.bodies.get(idOf(process))?.starts[0];
  if (local.length > 0 || start === undefined) return refuse(local);
  const opened = openedUp(wide);
  const shape = shapeOf(opened, start);
  const definition: ProcessDefinition = {
    processId: idOf(process), name: cleanText(text(process, 'name')), start, ...wide, opened, after: shape.after, mainPath: mainPathOf(opened, start, shape),
  };
  const returns = [...wrongReturns(wide.nodes, shape.after), ...returnsIntoRepetition(wide.nodes, definition)];
  const found = returns.length > 0 ? returns : explorationFaults(definition);
  return found.length > 0 ? refuse(found) : ok(definition);
}
