// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel/result';
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from '../definition/read-model.ts';
import type { PublicationFault } from '../model.ts';
import { accountOf } from './account.ts';
import type { BranchRow, ProcessTable, StepRow, TableRow } from './model.ts';
import { type Drawing, flowsAt, forwardOrder, idOf, isTask, openDrawing } from './tree.ts';

/** Content and actor of a step: older models keep both in the documentation, the actor first. */
export function saidOn(task: ModdleElement): { readonly actor: string; readonly content: string } {
  const documentation = children(task, 'documentation').map((each) => text(each, 'text')).join('\n\n');
  const actor = text(task, 'motcua:actor');
  if (actor !== '') return { actor, content: documentation };
  const [first = '', ...rest] = documentation.split('\n\n');
  return rest.length > 0 && !first.includes('\n') ? { actor: first, content: rest.join('\n\n') } : { actor: '', content: documentation };
}

function stepOf(task: ModdleElement, no: number): StepRow {
  const own = (name: string): string => text(task, `motcua:${name}`);
  const returnTo = own('returnTo');
  return {
    kind: 'step', id: idOf(task), no, name: text(task, 'name'), ...saidOn(task), role: own('role'), unit: own('unit'), agency: own('agency'), hours: own('hours'), budget: own('budget'),
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

const kinds: Readonly<Record<string, BranchRow['what']>> = { 'bpmn:ExclusiveGateway': 'choice', 'bpmn:ParallelGateway': 'fork', 'bpmn:IntermediateCatchEvent': 'timer', 'bpmn:BoundaryEvent': 'task-timer' };

function whatOf(drawing: Drawing, node: ModdleElement): BranchRow['what'] | null {
  if (node.$type === 'bpmn:StartEvent' || node.$type === 'bpmn:EndEvent') return null;
  const [into, out] = [flowsAt(drawing, node, 'targetRef').length, flowsAt(drawing, node, 'sourceRef').length];
  const what = kinds[node.$type] ?? 'other';
  if (what === 'fork' && out < 2) return into < 2 ? null : 'join';
  return what === 'choice' && out < 2 ? null : what;
}

function branchOf(drawing: Drawing, node: ModdleElement, numbers: ReadonlyMap<string, number>): BranchRow | null {
  const what = whatOf(drawing, node);
  if (what === null) return null;
  const usual = what === 'choice' ? child(node, 'default') : null;
  const ways = flowsAt(drawing, node, 'sourceRef').map((flow) => {
    const expression = child(flow, 'conditionExpression');
    return { flow: idOf(flow), condition: expression === null ? '' : text(expression, 'body'), isDefault: flow === usual, to: idOf(child(flow, 'targetRef')) };
  });
  const row = { kind: 'branch' as const, id: idOf(node), name: text(node, 'name'), what, ways: what === 'choice' ? ways : [], duration: durationOf(node) };
  return { ...row, text: accountOf(drawing, node, { row, ways, numbers }) };
}

/** A drawing as a table: steps in order, and in words what only the diagram can express. */
export function tableOf(drawing: Drawing): ProcessTable {
  const { order } = forwardOrder(drawing);
  const numbers = new Map(order.filter(isTask).map((task, at) => [idOf(task), at + 1]));
  const rows = order.map((node): TableRow | null => (isTask(node) ? stepOf(node, numbers.get(idOf(node)) ?? 0) : branchOf(drawing, node, numbers))).filter((row) => row !== null);
  const { process } = drawing;
  return { name: text(process, 'name'), symbol: text(process, 'motcua:symbol'), procedures: text(process, 'motcua:procedures'), rows };
}

/** A model as a table; the faults when it cannot be read as one. */
export async function readTable(xml: string): Promise<Result<ProcessTable, readonly PublicationFault[]>> {
  const drawing = await openDrawing(xml);
  return drawing.ok ? { ok: true, value: tableOf(drawing.value) } : drawing;
}
