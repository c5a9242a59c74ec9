// SPDX-License-Identifier: EUPL-1.2
/** What travels about procedures between the server and those who keep the catalogue. */
import { z } from 'zod';
import { mandatoryParts } from '../model.ts';

const Standing = z.enum(['in-force', 'coming', 'over']);
const Part = z.enum(mandatoryParts);

/** GET /api/catalogue/procedures */
export const ControlQuery = z.object({
  q: z.string().max(300).optional(), field: z.string().max(60).optional(), level: z.string().max(40).optional(), standing: Standing.optional(),
  missing: z.union([Part, z.literal('any')]).optional().describe('a mandatory part that is not there, or any'), here: z.stringbool().optional().describe('only what an agency of this province handles'),
  after: z.string().max(60).optional(),
});
export const ControlRow = z.object({
  code: z.string(), name: z.string(), field: z.string().nullable(), version: z.number().int(), standing: Standing, validFrom: z.string(), validUntil: z.string().nullable(),
  missing: z.array(z.string()), agencies: z.number().int().describe('agencies that handle it here'), papers: z.number().int(),
});
export type ControlRow = z.infer<typeof ControlRow>;
export const ControlPage = z.object({ procedures: z.array(ControlRow), next: z.string().nullable(), incomplete: z.number().int().describe('procedures in force that lack a mandatory part') });

const Decision = z.object({ number: z.string().nullable(), date: z.string().nullable() });

/** GET /api/catalogue/procedures/:code */
export const ControlProcedure = z.object({
  code: z.string(), name: z.string(), field: z.string().nullable(), missing: z.array(z.string()), today: z.string(),
  versions: z.array(z.object({ version: z.number().int(), standing: Standing, validFrom: z.string(), validUntil: z.string().nullable(), decision: Decision, abolishedBy: z.string().nullable() })),
  companions: z.array(z.object({ kind: z.enum(['fees', 'guide', 'checklist']), version: z.number().int().nullable(), validFrom: z.string().nullable() })),
  handlings: z.array(z.object({ agency: z.string(), agencyName: z.string(), process: z.string(), eform: z.string(), unit: z.string().nullable(), resultSymbol: z.string(), validFrom: z.string(), standing: Standing })),
  mayEnterHandling: z.boolean(),
});
export type ControlProcedure = z.infer<typeof ControlProcedure>;

/** POST /api/catalogue/procedures/:code/handlings */
export const HandlingAsked = z.object({
  agency: z.string().trim().min(1, 'Chọn cơ quan.').max(40), process: z.string().trim().min(1, 'Chọn quy trình.').max(120), eform: z.string().trim().min(1, 'Chọn biểu mẫu.').max(120),
  unit: z.string().trim().max(60).nullable(), resultSymbol: z.string().trim().min(1, 'Ghi ký hiệu kết quả, ví dụ QĐ-UBND.').max(30), validFrom: z.iso.date(), document: z.string().trim().min(3, 'Ghi văn bản hoặc lý do.').max(500),
});
export const HandlingEntered = z.object({ agency: z.string(), validFrom: z.string() });

/** GET /api/catalogue/handling-choices */
export const HandlingChoices = z.object({ processes: z.array(z.object({ key: z.string(), name: z.string() })), eforms: z.array(z.object({ key: z.string(), title: z.string() })) });
