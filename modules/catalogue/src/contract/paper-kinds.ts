// SPDX-License-Identifier: EUPL-1.2
/** What travels about the standard list of papers (danh mục giấy tờ chuẩn). */
import { z } from 'zod';

/** A kind of paper: its code is the second half of the code of a digitised paper, `<owner id>.<paper type>`. */
export const PaperKind = z.object({
  code: z.string(), name: z.string(), aliases: z.array(z.string()), issuingBody: z.string().nullable(), heldIn: z.string().nullable().describe('database of the state that holds it already'),
  validMonths: z.number().int().nullable().describe('null: no end'), procedure: z.string().nullable().describe('code of the procedure that issues it'), retired: z.boolean(),
});
export type PaperKind = z.infer<typeof PaperKind>;

/** GET /api/paper-kinds */
export const PaperKinds = z.object({ mayEnter: z.boolean(), kinds: z.array(PaperKind.extend({ version: z.number().int(), source: z.string(), by: z.string().nullable(), components: z.number().int().describe('components of procedures confirmed to be it') })) });
export type PaperKinds = z.infer<typeof PaperKinds>;

/** PUT /api/paper-kinds/:code; `version` 0: a new one. */
export const PaperKindSaved = z.object({
  version: z.number().int().min(0).max(1_000_000).describe('the one that was seen'), name: z.string().trim().min(3).max(500), aliases: z.array(z.string().trim().min(2).max(300)).max(40), issuingBody: z.string().trim().max(300).nullable(),
  heldIn: z.string().trim().max(300).nullable(), validMonths: z.number().int().min(1).max(1200).nullable(), procedure: z.string().trim().max(60).nullable(), retired: z.boolean(), source: z.string().trim().min(3).max(500),
});
export const PaperKindStored = z.object({ code: z.string(), version: z.number().int() });

/** GET /api/catalogue/procedures/:code/component-kinds: the components of the newest version, each once. */
export const ComponentKinds = z.object({
  mayConfirm: z.boolean(), kinds: z.array(z.object({ code: z.string(), name: z.string() })),
  components: z.array(z.object({
    name: z.string(), confirmed: z.object({ kind: z.string().nullable().describe('null: no kind of the list'), kindName: z.string().nullable(), by: z.string() }).nullable(), proposed: z.object({ kind: z.string(), kindName: z.string(), sure: z.boolean().describe('called nothing but that; else it is confirmed by itself, never with the others') }).nullable(),
    heldIn: z.string().nullable(),
  })),
});
export type ComponentKinds = z.infer<typeof ComponentKinds>;

/** POST /api/catalogue/procedures/:code/component-kinds */
export const ComponentsConfirmed = z.object({ components: z.array(z.object({ name: z.string().min(1).max(4000), kind: z.string().max(60).nullable() })).min(1).max(500) });
export const ConfirmedCount = z.object({ confirmed: z.number().int() });
