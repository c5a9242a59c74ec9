// SPDX-License-Identifier: EUPL-1.2
import { renderPaper } from '@motcua/documents';
import { cleaned, templateNamed } from '../paper/print.ts';
import type { InternalProcedureView } from './view.ts';

/**
 * Quy trình nội bộ as PDF/A, A4 upright: document head (mã hiệu, lần ban hành, ngày hiệu lực), what decisions print above the steps, the step table, its sum.
 *
 * @legal nd-118-2025/internal-procedures
 */
export function renderInternalProcedure(view: InternalProcedureView): Promise<Uint8Array> {
  const data = { ...cleaned(view), dossierCode: '', qr: null, titleLines: ['Quy trình nội bộ'] };
  return renderPaper({ template: templateNamed('internal-procedure'), data, standard: 'a-2b', at: Temporal.Instant.from(view.printedAt) });
}
