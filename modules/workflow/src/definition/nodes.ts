// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '@motcua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import type { Flow, NodeKind, ProcessNode, PublicationFault, TaskProperties } from '../model.ts';
import { feelFault } from '../rules/feel.ts';
import { fault } from './fault.ts';
import { child, children, text } from './read-model.ts';
import { taskProperties } from './task-properties.ts';

const ignored = new Set(['bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);
const feel = /feel/iu;

type Draft = {
  readonly id: string; readonly name: string; readonly kind: NodeKind; readonly element: ModdleElement;
  readonly task: TaskProperties | null; readonly duration: string | null;
};

const nameOf = (element: ModdleElement): { readonly id: string; readonly name: string } =>
  ({ id: text(element, 'id'), name: cleanText(text(element, 'name')).replace(/\s+/gu, ' ') });

/** What the interpreter runs an element as; null when it does not. */
function kindOf(element: ModdleElement): NodeKind | null {
  if (element.$type === 'bpmn:UserTask') return child(element, 'loopCharacteristics') === null && element.get('isForCompensation') !== true ? 'user-task' : null;
  const events = children(element, 'eventDefinitions').map(({ $type }) => $type.slice('bpmn:'.length));
  // A definition somewhere else in the file would be overlooked.
  const elsewhere = children(element, 'eventDefinitionRef').map(() => 'elsewhere');
  return kinds[[element.$type.slice('bpmn:'.length), ...events, ...elsewhere].join(' ')] ?? null;
}

/** Element and event definitions to what they run as. */
const kinds: Readonly<Record<string, NodeKind>> = {
  'StartEvent': 'start', 'EndEvent': 'end', 'EndEvent TerminateEventDefinition': 'terminate', 'ExclusiveGateway': 'exclusive', 'ParallelGateway': 'parallel',
  'IntermediateCatchEvent TimerEventDefinition': 'timer', 'BoundaryEvent TimerEventDefinition': 'boundary-timer',
};

/** The duration of a timer, as written; null when it is none. */
export function durationOf(element: ModdleElement): string | null {
  const [timer] = children(element, 'eventDefinitions');
  const expression = timer === undefined ? null : child(timer, 'timeDuration');
  const written = expression === null ? '' : text(expression, 'body');
  try {
    const duration = Temporal.Duration.from(written);
    return duration.sign > 0 ? written : null;
  } catch {
    return null;
  }
}

function drafts(process: ModdleElement, faults: PublicationFault[]): readonly Draft[] {
  const found: Draft[] = [];
  for (const element of children(process, 'flowElements')) {
    if (ignored.has(element.$type)) continue;
    const at = nameOf(element);
    const kind = kindOf(element);
    if (kind === null) { faults.push(fault('unsupported-element', at, element.$type.slice('bpmn:'.length))); continue; }
    const timed = kind === 'timer' || kind === 'boundary-timer';
    const duration = timed ? durationOf(element) : null;
    if (timed && duration === null) faults.push(fault('timer-not-readable', at));
    found.push({ ...at, kind, element, duration, task: kind === 'user-task' ? taskProperties(element, at, faults) : null });
  }
  return found;
}

function conditionOf(flow: ModdleElement, at: { readonly id: string; readonly name: string }, faults: PublicationFault[]): string | null {
  const expression = child(flow, 'conditionExpression');
  if (expression === null) return null;
  const language = text(expression, 'language');
  const condition = text(expression, 'body').replace(/^=/u, '').trim();
  const why = language !== '' && !feel.test(language) ? `ngôn ngữ ${language}` : feelFault(condition);
  if (why !== null) faults.push(fault('condition-not-readable', at, `${condition.slice(0, 80)}: ${why}`));
  return condition;
}

function flowsOf(process: ModdleElement, faults: PublicationFault[]): readonly Flow[] {
  const found: Flow[] = [];
  for (const element of children(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    const at = nameOf(element);
    const [from, to] = [child(element, 'sourceRef'), child(element, 'targetRef')];
    if (from === null || to === null) { faults.push(fault('flow-broken', at)); continue; }
    found.push({ id: at.id, from: text(from, 'id'), to: text(to, 'id'), condition: conditionOf(element, at, faults) });
  }
  return found;
}

/** A file that lists incoming and outgoing flows at its nodes must list them all, and no other. */
function listedFaults(all: readonly Draft[], flows: readonly Flow[]): readonly PublicationFault[] {
  const listed = (element: ModdleElement, side: 'incoming' | 'outgoing'): readonly string[] => children(element, side).map((flow) => text(flow, 'id')).sort();
  if (all.every(({ element }) => listed(element, 'incoming').length + listed(element, 'outgoing').length === 0)) return [];
  return all.filter(({ id, element }) => {
    const drawn = (side: 'from' | 'to'): string => flows.filter((flow) => flow[side] === id).map((flow) => flow.id).sort().join(' ');
    return listed(element, 'incoming').join(' ') !== drawn('to') || listed(element, 'outgoing').join(' ') !== drawn('from');
  }).map((node) => fault('flow-broken', node));
}

// States are plain objects keyed by these ids: one that every object has already would be found where nothing was put.
const reserved = (id: string): boolean => id === '' || id in {};

/** The nodes of a process with their flows; pushes what is wrong with single elements. */
export function readNodes(process: ModdleElement, faults: PublicationFault[]): ReadonlyMap<string, ProcessNode> {
  const all = drafts(process, faults);
  const flows = flowsOf(process, faults);
  faults.push(...listedFaults(all, flows));
  for (const { id } of [...all, ...flows]) if (reserved(id)) faults.push(fault('xml-broken', { id, name: '' }, `id="${id}"`));
  const hosts = new Map(all.map(({ id, element }) => [id, child(element, 'attachedToRef')] as const));
  const nodes = new Map<string, ProcessNode>();
  for (const { id, name, kind, element, task, duration } of all) {
    const defaultFlow = kind === 'exclusive' ? child(element, 'default') : null;
    const host = hosts.get(id) ?? null;
    nodes.set(id, {
      id, name, kind, task, duration,
      out: flows.filter(({ from }) => from === id), incoming: flows.filter(({ to }) => to === id).map((flow) => flow.id),
      defaultFlow: defaultFlow === null ? null : text(defaultFlow, 'id'),
      boundary: all.filter((each) => { const on = hosts.get(each.id) ?? null; return on !== null && text(on, 'id') === id; }).map((each) => each.id),
      host: host === null ? null : text(host, 'id'), interrupting: element.get('cancelActivity') !== false,
    });
  }
  return nodes;
}
