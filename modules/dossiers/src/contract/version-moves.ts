// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1, 'Chưa điền.').max(max);

/** GET /api/version-moves: processes with dossiers still running on an older version. */
export const VersionMoves = z.object({ processes: z.array(z.object({ key: z.string(), name: z.string(), newest: z.number().int(), running: z.number().int() })) });
export type VersionMoves = z.infer<typeof VersionMoves>;

/** GET /api/version-moves/preview?key=&to=: which dossiers would move, how their open steps map, and which are unsafe and why. Codes and steps, no content. */
export const MoveQuery = z.object({ key: z.string().max(200), to: z.coerce.number().int().positive().max(1_000_000) });
export const MovePreview = z.object({
  dossiers: z.array(z.object({
    code: z.string(), version: z.number().int(), fromVersion: z.number().int(), steps: z.array(z.object({ from: z.string(), to: z.string() })), safe: z.boolean(), faults: z.array(z.string()),
  })), more: z.boolean().describe('there are more than are shown; move these first'),
});
export type MovePreview = z.infer<typeof MovePreview>;

/** POST /api/version-moves: moves dossiers one by one; each succeeds or stays by itself. */
export const MoveVersions = z.object({
  clientKey: z.uuid(), to: z.number().int().positive().max(1_000_000), reason: text(1000), documentNumber: text(100),
  items: z.array(z.object({ code: z.string().max(80), version: z.number().int().positive() })).min(1).max(100),
});
