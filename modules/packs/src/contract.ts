// SPDX-License-Identifier: EUPL-1.2
/** What travels about gói thủ tục. Safe in browsers. */
import { z } from 'zod';

const Item = z.object({ kind: z.string(), key: z.string(), title: z.string() });

/** GET /api/packs */
export const PacksView = z.object({
  mayMake: z.boolean(), mayTrust: z.boolean(),
  installed: z.array(z.object({
    id: z.string(), name: z.string(), version: z.number().int().describe('counts installations here'), packVersion: z.number().int(), title: z.string(), signer: z.string(), decision: z.string(), validFrom: z.string(), by: z.string(), at: z.string(),
    items: z.array(Item.extend({ version: z.number().int() })), isNewest: z.boolean(),
  })),
  publishers: z.array(z.object({ id: z.string(), name: z.string(), decision: z.string(), addedBy: z.string(), addedAt: z.string(), endedAt: z.string().nullable() })),
});
export type PacksView = z.infer<typeof PacksView>;

/** GET /api/packs/candidates: what belongs to a procedure and is in force. */
export const PackCandidates = z.object({ items: z.array(Item) });
export type PackCandidates = z.infer<typeof PackCandidates>;

/** POST /api/packs: answers the file. */
export const PackMade = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/u, 'Tên tệp chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.'), title: z.string().trim().min(3).max(300), version: z.number().int().min(1).max(1_000_000),
  notes: z.string().trim().max(20_000), items: z.array(z.object({ kind: z.string().max(40), key: z.string().max(120) })).min(1).max(300),
});

export const PackProposed = z.object({ id: z.string().describe('the bản soạn to look at, submit and publish') });

/** GET /api/packs/proposals/:id */
export const PackView = z.object({
  name: z.string(), title: z.string(), version: z.number().int(), notes: z.string(), madeBy: z.string(), madeAt: z.string(),
  signature: z.object({ verdict: z.enum(['valid', 'indeterminate', 'invalid']), signer: z.string(), issuer: z.string(), reason: z.string() }),
  items: z.array(Item.extend({ kindLabel: z.string(), standing: z.enum(['new', 'changed', 'same', 'unknown']) })),
  tests: z.array(z.object({ kindLabel: z.string(), key: z.string(), name: z.string(), passed: z.boolean() })),
});
export type PackView = z.infer<typeof PackView>;

/** POST /api/packs/publishers */
export const PublisherAdded = z.object({ pem: z.string().min(1).max(20_000).describe('root certificate, PEM'), decision: z.string().trim().min(3).max(500) });
export const PublisherEntered = z.object({ id: z.string() });
