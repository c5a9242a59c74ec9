// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What a file may be at most, by its kind. */
export const Limits = z.object({
  /** Pages of a PDF. */
  maxPages: z.number().int().positive(),
  /** Pixels of an image, width by height. */
  maxPixels: z.number().int().positive(),
  /** Bytes an office file may unpack to. */
  maxUnpacked: z.number().int().positive(),
});
/** What a file may be at most, by its kind. */
export type Limits = z.infer<typeof Limits>;

/** What the inspector is asked: a file by its path, with the type found by content. */
export const InspectionJob = z.object({ id: z.number().int(), path: z.string(), mediaType: z.string(), limits: Limits });
export type InspectionJob = z.infer<typeof InspectionJob>;

/** Why a content is not taken in. */
export const ContentFault = z.enum(['locked', 'damaged', 'active', 'too-many-pages', 'image-too-large', 'bomb']);
export type ContentFault = z.infer<typeof ContentFault>;

/** What the inspector answers: refused with the reason, or taken; `pages` of a PDF, `bytes` when the content was written anew (images). */
export const InspectionAnswer = z.union([
  z.object({ id: z.number().int(), fault: ContentFault }),
  z.object({ id: z.number().int(), pages: z.number().int().nullable(), bytes: z.instanceof(Uint8Array).nullable() }),
]);

/** What is known of a content after it was looked at. */
export type Inspection = { readonly fault: ContentFault } | { readonly pages: number | null; readonly bytes: Uint8Array | null };
