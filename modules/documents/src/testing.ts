// SPDX-License-Identifier: EUPL-1.2
import type { Upload } from './model.ts';

/** The smallest PDF there is: one empty page. */
export const smallPdf: Uint8Array = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1');

/** An upload with nothing special about it. */
export function anUpload(about: Partial<Upload> = {}): Upload {
  return {
    ownerKind: 'draft', ownerRef: 'draft-1', content: smallPdf, name: 'Đơn đề nghị.pdf', declaredType: 'application/pdf', purpose: 'component',
    by: 'citizen-1', at: Temporal.Instant.from('2026-11-26T09:41:00+07:00'), ...about,
  };
}
