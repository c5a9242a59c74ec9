// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Whose picture: a person's hand-written signature, or a seal. */
export const PictureKind = z.enum(['officer', 'seal']);
export type PictureKind = z.infer<typeof PictureKind>;

/** Why a picture is not taken. */
export const PictureFault = z.enum(['not-a-picture', 'animated', 'damaged', 'too-many-dots', 'too-few-dots', 'dark-ground', 'no-ink', 'too-much-ink', 'not-round']);
export type PictureFault = z.infer<typeof PictureFault>;

/** A picture as papers show it: PNG, transparent ground, cut to its ink; sizes in dots. */
export type InkPicture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** What the inker is asked. */
export const InkJob = z.object({ id: z.number().int(), kind: PictureKind, bytes: Bytes });
/** What it answers. */
export const InkAnswer = z.union([z.object({ id: z.number().int(), png: Bytes, width: z.number().int(), height: z.number().int() }), z.object({ id: z.number().int(), fault: PictureFault })]);
