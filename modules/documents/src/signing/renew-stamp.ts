// SPDX-License-Identifier: EUPL-1.2
import { readCms, timestampTokenOf } from '../validation/cms.ts';
import { signaturesOf } from '../validation/field-tree.ts';
import { readRevision } from '../validation/pdf-revision.ts';
import { signatureBytesOf } from '../validation/signature-bytes.ts';
import { withValidationData } from './long-term.ts';
import type { RevocationSource, TimestampAuthority } from './model.ts';
import { stampPdf } from './sign-pdf.ts';

/** Where time-stamps and revocation data come from. */
export type StampProofs = { readonly timestamps: TimestampAuthority; readonly revocation: RevocationSource };

type LastStamp = { readonly until: Temporal.Instant; readonly isOfWholeFile: boolean };

async function lastStampOf(pdf: Uint8Array): Promise<LastStamp | null> {
  const revision = await readRevision(pdf);
  for (const found of signaturesOf(revision).toReversed()) {
    const content = signatureBytesOf(pdf, revision, found);
    const cms = content === null ? null : readCms(content.signature);
    if (cms === null) continue;
    const isOfWholeFile = found.dict.toString().includes('/ETSI.RFC3161');
    const token = isOfWholeFile ? null : timestampTokenOf(cms);
    const stamp = isOfWholeFile ? cms : token === null ? null : readCms(token);
    if (stamp !== null) return { isOfWholeFile, until: Temporal.Instant.fromEpochMilliseconds(stamp.certificate.validToDate.getTime()) };
  }
  return null;
}

/** When the certificate under the outermost time-stamp of a PDF ends; null when it has no time-stamp, or is no PDF that can be read. */
export async function stampEnd(pdf: Uint8Array): Promise<Temporal.Instant | null> {
  try {
    return (await lastStampOf(pdf))?.until ?? null;
  } catch {
    return null;
  }
}

/**
 * Lays one more time-stamp over a whole file (gia hạn dấu thời gian), with what is needed to check those before; every earlier byte stays.
 *
 * @throws TimestampRefused, RevocationUnknown
 */
export async function withFurtherStamp(pdf: Uint8Array, { timestamps, revocation }: StampProofs, at: Temporal.Instant): Promise<Uint8Array> {
  const last = await lastStampOf(pdf);
  // Nobody answers for a certificate that is over: what is in the file must do.
  const isOver = last !== null && Temporal.Instant.compare(last.until, at) <= 0;
  const provable = isOver ? pdf : await withValidationData(pdf, revocation, last?.isOfWholeFile === true ? 'last' : 'all');
  return stampPdf(provable, timestamps, at);
}
