// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Approval } from './acts.ts';

export const KeyPlace = z.enum(['token', 'csc', 'phone']);

/** A means of signing: whose, where the key lies, what its certificate says. */
export const SigningMeansView = z.object({
  id: z.uuid(), officerName: z.string(), kind: KeyPlace, account: z.string(), certificateName: z.string(), validFrom: z.string(), validUntil: z.string(), enteredAt: z.string(), endedAt: z.string().nullable(),
  usable: z.boolean().describe('in use, in date, and this installation reaches its place'),
});
export type SigningMeansView = z.infer<typeof SigningMeansView>;

/** GET /api/my/signing-means */
export const OwnSigningMeans = z.object({
  here: z.object({ certificateName: z.string(), validUntil: z.string() }).nullable().describe('the key this installation keeps for the officer'),
  means: z.array(SigningMeansView), kinds: z.array(KeyPlace).describe('places this installation reaches'), last: z.uuid().nullable().describe('used last; null: the key kept here, or none yet'),
});
export type OwnSigningMeans = z.infer<typeof OwnSigningMeans>;

/** GET /api/signing-means?agency=: those of the officers who sign at an agency. */
export const SigningMeansList = z.object({ means: z.array(SigningMeansView) });

/** POST /api/my/signing-means */
export const NewSigningMeans = z.object({ kind: KeyPlace, account: z.string().trim().min(1).max(200).describe('name the key is asked for by: user of the service, identifier on the token') });

/** POST /api/dossiers/:code/signing: approval with a key that is not kept here. */
export const SigningBegun = Approval.extend({ means: z.uuid(), pin: z.string().max(64).nullable().describe('the signer’s own PIN, used once and kept nowhere') });

/** GET /api/signings/:id */
export const SigningStanding = z.object({
  id: z.uuid(), code: z.string(), kind: KeyPlace, state: z.enum(['waiting', 'keeping', 'done', 'failed', 'cancelled']), endsAt: z.string(), title: z.string().nullable(), detail: z.string().nullable(),
});
export type SigningStanding = z.infer<typeof SigningStanding>;
