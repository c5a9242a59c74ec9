// SPDX-License-Identifier: EUPL-1.2
import type { ModdleElement } from 'bpmn-moddle';
import type { PublicationFault } from '../model.ts';
import { fault } from './fault.ts';
import { child, children, text } from './read-model.ts';
import { definitionsOf, everything, placeOf, typeOf } from './tree.ts';

/** Elements that are run, or that say nothing about what is run. Any other is refused by its name: nothing is passed over in silence. */
const runs = new Set([
  'Process', 'SequenceFlow', 'FormalExpression', 'Expression', 'StartEvent', 'EndEvent', 'BoundaryEvent', 'IntermediateCatchEvent', 'IntermediateThrowEvent', 'ImplicitThrowEvent',
  'Task', 'ScriptTask', 'UserTask', 'ManualTask', 'ServiceTask', 'BusinessRuleTask', 'SendTask', 'ReceiveTask', 'SubProcess', 'Transaction', 'CallActivity',
  'ExclusiveGateway', 'ParallelGateway', 'InclusiveGateway', 'ComplexGateway', 'EventBasedGateway',
  'MultiInstanceLoopCharacteristics', 'StandardLoopCharacteristics', 'ComplexBehaviorDefinition',
  'MessageEventDefinition', 'SignalEventDefinition', 'TimerEventDefinition', 'ErrorEventDefinition', 'EscalationEventDefinition', 'ConditionalEventDefinition',
  'LinkEventDefinition', 'TerminateEventDefinition', 'CompensateEventDefinition', 'CancelEventDefinition',
  'Signal', 'Message', 'Error', 'Escalation', 'Interface', 'Operation', 'ItemDefinition', 'Property',
  'Collaboration', 'Participant', 'ParticipantMultiplicity', 'MessageFlow',
  'LaneSet', 'Lane', 'Association', 'TextAnnotation', 'Group', 'Category', 'CategoryValue', 'Documentation',
]);

type Limit = readonly [type: string, what: string, isBeyond: (element: ModdleElement) => boolean];

const kinds = (event: ModdleElement): readonly string[] => definitionsOf(event).map(typeOf);
const has = (element: ModdleElement, name: string): boolean => child(element, name) !== null;
const isRepeated = (element: ModdleElement): boolean => has(element, 'loopCharacteristics');
const isEdged = (element: ModdleElement): boolean => children(element.$parent ?? element, 'flowElements').some((each) => each.$type === 'bpmn:BoundaryEvent' && child(each, 'attachedToRef') === element);

/** Uses of an element that go beyond what is run. */
const limits: readonly Limit[] = [
  ['TimerEventDefinition', 'timeDate', (timer) => has(timer, 'timeDate')],
  ['Event', 'Timer + …', (event) => kinds(event).length > 1 && kinds(event).some((kind) => ['TimerEventDefinition', 'TerminateEventDefinition', 'LinkEventDefinition', 'CancelEventDefinition', 'CompensateEventDefinition'].includes(kind))],
  ['StartEvent', 'Timer, Conditional', (event) => event.$parent?.$type === 'bpmn:Process' && kinds(event).some((kind) => kind === 'TimerEventDefinition' || kind === 'ConditionalEventDefinition')],
  ['SendTask', 'loop', (task) => isRepeated(task) || isEdged(task)], ['ReceiveTask', 'loop', (task) => isRepeated(task) || isEdged(task)],
  ['CallActivity', 'calledElement', (call) => text(call, 'calledElement') === ''],
  ['EventBasedGateway', 'instantiate, Parallel', (gate) => gate.get('instantiate') === true || text(gate, 'eventGatewayType') === 'Parallel'],
  ['MultiInstanceLoopCharacteristics', 'loopDataInputRef', (loop) => !has(loop, 'loopCardinality')],
  ['SubProcess', 'triggeredByEvent + loop', (node) => node.get('triggeredByEvent') === true && isRepeated(node)],
];

/** The elements of a model that are not run here, each named. */
export function unsupportedFaults(root: ModdleElement): readonly PublicationFault[] {
  return everything(root).flatMap((element) => [
    ...(runs.has(typeOf(element)) ? [] : [typeOf(element)]),
    ...limits.filter(([type, , isBeyond]) => element.$instanceOf(`bpmn:${type}`) && isBeyond(element)).map(([, what]) => `${typeOf(element)}: ${what}`),
  ].map((what) => fault('unsupported-element', placeOf(element), what)));
}
