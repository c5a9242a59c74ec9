// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel/result';
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from '../definition/read-model.ts';
import type { PublicationFault } from '../model.ts';
import { accountOf } from './account.ts';
import { calledBy } from './called.ts';
import { tableText } from './decision.ts';
import type { BranchRow, ProcessTable, StepRow, TableRow } from './model.ts';
import { type Drawing, depthOf, flowsAt, forwardOrder, idOf, isTask, openDrawing } from './tree.ts';

/** Content and actor of a step: older models keep both in the documentation, the actor first. */
export function saidOn(task: ModdleElement): { readonly actor: string; readonly content: string } {
  const documentation = children(task, 'documentation').map((each) => text(each, 'text')).join('\n\n');
  const actor = text(task, 'motcua:actor');
  if (actor !== '') return { actor, content: documentation };
  const [first = '', ...rest] = documentation.split('\n\n');
  return rest.length > 0 && !first.includes('\n') ? { actor: first, content: rest.join('\n\n') } : { actor: '', content: documentation };
}

/** The list for whose items an activity is done; '' when it is done once. */
function listOf(activity: ModdleElement): string {
  const loop = child(activity, 'loopCharacteristics');
  return loop === null ? '' : text(loop, 'motcua:each');
}

function stepOf(drawing: Drawing, task: ModdleElement, no: number): StepRow {
  const own = (name: string): string => text(task, `motcua:${name}`);
  const returnTo = own('returnTo');
  return {
    kind: 'step', id: idOf(task), no, depth: depthOf(drawing, task), each: listOf(task), name: text(task, 'name'), ...saidOn(task), role: own('role'), unit: own('unit'), agency: own('agency'), hours: own('hours'), budget: own('budget'),
    form: own('form'), output: own('output'), signature: own('signature'), citizenLabel: own('citizenLabel'), act: own('act'), returnTo,
    returns: returnTo.split(',').map((id) => id.trim()).filter((id) => id !== ''),
  };
}

/** Duration of a timer as written. */
function durationOf(node: ModdleElement): string {
  const [timer] = node.$instanceOf('bpmn:Event') ? children(node, 'eventDefinitions') : [];
  const expression = timer === undefined ? null : child(timer, 'timeDuration');
  return expression === null ? '' : text(expression, 'body');
}

/** An event with the first thing it waits for or throws. */
const events: Readonly<Record<string, BranchRow['what']>> = {
  'IntermediateCatchEvent Timer': 'timer', 'IntermediateCatchEvent Message': 'message', 'IntermediateCatchEvent Signal': 'signal', 'ReceiveTask': 'message', 'BoundaryEvent Timer': 'task-timer', 'BoundaryEvent Message': 'edge', 'BoundaryEvent Signal': 'edge', 'BoundaryEvent Error': 'edge',
  'BoundaryEvent Escalation': 'edge', 'IntermediateThrowEvent Signal': 'throw', 'IntermediateThrowEvent Escalation': 'throw', 'EndEvent Signal': 'throw', 'EndEvent Escalation': 'throw', 'EndEvent Error': 'throw',
};
const definitionIn = (node: ModdleElement): ModdleElement | undefined => (node.$instanceOf('bpmn:Event') ? children(node, 'eventDefinitions')[0] : undefined);

/** Gateways by how many ways lead into them and out of them: what only merges one by one says nothing. */
const gateways: Readonly<Record<string, { readonly split: BranchRow['what']; readonly merge: BranchRow['what'] | null }>> = {
  'bpmn:ExclusiveGateway': { split: 'choice', merge: null }, 'bpmn:InclusiveGateway': { split: 'some', merge: 'some-join' }, 'bpmn:ParallelGateway': { split: 'fork', merge: 'join' }, 'bpmn:EventBasedGateway': { split: 'race', merge: 'race' },
};

function whatOf(drawing: Drawing, node: ModdleElement): BranchRow['what'] | null {
  const [into, out] = [flowsAt(drawing, node, 'targetRef').length, flowsAt(drawing, node, 'sourceRef').length];
  const gateway = gateways[node.$type];
  if (gateway !== undefined) return out > 1 ? gateway.split : into > 1 ? gateway.merge : null;
  if (node.$type === 'bpmn:SubProcess') return 'group';
  if (node.$type === 'bpmn:CallActivity') return 'call';
  if (node.$type === 'bpmn:BusinessRuleTask') return 'decision';
  const what = events[[node.$type.replace('bpmn:', ''), definitionIn(node)?.$type.replace(/^bpmn:|EventDefinition$/gu, '') ?? ''].join(' ').trim()];
  return what ?? (node.$type === 'bpmn:StartEvent' || node.$type === 'bpmn:EndEvent' ? null : 'other');
}

function messageIn(node: ModdleElement): string {
  const definition = definitionIn(node);
  const message = definition?.$type === 'bpmn:MessageEventDefinition' ? child(definition, 'messageRef') : null;
  return message === null ? '' : text(message, 'name');
}

function branchOf(drawing: Drawing, node: ModdleElement, numbers: ReadonlyMap<string, number>): BranchRow | null {
  const what = whatOf(drawing, node);
  if (what === null) return null;
  const hasWays = what === 'choice' || what === 'some';
  const usual = hasWays ? child(node, 'default') : null;
  const ways = flowsAt(drawing, node, 'sourceRef').map((flow) => {
    const expression = child(flow, 'conditionExpression');
    return { flow: idOf(flow), condition: expression === null ? '' : text(expression, 'body'), isDefault: flow === usual, to: idOf(child(flow, 'targetRef')) };
  });
  const row = { kind: 'branch' as const, id: idOf(node), name: text(node, 'name'), depth: depthOf(drawing, node), what, ways: hasWays ? ways : [], duration: durationOf(node), message: messageIn(node), decision: what === 'decision' ? tableText(node) : '', called: what === 'call' ? calledBy(drawing, node) : null };
  return { ...row, text: accountOf(drawing, node, { row, ways, numbers }) };
}

/** A drawing as a table: steps in order, and in words what only the diagram can express. */
export function tableOf(drawing: Drawing): ProcessTable {
  const { order } = forwardOrder(drawing);
  const numbers = new Map(order.filter(isTask).map((task, at) => [idOf(task), at + 1]));
  const rows = order.map((node): TableRow | null => (isTask(node) ? stepOf(drawing, node, numbers.get(idOf(node)) ?? 0) : branchOf(drawing, node, numbers))).filter((row) => row !== null);
  const { process } = drawing;
  return { name: text(process, 'name'), symbol: text(process, 'motcua:symbol'), procedures: text(process, 'motcua:procedures'), calledOnly: text(process, 'motcua:calledOnly') === 'true', rows };
}

/** A model as a table, as it is drawn or with the steps of the processes it calls; the faults when it cannot be read as one. */
export async function readTable(xml: string, how: 'drawn' | 'whole' = 'drawn'): Promise<Result<ProcessTable, readonly PublicationFault[]>> {
  const drawing = await openDrawing(xml, how);
  return drawing.ok ? { ok: true, value: tableOf(drawing.value) } : drawing;
}
