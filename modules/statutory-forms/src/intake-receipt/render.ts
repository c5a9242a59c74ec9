// SPDX-License-Identifier: EUPL-1.2
import type { ExplanationLine, IntakeReceiptView } from '../model.ts';
import { printSlip } from '../paper/print.ts';
import { momentFigures, momentWords } from '../paper/words.ts';

const lineData = (line: ExplanationLine): unknown => ({ ...line, fromText: momentFigures(line.from), toText: momentFigures(line.to) });

/**
 * Giấy tiếp nhận hồ sơ và hẹn trả kết quả as PDF/A, A5; the way the day was counted stands on a page of its own.
 *
 * @legal tt-03-2025-vpcp/forms
 */
export function renderIntakeReceipt(view: IntakeReceiptView): Promise<Uint8Array> {
  const { explanation, receivedAt, returnAt } = view;
  return printSlip('intake-receipt', view, {
    received: momentWords(receivedAt),
    returned: returnAt === null ? null : momentWords(returnAt),
    explanation: explanation === null ? null : { summary: explanation.summary, lines: explanation.lines.map(lineData) },
  });
}
