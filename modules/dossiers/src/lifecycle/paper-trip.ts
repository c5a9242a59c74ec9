// SPDX-License-Identifier: EUPL-1.2
import type { DossierEvent } from '../events.ts';
import type { Dossier, PaperTrip } from '../model.ts';

type TripEvent = Extract<DossierEvent, { type: 'papers-sent' | 'papers-received' | 'papers-sent-back' }>;

/**
 * The trip of the papers begins with acceptance, where there is one.
 *
 * @legal nd-118-2025/d18
 */
export function tripBegun(begun: { readonly count: number; readonly dueAt: string } | undefined): Pick<Dossier, 'paperTrip'> {
  return begun === undefined ? {} : { paperTrip: { ...begun, stage: 'to-send', receivedAt: null, sent: null, sentBack: null } };
}

/**
 * Where the papers are after an event: sent, received, or back where they came from and to be sent again.
 *
 * @legal nd-118-2025/d18
 */
export function tripAfter({ paperTrip: trip }: Pick<Dossier, 'paperTrip'>, { type, data, at, by }: TripEvent): Pick<Dossier, 'paperTrip'> {
  if (trip === undefined) return {};
  switch (type) {
    case 'papers-sent': return { paperTrip: { ...trip, stage: 'sent', sent: { note: data.note, at, by }, sentBack: null } };
    case 'papers-received': return { paperTrip: { ...trip, stage: 'received', receivedAt: at } };
    case 'papers-sent-back': {
      const { number, reason, missing, dueAt } = data;
      return { paperTrip: { ...trip, stage: 'to-send', dueAt, sent: null, sentBack: { number, reason, missing, at, by } } };
    }
  }
}

/** The stage the papers must be at for an act on them. */
export const stageOfAct = { 'hand-over-papers': 'to-send', 'confirm-papers': 'sent', 'return-papers': 'sent' } as const satisfies Readonly<Record<string, PaperTrip['stage']>>;

/** Whether an act on papers finds them where it needs them. */
export function arePapersThere({ paperTrip }: Pick<Dossier, 'paperTrip'>, act: keyof typeof stageOfAct): boolean {
  return paperTrip?.stage === stageOfAct[act];
}
