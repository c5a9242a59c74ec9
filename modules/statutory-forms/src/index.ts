// SPDX-License-Identifier: EUPL-1.2
/**
 * Statutory forms: các mẫu giấy một cửa, và văn bản kết quả.
 *
 * Says which number meant which paper on a day, and prints the papers as PDF/A in the wording and order the law gives them.
 * Hides the layout, the codes on the paper and the way of writing times.
 * Computes nothing of a dossier: a view carries what is to be printed, instants as ISO 8601 text.
 */
export { formNumbered, formServing, numberOf, titleOf } from './register.ts';
export { formActs } from './permissions.ts';
export type { FormSetKey, StatutoryForm } from './register.ts';
export type { PaperToSign } from './paper/print.ts';
export { renderInternalProcedure } from './internal-procedure/render.ts';
export { internalProcedureDocx } from './internal-procedure/docx.ts';
export type { InternalProcedureView } from './internal-procedure/view.ts';
export { renderIntakeReceipt } from './intake-receipt/render.ts';
export { renderControlSlip } from './control-slip/render.ts';
export { renderSupplementRequest } from './supplement-request/render.ts';
export { renderIntakeRefusal } from './intake-refusal/render.ts';
export { renderApologyAndExtension } from './apology-and-extension/render.ts';
export { renderCheckMinutes } from './check-minutes/render.ts';
export { renderForwardingSlip } from './forwarding-slip/render.ts';
export { renderSheetReconciliation } from './sheet-reconciliation/render.ts';
export { renderPaperLabels } from './paper-labels/render.ts';
export { renderOriginalReturn } from './original-return/render.ts';
export { renderHandOverNote } from './hand-over-note/render.ts';
export { renderPostalList, renderPostalSlip } from './postal/render.ts';
export { renderStopNotice } from './stop-notice/render.ts';
export { renderTrackingBook } from './tracking-book/render.ts';
export { issueDayWords, momentFigures, momentWords } from './paper/words.ts';
export { renderResult } from './result-decision/render.ts';
export type { RenderedResult, ResultTemplate } from './result-decision/render.ts';
export type {
  PaperHead, PaperPerson, PaperRepresentative, ExplanationLine, IntakeReceiptView, ControlSlipView, HandOver, SupplementRequestView,
  IntakeRefusalView, ApologyAndExtensionView, StopNoticeView, ResultView, SignatoryView, TrackingBookView, HandOverNoteView, OriginalReturnView, SheetReconciliationView, CheckMinutesView, ForwardingSlipView, PostalListView, PostalSlipView,
} from './model.ts';
