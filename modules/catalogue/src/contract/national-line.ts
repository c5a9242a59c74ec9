// SPDX-License-Identifier: EUPL-1.2
/** What travels about the live line to the national database of procedures. */
import { z } from 'zod';

const Count = z.number().int();

const Round = z.object({
  by: z.string(), startedAt: z.string(), endedAt: z.string().nullable().describe('null: it is going on'), listed: Count, fetched: Count, failed: Count, updateId: z.string().nullable(), fault: z.string().nullable(),
});

const ComparedPart = z.enum(['name', 'field', 'steps', 'methods', 'papers', 'executingAgencies', 'results', 'legalBases', 'conditions']);

/** GET /api/catalogue/national-line */
export const NationalLineState = z.object({
  isJoined: z.boolean().describe('false: no account is set, nothing is asked or sent'),
  askedAt: z.string().nullable().describe('last time the line answered to the end'), silentDays: Count.nullable().describe('whole days without an answer, when that is too long'),
  waiting: Count.describe('procedures named and not fetched yet'), rounds: z.array(Round),
  failed: z.array(z.object({ code: z.string(), name: z.string(), fault: z.string(), at: z.string() })),
  outbox: z.array(z.object({ id: z.string(), kind: z.enum(['published', 'abolished']), code: z.string(), version: Count, name: z.string(), state: z.enum(['waiting', 'refused']), tries: Count, nextAt: z.string(), fault: z.string().nullable() })).describe('not taken there yet'),
  sent: Count, differing: z.array(z.object({ code: z.string(), name: z.string(), version: Count.nullable(), parts: z.array(ComparedPart), state: z.enum(['differs', 'only-there', 'ended-there']) })), differingCount: Count, compared: Count,
});
export type NationalLineState = z.infer<typeof NationalLineState>;

/** POST /api/catalogue/national-line/rounds */
export const NationalRoundDone = z.object({ listed: Count, fetched: Count, failed: Count, updateId: z.string().nullable(), fault: z.string().nullable() });
export type NationalRoundDone = z.infer<typeof NationalRoundDone>;
