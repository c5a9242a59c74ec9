// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** What a browser or partner is told of a document. */
export const DocumentMetaContract = z.object({
  id: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  size: z.number().int().positive(),
  mediaType: z.string(),
  name: z.string(),
  purpose: z.string(),
  uploadedBy: z.string(),
  at: z.iso.datetime({ offset: true }),
});

/** What a browser or partner is told of a document. */
export type DocumentMetaContract = z.infer<typeof DocumentMetaContract>;

/** What a browser or partner is told of one signature of a file. */
export const SignatureVerdictContract = z.object({
  verdict: z.enum(['valid', 'untrusted', 'broken']),
  signer: z.string(),
  issuer: z.string(),
  signedAt: z.iso.datetime({ offset: true }).nullable(),
  reason: z.string(),
  coversWholeFile: z.boolean(),
  changesAfter: z.enum(['none', 'signatures-only', 'other']),
  explanation: z.string(),
});

/** What a browser or partner is told of one signature of a file. */
export type SignatureVerdictContract = z.infer<typeof SignatureVerdictContract>;
