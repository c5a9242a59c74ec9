// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';
import { DeclineReason } from './parts.ts';

const text = (max: number) => z.string().trim().min(1, 'Chưa ghi.').max(max);

const Line = z.object({ code: z.string(), version: z.number().int(), procedure: z.object({ code: z.string(), name: z.string() }), applicant: z.string(), receivingName: z.string(), solving: z.string(), solvingName: z.string(), sentAt: z.string() });

/** GET /api/dossier-transfers: dossiers received outside their place: those to confirm here, and those that came back here; instants are ISO 8601 texts. */
export const DossierTransfers = z.object({
  toReceive: z.array(Line.extend({ answerBy: z.string().nullable(), late: z.boolean(), before: z.string().nullable().describe('why it was sent back before') })),
  cameBack: z.array(Line.extend({ why: DeclineReason, reason: z.string(), at: z.string(), by: z.string(), agencies: z.array(z.object({ code: z.string(), name: z.string() })).describe('agencies that solve it') })),
  more: z.boolean().describe('more than one page of either'),
});
export type DossierTransfers = z.infer<typeof DossierTransfers>;

/** POST /api/dossiers/:code/acknowledgement */
export const Acknowledgement = ActBase;
/** POST /api/dossiers/:code/decline */
export const Decline = ActBase.extend({ why: DeclineReason, reason: text(1000) });
/** POST /api/dossiers/:code/sending: sent again after it came back; `solvingAgency` null: to the same agency. */
export const Sending = ActBase.extend({ note: text(1000), solvingAgency: z.string().max(40).nullable() });
