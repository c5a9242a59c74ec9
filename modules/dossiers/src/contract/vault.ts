// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { OpeningPurpose } from './openings.ts';

/** POST /api/dossiers/:code/revocation: the result counts no more, by which decision and why. */
export const Revocation = z.object({
  clientKey: z.uuid(), version: z.number().int().positive(), number: z.string().trim().min(1).max(100).describe('số quyết định thu hồi'), reason: z.string().trim().min(1).max(2000),
});

/** What an officer looked at somebody's data for. */
export const ViewPurpose = z.enum([...OpeningPurpose.options, 'intake', 'reuse']);
export type ViewPurpose = z.infer<typeof ViewPurpose>;

/** GET /api/my/viewers: who looked at my data and papers across everything, newest first. */
export const Viewers = z.object({
  viewers: z.array(z.object({
    at: z.string(), who: z.string(), agencyName: z.string().nullable(), what: z.enum(['dossier', 'person', 'vault', 'paper']), paper: z.string().nullable(), dossier: z.string().nullable().describe('code of the dossier it was for'), purpose: ViewPurpose,
  })),
});
export type Viewers = z.infer<typeof Viewers>;
