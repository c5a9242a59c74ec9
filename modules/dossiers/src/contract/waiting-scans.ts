// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** A file of a station's scanner that waits for its paper. `fault`: it could not be read and lies in the folder «hong» of the station. */
export const WaitingScan = z.object({
  id: z.uuid(), agency: z.string(), agencyName: z.string(), station: z.string(), fileName: z.string(), at: z.string(), pages: z.number().int(), fault: z.enum(['unreadable', 'too-large', 'infected']).nullable(),
  named: z.object({ code: z.string(), paperNo: z.number().int() }).nullable().describe('the label of a paper in the file\'s name'),
});
export type WaitingScan = z.infer<typeof WaitingScan>;

/** GET /api/waiting-scans: of the agencies one digitises for, oldest first, at most 200. */
export const WaitingScans = z.object({ scans: z.array(WaitingScan), more: z.boolean() });
export type WaitingScans = z.infer<typeof WaitingScans>;

/** POST /api/waiting-scans/:id/assignment: the pages become a scan of this paper, to be compared and signed there. */
export const ScanAssignment = z.object({ code: z.string().trim().min(1).max(60), paperNo: z.number().int().min(1).max(999) });
export const ScanAssigned = z.object({ code: z.string(), paperNo: z.number().int(), scan: z.uuid() });

/** POST /api/waiting-scans/:id/removal */
export const ScanRemoval = z.object({ reason: z.string().trim().min(3, 'Ghi lý do bỏ bản quét.').max(500) });
