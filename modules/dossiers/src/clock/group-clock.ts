// SPDX-License-Identifier: EUPL-1.2
import { type ClockEvent, addWorkingTime, workingMinutesBetween } from '@motcua/deadlines';
import { type Result, ok, refuse } from '@motcua/kernel';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { DossierClock } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { counted, soonBy } from './dossier-clock.ts';
import type { AlongShape } from './group-promise.ts';

type Counting<Value> = Result<Value, LifecycleRefusal>;
type Line = DossierClock['explanation'][number];

const later = (one: string, other: string): string => (Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) >= 0 ? one : other);

/** What the citizen was told, also while the clock stands still; null when nothing ever was. */
export function toldBefore({ owedAt, atLeast }: Pick<DossierClock, 'owedAt' | 'atLeast'>): string | null {
  if (owedAt === null || atLeast === undefined) return owedAt ?? atLeast ?? null;
  return later(owedAt, atLeast);
}

/** Working minutes of the office that the group's own waits moved its own limit by; or since when it stands still. */
function waited(calendar: AgencyCalendar, clock: DossierClock, events: readonly ClockEvent[]): Counting<{ readonly stoppedSince: string | null; readonly minutes: number }> {
  const waits = events.filter(({ type }) => type !== 'extended');
  if (waits.length === 0) return ok({ stoppedSince: null, minutes: 0 });
  const { atLeast: _told, ...alone } = clock;
  const [plain, moved] = [counted(calendar, { ...alone, events: [] }, null), counted(calendar, { ...alone, events: waits }, null)];
  if (!plain.ok) return plain;
  if (!moved.ok) return moved;
  if (moved.value.stoppedSince !== null || moved.value.owedAt === null || plain.value.owedAt === null) return ok({ stoppedSince: moved.value.stoppedSince, minutes: 0 });
  const minutes = workingMinutesBetween(calendar.compiled, Temporal.Instant.from(plain.value.owedAt), Temporal.Instant.from(moved.value.owedAt));
  return minutes.ok ? ok({ stoppedSince: null, minutes: minutes.value }) : refuse({ code: 'calendar-gap' });
}

/** A day moved by the extensions among `events`, in the unit of the group's own limit. */
function extended(calendar: AgencyCalendar, clock: DossierClock, { from, events }: { readonly from: string; readonly events: readonly ClockEvent[] }): Counting<string> {
  const value = events.reduce((sum, event) => sum + (event.type === 'extended' ? event.value : 0), 0);
  if (value === 0) return ok(from);
  const more = counted(calendar, { startedAt: from, limit: { value, unit: clock.limit.unit }, limitBasis: null, rule: { ...clock.rule, firstAppointment: null, cutoff: null }, events: [] }, null);
  if (!more.ok) return more;
  return more.value.owedAt === null ? refuse({ code: 'calendar-gap' }) : ok(more.value.owedAt);
}

const line = (rule: Line['rule'], from: string, to: string): readonly Line[] => {
  if (Temporal.Instant.from(from).equals(Temporal.Instant.from(to))) return [];
  const texts: Partial<Record<Line['rule'], string>> = { 'group-waited': 'Thời gian cả nhóm chờ', 'extended': 'Gia hạn', 'promise-kept': 'Tính theo từng thủ tục thì sớm hơn: giữ ngày đã hẹn' };
  return [{ from, to, counted: rule === 'extended', rule, text: texts[rule] ?? '', source: 'nd-118-2025/d20' }];
};

/**
 * The clock of a linked group: along its shape, then its own waits and its extension, and never before what the citizen was told.
 * An extension granted now moves what was told too.
 *
 * @param along - the promise along the shape of the group
 * @param event - what moves the group's own clock now; null: only its parts moved
 * @param dueSoonShare - as for every clock
 * @error calendar-gap - the count runs past the days for which a calendar is published
 * @legal nd-118-2025/d20
 */
export function groupClock(calendar: AgencyCalendar, clock: DossierClock, { along, event, dueSoonShare }: { readonly along: AlongShape; readonly event: ClockEvent | null; readonly dueSoonShare: number | null }): Counting<DossierClock> {
  const events = event === null ? clock.events : [...clock.events, event];
  const before = toldBefore(clock);
  const told = before === null ? ok(null) : extended(calendar, clock, { from: before, events: event === null ? [] : [event] });
  if (!told.ok) return told;
  const own = waited(calendar, clock, events);
  if (!own.ok) return own;
  const kept = told.value === null ? {} : { atLeast: told.value };
  const stoppedSince = [own.value.stoppedSince, along.stoppedSince].filter((since) => since !== null).reduce<string | null>((first, since) => (first === null || later(first, since) === first ? since : first), null);
  if (stoppedSince !== null || along.owedAt === null) return ok({ ...clock, ...kept, events, owedAt: stoppedSince === null ? told.value : null, dueSoonAt: null, stoppedSince, explanation: [] });
  const after = addWorkingTime({ calendar: calendar.compiled, from: Temporal.Instant.from(along.owedAt), minutes: own.value.minutes });
  if (!after.ok) return refuse({ code: 'calendar-gap' });
  const rested = own.value.minutes === 0 ? along.owedAt : after.value.toString();
  const longer = extended(calendar, clock, { from: rested, events });
  if (!longer.ok) return longer;
  const owedAt = told.value === null ? longer.value : later(longer.value, told.value);
  return ok({
    ...clock, events, owedAt, atLeast: owedAt, stoppedSince: null, dueSoonAt: soonBy(calendar, clock.startedAt, { owedAt, share: dueSoonShare }),
    explanation: [...along.explanation, ...line('group-waited', along.owedAt, rested), ...line('extended', rested, longer.value), ...line('promise-kept', longer.value, owedAt)],
  });
}
