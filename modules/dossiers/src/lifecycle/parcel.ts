// SPDX-License-Identifier: EUPL-1.2
import type { ParcelStage } from '../contract.ts';
import type { DossierEvent } from '../events.ts';
import type { Dossier, Parcel } from '../model.ts';
import { stepBeforeReturn } from './transition.ts';

type ParcelEvent = Extract<DossierEvent, { type: 'post-packed' | 'post-taken' | 'post-moved' }>;

/** The stages a parcel may be in before it is in another; `null` before it is packed. */
const before: Readonly<Record<ParcelStage, readonly (ParcelStage | null)[]>> = {
  'packed': [null, 'back', 'lost'], 'taken': ['packed'], 'on-the-way': ['taken', 'on-the-way', 'not-delivered'], 'not-delivered': ['taken', 'on-the-way'],
  'back': ['taken', 'on-the-way', 'not-delivered'], 'lost': ['taken', 'on-the-way', 'not-delivered'], 'delivered': ['taken', 'on-the-way', 'not-delivered'],
};

/**
 * Whether the parcel of a dossier may come to a stage from where it is.
 *
 * @legal qd-45-2016/d8
 */
export function mayCome({ parcel }: Pick<Dossier, 'parcel'>, to: ParcelStage): boolean {
  return before[to].includes(parcel?.stage ?? null);
}

/**
 * Where the parcel is after an event. Sent again, it is a new attempt.
 *
 * @legal qd-45-2016/d8
 */
export function parcelAfter({ parcel }: Pick<Dossier, 'parcel'>, { type, data, at }: ParcelEvent): Pick<Dossier, 'parcel'> {
  if (type === 'post-packed') return { parcel: { stage: 'packed', enterprise: data.enterprise, slip: data.slip, to: data.parcelTo, at, takenAt: null, note: null, reason: null, attempt: (parcel?.attempt ?? 0) + 1 } };
  if (parcel === undefined) return {};
  if (type === 'post-taken') return { parcel: { ...parcel, stage: 'taken', at, takenAt: at, note: data.note } };
  return { parcel: { ...parcel, stage: data.stage, at, reason: data.reason } };
}

/** Whether the post has the result: it cannot be handed out here meanwhile. */
export function isWithPost(parcel: Parcel | undefined): boolean {
  return parcel !== undefined && (parcel.stage === 'taken' || parcel.stage === 'on-the-way' || parcel.stage === 'not-delivered');
}

/**
 * Where a result that goes by post is: to be packed once nothing is left to do but to hand it out; null when it does not go by post, or no more: revoked, it is not sent.
 *
 * @legal qd-45-2016/d8
 */
export function parcelStageOf(dossier: Pick<Dossier, 'status' | 'returnWay' | 'parcel' | 'tasks' | 'parent' | 'revoked'>): Exclude<ParcelStage, 'delivered'> | 'to-pack' | null {
  const { status, returnWay, parcel, parent } = dossier;
  if (status !== 'decided' || (dossier.revoked !== undefined && !isWithPost(parcel))) return null;
  if (parcel !== undefined) return parcel.stage === 'delivered' ? null : parcel.stage;
  return returnWay === 'post' && parent === undefined && stepBeforeReturn(dossier) === undefined ? 'to-pack' : null;
}
