// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** POST /api/paper-checks: the code on a paper (the text of its QR code, with or without the address before it), or the SHA-256 of a file. */
export const CheckPaper = z.union([
  z.object({ code: z.string().trim().min(1).max(2000) }),
  z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
]);
/** What is checked. */
export type CheckPaper = z.infer<typeof CheckPaper>;

/** What a check comes to. */
export const CheckVerdict = z.enum(['genuine', 'replaced', 'revoked', 'mismatch']);
/** What a check comes to. */
export type CheckVerdict = z.infer<typeof CheckVerdict>;

/** The answer of a check: the least that tells a real paper from a false one, all of it printed on the paper itself. */
export const CheckedPaper = z.object({ verdict: CheckVerdict, paper: z.string().nullable(), facts: z.array(z.object({ term: z.string(), value: z.string() })), at: z.iso.datetime({ offset: true }) });
/** The answer of a check. */
export type CheckedPaper = z.infer<typeof CheckedPaper>;

/** GET /api/paper-checks/keys: what a browser keeps to check codes without a line to us. */
export const CheckKeys = z.object({
  takenAt: z.iso.datetime({ offset: true }), owner: z.string(), hotline: z.string(),
  keys: z.array(z.string()).describe('Ed25519 public keys, 32 bytes base64url, newest first'),
  papers: z.record(z.string(), z.string()).describe('what each kind of paper is called'), terms: z.record(z.string(), z.string()).describe('what each fact of a code is called'),
});
/** What a browser keeps to check codes without a line to us. */
export type CheckKeys = z.infer<typeof CheckKeys>;

/** What stands out about the checks of one paper: many within a day, or somebody still shows one that counts no more. */
export const CheckAlarm = z.enum(['many', 'counts-no-more']);
/** What stands out about the checks of one paper. */
export type CheckAlarm = z.infer<typeof CheckAlarm>;

/** GET /api/paper-checks: papers of an officer's agencies that were checked within the last `days`, what stands out first. Who checked is not known to anybody. */
export const PaperChecks = z.object({
  asOf: z.iso.datetime({ offset: true }), days: z.number().int(), unmatched: z.number().int().describe('checks that matched no paper of this system, of the whole province'),
  lines: z.array(z.object({
    code: z.string(), paper: z.string(), number: z.string(), checks: z.number().int(), lastDay: z.number().int().describe('within the last 24 hours'),
    countsNoMore: z.number().int().describe('checks after it was replaced or revoked'), lastAt: z.iso.datetime({ offset: true }), alarm: CheckAlarm.nullable(),
  })),
});
/** Papers that were checked. */
export type PaperChecks = z.infer<typeof PaperChecks>;
