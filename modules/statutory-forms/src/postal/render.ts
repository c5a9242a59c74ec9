// SPDX-License-Identifier: EUPL-1.2
import { code128Svg, renderPaper } from '@motcua/documents';
import type { PostalListView, PostalSlipView } from '../model.ts';
import { cleaned, headData, templateNamed } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

const payers = { applicant: 'Người nhận trả', agency: 'Cơ quan trả' } as const;

/**
 * Bảng kê giao kết quả cho doanh nghiệp bưu chính as PDF/A, A4, signed by both sides. The law asks for the record and gives it no form: the layout is ours.
 *
 * @legal qd-45-2016/d8
 */
export function renderPostalList(view: PostalListView): Promise<Uint8Array> {
  const data = {
    ...cleaned({ ...view, when: momentWords(view.issuedAt), lines: view.lines.map((line) => ({ ...line, payer: payers[line.payer] })) }),
    ...headData(view, view.issuedAt), titleLines: ['Bảng kê giao kết quả qua bưu chính'],
  };
  return renderPaper({ template: templateNamed('postal-list'), data, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt) });
}

/**
 * Phiếu gửi of one dossier as PDF/A, A5 across: from whom, to whom, who pays, with the code of the dossier to be read by a machine.
 *
 * @legal qd-45-2016/d8
 */
export function renderPostalSlip(view: PostalSlipView): Promise<Uint8Array> {
  const data = { ...cleaned({ ...view, payer: payers[view.payer] }), ...headData(view, view.issuedAt), bars: code128Svg(view.slip), titleLines: ['Phiếu gửi kết quả'] };
  return renderPaper({ template: templateNamed('postal-slip'), data, standard: 'a-2b', at: Temporal.Instant.from(view.issuedAt) });
}
