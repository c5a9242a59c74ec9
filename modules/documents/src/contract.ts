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

/** Whether a file can be looked at page by page: a PDF or a picture. */
export const hasPages = (mediaType: string): boolean => mediaType === 'application/pdf' || mediaType.startsWith('image/');

/** What a browser or partner is told of one signature of a file. */
export const SignatureReportContract = z.object({
  kind: z.enum(['signature', 'timestamp']),
  verdict: z.enum(['valid', 'indeterminate', 'invalid']),
  integrity: z.enum(['intact', 'broken']),
  reason: z.string(),
  signer: z.string(),
  issuer: z.string(),
  path: z.array(z.string()),
  signedAt: z.iso.datetime({ offset: true }).nullable(),
  timeProof: z.enum(['timestamp', 'claimed', 'none']),
  stampUntil: z.iso.datetime({ offset: true }).nullable(),
  statedReason: z.string(),
  coversWholeFile: z.boolean(),
  changesAfter: z.enum(['none', 'signatures-only', 'form-filling', 'other']),
});

/** What a browser or partner is told of the signatures of a file: the file judged as its worst signature. */
export const DocumentReportContract = z.object({
  document: z.enum(['valid', 'indeterminate', 'invalid', 'unsigned']),
  reason: z.string(),
  signatures: z.array(SignatureReportContract),
});

/** What a browser or partner is told of the signatures of a file. */
export type DocumentReportContract = z.infer<typeof DocumentReportContract>;
