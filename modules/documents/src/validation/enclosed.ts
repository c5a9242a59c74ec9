// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import { PDFRawStream } from '@cantoo/pdf-lib';
import { dictOf, listOf, resolve, type Revision } from './pdf-revision.ts';
import { unpacked } from './pdf-tables.ts';
import type { RevocationData } from './revocation.ts';

/** What lies in the file to check its signatures later (DSS): certificates and revocation data. */
export type Enclosed = RevocationData & { readonly certificates: readonly X509Certificate[] };

/** Reads the DSS of a file; what cannot be read is not there. */
export function enclosedIn(revision: Revision): Enclosed {
  const dss = dictOf(revision, dictOf(revision, revision.trailer, 'Root'), 'DSS');
  const contents = (key: string): readonly Uint8Array[] => listOf(revision, dss, key).flatMap((item) => {
    const stream = resolve(revision, item);
    try {
      return stream instanceof PDFRawStream ? [unpacked(stream)] : [];
    } catch {
      return [];
    }
  });
  const certificates = contents('Certs').flatMap((der) => {
    try {
      return [new X509Certificate(der)];
    } catch {
      return [];
    }
  });
  return { certificates, crls: contents('CRLs'), ocsps: contents('OCSPs') };
}
