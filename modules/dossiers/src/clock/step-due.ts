// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { addWorkingTime, workingMinutesBetween } from '@motcua/deadlines';
import type { DossierContext } from '../context.ts';
import type { DossierClock, OpenTask } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { movingEvents } from './dossier-clock.ts';

type Stretch = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

const opens: ReadonlySet<string> = new Set(['supplement-requested', 'payment-requested', 'identity-requested']);
const closes: ReadonlySet<string> = new Set(['supplemented', 'paid', 'identity-confirmed']);

/** The stretches in which the dossier waited for its applicant. */
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

/** When an open step is due, the time the dossier waited for its applicant since not counted; null when the step has no due time. */
function stepDue(calendar: AgencyCalendar | null, { dueAt, createdAt }: Pick<OpenTask, 'dueAt' | 'createdAt'>, events: DossierClock['events']): Temporal.Instant | null {
  if (dueAt === null) return null;
  const due = Temporal.Instant.from(dueAt);
  if (calendar === null) return due;
  const opened = Temporal.Instant.from(createdAt);
  let minutes = 0;
  for (const { from, to } of waits(events)) {
    const since = later(from, opened);
    const waited = Temporal.Instant.compare(since, to) < 0 ? workingMinutesBetween(calendar.compiled, since, to) : null;
    minutes += waited?.ok === true ? waited.value : 0;
  }
  const moved = minutes === 0 ? null : addWorkingTime({ calendar: calendar.compiled, from: due, minutes });
  return moved?.ok === true ? moved.value : due;
}

/** When a step is due, if that is past at `at`; null while there is time. */
export async function stepOverdueSince(ctx: DossierContext, db: Db, { task, clock, at }: { readonly task: OpenTask; readonly clock: DossierClock | null; readonly at: Temporal.Instant }): Promise<Temporal.Instant | null> {
  const due = stepDue(await ctx.calendars.of(db, task.agency), task, clock === null ? [] : movingEvents(clock));
  return due !== null && Temporal.Instant.compare(due, at) < 0 ? due : null;
}
