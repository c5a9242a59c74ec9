// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { PaperNames } from './parts.ts';

/** The papers a copy may be printed of: those that leave the office. */
export const copiedPapers = ['receipt', 'supplement-request', 'refusal', 'stop-notice', 'extension', 'result'] as const;
/** A paper a copy may be printed of. */
export const CopiedPaper = PaperNames.extract(copiedPapers);
/** A paper a copy may be printed of. */
export type CopiedPaper = z.infer<typeof CopiedPaper>;

const sheets = z.string().trim().max(400);
const words = z.string().trim().min(1).max(300);

/** POST /api/dossiers/:code/copies: a copy is printed. `sheets`: numbers of the security sheets as they stand on them, asked for where the paper needs it. */
export const PrintCopy = z.object({ clientKey: z.uuid(), paper: CopiedPaper, reason: words, forWhom: words, sheets: sheets.describe('«AB 0000017», several parted by commas; empty: ordinary paper') });
/** What is asked for a copy. */
export type PrintCopy = z.infer<typeof PrintCopy>;

/** A copy that was printed; `spoiled`: a sheet of it was, it counts no more. */
export const CopyView = z.object({
  id: z.uuid(), code: z.string(), paper: z.string(), number: z.string(), copyNo: z.number().int(), reason: z.string(), forWhom: z.string(), agency: z.string(), agencyName: z.string(), who: z.string(), at: z.iso.datetime({ offset: true }),
  sheets: z.array(z.string()), spoiled: z.boolean(), href: z.string().describe('the copy as PDF'),
});
/** A copy that was printed. */
export type CopyView = z.infer<typeof CopyView>;

/** What an officer may print of a dossier now: the number the copy gets, whether numbered sheets are needed, and the sheets he holds. */
export const CopyOffer = z.object({ paper: CopiedPaper, title: z.string(), number: z.string(), nextNo: z.number().int(), needsSheets: z.boolean(), basis: z.string().nullable() });
/** GET /api/dossiers/:code/copies: copies printed so far, newest first, and what may be printed. */
export const DossierCopies = z.object({ copies: z.array(CopyView), offers: z.array(CopyOffer), inHand: z.array(z.string()).describe('numbered sheets the reader may print on, as runs') });
/** Copies of a dossier. */
export type DossierCopies = z.infer<typeof DossierCopies>;

/** GET /api/printed-copies?after=: copies the agencies of the reader printed, newest first. */
export const CopyQuery = z.object({ after: z.string().max(100).optional() });
/** Copies of agencies. */
export const PrintedCopies = z.object({ copies: z.array(CopyView), next: z.string().nullable() });
/** Copies of agencies. */
export type PrintedCopies = z.infer<typeof PrintedCopies>;

/** The account of one series at one agency: received = used + spoiled + left, left = in the store + with officers. */
export const SheetAccount = z.object({
  agency: z.string(), agencyName: z.string(), series: z.string(), received: z.number().int(), used: z.number().int(), spoiled: z.number().int(), left: z.number().int(), store: z.array(z.string()).describe('runs left in the store'),
  holders: z.array(z.object({ name: z.string(), runs: z.array(z.string()), count: z.number().int() })),
  counted: z.object({ at: z.iso.datetime({ offset: true }), who: z.string(), expected: z.number().int(), counted: z.number().int(), note: z.string().nullable() }).nullable().describe('when the sheets were last counted by hand'),
});
/** The account of one series. */
export type SheetAccount = z.infer<typeof SheetAccount>;

/** What happened to numbered sheets: received, given to an officer or back to the store, used, spoiled, counted. */
export const SheetLine = z.object({ at: z.iso.datetime({ offset: true }), kind: z.enum(['received', 'given', 'back', 'used', 'spoiled', 'counted']), sheets: z.string(), count: z.number().int(), who: z.string(), about: z.string() });
/** GET /api/security-sheets: accounts, the newest lines of the log, and where the reader keeps the store, with the officers sheets may be given to. */
export const SecuritySheets = z.object({ accounts: z.array(SheetAccount), lines: z.array(SheetLine), stores: z.array(z.object({ agency: z.string(), name: z.string(), officers: z.array(z.object({ id: z.string(), name: z.string() })) })) });
/** Accounts of numbered sheets. */
export type SecuritySheets = z.infer<typeof SecuritySheets>;

const Kept = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(40), sheets: sheets.min(1) });
/** POST /api/security-sheets/deliveries: sheets came to the agency. `document`: the note they came by. */
export const SheetsDelivered = Kept.extend({ document: words });
/** POST /api/security-sheets/hand-outs: sheets go to an officer, or back to the store. */
export const SheetsHandedOut = Kept.extend({ to: z.string().max(60).nullable().describe('an officer; null: back to the store') });
/** POST /api/security-sheets/spoilage: sheets are spoiled, torn or lost; a copy printed on one counts no more. */
export const SheetsSpoiled = Kept.omit({ clientKey: true }).extend({ reason: words });
/** POST /api/security-sheets/counts: the sheets of a series left were counted by hand; `note` says why when it differs. */
export const SheetsCounted = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(40), series: z.string().trim().min(1).max(10), counted: z.number().int().min(0).max(1_000_000), note: z.string().trim().max(500).nullable() });
/** What a line about sheets answers: how many it was about. */
export const SheetsDone = z.object({ count: z.number().int() });
/** What a line about sheets answers. */
export type SheetsDone = z.infer<typeof SheetsDone>;

/** GET /api/security-sheets/reconciliation?agency=&from=&to=: the reconciliation of a period as PDF; days are inclusive, ISO 8601. */
export const ReconciliationQuery = z.object({ agency: z.string().min(1).max(40), from: z.iso.date(), to: z.iso.date() });
/** Which reconciliation. */
export type ReconciliationQuery = z.infer<typeof ReconciliationQuery>;
