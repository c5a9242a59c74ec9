// SPDX-License-Identifier: EUPL-1.2
import { VaultOrigin } from '@motcua/vault/contract';
import { z } from 'zod';
import { AnsweredPaper } from './parts.ts';

/** A component that a paper of the vault stands for. */
export const ReuseChoice = z.object({ paperNo: z.number().int().min(1).max(999), entry: z.uuid() });
export type ReuseChoice = z.infer<typeof ReuseChoice>;

/** A component nobody need hand in: the state holds such a paper in force. */
export const ReuseOffer = ReuseChoice.extend({ paperName: z.string(), name: z.string(), code: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable(), validUntil: z.string().nullable(), agencyName: z.string().nullable(), origin: VaultOrigin });
export type ReuseOffer = z.infer<typeof ReuseOffer>;

/** A component nobody hands in: a register answered in its place. */
export const AnsweredOffer = AnsweredPaper.extend({ register: AnsweredPaper.shape.register.exclude(['form']), paperNo: z.number().int(), paperName: z.string() });
export type AnsweredOffer = z.infer<typeof AnsweredOffer>;

/** GET /api/drafts/:id/held-papers: what of the draft's papers the state already holds, and what a register answered. `rule`: why it need not be asked. */
export const ReuseOffers = z.object({ offers: z.array(ReuseOffer), answered: z.array(AnsweredOffer), rule: z.string() });
export type ReuseOffers = z.infer<typeof ReuseOffers>;

/** POST /api/vault-consents: the person at the counter showed a paper of identity and lets his vault be looked into for one procedure. */
export const VaultLook = z.object({
  kind: z.enum(['person', 'organisation']), personalId: z.string().trim().regex(/^(\d{12}|\d{10}(-\d{3})?)$/u, 'Số định danh có 12 chữ số (tổ chức: 10 chữ số).'), procedure: z.string().max(60), circumstance: z.string().max(1000).nullable(), agency: z.string().max(40).describe('the counter\'s own agency'),
  identityPaper: z.string().trim().min(3, 'Ghi giấy tùy thân đã xem.').max(200),
});
export const VaultLooked = ReuseOffers.extend({ consent: z.uuid() });
export type VaultLooked = z.infer<typeof VaultLooked>;

/** What an intake takes from the vault under which consent. */
export const CounterReuse = z.object({ consent: z.uuid(), papers: z.array(ReuseChoice).max(100) });

/** How the owner let his vault be used, as the ledger keeps it. */
export const ReuseConsent = z.object({ way: z.enum(['signed-in', 'counter']), at: z.string(), by: z.string(), identityPaper: z.string().nullable(), purpose: z.string() });
export type ReuseConsent = z.infer<typeof ReuseConsent>;

const Day = z.iso.date();
/** GET /api/figures/reuse: papers not asked for because the state held them or the e-form is them, counted from the ledger; each line opens its dossiers. */
export const ReuseFiguresAsked = z.object({ from: Day.optional(), to: Day.optional() });
export const ReuseFigures = z.object({
  from: z.string(), to: z.string(), asOf: z.string(), notAsked: z.number().int(), byForm: z.number().int().describe('of them: those the e-form is'), dossiers: z.number().int(),
  lines: z.array(z.object({ agency: z.string(), agencyName: z.string(), procedure: z.string(), procedureName: z.string(), notAsked: z.number().int(), byForm: z.number().int(), codes: z.array(z.string()) })),
});
export type ReuseFigures = z.infer<typeof ReuseFigures>;
