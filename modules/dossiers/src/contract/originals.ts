// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';

/** Where a paper may be: at a counter, on a shelf, with a unit, on its way between agencies, with the post, back with the applicant, kept for good with the dossier, or lost. */
export const originalPlaces = ['counter', 'shelf', 'unit', 'way', 'post', 'applicant', 'file', 'lost'] as const;
export const OriginalPlace = z.enum(originalPlaces);
export type OriginalPlace = z.infer<typeof OriginalPlace>;

/** POST /api/dossiers/:code/originals: papers are put somewhere else. Between agencies they go by a hand-over note, never by this. `nos` empty: all that are here. */
export const MoveOriginals = ActBase.extend({
  nos: z.array(z.number().int().positive()).max(300), place: OriginalPlace.exclude(['way']),
  detail: z.string().trim().max(300).nullable().describe('which shelf, which unit, number of the postal item, who took them back'), reason: z.string().trim().max(1000).nullable().describe('asked for a loss: what was looked for, and where'),
});

/** A paper handed in as it lies somewhere; `label` is its barcode. */
export const OriginalView = z.object({
  no: z.number().int(), name: z.string(), label: z.string(), place: OriginalPlace, agency: z.string(), agencyName: z.string(), detail: z.string().nullable(), since: z.string(), who: z.string(),
  last: z.object({ place: OriginalPlace, agencyName: z.string(), who: z.string() }).nullable().describe('where it was before, and who had put it there'),
});
export type OriginalView = z.infer<typeof OriginalView>;

/** Papers that went back to the applicant under a number, printed by `href`. `receivedBy`: who took them; `slip`: by which postal item they went. */
export const OriginalReturn = z.object({ number: z.string(), at: z.string(), who: z.string(), papers: z.array(z.string()), receivedBy: z.string().nullable(), slip: z.string().nullable(), href: z.string() });
export type OriginalReturn = z.infer<typeof OriginalReturn>;

/** Where the owner finds a paper handed in. */
export const KeptOriginal = z.object({ no: z.number().int(), name: z.string(), place: OriginalPlace, agencyName: z.string(), since: z.string() });

/** Why a paper cannot stay where it is: lost, on its way past its time, or its dossier ended and it neither went back nor is kept for good. */
export const originalGapKinds = ['lost', 'late-way', 'not-returned'] as const;
export const OriginalGapKind = z.enum(originalGapKinds);
export type OriginalGapKind = z.infer<typeof OriginalGapKind>;

/** GET /api/original-gaps: papers somebody must look for or give back, lost ones first. `keptDays`: how long after its end papers of a dossier may lie with an agency; null: no rule. */
export const OriginalGaps = z.object({
  keptDays: z.number().nullable(), more: z.boolean(),
  gaps: z.array(OriginalView.extend({ code: z.string(), kind: OriginalGapKind, until: z.string().nullable().describe('by when it should have come; of a dossier that ended, when it ended') })),
});
export type OriginalGaps = z.infer<typeof OriginalGaps>;

/** GET /api/originals?place=: what the agencies of the reader answer for, lost ones first. */
export const OriginalQuery = z.object({ place: OriginalPlace.optional() });
export const Originals = z.object({ counts: z.record(z.string(), z.number().int()), papers: z.array(OriginalView.extend({ code: z.string() })), more: z.boolean() });
export type Originals = z.infer<typeof Originals>;
