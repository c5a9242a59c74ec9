// SPDX-License-Identifier: EUPL-1.2
import { type PictureOwner, enterSignaturePicture, inkPicture, specimenPicture } from '@motcua/documents';
import type { Installation } from '../installation.ts';
import { officerIds } from './officer-ids.ts';
import { officers } from './people.ts';

/** Real width of the made-up seals, millimetres. */
const sealWidthMm = 36;

async function enter({ context: { db, files, clock } }: Installation, { owner, name, widthMm }: { readonly owner: PictureOwner; readonly name: string; readonly widthMm: number | null }): Promise<void> {
  const picture = await inkPicture(owner.kind, await specimenPicture(owner.kind, name));
  if (!picture.ok) throw new Error(`picture of ${name}: ${picture.error}`);
  const entered = await enterSignaturePicture(db, files, { owner, picture: picture.value, widthMm, by: 'Bản trình diễn', at: clock.now() });
  if (!entered.ok) throw new Error(`picture of ${name}: ${entered.error.code}`);
}

/** Hình chữ ký, hình con dấu of the demonstration: strokes that are nobody's hand, seals that say «MẪU». */
export async function loadPictures(installation: Installation, seals: readonly string[]): Promise<void> {
  const idOf = officerIds(installation);
  for (const ref of seals) await enter(installation, { owner: { kind: 'seal', ref }, name: ref, widthMm: sealWidthMm });
  for (const { login } of officers.filter(({ postings }) => postings.some(({ role }) => role === 'leader'))) await enter(installation, { owner: { kind: 'officer', ref: await idOf(login) }, name: login, widthMm: null });
}
