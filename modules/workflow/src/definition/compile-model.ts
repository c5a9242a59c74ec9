// SPDX-License-Identifier: EUPL-1.2
import { cleanText, ok, refuse, type Result } from '@motcua/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import type { Body, Flow, Loop, NodeKind, NodeMore, ProcessDefinition, ProcessNode, PublicationFault, Trigger } from '../model.ts';
import { feelFault } from '../rules/feel.ts';
import { fault } from './fault.ts';
import { child, children, readTree, text } from './read-model.ts';
import { codeOf, compensationOf, standardFaults } from './standard-rules.ts';
import { unsupportedFaults } from './supported.ts';
import { definitionsOf, everything, flowsAt, nodesIn, placeOf, typeOf } from './tree.ts';

/** How a model is read that is not one of ours: `feel` turns its expressions into FEEL, `canDo` says which work the caller can do. */
export type Reading = { readonly feel: (written: string) => string; readonly canDo: (script: string) => boolean };

/** A process that begins by a message or signal from outside, and where. */
export type Beginning = { readonly processId: string; readonly start: string; readonly trigger: Trigger | null };

/** The processes of a file, each runnable, and how they begin. */
export type CompiledModel = { readonly processes: ReadonlyMap<string, ProcessDefinition>; readonly beginnings: readonly Beginning[]; /** Scripts by the id of their task. */ readonly scripts: ReadonlyMap<string, string> };

/** Id of an element; '' when there is none. */
export const idOf = (element: ModdleElement | null): string => (element === null ? '' : text(element, 'id'));
const numberOf = (element: ModdleElement, name: string): number | null => { const value = element.get(name); return typeof value === 'number' ? value : null; };
const bodyOf = (element: ModdleElement, name: string): string | null => { const found = child(element, name); return found === null ? null : text(found, 'body'); };

function triggerOf(definition: ModdleElement, { feel }: Reading): readonly Trigger[] {
  switch (typeOf(definition)) {
    case 'MessageEventDefinition': return [{ kind: 'message', name: idOf(child(definition, 'messageRef')) }];
    case 'SignalEventDefinition': return [{ kind: 'signal', name: idOf(child(definition, 'signalRef')) }];
    case 'ErrorEventDefinition': return [{ kind: 'error', name: codeOf(definition, 'error') }];
    case 'EscalationEventDefinition': return [{ kind: 'escalation', name: codeOf(definition, 'escalation') }];
    case 'ConditionalEventDefinition': return [{ kind: 'condition', name: feel(bodyOf(definition, 'condition') ?? '') }];
    case 'CompensateEventDefinition': return [{ kind: 'compensation', name: idOf(child(definition, 'activityRef')) }];
    case 'CancelEventDefinition': return [{ kind: 'cancel', name: '' }];
    default: return [];
  }
}

const triggersOf = (node: ModdleElement, reading: Reading): readonly Trigger[] => {
  if (node.$type === 'bpmn:SendTask' || node.$type === 'bpmn:ReceiveTask') return [{ kind: 'message', name: idOf(child(node, 'messageRef')) }];
  return node.$instanceOf('bpmn:Event') ? definitionsOf(node).flatMap((each) => triggerOf(each, reading)) : [];
};

const fixedKinds: Readonly<Record<string, NodeKind>> = {
  ExclusiveGateway: 'exclusive', ParallelGateway: 'parallel', InclusiveGateway: 'inclusive', ComplexGateway: 'complex', EventBasedGateway: 'event-based',
  SubProcess: 'activity', Transaction: 'activity', CallActivity: 'activity', SendTask: 'throw', ReceiveTask: 'catch', StartEvent: 'start',
  Task: 'task', ScriptTask: 'task', UserTask: 'task', ManualTask: 'task', ServiceTask: 'task', BusinessRuleTask: 'task',
};

function eventKind(event: ModdleElement, said: readonly string[]): NodeKind {
  const isTimed = said.includes('TimerEventDefinition');
  if (event.$type === 'bpmn:BoundaryEvent') return isTimed ? 'boundary-timer' : 'boundary';
  if (event.$type === 'bpmn:IntermediateCatchEvent') return isTimed ? 'timer' : said.includes('LinkEventDefinition') ? 'start' : 'catch';
  if (said.includes('TerminateEventDefinition')) return 'terminate';
  if (said.includes('LinkEventDefinition')) return 'link';
  return event.$type === 'bpmn:EndEvent' && said.length === 0 ? 'end' : 'throw';
}

const kindOf = (node: ModdleElement): NodeKind => fixedKinds[typeOf(node)] ?? eventKind(node, definitionsOf(node).map(typeOf));

function loopOf(node: ModdleElement, reading: Reading): Loop | null {
  const loop = node.$instanceOf('bpmn:Activity') ? child(node, 'loopCharacteristics') : null;
  if (loop === null) return null;
  const feelOf = (name: string): string | null => { const written = bodyOf(loop, name); return written === null ? null : reading.feel(written); };
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') {
    return { kind: 'while', isBefore: loop.get('testBefore') === true, condition: feelOf('loopCondition'), most: numberOf(loop, 'loopMaximum') };
  }
  const named = (name: string): readonly Trigger[] => { const found = child(loop, name); return found === null ? [] : triggerOf(found, reading); };
  const [behavior, one] = [text(loop, 'behavior'), named('oneBehaviorEventRef')];
  return {
    kind: 'many', isSequential: loop.get('isSequential') === true, cardinality: feelOf('loopCardinality') ?? '0', until: feelOf('completionCondition'),
    throws: behavior === 'None' ? named('noneBehaviorEventRef').map((trigger) => ({ when: 'each', trigger }))
      : behavior === 'One' ? one.map((trigger) => ({ when: 'first', trigger })) : [],
    complex: behavior !== 'Complex' ? [] : children(loop, 'complexBehaviorDefinition').flatMap((each) => {
      const event = child(each, 'event');
      return (event === null ? [] : triggersOf(event, reading)).map((trigger) => ({ condition: reading.feel(bodyOf(each, 'condition') ?? ''), trigger }));
    }),
  };
}

function timerOf(node: ModdleElement): { readonly duration: string | null; readonly times: number } {
  const timer = node.$instanceOf('bpmn:Event') ? definitionsOf(node).find(({ $type }) => $type === 'bpmn:TimerEventDefinition') : undefined;
  const cycle = timer === undefined ? null : bodyOf(timer, 'timeCycle');
  if (timer === undefined || cycle === null) return { duration: timer === undefined ? null : bodyOf(timer, 'timeDuration'), times: 1 };
  const [count = '', duration = ''] = cycle.split('/');
  return { duration, times: count === 'R' ? Number.MAX_SAFE_INTEGER : Number(count.slice(1)) };
}

/** The catching link that a throwing one means: by name, or by naming each other. */
function linkTo(node: ModdleElement): string | null {
  const link = definitionsOf(node).find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
  if (link === undefined || node.$type === 'bpmn:IntermediateCatchEvent' || node.$parent === undefined) return null;
  const fits = (other: ModdleElement): boolean => definitionsOf(other).some((each) => each.$type === 'bpmn:LinkEventDefinition'
    && ((text(link, 'name') !== '' && text(each, 'name') === text(link, 'name')) || child(link, 'target') === each));
  return idOf(nodesIn(node.$parent).filter(({ $type }) => $type === 'bpmn:IntermediateCatchEvent').find(fits) ?? null);
}

function moreOf(node: ModdleElement, reading: Reading): NodeMore {
  const isActivity = node.$instanceOf('bpmn:Activity');
  const body = node.$type === 'bpmn:CallActivity' ? text(node, 'calledElement') : node.$instanceOf('bpmn:SubProcess') ? idOf(node) : null;
  const activation = node.$type === 'bpmn:ComplexGateway' ? bodyOf(node, 'activationCondition') : null;
  return {
    triggers: triggersOf(node, reading), isParallel: node.$instanceOf('bpmn:CatchEvent') && node.get('parallelMultiple') === true, loop: loopOf(node, reading),
    startQuantity: isActivity ? numberOf(node, 'startQuantity') ?? 1 : 1, completionQuantity: isActivity ? numberOf(node, 'completionQuantity') ?? 1 : 1, body,
    undo: node.$type === 'bpmn:BoundaryEvent' ? idOf(compensationOf(node)) || null : null, linkTo: node.$instanceOf('bpmn:Event') ? linkTo(node) : null,
    activation: activation === null ? null : reading.feel(activation), times: timerOf(node).times, isTransaction: node.$type === 'bpmn:Transaction',
  };
}

const hasDefault = (node: ModdleElement): boolean => ['Activity', 'ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway'].some((type) => node.$instanceOf(`bpmn:${type}`));

/** An element as the node it is run as. */
export function nodeFrom(node: ModdleElement, reading: Reading): ProcessNode {
  const isBoundary = node.$type === 'bpmn:BoundaryEvent';
  const flows = flowsAt(node, 'sourceRef').map((flow): Flow => {
    const written = bodyOf(flow, 'conditionExpression');
    return { id: idOf(flow), from: idOf(node), to: idOf(child(flow, 'targetRef')), condition: written === null ? null : reading.feel(written) };
  });
  const edge = children(node.$parent ?? node, 'flowElements').filter((each) => each.$type === 'bpmn:BoundaryEvent' && child(each, 'attachedToRef') === node);
  return {
    id: idOf(node), name: cleanText(placeOf(node).name), kind: kindOf(node), out: flows, incoming: flowsAt(node, 'targetRef').map(idOf),
    defaultFlow: hasDefault(node) ? idOf(child(node, 'default')) || null : null, task: null, boundary: edge.map(idOf), host: isBoundary ? idOf(child(node, 'attachedToRef')) : null,
    interrupting: isBoundary ? node.get('cancelActivity') !== false : node.$type !== 'bpmn:StartEvent' || node.get('isInterrupting') !== false,
    duration: timerOf(node).duration, more: moreOf(node, reading),
  };
}

/** Every FEEL expression a node is run by. */
function expressionsOf({ out, more }: ProcessNode): readonly string[] {
  const loop = more?.loop ?? null;
  const repeated = loop === null ? [] : loop.kind === 'while' ? [loop.condition] : [loop.cardinality, loop.until, ...loop.complex.map(({ condition }) => condition)];
  const awaited = (more?.triggers ?? []).filter(({ kind }) => kind === 'condition').map(({ name }) => name);
  return [...out.map(({ condition }) => condition), ...repeated, ...awaited, more?.activation ?? null].filter((each) => each !== null);
}

/** Expressions of a node that are not run. */
export const unreadable = (node: ProcessNode): readonly PublicationFault[] => expressionsOf(node).flatMap((each) => { const why = feelFault(each); return why === null ? [] : [fault('condition-not-readable', node, `${each.slice(0, 80)}: ${why}`)]; });

const isListener = (node: ModdleElement): boolean => node.$instanceOf('bpmn:SubProcess') && node.get('triggeredByEvent') === true;
const isInstantiating = (node: ModdleElement): boolean => node.$type === 'bpmn:ReceiveTask' && node.get('instantiate') === true;

/** Where a process or sub-process begins. */
export function bodyFrom(scope: ModdleElement): Body {
  const nodes = nodesIn(scope);
  const starts = nodes.filter(({ $type }) => $type === 'bpmn:StartEvent');
  const first = nodes.filter((node) => !isListener(node) && node.$type !== 'bpmn:BoundaryEvent' && !(node.$instanceOf('bpmn:Activity') && node.get('isForCompensation') === true) && flowsAt(node, 'targetRef').length === 0);
  return {
    starts: (starts.length > 0 ? starts : first).map(idOf),
    listeners: nodes.filter(isListener).flatMap((node) => nodesIn(node).filter(({ $type }) => $type === 'bpmn:StartEvent').map((start) => ({ start: idOf(start), subProcess: idOf(node) }))),
  };
}

/** What only the whole file shows: calls to nowhere, work the caller cannot do, a mark of repetition given twice. */
function wholeFaults(root: ModdleElement, xml: string, { canDo }: Reading): readonly PublicationFault[] {
  const all = everything(root);
  const scopes = new Set(all.filter(({ $type }) => $type === 'bpmn:Process').map(idOf));
  const drawn = xml.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gsu, '').match(/<[\w.-]*:?(?:multiInstance|standard)LoopCharacteristics\b/gu)?.length ?? 0;
  const read = all.filter((each) => each.$instanceOf('bpmn:LoopCharacteristics')).length;
  return [
    ...all.filter((each) => each.$type === 'bpmn:CallActivity' && !scopes.has(text(each, 'calledElement'))).map((each) => fault('unsupported-element', placeOf(each), 'CallActivity: calledElement')),
    ...all.filter((each) => each.$type === 'bpmn:ScriptTask' && !canDo(text(each, 'script'))).map((each) => fault('unsupported-element', placeOf(each), 'ScriptTask: script')),
    ...(drawn > read ? [fault('against-standard', null, 'một công việc chỉ lặp theo một cách')] : []),
  ];
}

function beginningsOf(process: ModdleElement, reading: Reading): readonly Beginning[] {
  const nodes = nodesIn(process).filter((node) => node.$type === 'bpmn:StartEvent' || isInstantiating(node));
  return nodes.map((node) => ({ processId: idOf(process), start: idOf(node), trigger: triggersOf(node, reading)[0] ?? null }));
}

const maxNodes = 1000;

/**
 * Reads any BPMN 2.0 file: what breaks the standard is refused, then what is not run here, each with the element. What is left can be run whole.
 * Publication asks for more than this (`compileProcess`): roles, soundness, one process.
 */
export async function compileModel(xml: string, reading: Reading): Promise<Result<CompiledModel, readonly PublicationFault[]>> {
  const tree = await readTree(xml);
  if (!tree.ok) return tree;
  const faults = [...standardFaults(tree.value), ...unsupportedFaults(tree.value), ...wholeFaults(tree.value, xml, reading)];
  if (faults.length > 0) return refuse(faults);
  const all = everything(tree.value);
  const processes = children(tree.value, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const drawn = all.filter((each) => each.$instanceOf('bpmn:FlowNode') && each.$type !== 'bpmn:ImplicitThrowEvent');
  if (processes.length === 0) return refuse([fault('no-process', null)]);
  if (drawn.length > maxNodes) return refuse([fault('too-large', null, `${drawn.length}`)]);
  const nodes = new Map(drawn.map((node) => [idOf(node), nodeFrom(node, reading)] as const));
  const unread = [...nodes.values()].flatMap(unreadable);
  if (unread.length > 0) return refuse(unread);
  const bodies = new Map(all.filter((each) => each.$instanceOf('bpmn:FlowElementsContainer')).map((scope) => [idOf(scope), bodyFrom(scope)] as const));
  const beginnings = processes.flatMap((process) => beginningsOf(process, reading));
  return ok({
    beginnings, scripts: new Map(drawn.filter(({ $type }) => $type === 'bpmn:ScriptTask').map((node) => [idOf(node), text(node, 'script')])),
    processes: new Map(processes.map((process) => [idOf(process), {
      processId: idOf(process), name: cleanText(text(process, 'name')), start: beginnings.find(({ processId }) => processId === idOf(process))?.start ?? '', nodes, bodies,
      after: new Map(), mainPath: [],
    }])),
  });
}
