// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { addWorkingTime } from '@motcua/deadlines';
import { newId, ok, refuse } from '@motcua/kernel';
import { findAgency } from '@motcua/organisation';
import { type Effect, type ProcessInstance, type ProcessRefusal, type Step, type TaskCreated, type Variables, activeTasks, awaitedMessages, complete, deliver, fireTimer, loadForUpdate, progress, returnTo, save, startInstance } from '@motcua/workflow';
import type { DossierContext } from '../context.ts';
import type { ProcessMoved } from '../events.ts';
import type { Dossier, OpenTask } from '../model.ts';
import type { Outcome } from './perform.ts';

type Stage = { readonly tx: Db; readonly at: Temporal.Instant };
type Placed = Pick<Dossier, 'agencies' | 'budgets'>;

const words = (refusal: ProcessRefusal | { readonly code: string }): string => ('name' in refusal ? `${refusal.code}: ${refusal.name}` : refusal.code);

/** Where a step is done: the place words of the process, told in agencies of this dossier. */
const agencyOf = (task: TaskCreated, { agencies }: Placed): string => {
  if (task.agency === 'competent') return agencies.solving;
  return task.agency === 'receiving' ? agencies.receiving : task.agency;
};

/** The hours of a budget several steps share: stated on one of them. */
const potOf = ({ nodes }: ProcessInstance['definition'], budget: string): number | null =>
  [...nodes.values()].flatMap(({ task }) => (task?.budget === budget && task.hours !== null ? [task.hours] : [])).sort((one, other) => other - one)[0] ?? null;

/** When an opened step is due, and the hours it has: its own, or those of a budget it shares, which run from the first step of it. */
async function dueOf(ctx: DossierContext, { tx, at }: Stage, { agency, task, on }: { readonly agency: string; readonly task: TaskCreated; readonly on: { readonly dossier: Placed; readonly instance: ProcessInstance } }): Promise<Pick<OpenTask, 'hours' | 'dueAt'>> {
  const hours = task.budget === null ? task.hours : potOf(on.instance.definition, task.budget);
  const begun = task.budget === null ? undefined : on.dossier.budgets[task.budget];
  if (begun !== undefined || hours === null) return { hours, dueAt: begun?.dueAt ?? null };
  const calendar = await ctx.calendars.of(tx, agency);
  const due = calendar === null ? null : addWorkingTime({ calendar: calendar.compiled, from: at, minutes: Math.round(hours * 60) });
  return { hours, dueAt: due?.ok === true ? due.value.toString() : null };
}

async function opened(ctx: DossierContext, stage: Stage, task: TaskCreated, on: { readonly dossier: Placed; readonly instance: ProcessInstance }): Promise<OpenTask> {
  const named = task.unit === null ? null : on.instance.state.variables[task.unit] ?? task.unit;
  // The result is handed out where the person chose to receive it, whatever office the process was drawn in.
  const agency = task.act === 'return' ? on.dossier.agencies.returning : agencyOf(task, on.dossier);
  return {
    taskId: task.taskId, node: task.node, name: task.name, act: task.act, role: task.role, agency, unit: typeof named === 'string' ? named : null,
    ...await dueOf(ctx, stage, { agency, task, on }), ...(task.budget === null ? {} : { budget: task.budget }), createdAt: stage.at.toString(), assignee: null, ...(task.signature === 'initial' ? { signature: 'initial' as const } : {}),
  };
}

/** A place told by a list of the dossier must be an agency: else nobody could do the step. */
async function unknownPlace(tx: Db, { definition }: ProcessInstance, created: readonly TaskCreated[]): Promise<string | undefined> {
  const told = created.filter(({ node, agency }) => definition.nodes.get(node)?.task?.agency !== agency);
  for (const { agency } of told) if (await findAgency(tx, agency) === undefined) return agency;
  return undefined;
}

async function movedBy(ctx: DossierContext, stage: Stage, step: { readonly instance: ProcessInstance; readonly effects: readonly Effect[]; readonly dossier: Placed }): Promise<Outcome<ProcessMoved>> {
  const { instance, effects, dossier } = step;
  const gone = new Set(effects.flatMap((effect) => (effect.kind === 'task-completed' || effect.kind === 'task-cancelled' ? [effect.taskId] : [])));
  const created = effects.filter((effect): effect is TaskCreated => effect.kind === 'task-created' && !gone.has(effect.taskId));
  const unknown = await unknownPlace(stage.tx, instance, created);
  if (unknown !== undefined) return refuse({ code: 'process-refused', detail: `unknown-agency: ${unknown}` });
  const tasks: OpenTask[] = [];
  for (const task of created) tasks.push(await opened(ctx, stage, task, { dossier, instance }));
  const { done, total } = progress(instance.definition, instance.state);
  const awaits = awaitedMessages(instance.definition, instance.state);
  return ok({ closed: [...gone], opened: tasks, stepNo: done, stepCount: total, ...(awaits.length === 0 ? {} : { awaits }) });
}

/** Starts the internal procedure of an accepted dossier. The steps that acceptance itself fulfils are closed at once. */
export async function startProcess(
  ctx: DossierContext, stage: Stage, start: { readonly key: string; readonly subject: string; readonly variables: Variables; readonly dossier: Placed },
): Promise<Outcome<{ readonly process: NonNullable<Dossier['process']>; readonly moved: ProcessMoved }>> {
  const begun = await startInstance(stage.tx, { id: newId(stage.at), key: start.key, subject: start.subject, variables: start.variables, at: stage.at });
  if (!begun.ok) return refuse({ code: 'process-refused', detail: words(begun.error) });
  let { instance } = begun.value;
  const effects = [...begun.value.effects];
  for (let round = 0; round < 10; round += 1) {
    const fulfilled = activeTasks(instance.definition, instance.state).find((task) => task.act === 'accept');
    if (fulfilled === undefined) break;
    const step = complete(instance.definition, instance.state, { taskId: fulfilled.taskId, variables: {} });
    if (!step.ok) return refuse({ code: 'process-refused', detail: words(step.error) });
    const saved = await save(stage.tx, instance, { ...step.value, at: stage.at });
    if (!saved.ok) return refuse({ code: 'process-refused', detail: words(saved.error) });
    instance = saved.value;
    effects.push(...step.value.effects);
  }
  const moved = await movedBy(ctx, stage, { instance, effects, dossier: start.dossier });
  if (!moved.ok) return moved;
  return ok({ process: { instance: instance.id, key: instance.key, version: instance.version }, moved: moved.value });
}

async function stepped(ctx: DossierContext, stage: Stage, dossier: Dossier, move: (instance: ProcessInstance) => { readonly ok: true; readonly value: Step } | { readonly ok: false; readonly error: ProcessRefusal }): Promise<Outcome<ProcessMoved>> {
  const instance = dossier.process === null ? null : await loadForUpdate(stage.tx, dossier.process.instance);
  if (instance === null) return refuse({ code: 'process-refused', detail: 'no-process' });
  const step = move(instance);
  if (!step.ok) return refuse({ code: 'process-refused', detail: words(step.error) });
  const saved = await save(stage.tx, instance, { ...step.value, at: stage.at });
  if (!saved.ok) return refuse({ code: 'process-refused', detail: words(saved.error) });
  return movedBy(ctx, stage, { instance: saved.value, effects: step.value.effects, dossier });
}

/** Finishes a step of the internal procedure, in the transaction of the act that does it. */
export function finishStep(ctx: DossierContext, stage: Stage, dossier: Dossier, { taskId, variables = {} }: { readonly taskId: string; readonly variables?: Variables }): Promise<Outcome<ProcessMoved>> {
  return stepped(ctx, stage, dossier, ({ definition, state }) => complete(definition, state, { taskId, variables }));
}

/** Fires a timer of the internal procedure whose hour has come. */
export function fireProcessTimer(ctx: DossierContext, stage: Stage, dossier: Dossier, timerId: string): Promise<Outcome<ProcessMoved>> {
  return stepped(ctx, stage, dossier, ({ definition, state }) => fireTimer(definition, state, { timerId }));
}

/** Tells the procedure what has come to the dossier: what waits for it goes on. */
export function tellOf(ctx: DossierContext, stage: Stage, dossier: Dossier, message: string): Promise<Outcome<ProcessMoved>> {
  return stepped(ctx, stage, dossier, ({ definition, state }) => deliver(definition, state, { kind: 'message', name: message }));
}

/** Sends a step back to an earlier one. */
export function sendStepBack(ctx: DossierContext, stage: Stage, dossier: Dossier, { taskId, to }: { readonly taskId: string; readonly to: string }): Promise<Outcome<ProcessMoved>> {
  return stepped(ctx, stage, dossier, ({ definition, state }) => returnTo(definition, state, { taskId, to }));
}

/** Closes what is open of the procedure of a dossier that ends early: its steps leave the work lists. */
export function stepsLeft(dossier: Dossier): ProcessMoved | null {
  return dossier.tasks.length === 0 ? null : { closed: dossier.tasks.map(({ taskId }) => taskId), opened: [], stepNo: dossier.stepNo, stepCount: dossier.stepCount };
}

