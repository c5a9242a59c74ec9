// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** A word on a page, in pixels of the straightened picture from its top left corner. `sure`: 0–100. */
export const Word = z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number(), sure: z.number() });
export type Word = z.infer<typeof Word>;

/** A page as it was scanned, straightened and read. */
export const ScannedPage = z.object({
  jpeg: z.custom<Uint8Array>((value) => value instanceof Uint8Array), width: z.number().int(), height: z.number().int(),
  /** Dots per inch: as the scanner wrote them, else as if the page were A4. */
  dpi: z.number(),
  /** Degrees it was turned by. */
  turned: z.number(),
  words: z.array(Word),
  /** What a QR code on it says, where that was asked; null: none was found. */
  code: z.string().nullable().optional(),
});
/** A page as it was scanned, straightened and read. */
export type ScannedPage = z.infer<typeof ScannedPage>;

/** What the scanner program is asked: pictures by path, in order. */
export const ScanJob = z.object({ id: z.number().int(), pictures: z.array(z.string()).min(1), mostPages: z.number().int().positive().optional(), codes: z.boolean().optional() });
export type ScanJob = z.infer<typeof ScanJob>;

/** What it answers: the pages, or which picture could not be read. */
export const ScanAnswer = z.union([z.object({ id: z.number().int(), pages: z.array(ScannedPage) }), z.object({ id: z.number().int(), unreadable: z.number().int() })]);
