// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { type PictureOwner, type Place, type SignatureLook, type SignaturePicture, placeOfPicture, placeOverThird, signaturePictureOf } from '@motcua/documents';
import { officeDay } from '@motcua/kernel';
import { sealFor } from '@motcua/organisation';
import type { DossierContext } from '../context.ts';

type Pictured = { readonly look?: SignatureLook };

/** The look of a signature whose owner has a picture in use; nothing where there is none: then lines are shown. */
export async function lookOf(ctx: DossierContext, db: Db, owner: PictureOwner): Promise<Pictured> {
  const picture = await signaturePictureOf(db, ctx.files, owner);
  return picture === undefined ? {} : { look: { kind: 'picture', picture } };
}

type ResultPlaces = { readonly officer: Place; readonly agency: Place; readonly signature: Place };

/**
 * Where the person who signs a result and the agency are seen: a picture in the middle between title and name, the agency over its left third; else lines side by side.
 *
 * @legal nd-30-2020/digital-signature
 */
export function placesOnResult({ officer, agency, signature }: ResultPlaces, { look }: Pictured): { readonly appearance: Place; readonly sealPlace: Place } {
  if (look?.kind !== 'picture') return { appearance: officer, sealPlace: agency };
  const drawn = placeOfPicture(signature, look.picture);
  return { appearance: drawn, sealPlace: placeOverThird(drawn, agency) };
}

/** The room the seal of an agency will take, whose place is kept: as large as the main seal's picture where there is one. */
export async function roomOfSeal(ctx: DossierContext, db: Db, asked: { readonly agency: string; readonly place: Place | null; readonly officer: string; readonly at: Temporal.Instant }): Promise<Place | null> {
  const { agency, place, officer, at } = asked;
  const seal = await sealFor(db, { agency, seal: null, officer, day: officeDay(at).toString() });
  const picture: SignaturePicture | undefined = seal.ok && seal.value !== null ? await signaturePictureOf(db, ctx.files, { kind: 'seal', ref: seal.value.id }) : undefined;
  return place === null || picture === undefined ? place : placeOfPicture(place, picture);
}
