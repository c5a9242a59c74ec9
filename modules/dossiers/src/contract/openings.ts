// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What a paper of a dossier is opened for; nobody opens one without. */
export const OpeningPurpose = z.enum(['handling', 'supervision', 'applicant-asked', 'complaint']);
/** What a paper of a dossier is opened for. */
export type OpeningPurpose = z.infer<typeof OpeningPurpose>;

/** Who opened the papers of a dossier, newest first: what its owner is told. */
export const Openings = z.object({
  openings: z.array(z.object({ at: z.iso.datetime({ offset: true }), paper: z.string(), who: z.string(), agencyName: z.string().nullable(), purpose: OpeningPurpose })),
  checks: z.array(z.object({ paper: z.string(), number: z.string(), checks: z.number().int(), lastAt: z.iso.datetime({ offset: true }) })).describe('how often each paper of the dossier was checked by its code or file; who checked is not known'),
  copies: z.array(z.object({ paper: z.string(), copyNo: z.number().int(), forWhom: z.string(), who: z.string(), agencyName: z.string(), at: z.iso.datetime({ offset: true }) })).describe('copies printed of the papers of the dossier, newest first'),
});
/** Who opened the papers of a dossier. */
export type Openings = z.infer<typeof Openings>;

/** GET /api/dossiers/:code/documents/:id/pages: a file that is looked at page by page; `ratio`: width of its first page against its height. */
export const DocumentPages = z.object({ name: z.string(), pages: z.number().int(), ratio: z.number() });
export type DocumentPages = z.infer<typeof DocumentPages>;

/** GET …/pages/:no/words: the text layer of one page; empty for a picture. */
export const PageWords = z.object({ words: z.string() });
