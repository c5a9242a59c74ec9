// SPDX-License-Identifier: EUPL-1.2
import type { ControlSlipView, HandOver } from '../model.ts';
import { printSlip } from '../paper/print.ts';
import { momentWords } from '../paper/words.ts';

const outcomes: Readonly<Record<NonNullable<HandOver['outcome']>, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', overdue: 'Quá hạn' };

const rowData = (row: HandOver): unknown =>
  ({ ...row, when: momentWords(row.at), outcomeText: row.outcome === null ? '' : outcomes[row.outcome] });

/**
 * Phiếu kiểm soát quá trình giải quyết hồ sơ as PDF/A, A5. Without any hand-over yet, three empty rows are printed to be filled by hand.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderControlSlip(view: ControlSlipView): Promise<Uint8Array> {
  const empty = { from: { unit: '', person: '' }, to: { unit: '', person: '' }, when: '…… giờ …… phút, ngày … tháng … năm ……', outcomeText: '', note: '' };
  return printSlip('control-slip', view, {
    received: momentWords(view.receivedAt),
    returned: view.returnAt === null ? null : momentWords(view.returnAt),
    handOvers: view.handOvers.length === 0 ? [empty, empty, empty] : view.handOvers.map(rowData),
  });
}
