// SPDX-License-Identifier: EUPL-1.2
/** What travels about a vault (kho giấy tờ). Safe in browsers. Days and instants are ISO 8601 texts. */
import { z } from 'zod';

export const VaultState = z.enum(['in-force', 'expired', 'replaced', 'revoked']);
export type VaultState = z.infer<typeof VaultState>;
export const VaultOrigin = z.enum(['result', 'certified-copy', 'digitised', 'own-upload']);
export type VaultOrigin = z.infer<typeof VaultOrigin>;

/** What happened to a paper: replaced, revoked by the agency that issued it, called wrong by its owner. */
export const VaultChange = z.object({ type: z.enum(['replaced', 'revoked', 'disputed']), at: z.string(), who: z.string(), reason: z.string(), number: z.string().nullable().describe('of the decision that revokes') });

/** A paper of one's own vault. */
export const VaultPaper = z.object({
  id: z.uuid(), code: z.string(), kind: z.string(), name: z.string(), origin: VaultOrigin, state: VaultState, agencyName: z.string().nullable(), dossier: z.string().nullable().describe('code of the dossier it came from'), number: z.string().nullable(),
  issuedOn: z.string().nullable(), validUntil: z.string().nullable().describe('null: no end'), changes: z.array(VaultChange).describe('oldest first'), checkHref: z.string().nullable().describe('page that says whether it is genuine; null: it has no code'),
});
export type VaultPaper = z.infer<typeof VaultPaper>;

/** GET /api/my/vault: all of it, newest first. */
export const OwnVault = z.object({ papers: z.array(VaultPaper) });
export type OwnVault = z.infer<typeof OwnVault>;

/** POST /api/my/vault/:id/disputes: the owner says a paper is wrong. */
export const Dispute = z.object({ text: z.string().trim().min(5, 'Ghi rõ giấy sai ở đâu.').max(2000) });
