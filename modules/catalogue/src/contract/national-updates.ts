// SPDX-License-Identifier: EUPL-1.2
/** What travels about updates from national data (cập nhật từ dữ liệu quốc gia). */
import { z } from 'zod';
import { mandatoryParts } from '../model.ts';

export const NationalKind = z.enum(['new', 'changed', 'gone']);
const Count = z.number().int();

const Row = z.object({
  id: z.string(), fileName: z.string(), isWhole: z.boolean().describe('the file was said to be the whole list'), by: z.string(), at: z.string(), lines: Count.describe('that hold a record'), same: Count,
  new: Count, changed: Count, gone: Count, unreadable: Count, open: Count.describe('procedures nobody has decided on'), approved: Count, rejected: Count,
});

/** GET /api/catalogue/national-updates: newest first. */
export const NationalUpdates = z.object({ updates: z.array(Row) });
export type NationalUpdates = z.infer<typeof NationalUpdates>;

/** POST /api/catalogue/national-updates */
export const NationalUpdateEntered = z.object({ id: z.string() });

/** GET /api/catalogue/national-updates/:id */
export const NationalUpdateView = Row.extend({ today: z.string(), mayDecide: z.boolean().describe('is not who uploaded'), mayNot: z.string().nullable().describe('why not') });
export type NationalUpdateView = z.infer<typeof NationalUpdateView>;

/** GET /api/catalogue/national-updates/:id/procedures */
export const NationalItems = z.object({
  items: z.array(z.object({
    code: z.string(), name: z.string(), kind: NationalKind, state: z.enum(['open', 'approved', 'rejected']), baseVersion: Count.nullable(), decision: z.object({ number: z.string(), date: z.string() }).nullable().describe('the one the record states'),
    missing: z.array(z.enum(mandatoryParts)).describe('mandatory parts the record lacks'), note: z.string().nullable(), version: Count.nullable(), decidedBy: z.string().nullable(), decidedAt: z.string().nullable(),
  })),
  next: z.string().nullable(),
});
export type NationalItems = z.infer<typeof NationalItems>;

/** GET /api/catalogue/national-updates/:id/unreadable */
export const NationalFaults = z.object({ faults: z.array(z.object({ line: Count, code: z.string().nullable(), reasons: z.array(z.string()) })), next: z.string().nullable() });
export type NationalFaults = z.infer<typeof NationalFaults>;

const chosen = { clientKey: z.uuid(), codes: z.array(z.string().min(1).max(60)).min(1).max(500) };

/** POST /api/catalogue/national-updates/:id/approval */
export const NationalApprovalAsked = z.object({
  ...chosen, validFrom: z.iso.date(), decision: z.object({ number: z.string().trim().min(1).max(100), date: z.iso.date() }).nullable().describe('for what is abolished, and for records that state none'),
});
/** POST /api/catalogue/national-updates/:id/rejection */
export const NationalRejectionAsked = z.object({ ...chosen, reason: z.string().trim().min(3).max(2000) });

const DecidedRow = z.object({ code: z.string(), ok: z.boolean(), version: Count.nullable(), text: z.string().nullable().describe('why not') });
export type DecidedRow = z.infer<typeof DecidedRow>;
export const NationalDecided = z.object({ results: z.array(DecidedRow) });
