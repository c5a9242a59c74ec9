// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const act = { clientKey: z.uuid(), version: z.number().int().positive() };

/** Thẩm tra, xác minh: papers or data compared, or a look at the place itself. */
export const CheckKind = z.enum(['papers', 'on-site']);

/** POST /api/dossiers/:code/checks: a check is set: when, where, who takes part, what is looked at. The applicant is told when he must attend. */
export const CheckPlan = z.object({ ...act, kind: CheckKind, heldAt: z.iso.datetime({ offset: true }), place: text(500), participants: text(2000), content: text(3000), applicantAttends: z.boolean() });
/** POST /api/dossiers/:code/checks/:id/minutes: what was found, as it was held. */
export const CheckMinutes = z.object({ ...act, heldAt: z.iso.datetime({ offset: true }), place: text(500), participants: text(2000), findings: text(5000), conclusion: text(2000) });

export const CheckView = z.object({
  id: z.string(), kind: CheckKind, plannedAt: z.string(), who: z.string(), heldAt: z.string(), place: z.string(), participants: z.string(), content: z.string(), applicantAttends: z.boolean(),
  minutes: z.object({ at: z.string(), who: z.string(), heldAt: z.string(), place: z.string(), participants: z.string(), findings: z.string(), conclusion: z.string(), number: z.string().nullable() }).nullable(),
});
export type CheckView = z.infer<typeof CheckView>;
