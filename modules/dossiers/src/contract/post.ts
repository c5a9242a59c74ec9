// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';
import { ParcelTo, parcelStages } from './parts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const Enterprise = z.object({ code: z.string(), name: z.string() });
/** A parcel on its way, as screens show it; instants are ISO 8601 texts. `told`: what to do now, in words. */
export const ParcelView = z.object({
  stage: z.enum(parcelStages), enterprise: z.string(), slip: z.string(), to: ParcelTo, at: z.string(), reason: z.string().nullable(),
  note: z.object({ id: z.string(), number: z.string() }).nullable(), attempt: z.number().int().describe('1 for the first time it is sent'), told: z.string().nullable(),
});
export type ParcelView = z.infer<typeof ParcelView>;

const Line = z.object({ code: z.string(), version: z.number().int(), procedure: z.string(), applicant: z.string(), result: z.string().nullable().describe('number of the result') });
/** GET /api/postal-returns: results that go by post from the shops of the officer, by where they are. */
export const PostalReturns = z.object({
  maySend: z.boolean().describe('the reader packs and hands over; a postal worker only tells where a parcel is'),
  enterprises: z.array(Enterprise),
  toPack: z.array(Line.extend({ to: ParcelTo, decidedAt: z.string().nullable() })),
  parcels: z.array(Line.extend({ parcel: ParcelView })),
  more: z.boolean().describe('more than one page of either'),
});
export type PostalReturns = z.infer<typeof PostalReturns>;

/** POST /api/dossiers/:code/parcels: the result is packed under a slip of the post. */
export const PackForPost = ActBase.extend({ enterprise: z.string().max(40), slip: text(40), to: ParcelTo });
/** POST /api/postal-hand-overs: one list for the parcels of these dossiers. `clientKey` becomes the id of the list. */
export const HandToPost = z.object({ clientKey: z.uuid(), items: z.array(z.object({ code: z.string().max(80), version: z.number().int().positive() })).min(1).max(100) });
export const HandedToPost = z.object({ note: z.object({ id: z.string(), number: z.string() }).nullable().describe('null: none of them could be handed over'), results: z.array(z.object({ code: z.string(), ok: z.boolean(), title: z.string().nullable() })) });
/** POST /api/dossiers/:code/parcels/tracking: where the parcel is now. A reason is needed unless it only goes on. */
export const TrackPost = ActBase.extend({ stage: z.enum(['on-the-way', 'not-delivered', 'back', 'lost']), reason: z.string().trim().max(1000).nullable() });
/** POST /api/dossiers/:code/parcels/delivery: the post handed it to somebody, at `deliveredAt`. */
export const ConfirmDelivery = ActBase.extend({ receivedBy: text(300), deliveredAt: z.iso.datetime({ offset: true }) });
