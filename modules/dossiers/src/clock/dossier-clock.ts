// SPDX-License-Identifier: EUPL-1.2
import { type ClockEvent, type CountingRules, type ExplanationItem, type NotCountable, type TimeLimit, addWorkingTime, calendarCounting, computeDeadline, sourceOf, standing, workingMinutesBetween } from '@motcua/deadlines';
import { type Result, officeDay, ok, refuse } from '@motcua/kernel';
import type { Clock } from '../contract.ts';
import { isGroup } from '../lifecycle/linked.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier, DossierClock } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';

type ClockResult = Result<DossierClock, LifecycleRefusal>;
type Counted = Pick<DossierClock, 'startedAt' | 'limit' | 'limitBasis' | 'rule' | 'events' | 'point' | 'provisional' | 'atLeast'>;

const instantOf = (text: string | null): Temporal.Instant | null => (text === null ? null : Temporal.Instant.from(text));

/** The moment from which a dossier counts as due soon: when at most `share` of its working time remains. */
export function soonBy(calendar: AgencyCalendar, startedAt: string, { owedAt, share }: { readonly owedAt: string | null; readonly share: number | null }): string | null {
  if (owedAt === null || share === null) return null;
  const start = Temporal.Instant.from(startedAt);
  const whole = workingMinutesBetween(calendar.compiled, start, Temporal.Instant.from(owedAt));
  if (!whole.ok) return null;
  const soon = addWorkingTime({ calendar: calendar.compiled, from: start, minutes: Math.floor(whole.value * (1 - share)) });
  return soon.ok ? soon.value.toString() : null;
}

const countingRules = ({ firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes = 0, countsFrom = null }: DossierClock['rule']): CountingRules =>
  ({ firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom });

/** What every clock left out before rules said so. */
const leftOutBefore: readonly NotCountable[] = ['payment', 'outage'];

const waitOf: Readonly<Record<ClockEvent['type'], NotCountable | null>> = {
  'supplement-requested': null, 'supplemented': null, 'extended': null, 'payment-requested': 'payment', 'paid': 'payment', 'identity-requested': 'identity', 'identity-confirmed': 'identity',
};

/** The events that move a clock: a wait its rule counts (không trừ thời gian) moves nothing. */
export function movingEvents({ rule: { leftOut = leftOutBefore }, events }: Pick<DossierClock, 'rule' | 'events'>): DossierClock['events'] {
  return events.filter(({ type }) => { const wait = waitOf[type]; return wait === null || leftOut.includes(wait); });
}

/**
 * The clock of a dossier, counted by the deadline engine from its start, its limit and what moved it since.
 *
 * @param dueSoonShare - share of the working time, 0 to 1, that remains when it counts as due soon; null: it never does
 * @error calendar-gap - the count runs past the days for which a calendar is published
 */
export function counted(calendar: AgencyCalendar, { startedAt, limit, limitBasis, rule, events, point, provisional, atLeast }: Counted, dueSoonShare: number | null): ClockResult {
  const answer = computeDeadline({
    id: '', receivedAt: startedAt, limit, mode: rule.mode, calendar: calendarCounting(calendar.calendar, rule.leftOut ?? leftOutBefore), events: movingEvents({ rule, events }),
    rules: countingRules(rule),
  });
  if (answer.error === 'calendar-gap') return refuse({ code: 'calendar-gap', year: gapYear(calendar, startedAt) });
  if (answer.error !== null) throw new Error(`the clock of a dossier is no case: ${answer.error} ${answer.field ?? ''}`);
  const { owedAt, kept } = promised(answer.returnAt, atLeast);
  return ok({
    startedAt, limit, limitBasis, rule, events, owedAt, dueSoonAt: soonBy(calendar, startedAt, { owedAt, share: dueSoonShare }), stoppedSince: answer.stoppedSince,
    ...(point === undefined ? {} : { point }), ...(provisional === true ? { provisional } : {}), ...(atLeast === undefined ? {} : { atLeast }),
    ...firstAppointment(calendar, { startedAt, limit, rule, events }),
    explanation: [...answer.explanation, ...kept].map((item) => ({ ...item, source: sourceOf(item.rule, rule) })),
  });
}

/** Hẹn lần 1, counted like the term but for its own number of units; none when the rule knows one appointment. It stays as it was once the duty was asked for. */
function firstAppointment(calendar: AgencyCalendar, { startedAt, limit, rule, events }: Pick<Counted, 'startedAt' | 'limit' | 'rule' | 'events'>): { readonly firstAt?: string } {
  if (rule.firstAppointment == null) return {};
  const asked = events.findIndex(({ type }) => type === 'payment-requested');
  const { returnAt } = computeDeadline({
    id: '', receivedAt: startedAt, limit: { value: rule.firstAppointment, unit: limit.unit }, mode: rule.mode, calendar: calendarCounting(calendar.calendar, rule.leftOut ?? leftOutBefore), events: movingEvents({ rule, events: asked < 0 ? events : events.slice(0, asked) }), rules: countingRules(rule),
  });
  return returnAt === null ? {} : { firstAt: returnAt };
}

/** The year for which no calendar is published: the one of the start when it lies before the calendar, else the first after it. */
function gapYear({ calendar }: AgencyCalendar, startedAt: string): number {
  const start = officeDay(Temporal.Instant.from(startedAt));
  if (Temporal.PlainDate.compare(start, calendar.coveredFrom) < 0) return start.year;
  return Temporal.PlainDate.from(calendar.coveredUntil).add({ days: 1 }).year;
}

/** What is owed when an instant was promised before a changed calendar gave an earlier one: the promise. */
function promised(countedAt: string | null, atLeast: string | undefined): { readonly owedAt: string | null; readonly kept: readonly ExplanationItem[] } {
  if (countedAt === null || atLeast === undefined || Temporal.Instant.compare(Temporal.Instant.from(countedAt), Temporal.Instant.from(atLeast)) >= 0) return { owedAt: countedAt, kept: [] };
  return { owedAt: atLeast, kept: [{ from: countedAt, to: atLeast, counted: false, rule: 'promise-kept', text: 'Lịch làm việc đổi nên tính ra sớm hơn: giữ ngày đã hẹn' }] };
}

/** The clock after one more event moved it. */
export function moved(calendar: AgencyCalendar, clock: DossierClock, { event, dueSoonShare }: { readonly event: ClockEvent; readonly dueSoonShare: number | null }): ClockResult {
  return counted(calendar, { ...clock, events: [...clock.events, event] }, dueSoonShare);
}

/** How a clock stands at `now`, in working minutes of the office that owes the answer. */
export function clockNow(calendar: AgencyCalendar | null, dossier: Pick<Dossier, 'decidedAt' | 'endedAt'> & { readonly clock: Pick<DossierClock, 'startedAt' | 'owedAt' | 'dueSoonAt' | 'stoppedSince'> | null }, now: Temporal.Instant): Clock {
  const { clock } = dossier;
  if (clock === null || calendar === null) return { state: 'not-started', owedAt: null, minutes: null, pausedSince: null };
  const finishedAt = instantOf(dossier.decidedAt ?? dossier.endedAt);
  const stands = standing({
    calendar: calendar.compiled, now, returnAt: instantOf(clock.owedAt), stoppedSince: instantOf(clock.stoppedSince), finishedAt, dueSoonShare: 0, startedAt: Temporal.Instant.from(clock.startedAt),
  });
  if (!stands.ok) return { state: 'not-started', owedAt: clock.owedAt, minutes: null, pausedSince: null };
  const { value } = stands;
  switch (value.state) {
    case 'paused': return { state: 'paused', owedAt: null, minutes: null, pausedSince: value.since.toString() };
    // Due soon is what was computed when the clock last moved, so that a list and its filter say the same.
    case 'running': case 'due-soon': {
      const soon = clock.dueSoonAt !== null && Temporal.Instant.compare(now, Temporal.Instant.from(clock.dueSoonAt)) >= 0;
      return { state: soon ? 'due-soon' : 'running', owedAt: clock.owedAt, minutes: value.remainingMinutes, pausedSince: null };
    }
    case 'overdue': case 'late': return { state: value.state, owedAt: clock.owedAt, minutes: value.overdueMinutes, pausedSince: null };
    case 'early': case 'on-time': return { state: value.state, owedAt: clock.owedAt, minutes: value.remainingMinutes, pausedSince: null };
  }
}

/** Whether a result that exists at `at` is early, on time or late (trước hạn, đúng hạn, quá hạn). */
export function outcomeAt(calendar: AgencyCalendar, clock: DossierClock, at: Temporal.Instant): 'early' | 'on-time' | 'late' {
  const { state } = clockNow(calendar, { decidedAt: at.toString(), endedAt: null, clock }, at);
  return state === 'early' || state === 'late' ? state : 'on-time';
}

const units: Readonly<Record<TimeLimit['unit'], string>> = { 'working-day': 'ngày làm việc', 'working-hour': 'giờ làm việc', 'calendar-day': 'ngày', 'month': 'tháng' };

/** «5 ngày làm việc» */
export function limitText({ value, unit }: TimeLimit): string {
  return `${value} ${units[unit]}`;
}

/** The limit as a person reads it; a linked group is promised along its parts, not by a limit of its own. */
export function limitWords(dossier: Pick<Dossier, 'children' | 'tasks'>, limit: TimeLimit): string {
  return isGroup(dossier) ? 'theo từng thủ tục trong nhóm' : limitText(limit);
}
