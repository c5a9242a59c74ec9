// SPDX-License-Identifier: EUPL-1.2
import { officeDay, ok, type Result } from '@motcua/kernel';
import type { CompiledCalendar } from '../calendar/compile.ts';
import type { CalendarGap, Standing } from '../model.ts';
import { workingMinutesBetween } from './working-time.ts';

export type StandingAsked = {
  readonly calendar: CompiledCalendar;
  readonly now: Temporal.Instant;
  readonly startedAt: Temporal.Instant;
  readonly returnAt: Temporal.Instant | null;
  readonly stoppedSince: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
  /** Share (0–1) of the working time from `startedAt` to `returnAt` that, when no more than it remains, means «sắp đến hạn». */
  readonly dueSoonShare: number;
};

/**
 * How a clock stands: còn hạn, sắp đến hạn, quá hạn, tạm dừng; once finished: trước hạn, đúng hạn, trễ hạn.
 * On the day owed is on time, on an earlier day early; at the very minute owed is not late.
 *
 * @error calendar-gap - the calendar does not reach from start to now
 */
export function standing(asked: StandingAsked): Result<Standing, CalendarGap> {
  const { calendar, now, returnAt, stoppedSince, finishedAt } = asked;
  if (returnAt === null) return ok({ state: 'paused', since: stoppedSince ?? now });
  const at = finishedAt ?? now;
  if (Temporal.Instant.compare(at, returnAt) <= 0) return within(asked, at, returnAt);
  const over = workingMinutesBetween(calendar, returnAt, at);
  return over.ok ? ok({ state: finishedAt === null ? 'overdue' : 'late', overdueMinutes: over.value }) : over;
}

function within({ calendar, finishedAt, startedAt, dueSoonShare }: StandingAsked, at: Temporal.Instant, returnAt: Temporal.Instant): Result<Standing, CalendarGap> {
  const remaining = workingMinutesBetween(calendar, at, returnAt);
  if (!remaining.ok) return remaining;
  if (finishedAt !== null) return ok({ state: sameDay(finishedAt, returnAt) ? 'on-time' : 'early', remainingMinutes: remaining.value });
  const whole = workingMinutesBetween(calendar, startedAt, returnAt);
  if (!whole.ok) return whole;
  return ok({ state: remaining.value <= whole.value * dueSoonShare ? 'due-soon' : 'running', remainingMinutes: remaining.value });
}

function sameDay(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return officeDay(one).equals(officeDay(other));
}
