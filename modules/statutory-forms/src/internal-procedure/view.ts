// SPDX-License-Identifier: EUPL-1.2
/** A row of the step table: a step, or in words what no row can show. */
export type InternalStepRow = { readonly no: string; readonly who: string; readonly content: string; readonly time: string; readonly output: string } | { readonly note: string };

/** Quy trình nội bộ in the form of provincial decisions, with the head of an ISO 9001 document. */
export type InternalProcedureView = {
  /** «UBND tỉnh Đắk Lắk» */
  readonly office: string;
  readonly name: string;
  /** Mã hiệu; the process's own code when it has none. */
  readonly documentCode: string;
  /** Lần ban hành. */
  readonly version: number;
  /** Ngày hiệu lực, «01/12/2026». */
  readonly validFrom: string;
  /** «Quyết định 12/QĐ-UBND ngày 20/11/2026»; null while no decision names it. */
  readonly decision: string | null;
  readonly head: readonly { readonly term: string; readonly lines: readonly string[] }[];
  readonly rows: readonly InternalStepRow[];
  /** «40 giờ (5 ngày làm việc)» */
  readonly total: string;
  readonly printedAt: string;
  readonly demonstration: boolean;
};
