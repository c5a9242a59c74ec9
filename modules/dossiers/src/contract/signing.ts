// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { Approval, BatchForward, Issue, StepCompletion } from './acts.ts';
import { Digitised } from './digitising.ts';
import { Extension } from './lateness.ts';
import { Reissue } from './wishes.ts';
import { WorkingPaperDigitised } from './working-papers.ts';

export const KeyPlace = z.enum(['token', 'csc', 'phone']);

/** A means of signing: whose, where the key lies, what its certificate says. */
export const SigningMeansView = z.object({
  id: z.uuid(), officerName: z.string(), kind: KeyPlace, account: z.string(), certificateName: z.string(), validFrom: z.string(), validUntil: z.string(), enteredAt: z.string(), endedAt: z.string().nullable(),
  agency: z.string().nullable().describe('whose seal it makes; null: the officer’s own'), agencyName: z.string().nullable(),
  usable: z.boolean().describe('in use, in date, and this installation reaches its place'),
});
export type SigningMeansView = z.infer<typeof SigningMeansView>;

/** The key this installation keeps, by its certificate. */
const KeptKey = z.object({ certificateName: z.string(), validUntil: z.string() });

/** GET /api/my/signing-means */
export const OwnSigningMeans = z.object({
  here: KeptKey.nullable().describe('the key this installation keeps for the officer'),
  agencies: z.array(z.object({ code: z.string(), name: z.string(), here: KeptKey.nullable() })).describe('agencies whose seal the officer puts on, with the key kept here for it'),
  means: z.array(SigningMeansView), kinds: z.array(KeyPlace).describe('places this installation reaches'), last: z.uuid().nullable().describe('used last; null: the key kept here, or none yet'),
});
export type OwnSigningMeans = z.infer<typeof OwnSigningMeans>;

/** GET /api/signing-means?agency=: those of the officers who sign at an agency. */
export const SigningMeansList = z.object({ means: z.array(SigningMeansView) });

/** POST /api/my/signing-means */
export const NewSigningMeans = z.object({ kind: KeyPlace, account: z.string().trim().min(1).max(200).describe('name the key is asked for by: user of the service, identifier on the token'), agency: z.string().max(40).nullable().default(null).describe('whose seal it makes; null: the officer’s own') });

/** The key something is signed with that is not kept here. */
export const withKey = { means: z.uuid(), pin: z.string().max(64).nullable().describe('the signer’s own PIN, used once and kept nowhere') };

/** POST /api/dossiers/:code/signing: approval with a key that is not kept here. */
export const SigningBegun = Approval.extend(withKey);
/** POST /api/dossiers/:code/steps/:task/signing: a step whose initial is signed with such a key. */
export const InitialBegun = StepCompletion.extend(withKey);
/** POST /api/dossiers/:code/sealing: the seal, made with a key of the agency that is not kept here. */
export const SealingBegun = Issue.extend(withKey);
/** POST /api/batch/signing: many approvals, confirmed once. */
export const BatchSigningBegun = BatchForward.extend(withKey);

/** POST /api/dossiers/:code/extension-signing: form 04 signed with such a key. */
export const ExtensionBegun = Extension.extend(withKey);
/** POST /api/dossiers/:code/reissue-signing: a signed paper issued again. */
export const ReissueBegun = Reissue.extend(withKey);
/** POST /api/dossiers/:code/digitised-signing: a digitised paper without notes. */
export const DigitisedBegun = Digitised.extend(withKey);

/** POST /api/dossiers/:code/working-paper-signing: an opinion, an answer, minutes on paper. */
export const WorkingPaperBegun = WorkingPaperDigitised.extend(withKey);
/** POST /api/paper-hand-overs/:id/signing: the slip, by the side whose turn it is. */
export const SlipBegun = z.object(withKey);

/** GET /api/signings/:id. `code`: of the dossier, or the number of the slip. */
export const SigningStanding = z.object({
  id: z.uuid(), code: z.string(), kind: KeyPlace, state: z.enum(['waiting', 'keeping', 'done', 'failed', 'cancelled']), endsAt: z.string(), title: z.string().nullable(), detail: z.string().nullable(),
});
export type SigningStanding = z.infer<typeof SigningStanding>;

/** GET /api/signing-batches/:id */
export const SigningBatch = z.object({ signings: z.array(SigningStanding) });
export type SigningBatch = z.infer<typeof SigningBatch>;
