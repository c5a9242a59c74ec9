// SPDX-License-Identifier: EUPL-1.2
import type { ClockEvent } from '@motcua/deadlines';
import { type Result, ok, refuse } from '@motcua/kernel';
import { isGroup } from '../lifecycle/linked.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import type { Dossier, DossierClock } from '../model.ts';
import type { AgencyCalendar } from './calendars.ts';
import { counted } from './dossier-clock.ts';

/** What a forecast supposes: the open request is answered, the open payment made, the identity confirmed, or all is asked for now and answered then. */
export type Supposed = 'supplemented' | 'paid' | 'identity-confirmed' | 'asked-and-supplemented';

export type Forecast = { readonly supposed: Supposed; readonly clock: DossierClock };

const eventsThen = (status: Dossier['status'], { at, now }: { readonly at: string; readonly now: string }): { readonly supposed: Supposed; readonly events: readonly ClockEvent[] } => {
  if (status === 'awaiting-supplement') return { supposed: 'supplemented', events: [{ at, type: 'supplemented' }] };
  if (status === 'awaiting-payment') return { supposed: 'paid', events: [{ at, type: 'paid' }] };
  if (status === 'awaiting-identity') return { supposed: 'identity-confirmed', events: [{ at, type: 'identity-confirmed' }] };
  return { supposed: 'asked-and-supplemented', events: [{ at: now, type: 'supplement-requested' }, { at, type: 'supplemented' }] };
};

/**
 * What the return day would be if what the dossier waits for came at `at` (nếu bổ sung đến vào lúc …). Changes nothing.
 *
 * @param now - the present: nothing is supposed to come before it
 * @error nothing-to-forecast - the term has not begun, its result exists, or it is a linked group: each part says its own
 * @error fields-to-mend - `at` is before now
 * @error calendar-gap - the year it would fall into is not published
 * @legal nd-118-2025/supplement
 */
export function forecast(calendar: AgencyCalendar, dossier: Pick<Dossier, 'clock' | 'status' | 'decidedAt' | 'endedAt' | 'children' | 'tasks'>, { at, now }: { readonly at: Temporal.Instant; readonly now: Temporal.Instant }): Result<Forecast, LifecycleRefusal> {
  const { clock, status } = dossier;
  if (clock === null || dossier.decidedAt !== null || dossier.endedAt !== null) return refuse({ code: 'nothing-to-forecast' });
  if (isGroup(dossier)) return refuse({ code: 'nothing-to-forecast', group: true });
  if (Temporal.Instant.compare(at, now) < 0) return refuse({ code: 'fields-to-mend', fields: [{ path: 'at', label: 'Ngày, giờ bổ sung', text: 'Chọn một lúc từ bây giờ trở đi.' }] });
  const { supposed, events } = eventsThen(status, { at: at.toString(), now: now.toString() });
  const then = counted(calendar, { ...clock, events: [...clock.events, ...events] }, null);
  return then.ok ? ok({ supposed, clock: then.value }) : then;
}
