// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { digitisingClasses } from '../rules/must-digitise.ts';
import { ActBase } from './acts.ts';
import { FileAdvice } from './file-advice.ts';
import { WorkingKind, WorkingSubject } from './working-papers.ts';

/** Why a paper is digitised. */
export const DigitisingClass = z.enum(digitisingClasses);
export type DigitisingClass = z.infer<typeof DigitisingClass>;

/** POST /api/dossiers/:code/scans: begins to digitise one component of the dossier, or one paper made while it was solved. */
export const NewScan = z.union([z.object({ paperNo: z.number().int().positive() }), z.object({ working: WorkingSubject })]);

/** What is doubtful about a scanned page: fewer dots than asked for, words hard to read, nothing read at all. */
export const ScanDoubt = z.enum(['too-few-dots', 'hard-to-read', 'nothing-read']);
/** What is doubtful about a scanned page. */
export type ScanDoubt = z.infer<typeof ScanDoubt>;

/** A scanned page as the officer compares it with the paper. `sure`: 0–100, how sure the reader was on average. */
export const ScanPage = z.object({ page: z.number().int().describe('its place now'), no: z.number().int().describe('its number as it was scanned, which names its picture'), dpi: z.number().int(), turned: z.number().describe('degrees it was turned by'), words: z.number().int(), sure: z.number().int(), doubts: z.array(ScanDoubt), text: z.string() });

/** A value proposed from what was read; a person confirms it. */
export const ScanValue = z.object({ name: z.string().trim().min(1).max(80), value: z.string().trim().min(1).max(300) });

const ScanKind = z.object({ code: z.string(), name: z.string(), validMonths: z.number().int().nullable().describe('months it is good for: then one of its days must be said; null: no end') });

/** PUT /api/dossiers/:code/scans/:id/order: pages that are kept, by their numbers as scanned, in the order they are signed in. */
export const ScanOrder = z.object({ pages: z.array(z.number().int().positive()).min(1, 'Giữ ít nhất một trang.').max(999) });

/** GET /api/dossiers/:code/scans/:id. `kind`: of the standard list, as the component was confirmed to be. */
export const Scan = z.object({
  id: z.uuid(), paperNo: z.number().int().nullable(), paperName: z.string(), pages: z.array(ScanPage), values: z.array(ScanValue).describe('proposed, not confirmed'), advice: FileAdvice.shape.advice.describe('what to look at again; decides nothing'),
  kind: ScanKind.nullable(), kinds: z.array(ScanKind).describe('to choose from when the component has no kind yet'),
  code: z.string().nullable().describe('<owner id>.<paper kind>'), leastDpi: z.number().int(),
  pageVnd: z.number().int().describe('fee for one page when its owner asks; 0: none'), mustBe: DigitisingClass.nullable().describe('why it must be digitised; null: it need not'),
});
/** A paper being digitised. */
export type Scan = z.infer<typeof Scan>;

const Day = z.iso.date().nullable();
/** What a digitised paper says of itself; decides till when it counts in the vault. */
export const AboutPaper = z.object({
  number: z.string().trim().min(1).max(100).nullable(), issuer: z.string().trim().min(1).max(300).nullable().describe('who issued it'), issuedOn: Day, validUntil: Day.describe('last day it counts; null: what its kind says'),
});

/** POST /api/dossiers/:code/digitised: the officer compared the scan with the paper and signs it. A paper that bears notes is scanned twice: without and with them. */
export const Digitised = ActBase.extend({
  scan: z.uuid(), pagesOnPaper: z.number().int().min(1).max(999), kind: z.string().trim().max(60).nullable().describe('chosen when the component has none'),
  bearsNotes: z.boolean(), withNotes: z.uuid().nullable().describe('the second scan, of the paper with its notes'), values: z.array(ScanValue).max(40), about: AboutPaper,
  onRequest: z.object({ receiptNumber: z.string().trim().min(1).max(60).nullable().describe('of the fee taken; null: no fee is due') }).nullable().describe('its owner asked; null: it must be digitised or the agency needs it'),
});

/** A paper of a dossier that must be digitised, why, by which rule, and whether it is. */
export const PaperToDigitise = z.object({ no: z.number().int(), class: DigitisingClass, basis: z.string(), isDone: z.boolean() });
export type PaperToDigitise = z.infer<typeof PaperToDigitise>;

/** GET /api/procedures/:code/digitising: the components of today's version that must be digitised when handed in on paper. */
export const DigitisingDuties = z.object({ papers: z.array(z.object({ name: z.string(), class: DigitisingClass, basis: z.string() })) });

/** GET /api/figures/digitising: of this year's acceptances, papers that must be digitised and those that are; `left`: codes of dossiers with some still on paper. */
export const DigitisingFigures = z.object({
  from: z.string(), asOf: z.string(), must: z.number().int(), done: z.number().int(),
  classes: z.array(z.object({ class: z.enum([...digitisingClasses, 'own-result']).describe('own-result: the result of the dossier itself, which is digital when it was signed here'), must: z.number().int(), done: z.number().int() })),
  working: z.array(z.object({ kind: WorkingKind, count: z.number().int() })).describe('opinions, answers and minutes on paper digitised this year'),
  backFiles: z.number().int().describe('old papers digitised this year in batches, without a dossier'),
  lines: z.array(z.object({ agency: z.string(), agencyName: z.string(), must: z.number().int(), done: z.number().int(), left: z.array(z.string()) })),
});
export type DigitisingFigures = z.infer<typeof DigitisingFigures>;
