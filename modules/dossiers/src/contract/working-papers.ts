// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';

/** What a paper made while the dossier is solved is: an opinion of appraisal, the answer of an asked agency, the minutes of a verification. */
export const workingKinds = ['appraisal-opinion', 'consultation-answer', 'check-minutes'] as const;
export const WorkingKind = z.enum(workingKinds);
export type WorkingKind = z.infer<typeof WorkingKind>;

/** Which paper is scanned. `about`: the consultation or the verification it belongs to; null for an opinion. */
export const WorkingSubject = z.object({ kind: WorkingKind, about: z.string().max(60).nullable() });
export type WorkingSubject = z.infer<typeof WorkingSubject>;

const text = (max: number, missing: string) => z.string().trim().min(1, missing).max(max);

/** POST /api/dossiers/:code/working-papers: an officer compared the scan of an opinion, an answer or minutes with the paper and signs it. */
export const WorkingPaperDigitised = ActBase.extend({
  scan: z.uuid(), pagesOnPaper: z.number().int().min(1).max(999), number: z.string().trim().min(1).max(100).nullable(), signedOn: z.iso.date(),
  author: text(300, 'Ghi ai ký giấy này.').describe('who signed the paper: person or agency'), content: text(2000, 'Ghi nội dung chính của giấy.').describe('what it says, confirmed by the officer'),
});

/** A paper made while the dossier was solved, digitised. Days and instants are ISO 8601 texts. */
export const WorkingPaper = z.object({
  no: z.number().int(), code: z.string(), kind: WorkingKind, about: z.string().nullable(), number: z.string().nullable(), signedOn: z.string(), author: z.string(), content: z.string(), pages: z.number().int(),
  file: z.object({ id: z.string(), name: z.string(), size: z.number().int() }), at: z.string(), who: z.string(),
});
export type WorkingPaper = z.infer<typeof WorkingPaper>;
