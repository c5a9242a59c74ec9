// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What is sent to the press. `data` is JSON text, `seconds` the creation time since the epoch. */
export const PressJob = z.object({
  id: z.number().int(), template: z.string(), data: z.string(), standard: z.string(), seconds: z.number().int(), withPlaces: z.boolean(), files: z.record(z.string().regex(/^[a-z0-9.-]+$/u), z.custom<Uint8Array>((value) => value instanceof Uint8Array)),
});
export type PressJob = z.infer<typeof PressJob>;

const Place = z.object({ name: z.string(), page: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** The places a template reserved, as the layout engine tells them. */
export const Places = z.array(Place);

/** What the press answers: the paper, or why the template does not compile. */
export const PressAnswer = z.union([
  z.object({ id: z.number().int(), pdf: z.instanceof(Uint8Array), places: Places }),
  z.object({ id: z.number().int(), fault: z.string() }),
]);
export type PressAnswer = z.infer<typeof PressAnswer>;
