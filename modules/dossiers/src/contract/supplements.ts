// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Why a head lets a stage ask again, or ask after its window: kept in the ledger with who allowed it. */
export const SupplementOverride = z.object({ reason: text(1000) }).nullable().optional();
export type SupplementOverride = z.infer<typeof SupplementOverride>;

/** GET /api/supplement-reasons?procedure=: what is often missing, the procedure's own first. */
export const SupplementReasons = z.object({ reasons: z.array(z.object({ id: z.number().int(), what: z.string(), howToMend: z.string(), basis: z.string().nullable(), own: z.boolean() })) });

/** What the applicant says to one item of the request; `no` counts from 1. Files were sent before, with the same number. */
export const ItemAnswer = z.object({ no: z.number().int().min(1).max(50), text: z.string().trim().max(2000).nullable() });

const sheets = z.number().int().min(0).max(999);

/** What was handed in on paper for one item of the request; `no` counts from 1. */
export const ItemSheets = z.object({ no: z.number().int().min(1).max(50), originals: sheets, copies: sheets }).refine(({ originals, copies }) => originals + copies > 0, { error: 'Ghi số bản chính hoặc bản sao.' });

/** GET /api/my/dossiers/:code/files: what was sent for the open request and waits to be handed in with the answer; `item` null: for no single item. */
export const WaitingFiles = z.object({ files: z.array(z.object({ item: z.number().int().nullable(), id: z.uuid(), name: z.string(), size: z.number(), mediaType: z.string() })) });
export type WaitingFiles = z.infer<typeof WaitingFiles>;

/** How a request for supplements stands: what was asked, and what came to each item. */
export const SupplementRound = z.object({
  number: z.string(), stage: z.enum(['intake', 'appraisal']), askedAt: z.string(), who: z.string(), reason: z.string(), answerBy: z.string().nullable(), answeredAt: z.string().nullable(), note: z.string().nullable(),
  heldReason: z.string().nullable().describe('why papers the state holds were asked for all the same'),
  override: z.string().nullable().describe('why a head let it be asked though the law asks once, or in time'),
  items: z.array(z.object({ no: z.number().int(), what: z.string(), howToMend: z.string(), basis: z.string().nullable(), answer: z.string().nullable(), documents: z.array(z.string()).describe('ids of the files sent for it'),
    sheets: z.object({ originals: z.number().int(), copies: z.number().int() }).nullable().describe('handed in on paper at a counter'),
  })),
});

/** What binds an officer who would ask now. `windowUntil`: until when the law lets this stage ask; null: no such limit. */
export const SupplementRule = z.object({ stage: z.enum(['intake', 'appraisal']), asked: z.number().int(), windowUntil: z.string().nullable(), isLate: z.boolean(), mayOverride: z.boolean() });

/** POST /api/batch/closing: dossiers whose supplement did not come in time; each succeeds or fails by itself. */
export const BatchClosing = z.object({ clientKey: z.uuid(), items: z.array(z.object({ code: z.string().max(80), version: z.number().int() })).min(1).max(100) });
