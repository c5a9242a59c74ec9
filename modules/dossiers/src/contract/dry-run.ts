// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const DryRunLine = z.object({
  kind: z.string(), key: z.string(), title: z.string(), looked: z.number().int().describe('dossiers tried'),
  control: z.number().int().nullable().describe('of them, how many fit the version they really lived under: the error of the trial itself; null where there is nothing to walk'),
  same: z.number().int().describe('that meet nothing new'), findings: z.array(z.object({ text: z.string(), dossiers: z.number().int(), examples: z.array(z.string()) })),
});
export type DryRunLine = z.infer<typeof DryRunLine>;

/** GET /api/proposals/:id/dry-run */
export const DryRun = z.object({ lines: z.array(DryRunLine) });
export type DryRun = z.infer<typeof DryRun>;
