// SPDX-License-Identifier: EUPL-1.2
/** What travels about the archive. Safe in browsers. Days are ISO texts, instants ISO 8601. */
import { z } from 'zod';

const Agency = z.object({ code: z.string(), name: z.string() });
const Kept = z.object({ words: z.string(), until: z.string().nullable().describe('last day it is kept; null: for ever'), source: z.string(), unsure: z.string().nullable() });
const Signed = z.object({ by: z.string(), at: z.string() });
const Verdict = z.enum(['intact', 'repaired', 'broken']);
const dossierCode = z.string().trim().regex(/^[A-Z0-9][A-Z0-9.-]{1,59}$/u, 'Mã hồ sơ gồm chữ hoa không dấu, số, dấu chấm, gạch nối. Xem lại mã.');

/** Query of lists of one agency, or of all there are to see. */
export const AgencyQuery = z.object({ agency: z.string().max(60).optional() });

/** GET /api/archive/due */
export const DueQuery = AgencyQuery.extend({ months: z.coerce.number().int().min(0).max(1200).optional().describe('due within so many months; default 0, due today') });
export const DueForHandIn = z.object({
  today: z.string(), by: z.string(), agencies: z.array(Agency), mayHandIn: z.array(z.string()), noReceiver: z.array(z.string()).describe('agencies where nobody but the reader could receive what the reader gives'), more: z.boolean(),
  dossiers: z.array(z.object({ code: z.string(), procedure: z.string(), agency: z.string(), agencyName: z.string(), endedOn: z.string(), handInBy: z.string().nullable().describe('null: no rule was in force'), late: z.boolean(), kept: Kept.nullable() })),
});
export type DueForHandIn = z.infer<typeof DueForHandIn>;

/** POST /api/archive/batches: all or none. */
export const NewBatch = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(60), dossiers: z.array(dossierCode).min(1).max(50) });
export const BatchMade = z.object({ id: z.string(), number: z.string() });

const Batch = z.object({ id: z.string(), number: z.string(), agency: z.string(), agencyName: z.string(), given: Signed, received: Signed.nullable(), withdrawn: Signed.extend({ reason: z.string() }).nullable(), dossiers: z.number().int(), mayReceive: z.boolean(), mayWithdraw: z.boolean() });
/** GET /api/archive/batches, newest first. */
export const Batches = z.object({ batches: z.array(Batch) });
/** GET /api/archive/batches/:id */
export const BatchView = Batch.extend({
  items: z.array(z.object({ code: z.string(), procedure: z.string(), endedOn: z.string(), documents: z.number().int(), bytes: z.number(), sha256: z.string(), retention: z.string(), keptUntil: z.string().nullable(), check: z.object({ verdict: Verdict, text: z.string(), at: z.string() }).nullable(), destroyed: z.boolean() })),
});
export type BatchView = z.infer<typeof BatchView>;
/** POST /api/archive/batches/:id/withdrawal */
export const BatchWithdrawal = z.object({ reason: z.string().trim().min(5, 'Ghi vì sao rút biên bản, ít nhất 5 chữ.').max(1000) });
export const BatchReceived = z.object({ received: z.number().int() });

/** GET /api/archive/dossiers */
export const ArchiveQuery = AgencyQuery.extend({ find: z.string().trim().max(200).optional().describe('code, or part of the name of the procedure'), year: z.coerce.number().int().min(2000).max(2200).optional().describe('year it ended'), state: z.enum(['kept', 'over', 'destroyed']).optional(), after: z.string().max(60).optional().describe('`next` of the page before') });
export const ArchivedDossiers = z.object({
  agencies: z.array(Agency), thisYear: z.number().int(), mayOpen: z.boolean(), next: z.string().nullable(),
  dossiers: z.array(z.object({ code: z.string(), procedure: z.string(), agencyName: z.string(), endedOn: z.string(), retention: z.string(), keptUntil: z.string().nullable(), batch: z.object({ id: z.string(), number: z.string() }), state: z.enum(['waiting', 'kept', 'over', 'destroyed']).describe('waiting: not received yet; over: kept long enough'), decision: z.string().nullable() })),
});
export type ArchivedDossiers = z.infer<typeof ArchivedDossiers>;

export const ArchivePurpose = z.enum(['handling', 'supervision', 'applicant-asked', 'complaint']);
/** POST /api/archive/openings: nobody looks into a closed dossier without a purpose. */
export const NewArchiveOpening = z.object({ clientKey: z.uuid(), code: dossierCode, purpose: ArchivePurpose, reason: z.string().trim().min(5, 'Ghi lý do xem hồ sơ, ít nhất 5 chữ.').max(500) });
export const ArchiveOpened = z.object({ id: z.string() });
const Line = z.object({ no: z.number().int(), number: z.string(), day: z.string(), author: z.string(), abstract: z.string(), pages: z.number().int().nullable(), form: z.enum(['original', 'copy']), carrier: z.enum(['electronic', 'paper']) });
/** GET /api/archive/openings/:id */
export const ArchiveOpening = z.object({
  id: z.string(), code: z.string(), title: z.string(), agencyName: z.string(), endedOn: z.string(), kept: Kept, lines: z.array(Line), isArchived: z.boolean(),
  openings: z.array(z.object({ by: z.string(), at: z.string(), purpose: ArchivePurpose, reason: z.string() })),
});

/** POST /api/archive/checks: packages of an agency (null: all) read again, those longest unread first. */
export const NewCheck = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(60).nullable() });
export const CheckDone = z.object({ id: z.string(), checked: z.number().int(), repaired: z.number().int(), broken: z.number().int() });
/** GET /api/archive/checks */
export const ArchiveChecks = z.object({
  agencies: z.array(Agency), mayCheck: z.boolean(), mayCheckAll: z.boolean(), hasSecondCopy: z.boolean(),
  runs: z.array(z.object({ id: z.string(), agencyName: z.string().nullable(), who: Signed, checked: z.number().int(), repaired: z.number().int(), broken: z.number().int(), found: z.array(z.object({ code: z.string(), verdict: Verdict, text: z.string() })) })),
});

const Proposal = z.object({
  id: z.string(), agency: z.string(), agencyName: z.string(), noComplaint: z.string(), proposed: Signed, decided: Signed.extend({ number: z.string(), date: z.string() }).nullable(), refused: Signed.extend({ reason: z.string(), withdrawn: z.boolean() }).nullable(), mayDecide: z.boolean(), mayWithdraw: z.boolean(),
  dossiers: z.array(z.object({ code: z.string(), procedure: z.string(), keptUntil: z.string().nullable(), destroyedAt: z.string().nullable() })),
});
/** GET /api/archive/destructions */
export const Destructions = z.object({
  mayPropose: z.array(z.string()), agencies: z.array(Agency), proposals: z.array(Proposal),
  over: z.array(z.object({ code: z.string(), procedure: z.string(), agency: z.string(), agencyName: z.string(), endedOn: z.string(), keptUntil: z.string() })),
});
export type Destructions = z.infer<typeof Destructions>;
/** POST /api/archive/destructions */
export const NewDestruction = z.object({ clientKey: z.uuid(), agency: z.string().min(1).max(60), noComplaint: z.string().trim().min(10, 'Ghi đã tra khiếu nại, khởi kiện ở đâu, ngày nào.').max(1000), dossiers: z.array(dossierCode).min(1).max(500) });
/** POST /api/archive/destructions/:id/decision */
export const DestructionDecision = z.object({ number: z.string().trim().min(1, 'Ghi số quyết định.').max(100), date: z.iso.date() });
/** POST /api/archive/destructions/:id/refusal, /withdrawal */
export const DestructionRefusal = z.object({ reason: z.string().trim().min(5, 'Ghi vì sao không hủy.').max(1000) });
export const ArchiveDone = z.object({ id: z.string() });
