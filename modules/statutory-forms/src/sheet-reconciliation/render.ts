// SPDX-License-Identifier: EUPL-1.2
import type { SheetReconciliationView } from '../model.ts';
import { printOwn } from '../paper/print.ts';

const dayFigures = (day: string): string => day.split('-').toReversed().join('/');

/** Bảng đối chiếu giấy bảo an as PDF/A, A4: what was left, came, was used, was spoiled and is left of each series, with room for what was counted by hand. The layout is ours. */
export function renderSheetReconciliation(view: SheetReconciliationView): Promise<Uint8Array> {
  return printOwn({ template: 'sheet-reconciliation', titleLines: ['Bảng đối chiếu giấy bảo an'] }, view, { period: `Từ ${dayFigures(view.from)} đến hết ${dayFigures(view.to)}` });
}
