// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ActBase } from './acts.ts';

const Line = z.object({ code: z.string(), version: z.number().int(), procedure: z.string(), applicant: z.string(), count: z.number().int().describe('originals and copies together') });

/** GET /api/paper-hand-overs: papers to hand over, by the agency they go to; papers on their way here; instants are ISO 8601 texts. */
export const PaperHandOvers = z.object({
  mayHandOver: z.boolean(),
  toSend: z.array(z.object({
    from: z.string(), fromName: z.string(), to: z.string(), toName: z.string(),
    dossiers: z.array(Line.extend({ stay: z.number().int().describe('papers that were digitised and do not go'), receivedAt: z.string(), dueAt: z.string(), late: z.boolean(), sentBack: z.object({ number: z.string(), reason: z.string(), missing: z.array(z.string()) }).nullable() })),
  })),
  toReceive: z.array(Line.extend({ note: z.object({ id: z.string(), number: z.string() }), fromName: z.string(), sentAt: z.string(), late: z.boolean(), papers: z.array(z.object({ no: z.number().int(), name: z.string(), count: z.number().int() })) })),
  more: z.boolean().describe('more than one page of either'),
});
export type PaperHandOvers = z.infer<typeof PaperHandOvers>;

/** POST /api/paper-hand-overs: one note for the papers of these dossiers, all to one agency. `clientKey` becomes the note's id. */
export const HandOverPapers = z.object({ clientKey: z.uuid(), items: z.array(z.object({ code: z.string().max(80), version: z.number().int().positive() })).min(1).max(100) });
export const PapersHandedOver = z.object({ note: z.object({ id: z.string(), number: z.string() }).nullable().describe('null: none of them could be handed over'), unsigned: z.string().nullable().describe('why the slip was not signed; null: it was'), results: z.array(z.object({ code: z.string(), ok: z.boolean(), title: z.string().nullable() })) });
export type PapersHandedOver = z.infer<typeof PapersHandedOver>;

const Signed = z.object({ who: z.string(), at: z.string() }).nullable();
/** GET /api/paper-hand-overs/notes: the notes of the last thirty days at the reader's desks, newest first, and how each side confirmed. */
export const HandOverNotes = z.object({ notes: z.array(z.object({
  id: z.string(), number: z.string(), fromName: z.string(), toName: z.string(), at: z.string(), dossiers: z.number().int(), answered: z.number().int().describe('confirmed or sent back'), gaveBy: z.string(), tookBy: z.string().nullable(),
  giver: Signed.describe('who signed for the giver; null: nobody, the act confirms'), receiver: Signed, maySign: z.boolean(),
})) });
export type HandOverNotes = z.infer<typeof HandOverNotes>;
/** POST /api/paper-hand-overs/:id/signature */
export const HandOverSigned = z.object({ side: z.enum(['giver', 'receiver']) });

/** POST /api/dossiers/:code/papers-received */
export const ConfirmPapers = ActBase;
/** POST /api/dossiers/:code/papers-returned: `missing` are numbers of papers of the dossier. */
export const ReturnPapers = ActBase.extend({ reason: z.string().trim().min(1, 'Chưa ghi lý do.').max(1000), missing: z.array(z.number().int().positive()).max(300) });
