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

/** The lists in which officers see whose dossiers there are. */
export const SeenList = z.enum(['work', 'search', 'figures', 'owed', 'book', 'transfers', 'papers', 'post', 'copies']);
export type SeenList = z.infer<typeof SeenList>;

/** GET /api/my/viewers: who looked at my data and papers across everything, newest first. */
export const Viewers = z.object({
  viewers: z.array(z.object({
    at: z.string(), who: z.string(), agencyName: z.string().nullable(), what: z.enum(['dossier', 'person', 'vault', 'paper', 'list']), list: SeenList.nullable().describe('the list it was seen in; one line an officer, dossier, list and day'), paper: z.string().nullable(), dossier: z.string().nullable().describe('code of the dossier it was for'), purpose: ViewPurpose,
  })),
});
export type Viewers = z.infer<typeof Viewers>;
