// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** GET /api/dossiers/:code/steps/:task/officers: who can be handed a step. `open` is how many open steps the officer holds. */
export const StepOfficers = z.object({
  officers: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string(), unit: z.string().nullable(), open: z.number().int().nonnegative(), holdsIt: z.boolean(), absentUntil: z.string().nullable().describe('last day of an absence under way'), proposed: z.boolean().describe('present, and with the fewest open steps') })),
});
export type StepOfficers = z.infer<typeof StepOfficers>;
