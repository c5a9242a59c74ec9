// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel/result';
import type { ModdleElement } from 'bpmn-moddle';
import { child, children, text } from '../definition/read-model.ts';
import { addStep, dropReturns, flowAt, moveStep, removeStep } from './edit-order.ts';
import { setCalled } from './called.ts';
import { putTable } from './decision.ts';
import type { DrawingEdit, Edited, EditNote, EditRefusal, StepProperty, TableEdit } from './model.ts';
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

/** Lets a step be done once for each item of a list, or once. */
function repeat(task: ModdleElement, list: string): void {
  const { $model: model } = task;
  if (list === '') { task.set('loopCharacteristics', undefined); return; }
  const known = child(task, 'loopCharacteristics');
  const loop = known?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? known : model.create('bpmn:MultiInstanceLoopCharacteristics', {});
  // The standard asks for a count; the list says more.
  const count = model.create('bpmn:FormalExpression', { body: `count(${list})` });
  count.$parent = loop;
  loop.set('loopCardinality', count);
  loop.set('motcua:each', list);
  if (loop !== known) loop.set('motcua:as', 'item');
  loop.$parent = task;
  task.set('loopCharacteristics', loop);
}

/** Says which message an event waits for; the message is put into the file when it is not there. */
function setMessage(drawing: Drawing, { id, message: name }: { readonly id: string; readonly message: string }): Changed {
  const event = elementOf(drawing, id);
  const [definition] = event?.$instanceOf('bpmn:Event') === true ? children(event, 'eventDefinitions') : [];
  if (event === null || definition?.$type !== 'bpmn:MessageEventDefinition') return refuse('no-such-element');
  const { root } = drawing;
  const known = children(root, 'rootElements').find((each) => each.$type === 'bpmn:Message' && text(each, 'name') === name);
  const message = known ?? root.$model.create('bpmn:Message', { id: `Message_${name}`, name });
  if (known === undefined) { message.$parent = root; root.set('rootElements', [message, ...children(root, 'rootElements')]); }
  definition.set('messageRef', name === '' ? undefined : message);
  return ok(event);
}

function setDecision(drawing: Drawing, { id, name, table }: { readonly id: string; readonly name: string; readonly table: string }): Changed {
  const task = elementOf(drawing, id);
  if (task?.$type !== 'bpmn:BusinessRuleTask') return refuse('no-such-element');
  task.set('name', name);
  putTable(task, table);
  return ok(task);
}

/** Changes one thing a step says. */
function setProperty(drawing: Drawing, { id, property, value }: { readonly id: string; readonly property: StepProperty; readonly value: string }): Changed {
  const task = elementOf(drawing, id);
  if (task === null || !isTask(task)) return refuse('no-such-element');
  if (property === 'name') task.set('name', value);
  else if (property === 'actor' || property === 'content') document(task, { ...saidOn(task), [property]: value });
  else if (property === 'each') repeat(task, value.trim());
  else task.set(`motcua:${property}`, orNone(value));
  return ok(task);
}

function setWay(drawing: Drawing, { flow: id, condition, isDefault }: { readonly flow: string; readonly condition: string; readonly isDefault: boolean }): Changed {
  const flow = flowAt(drawing, id);
  const gate = flow === null ? null : child(flow, 'sourceRef');
  if (flow === null || gate === null || (gate.$type !== 'bpmn:ExclusiveGateway' && gate.$type !== 'bpmn:InclusiveGateway')) return refuse('no-such-element');
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

function changed(drawing: Drawing, edit: DrawingEdit): Changed {
  switch (edit.kind) {
    case 'set': return setProperty(drawing, edit);
    case 'set-process':
      drawing.process.set(edit.property === 'name' ? 'name' : `motcua:${edit.property}`, orNone(edit.value));
      return ok(null);
    case 'set-way': return setWay(drawing, edit);
    case 'set-timer': return setTimer(drawing, edit);
    case 'set-message': return setMessage(drawing, edit);
    case 'set-decision': return setDecision(drawing, edit);
    case 'add': return addStep(drawing, edit);
    case 'duplicate': return addStep(drawing, { after: edit.id, name: edit.name, like: edit.id });
    case 'remove': return removeStep(drawing, edit.id);
    case 'move': return moveStep(drawing, edit.id, edit.by);
  }
}

type Done = Result<{ readonly focus: string | null; readonly notes: readonly EditNote[] }, EditRefusal>;

/** Changes an open model. Steps that can no longer be sent back to are dropped from the lists, and said. */
export function editDrawing(drawing: Drawing, edit: DrawingEdit): Done {
  const done = changed(drawing, edit);
  if (!done.ok) return done;
  return ok({ focus: done.value === null ? null : idOf(done.value), notes: edit.kind === 'move' || edit.kind === 'remove' ? dropReturns(drawing) : [] });
}

async function done(drawing: Drawing, edit: TableEdit): Promise<Done> {
  if (edit.kind !== 'set-called') return editDrawing(drawing, edit);
  const call = await setCalled(drawing, edit);
  return call === null ? refuse('no-such-element') : ok({ focus: idOf(call), notes: [] });
}

/** Does edits of the step table on a BPMN model, one after another: what an edit left stays open, so that the next one need not read it again. */
export function editing(): (xml: string, edit: TableEdit) => Promise<Result<Edited, EditRefusal>> {
  let held: { readonly of: string; readonly drawing: Drawing } | null = null;
  return async (xml, edit) => {
    const drawing = held?.of === xml ? ok(held.drawing) : await openDrawing(xml);
    held = null;
    if (!drawing.ok) return refuse('not-readable');
    const outcome = await done(drawing.value, edit);
    // A refused edit changed nothing.
    const next = outcome.ok ? await drawingXml(drawing.value) : xml;
    held = { of: next, drawing: drawing.value };
    return outcome.ok ? ok({ xml: next, table: tableOf(drawing.value), ...outcome.value }) : outcome;
  };
}

/**
 * Does an edit of the step table on the BPMN model, so that table and diagram stay one file.
 *
 * @error in-a-branch - the step stands where only the diagram can change the order
 */
export function editXml(xml: string, edit: TableEdit): Promise<Result<Edited, EditRefusal>> {
  return editing()(xml, edit);
}
