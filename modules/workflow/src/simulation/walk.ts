// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse, type Result } from '@motcua/kernel';
import { plannedHours } from '../lint/plan.ts';
import type { Effect, ProcessDefinition, ProcessRefusal, ProcessState, Step, TaskCreated, Variables } from '../model.ts';
import { returnTo } from '../rules/return-to.ts';
import { awaitedMessages } from '../rules/progress.ts';
import { begin, complete, deliver, fireTimer } from '../rules/steps.ts';
import { type Question, questionsBehind } from './questions.ts';

/** What was chosen at a place that waits: `task` and `timer` name its node. */
export type Choice =
  | { readonly kind: 'complete'; readonly task: string; readonly variables: Variables }
  | { readonly kind: 'return'; readonly task: string; readonly to: string }
  | { readonly kind: 'timer'; readonly timer: string }
  | { readonly kind: 'message'; readonly message: string };

/** The instant at which some working hours have passed at an agency of a process (`competent`, `receiving`, a code); null where no calendar is published. */
export type Counting = (agency: string, from: Temporal.Instant, hours: number) => Temporal.Instant | null;

export type SimulatedStep = {
  readonly node: string; readonly name: string; readonly role: TaskCreated['role']; readonly agency: string; readonly unit: string | null; readonly hours: number | null; readonly budget: string | null;
  readonly from: string; readonly due: string | null; readonly citizenReads: string | null; readonly form: string | null; readonly signature: string;
  /** Null while it waits. */
  readonly left: { readonly how: 'done' | 'returned' | 'taken-back'; readonly at: string } | null;
};

export type OpenChoice = { readonly node: string; readonly questions: readonly Question[]; readonly returns: readonly { readonly node: string; readonly name: string }[] };
export type OpenTimer = { readonly node: string; readonly name: string; readonly due: string };

export type Walk = {
  readonly steps: readonly SimulatedStep[]; readonly waiting: readonly OpenChoice[]; readonly timers: readonly OpenTimer[]; /** What happened to the dossier would let it go on. */ readonly messages: readonly string[];
  readonly ended: boolean; readonly at: string; readonly plannedHours: number;
};

export type WalkRefusal = { readonly choice: number; readonly refusal: ProcessRefusal | { readonly code: 'not-waiting' } };

type Course = {
  readonly definition: ProcessDefinition; readonly counting: Counting; readonly budgets: Map<string, Temporal.Instant | null>;
  readonly steps: (Omit<SimulatedStep, 'left'> & { left: SimulatedStep['left'] })[]; readonly open: Map<string, number>; readonly timers: Map<string, { readonly node: string; readonly due: Temporal.Instant }>;
  state: ProcessState; now: Temporal.Instant;
};

const latest = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) < 0 ? other : one);

/** A budget several steps share runs from the first of them. */
function dueOf({ definition, counting, budgets, now }: Course, { agency, hours, budget }: TaskCreated): Temporal.Instant | null {
  const pot = budget === null ? hours : Math.max(0, ...[...definition.nodes.values()].flatMap(({ task }) => (task?.budget === budget ? task.hours ?? 0 : [])));
  const known = budget === null ? undefined : budgets.get(budget);
  if (known !== undefined) return known;
  const due = pot === null ? null : counting(agency, now, pot);
  if (budget !== null) budgets.set(budget, due);
  return due;
}

function leave(course: Course, taskId: string, how: 'done' | 'returned' | 'taken-back'): void {
  const step = course.steps[course.open.get(taskId) ?? -1];
  course.open.delete(taskId);
  if (step !== undefined) step.left = { how, at: course.now.toString() };
}

function hear(course: Course, effect: Effect, how: 'done' | 'returned'): void {
  switch (effect.kind) {
    case 'task-created': {
      const { taskId, node, name, role, agency, unit, hours, budget, citizenLabel, form, signature } = effect;
      course.open.set(taskId, course.steps.length);
      course.steps.push({ node, name, role, agency, unit, hours, budget, from: course.now.toString(), due: dueOf(course, effect)?.toString() ?? null, citizenReads: citizenLabel, form, signature, left: null });
      return;
    }
    case 'task-completed': leave(course, effect.taskId, how); return;
    case 'task-cancelled': leave(course, effect.taskId, how === 'returned' ? 'returned' : 'taken-back'); return;
    case 'timer-set': course.timers.set(effect.timerId, { node: effect.node, due: course.now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').add(effect.durationIso).toInstant() }); return;
    case 'timer-cancelled': case 'timer-fired': course.timers.delete(effect.timerId); return;
    case 'work-created': case 'message-sent': case 'signal-sent': case 'failed': case 'finished': return;
  }
}

function take(course: Course, step: Step, how: 'done' | 'returned'): void {
  course.state = step.state;
  for (const effect of step.effects) hear(course, effect, how);
}

const taskAt = (course: Course, node: string): string | undefined => [...course.open].find(([, at]) => course.steps[at]?.node === node)?.[0];

/** A step is supposed to take all its hours: what is promised must hold then too. */
function spendHours(course: Course, taskId: string): void {
  const due = course.steps[course.open.get(taskId) ?? -1]?.due ?? null;
  if (due !== null) course.now = latest(course.now, Temporal.Instant.from(due));
}

function choose(course: Course, choice: Choice): Result<null, WalkRefusal['refusal']> {
  if (choice.kind === 'timer') {
    const timer = [...course.timers].find(([, { node }]) => node === choice.timer);
    if (timer === undefined) return refuse({ code: 'not-waiting' });
    course.now = latest(course.now, timer[1].due);
    const fired = fireTimer(course.definition, course.state, { timerId: timer[0] });
    if (!fired.ok) return fired;
    take(course, fired.value, 'done');
    return ok(null);
  }
  if (choice.kind === 'message') {
    const told = awaitedMessages(course.definition, course.state).includes(choice.message) ? deliver(course.definition, course.state, { kind: 'message', name: choice.message }) : refuse({ code: 'not-waiting' as const });
    if (!told.ok) return told;
    take(course, told.value, 'done');
    return ok(null);
  }
  const taskId = taskAt(course, choice.task);
  if (taskId === undefined) return refuse({ code: 'not-waiting' });
  spendHours(course, taskId);
  const stepped = choice.kind === 'complete' ? complete(course.definition, course.state, { taskId, variables: choice.variables }) : returnTo(course.definition, course.state, { taskId, to: choice.to });
  if (!stepped.ok) return stepped;
  take(course, stepped.value, choice.kind === 'complete' ? 'done' : 'returned');
  return ok(null);
}

function shown({ definition, steps, open, timers, state, now }: Course): Walk {
  const nodes = [...open.values()].map((at) => steps[at]?.node ?? '');
  return {
    steps, ended: state.ended, at: now.toString(), plannedHours: plannedHours(definition),
    waiting: nodes.map((node) => ({
      node, questions: questionsBehind(definition, node), returns: (definition.nodes.get(node)?.task?.returnTo ?? []).map((to) => ({ node: to, name: definition.nodes.get(to)?.name ?? to })),
    })),
    messages: awaitedMessages(definition, state),
    timers: [...timers.values()].map(({ node, due }) => ({ node, name: definition.nodes.get(node)?.name ?? '', due: due.toString() })),
  };
}

/**
 * Lets one dossier go through a process, in the engine itself, with chosen answers: who has it, from when, due when, what the citizen reads. Writes nothing.
 * Every step takes all its hours.
 *
 * @error not-waiting - the choice names a step or a clock that does not wait there; `choice` says which, from 0
 */
export function walkThrough(
  definition: ProcessDefinition, choices: readonly Choice[], { from, variables, counting }: { readonly from: Temporal.Instant; readonly variables: Variables; readonly counting: Counting },
): Result<Walk, WalkRefusal> {
  const begun = begin(definition, variables);
  if (!begun.ok) return refuse({ choice: -1, refusal: begun.error });
  const course: Course = { definition, counting, budgets: new Map(), steps: [], open: new Map(), timers: new Map(), state: begun.value.state, now: from };
  take(course, begun.value, 'done');
  for (const [at, choice] of choices.entries()) {
    const chosen = choose(course, choice);
    if (!chosen.ok) return refuse({ choice: at, refusal: chosen.error });
  }
  return ok(shown(course));
}
