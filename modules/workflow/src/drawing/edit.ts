// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel/result';
import type { ModdleElement } from 'bpmn-moddle';
import { child, children } from '../definition/read-model.ts';
import { addStep, dropReturns, flowAt, moveStep, removeStep } from './edit-order.ts';
import type { Edited, EditNote, EditRefusal, StepProperty, TableEdit } from './model.ts';
import { saidOn, tableOf } from './table.ts';
import { type Drawing, drawingXml, elementOf, idOf, isTask, openDrawing } from './tree.ts';

type Changed = Result<ModdleElement | null, EditRefusal>;

const orNone = (value: string): string | undefined => (value.trim() === '' ? undefined : value);

function document(task: ModdleElement, { actor, content }: { readonly actor: string; readonly content: string }): void {
  task.set('motcua:actor', orNone(actor));
  const said = content.trim() === '' ? [] : [task.$model.create('bpmn:Documentation', { text: content })];
  for (const each of said) each.$parent = task;
  task.set('documentation', said);
}

/** Changes one thing a step says. */
function setProperty(drawing: Drawing, { id, property, value }: { readonly id: string; readonly property: StepProperty; readonly value: string }): Changed {
  const task = elementOf(drawing, id);
  if (task === null || !isTask(task)) return refuse('no-such-element');
  if (property === 'name') task.set('name', value);
  else if (property === 'actor' || property === 'content') document(task, { ...saidOn(task), [property]: value });
  else task.set(`motcua:${property}`, orNone(value));
  return ok(task);
}

function setWay(drawing: Drawing, { flow: id, condition, isDefault }: { readonly flow: string; readonly condition: string; readonly isDefault: boolean }): Changed {
  const flow = flowAt(drawing, id);
  const gate = flow === null ? null : child(flow, 'sourceRef');
  if (flow === null || gate?.$type !== 'bpmn:ExclusiveGateway') return refuse('no-such-element');
  const expression = isDefault || condition.trim() === '' ? undefined : flow.$model.create('bpmn:FormalExpression', { body: condition.trim() });
  if (expression !== undefined) expression.$parent = flow;
  flow.set('conditionExpression', expression);
  if (isDefault) gate.set('default', flow);
  else if (child(gate, 'default') === flow) gate.set('default', undefined);
  return ok(flow);
}

function setTimer(drawing: Drawing, { id, duration }: { readonly id: string; readonly duration: string }): Changed {
  const event = elementOf(drawing, id);
  const [timer] = event === null || !event.$instanceOf('bpmn:Event') ? [] : children(event, 'eventDefinitions');
  if (timer?.$type !== 'bpmn:TimerEventDefinition') return refuse('no-such-element');
  const expression = timer.$model.create('bpmn:FormalExpression', { body: duration.trim() });
  expression.$parent = timer;
  timer.set('timeDuration', expression);
  return ok(event);
}

function changed(drawing: Drawing, edit: TableEdit): Changed {
  switch (edit.kind) {
    case 'set': return setProperty(drawing, edit);
    case 'set-process':
      drawing.process.set(edit.property === 'name' ? 'name' : `motcua:${edit.property}`, orNone(edit.value));
      return ok(null);
    case 'set-way': return setWay(drawing, edit);
    case 'set-timer': return setTimer(drawing, edit);
    case 'add': return addStep(drawing, edit);
    case 'duplicate': return addStep(drawing, { after: edit.id, name: edit.name, like: edit.id });
    case 'remove': return removeStep(drawing, edit.id);
    case 'move': return moveStep(drawing, edit.id, edit.by);
  }
}

/** Changes an open model. Steps that can no longer be sent back to are dropped from the lists, and said. */
export function editDrawing(drawing: Drawing, edit: TableEdit): Result<{ readonly focus: string | null; readonly notes: readonly EditNote[] }, EditRefusal> {
  const done = changed(drawing, edit);
  if (!done.ok) return done;
  return ok({ focus: done.value === null ? null : idOf(done.value), notes: edit.kind === 'move' || edit.kind === 'remove' ? dropReturns(drawing) : [] });
}

/**
 * Does an edit of the step table on the BPMN model, so that table and diagram stay one file.
 *
 * @error in-a-branch - the step stands where only the diagram can change the order
 */
export async function editXml(xml: string, edit: TableEdit): Promise<Result<Edited, EditRefusal>> {
  const drawing = await openDrawing(xml);
  if (!drawing.ok) return refuse('not-readable');
  const done = editDrawing(drawing.value, edit);
  return done.ok ? ok({ xml: await drawingXml(drawing.value), table: tableOf(drawing.value), ...done.value }) : done;
}
