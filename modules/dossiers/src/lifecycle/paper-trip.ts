// SPDX-License-Identifier: EUPL-1.2
import type { DossierEvent } from '../events.ts';
import type { Dossier, PaperTrip, PapersToSend } from '../model.ts';

type TripEvent = Extract<DossierEvent, { type: 'papers-sent' | 'papers-received' | 'papers-sent-back' }>;

/**
 * The trip of the papers begins with acceptance, where there is one.
 *
 * @legal nd-118-2025/d18
 */
export function tripBegun(begun: PapersToSend | undefined): Pick<Dossier, 'paperTrip'> {
  return begun === undefined ? {} : { paperTrip: { ...begun, stage: 'to-send', receivedAt: null, sent: null, sentBack: null } };
}

const plus = (one: PapersToSend | undefined, { count, dueAt }: PapersToSend): PapersToSend => (one === undefined ? { count, dueAt } : { count: one.count + count, dueAt: one.dueAt });

/**
 * More papers came to the counter: they go with those that wait there, or after those that are on their way.
 *
 * @legal nd-118-2025/d18
 */
export function tripWithMore({ paperTrip: trip }: Pick<Dossier, 'paperTrip'>, more: PapersToSend | undefined): Pick<Dossier, 'paperTrip'> {
  if (more === undefined) return {};
  if (trip === undefined || trip.stage === 'received') return tripBegun(more);
  return { paperTrip: trip.stage === 'to-send' ? { ...trip, ...plus(trip, more) } : { ...trip, more: plus(trip.more, more) } };
}

/**
 * Where the papers are after an event: sent, received, or back where they came from and to be sent again.
 *
 * @legal nd-118-2025/d18
 */
export function tripAfter({ paperTrip: trip }: Pick<Dossier, 'paperTrip'>, { type, data, at, by }: TripEvent): Pick<Dossier, 'paperTrip'> {
  if (trip === undefined) return {};
  switch (type) {
    case 'papers-sent': return { paperTrip: { ...trip, count: data.count, stage: 'sent', sent: { note: data.note, at, by }, sentBack: null } };
    case 'papers-received': return trip.more === undefined ? { paperTrip: { ...trip, stage: 'received', receivedAt: at } } : tripBegun(trip.more);
    case 'papers-sent-back': {
      const { number, reason, missing, dueAt } = data;
      const { more, ...left } = trip;
      return { paperTrip: { ...left, count: trip.count + (more?.count ?? 0), stage: 'to-send', dueAt, sent: null, sentBack: { number, reason, missing, at, by } } };
    }
  }
}

/** The stage the papers must be at for an act on them. */
export const stageOfAct = { 'hand-over-papers': 'to-send', 'confirm-papers': 'sent', 'return-papers': 'sent' } as const satisfies Readonly<Record<string, PaperTrip['stage']>>;

/** Whether an act on papers finds them where it needs them. */
export function arePapersThere({ paperTrip }: Pick<Dossier, 'paperTrip'>, act: keyof typeof stageOfAct): boolean {
  return paperTrip?.stage === stageOfAct[act];
}
