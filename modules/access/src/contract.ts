// SPDX-License-Identifier: EUPL-1.2
/** What travels about sign-in. Safe in browsers. The session is an HttpOnly cookie; unsafe requests must come from the same origin. */
import { z } from 'zod';

/** POST /api/session */
export const SignIn = z.object({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  code: z.string().regex(/^\d{6}$/u).describe('second factor: 6 digits of the authenticator app'),
});
export type SignIn = z.infer<typeof SignIn>;

export const Posting = z.object({ role: z.string(), agency: z.string(), agencyName: z.string(), unit: z.string().nullable(), insteadOf: z.object({ name: z.string(), until: z.string() }).optional().describe('the absent colleague whose post this is, till which day') });

/** GET /api/me */
export const Me = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visitor') }),
  z.object({ kind: z.literal('citizen'), id: z.string(), name: z.string(), personalId: z.string(), expiresAt: z.string() }),
  z.object({
    kind: z.literal('officer'), id: z.string(), name: z.string(), title: z.string(), postings: z.array(Posting),
    acts: z.array(z.string()).describe('acts granted somewhere: what navigation may show'), expiresAt: z.string(),
  }),
]);
export type Me = z.infer<typeof Me>;
