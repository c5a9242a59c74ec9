// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** How a check of somebody's digital identity ended: he showed his account, was helped to open one, or does not want one now. */
export const IdentityCheckOutcome = z.enum(['shown', 'opened', 'declined']);

/**
 * GET /api/persons/:personalId/digital-identity: what is known here of a person's account (tài khoản định danh điện tử). `standing`: signed in here before,
 * came by the national portal, showed his account at a counter; `unknown`: this system has not seen one, which is not the same as there being none. `rule`: why it is asked.
 */
export const DigitalIdentity = z.object({
  standing: z.enum(['signed-in', 'filed-online', 'national-portal', 'seen-at-counter', 'unknown']), since: z.string().nullable(),
  last: z.object({ outcome: IdentityCheckOutcome, identityPaper: z.string(), by: z.string(), at: z.string() }).nullable(), rule: z.string(),
});
export type DigitalIdentity = z.infer<typeof DigitalIdentity>;

/** POST /api/persons/:personalId/digital-identity. `id`: made by the screen, the same again is written once. */
export const IdentityCheck = z.object({
  id: z.uuid(), agency: z.string().max(40).describe('the counter\'s own agency'), outcome: IdentityCheckOutcome,
  identityPaper: z.string().trim().min(3, 'Ghi giấy tùy thân đã xem.').max(200),
});
