// SPDX-License-Identifier: EUPL-1.2
import type { Result } from '@motcua/kernel';
import type { CompiledModel } from '../definition/compile-model.ts';
import type { Effect, JsonValue, ProcessDefinition, ProcessRefusal, ProcessState, Step, Variables } from '../model.ts';
import { begin, complete, deliver, fireTimer, throwError } from '../rules/steps.ts';

/** What a piece of work did: words it left, variables it changed, an error it threw. */
export type Done = { readonly marks: readonly string[]; readonly variables: Variables; readonly error: string | null };

/** The one who does the work of a model: how long a task takes in virtual seconds, and what it does then. */
export type Worker = { readonly seconds: (node: string) => number; readonly work: (node: string, at: { readonly variables: Variables; readonly second: number }) => Done };

type Instance = { readonly definition: ProcessDefinition; state: ProcessState };
type Due = { readonly at: number; readonly order: number; readonly instance: Instance; readonly kind: 'task' | 'timer'; readonly id: string; readonly node: string };
type Drive = { readonly model: CompiledModel; readonly worker: Worker; readonly instances: Instance[]; due: Due[]; readonly marks: string[]; readonly variables: Variables; clock: number; order: number };

/** More happenings than this mean a model that never comes to rest. */
const mostHappenings = 5000;

function plan(drive: Drive, instance: Instance, due: Pick<Due, 'kind' | 'id' | 'node'> & { readonly seconds: number }): void {
  drive.order += 1;
  drive.due.push({ at: drive.clock + due.seconds, order: drive.order, instance, kind: due.kind, id: due.id, node: due.node });
}

function drop(drive: Drive, instance: Instance, id: string): void {
  drive.due = drive.due.filter((due) => due.instance !== instance || due.id !== id);
}

const secondsOf = (durationIso: string): number => Temporal.Duration.from(durationIso).total({ unit: 'second', relativeTo: Temporal.PlainDateTime.from('2026-01-01T00:00') });

function effect(drive: Drive, instance: Instance, each: Effect): void {
  switch (each.kind) {
    case 'task-created': case 'work-created':
      plan(drive, instance, { kind: 'task', id: each.taskId, node: each.node, seconds: drive.worker.seconds(each.node) });
      return;
    case 'task-cancelled': case 'task-completed':
      drop(drive, instance, each.taskId);
      return;
    case 'timer-set':
      plan(drive, instance, { kind: 'timer', id: each.timerId, node: each.node, seconds: secondsOf(each.durationIso) });
      return;
    case 'timer-cancelled': case 'timer-fired':
      drop(drive, instance, each.timerId);
      return;
    case 'message-sent': case 'signal-sent':
      send(drive, instance, { kind: each.kind === 'message-sent' ? 'message' : 'signal', name: each.name });
      return;
    case 'failed':
      drive.marks.push('ERROR_thrownErrorEvent');
      return;
    case 'finished':
  }
}

/** What is sent reaches the other instances, and begins the processes that wait for it. */
function send(drive: Drive, from: Instance, trigger: Parameters<typeof deliver>[2]): void {
  for (const instance of drive.instances.filter((each) => each !== from && !each.state.ended)) take(drive, instance, deliver(instance.definition, instance.state, trigger));
  for (const { processId, start, trigger: awaited } of drive.model.beginnings) {
    if (awaited?.kind === trigger.kind && awaited.name === trigger.name) open(drive, { processId, start });
  }
}

function take(drive: Drive, instance: Instance, step: Result<Step, ProcessRefusal>): void {
  if (!step.ok) {
    drive.marks.push('ERROR_runtime');
    return;
  }
  instance.state = step.value.state;
  for (const each of step.value.effects) effect(drive, instance, each);
}

function open(drive: Drive, { processId, start }: { readonly processId: string; readonly start: string }): void {
  const definition = drive.model.processes.get(processId);
  if (definition === undefined) return;
  const step = begin(definition, drive.variables, { start });
  if (!step.ok) {
    drive.marks.push('ERROR_runtime');
    return;
  }
  const instance: Instance = { definition, state: step.value.state };
  drive.instances.push(instance);
  take(drive, instance, step);
}

function happen(drive: Drive, { instance, kind, id, node }: Due): void {
  if (kind === 'timer') {
    take(drive, instance, fireTimer(instance.definition, instance.state, { timerId: id }));
    return;
  }
  const done = drive.worker.work(node, { variables: instance.state.variables, second: drive.clock });
  drive.marks.push(...done.marks);
  take(drive, instance, done.error === null ? complete(instance.definition, instance.state, { taskId: id, variables: done.variables })
    : throwError(instance.definition, instance.state, { taskId: id, code: done.error }));
}

/** A run of a file from its first process, or from those named in order, under a virtual clock, until nothing can happen any more. */
export function drive(model: CompiledModel, worker: Worker, asked: { readonly processes: readonly string[]; readonly variables: Readonly<Record<string, JsonValue>> }): readonly string[] {
  const run: Drive = { model, worker, instances: [], due: [], marks: [], variables: asked.variables, clock: 0, order: 0 };
  for (const processId of asked.processes) {
    const start = model.beginnings.find((each) => each.processId === processId)?.start;
    if (start !== undefined) open(run, { processId, start });
  }
  for (let count = 0; run.due.length > 0; count += 1) {
    if (count > mostHappenings) return [...run.marks, 'ERROR_endless'];
    const [next] = run.due.toSorted((one, other) => one.at - other.at || one.order - other.order);
    if (next === undefined) break;
    run.due = run.due.filter((due) => due !== next);
    run.clock = Math.max(run.clock, next.at);
    happen(run, next);
  }
  return run.marks;
}
