// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1, 'Chưa điền.').max(max);
const Version = z.number().int().positive().max(1_000_000);

/** The parts of a procedure a move is looked at by. */
export const MovedPart = z.enum(['papers', 'circumstance', 'limit', 'fee', 'form', 'agency', 'dossier']);
export type MovedPart = z.infer<typeof MovedPart>;

/** GET /api/procedure-moves: procedures in force in a newer version than open dossiers have. */
export const ProcedureMoves = z.object({ procedures: z.array(z.object({ code: z.string(), name: z.string(), newest: z.number().int(), running: z.number().int() })) });
export type ProcedureMoves = z.infer<typeof ProcedureMoves>;

/** GET /api/procedure-moves/preview?code=&to=: what changes for each dossier, part by part, and why one must stay. Codes and terms, no content. */
export const ProcedureMoveQuery = z.object({ code: z.string().max(60), to: z.coerce.number().int().positive().max(1_000_000) });
export const ProcedureMovePreview = z.object({
  dossiers: z.array(z.object({
    code: z.string(), version: z.number().int(), fromVersion: z.number().int(), safe: z.boolean(),
    changes: z.array(z.object({ part: MovedPart, before: z.string(), after: z.string() })), faults: z.array(z.string()),
    owedAt: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
  })), more: z.boolean().describe('there are more than are shown; move these first'),
});
export type ProcedureMovePreview = z.infer<typeof ProcedureMovePreview>;

/** POST /api/procedure-moves: moves dossiers one by one; each succeeds or stays by itself. */
export const MoveProcedures = z.object({
  clientKey: z.uuid(), to: Version, reason: text(1000), documentNumber: text(100), items: z.array(z.object({ code: z.string().max(80), version: z.number().int().positive() })).min(1).max(100),
});
