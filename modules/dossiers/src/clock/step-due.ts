// SPDX-License-Identifier: EUPL-1.2
import { addWorkingTime, workingMinutesBetween } from '@motcua/deadlines';
import type { StepDue } from '../events.ts';
import type { Dossier, DossierClock, OpenTask } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { movingEvents } from './dossier-clock.ts';

type Stretch = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };
type CalendarOf = (agency: string) => AgencyCalendar | null;

const opens: ReadonlySet<string> = new Set(['supplement-requested', 'payment-requested', 'identity-requested']);
const closes: ReadonlySet<string> = new Set(['supplemented', 'paid', 'identity-confirmed']);

/** The stretches, now over, in which the dossier waited for its applicant and its clock stood still. */
function waits(events: DossierClock['events']): readonly Stretch[] {
  const found: Stretch[] = [];
  let since: Temporal.Instant | null = null;
  for (const { type, at } of events) {
    if (opens.has(type)) since ??= Temporal.Instant.from(at);
    if (!closes.has(type) || since === null) continue;
    found.push({ from: since, to: Temporal.Instant.from(at) });
    since = null;
  }
  return found;
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) < 0 ? other : one);

/** When a step is due by its own budget and the calendar of the agency that does it; the waits since it was opened are not counted. */
function stepDue({ hours, createdAt, dueAt, agency }: OpenTask, clock: DossierClock, calendarOf: CalendarOf): string | null {
  const calendar = calendarOf(agency);
  if (hours === null || calendar === null) return dueAt;
  const opened = Temporal.Instant.from(createdAt);
  let minutes = Math.round(hours * 60);
  for (const { from, to } of waits(movingEvents(clock))) {
    const since = later(from, opened);
    const waited = Temporal.Instant.compare(since, to) < 0 ? workingMinutesBetween(calendar.compiled, since, to) : null;
    minutes += waited?.ok === true ? waited.value : 0;
  }
  const due = addWorkingTime({ calendar: calendar.compiled, from: opened, minutes });
  return due.ok ? due.value.toString() : dueAt;
}

const isSame = (one: string | null, other: string | null): boolean => (one === null || other === null ? one === other : Temporal.Instant.from(one).equals(Temporal.Instant.from(other)));

/** The open steps whose due time moves with a clock: after a wait, or by a changed calendar. A budget several share runs from the first of them. */
export function stepsMoved({ tasks, budgets }: Pick<Dossier, 'tasks' | 'budgets'>, clock: DossierClock, calendarOf: CalendarOf): readonly StepDue[] {
  const since = ({ budget, createdAt }: OpenTask): string => (budget === undefined ? undefined : budgets[budget]?.from) ?? createdAt;
  return tasks.map((task) => ({ taskId: task.taskId, dueAt: stepDue({ ...task, createdAt: since(task) }, clock, calendarOf) })).filter(({ dueAt }, at) => !isSame(dueAt, tasks[at]?.dueAt ?? null));
}

/** When a step is due, if that is past at `at`; null while there is time, or since the dossier stands still. */
export function stepOverdueSince({ dueAt }: Pick<OpenTask, 'dueAt'>, clock: DossierClock | null, at: Temporal.Instant): Temporal.Instant | null {
  const until = clock?.stoppedSince == null ? at : Temporal.Instant.from(clock.stoppedSince);
  const due = dueAt === null ? null : Temporal.Instant.from(dueAt);
  return due !== null && Temporal.Instant.compare(due, until) < 0 ? due : null;
}
