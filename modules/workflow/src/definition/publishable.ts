// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import { type Loop, processMessages, type ProcessNode, type PublicationFault } from '../model.ts';
import { feelFault } from '../rules/feel.ts';
import { decisionFaults } from './decision-table.ts';
import { fault } from './fault.ts';
import { durationOf } from './nodes.ts';
import { child, children, text } from './read-model.ts';
import { definitionsOf, everything, placeOf, typeOf } from './tree.ts';

/** Element with its event definitions, to what may be published of it. What the engine runs beyond that would stand in no step table and is refused by its name. */
const published = new Set([
  'StartEvent', 'EndEvent', 'EndEvent TerminateEventDefinition', 'EndEvent ErrorEventDefinition', 'EndEvent EscalationEventDefinition', 'EndEvent SignalEventDefinition',
  'UserTask', 'BusinessRuleTask', 'SubProcess', 'ExclusiveGateway', 'ParallelGateway', 'InclusiveGateway', 'EventBasedGateway',
  'IntermediateCatchEvent TimerEventDefinition', 'IntermediateCatchEvent MessageEventDefinition', 'IntermediateCatchEvent SignalEventDefinition',
  'IntermediateThrowEvent', 'IntermediateThrowEvent EscalationEventDefinition', 'IntermediateThrowEvent SignalEventDefinition',
  'BoundaryEvent TimerEventDefinition', 'BoundaryEvent MessageEventDefinition', 'BoundaryEvent SignalEventDefinition', 'BoundaryEvent ErrorEventDefinition', 'BoundaryEvent EscalationEventDefinition',
]);

const isGiven = (element: ModdleElement, name: string): boolean => { const value = element.get(name); return typeof value === 'number' && value !== 1; };

function isPublished(node: ModdleElement): boolean {
  // A definition somewhere else in the file would be overlooked by who reads the drawing.
  if (node.$instanceOf('bpmn:Event') && children(node, 'eventDefinitionRef').length > 0) return false;
  const key = [typeOf(node), ...(node.$instanceOf('bpmn:Event') ? definitionsOf(node).map(typeOf) : [])].join(' ');
  return published.has(key) && !(node.$instanceOf('bpmn:Activity') && (node.get('isForCompensation') === true || isGiven(node, 'startQuantity') || isGiven(node, 'completionQuantity')))
    && !(node.$type === 'bpmn:SubProcess' && node.get('triggeredByEvent') === true);
}

/** The list a repetition goes through, and what each item is called. */
function eachOf(loop: ModdleElement): { readonly list: string; readonly as: string } | null {
  const [list, as] = [text(loop, 'motcua:each'), text(loop, 'motcua:as')];
  return list === '' ? null : { list, as: as === '' ? 'item' : as };
}

function repetitionFaults(node: ModdleElement): readonly PublicationFault[] {
  const loop = node.$instanceOf('bpmn:Activity') ? child(node, 'loopCharacteristics') : null;
  if (loop === null) return [];
  if (node.$type === 'bpmn:BusinessRuleTask') return [fault('unsupported-element', placeOf(node), `BusinessRuleTask ${typeOf(loop)}`)];
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics' || ['One', 'None', 'Complex'].includes(text(loop, 'behavior'))) return [fault('unsupported-element', placeOf(node), `${typeOf(loop)} ${text(loop, 'behavior')}`.trim())];
  const each = eachOf(loop);
  if (each === null) return child(loop, 'loopCardinality') === null ? [fault('repetition-invalid', placeOf(node))] : [];
  const why = feelFault(each.list) ?? (/^[a-z]\w*$/u.test(each.as) ? null : `tên «${each.as}» phải bắt đầu bằng chữ thường`);
  return why === null ? [] : [fault('repetition-invalid', placeOf(node), why)];
}

const isTimed = (node: ModdleElement): boolean => node.$instanceOf('bpmn:Event') && definitionsOf(node).some(({ $type }) => $type === 'bpmn:TimerEventDefinition');

function messageOf(node: ModdleElement): string | null {
  const definition = node.$instanceOf('bpmn:Event') ? definitionsOf(node).find(({ $type }) => $type === 'bpmn:MessageEventDefinition') : undefined;
  const message = definition === undefined ? null : child(definition, 'messageRef');
  return definition === undefined ? null : message === null ? '' : text(message, 'name');
}

function eventFaults(node: ModdleElement): readonly PublicationFault[] {
  const message = messageOf(node);
  const isUnknown = message !== null && !processMessages.some((known) => known === message);
  return [...(isTimed(node) && durationOf(node) === null ? [fault('timer-not-readable', placeOf(node))] : []), ...(isUnknown ? [fault('message-unknown', placeOf(node), message)] : [])];
}

// States are plain objects keyed by these ids; an arrival in a scope is kept under the id, «@» and the scope.
const reserved = (id: string): boolean => id === '' || id in {} || id.includes('@');

function conditionFaults(flow: ModdleElement): readonly PublicationFault[] {
  const expression = child(flow, 'conditionExpression');
  const language = expression === null ? '' : text(expression, 'language');
  return language === '' || /feel/iu.test(language) ? [] : [fault('condition-not-readable', placeOf(flow), `ngôn ngữ ${language}`)];
}

const inFlows = new Set(['bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);
const mostNodes = 1000;

/** Single elements of a process that are not published, or not as they are. */
export function partFaults(process: ModdleElement): readonly PublicationFault[] {
  const all = everything(process);
  const nodes = all.filter((each) => each.$instanceOf('bpmn:FlowNode'));
  const stray = all.filter((each) => each.$instanceOf('bpmn:FlowElement') && !each.$instanceOf('bpmn:FlowNode') && !inFlows.has(each.$type));
  if (nodes.length > mostNodes) return [fault('too-large', null, String(nodes.length))];
  const unsupported = [...nodes.filter((node) => !isPublished(node)), ...stray].map((node) => fault('unsupported-element', placeOf(node), [typeOf(node), ...(node.$instanceOf('bpmn:Event') ? definitionsOf(node).map(typeOf) : [])].join(' ')));
  if (unsupported.length > 0) return unsupported;
  const flows = all.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  return [
    ...[...nodes, ...flows].filter((each) => reserved(text(each, 'id'))).map((each) => fault('xml-broken', placeOf(each), `id="${text(each, 'id')}"`)),
    ...nodes.flatMap((node) => [...repetitionFaults(node), ...eventFaults(node), ...(node.$type === 'bpmn:BusinessRuleTask' ? decisionFaults(node) : [])]), ...flows.flatMap(conditionFaults),
  ];
}

/** A node whose messages go by their names, and whose repetition goes through its list. */
export function namesCleaned(element: ModdleElement, node: ProcessNode): ProcessNode {
  const { more } = node;
  if (more === undefined) return node;
  const message = messageOf(element);
  const loop = element.$instanceOf('bpmn:Activity') ? child(element, 'loopCharacteristics') : null;
  const each = loop === null ? null : eachOf(loop);
  const listed: Loop | null = more.loop?.kind === 'many' && each !== null ? { ...more.loop, each } : more.loop;
  return { ...node, more: { ...more, loop: listed, triggers: message === null ? more.triggers : more.triggers.map((trigger) => (trigger.kind === 'message' ? { ...trigger, name: message } : trigger)) } };
}
