// SPDX-License-Identifier: EUPL-1.2
import { addWorkingTime } from '@motcua/deadlines';
import { officeMinuteText } from '@motcua/kernel';
import type { Fact } from '../events.ts';
import { isGroup } from '../lifecycle/linked.ts';
import { isAwaited } from '../lifecycle/transition.ts';
import type { Dossier, DossierClock } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { counted } from './dossier-clock.ts';
import { stepsMoved } from './step-due.ts';

export type RecountAsked = {
  readonly calendarOf: (agency: string) => AgencyCalendar | null;
  readonly dueSoonShare: number | null;
  readonly reason: string;
  /** Id of the change of the calendar. */
  readonly change: string;
};

export type Recounted =
  | { readonly kind: 'same' }
  /** The new calendar does not reach far enough: nothing is promised anew. */
  | { readonly kind: 'gap' }
  /** `later`: the promise moved; `kept`: it would have been earlier and stays; `steps`: only due times of steps moved. */
  | { readonly kind: 'later' | 'kept' | 'steps'; readonly fact: Extract<Fact, { type: 'clock-recounted' }>; readonly clock: DossierClock };

const isBefore = (one: string, other: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;
const isSame = (one: string | null, other: string | null): boolean => (one === null || other === null ? one === other : Temporal.Instant.from(one).equals(Temporal.Instant.from(other)));

const reasonOf = (kind: 'later' | 'kept' | 'steps', reason: string, owedAt: string): string => {
  const at = officeMinuteText(Temporal.Instant.from(owedAt));
  switch (kind) {
    case 'later': return `${reason}. Ngày hẹn mới: ${at}`;
    case 'kept': return `${reason}. Lịch mới tính ra sớm hơn, giữ ngày đã hẹn: ${at}`;
    case 'steps': return `${reason}. Ngày hẹn không đổi, hạn của bước, của cơ quan được hỏi được tính lại`;
  }
};

/** The asked agencies whose time to answer reaches further by the new calendar; never earlier than they were told. */
function opinionsMoved({ consultations }: Dossier, calendarOf: RecountAsked['calendarOf']): readonly { readonly id: string; readonly dueAt: string }[] {
  return consultations.filter(isAwaited).flatMap(({ id, agency, askedAt, hours, dueAt }) => {
    const calendar = calendarOf(agency);
    const due = calendar === null || hours === undefined ? null : addWorkingTime({ calendar: calendar.compiled, from: Temporal.Instant.from(askedAt), minutes: hours * 60 });
    return due?.ok === true && isBefore(dueAt, due.value.toString()) ? [{ id, dueAt: due.value.toString() }] : [];
  });
}

/** Open, and no linked group: a group is promised along its parts and moves when they do. */
const countsAlone = (dossier: Dossier): boolean => dossier.decidedAt === null && dossier.endedAt === null && !isGroup(dossier);

/**
 * The clock of an open dossier by a changed calendar (đổi lịch làm việc): a promise is taken later, never earlier.
 * What stands still is not counted; its clock is counted by the new calendar when it goes on.
 */
export function recounted(dossier: Dossier, { calendarOf, dueSoonShare, reason, change }: RecountAsked): Recounted {
  const { clock, status } = dossier;
  const calendar = calendarOf(dossier.agencies.solving);
  if (clock?.owedAt == null || calendar === null || !countsAlone(dossier)) return { kind: 'same' };
  const again = counted(calendar, clock, dueSoonShare);
  if (!again.ok || again.value.owedAt === null) return { kind: 'gap' };
  const isEarlier = isBefore(again.value.owedAt, clock.owedAt);
  const kept = isEarlier ? counted(calendar, { ...clock, atLeast: clock.owedAt }, dueSoonShare) : again;
  if (!kept.ok) return { kind: 'gap' };
  const steps = stepsMoved(dossier, clock, calendarOf);
  const moved = !isSame(kept.value.owedAt, clock.owedAt);
  const kind = moved ? 'later' : isEarlier ? 'kept' : 'steps';
  const consultations = opinionsMoved(dossier, calendarOf);
  if (kind === 'steps' && steps.length + consultations.length === 0) return { kind: 'same' };
  const words = reasonOf(kind, reason, kept.value.owedAt ?? clock.owedAt);
  return { kind, clock: kept.value, fact: { type: 'clock-recounted', data: { to: status, why: 'calendar-changed', reason: words, change, before: clock.owedAt, clock: kept.value, steps, ...(consultations.length === 0 ? {} : { consultations }) } } };
}
