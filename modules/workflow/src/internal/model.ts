// SPDX-License-Identifier: EUPL-1.2
/** One step of an internal procedure (quy trình nội bộ) as read from a provincial decision. */
export type InternalStep = {
  readonly no: string;
  readonly content: string;
  readonly actor: string;
  readonly roleHint: string | null;
  readonly duration: { readonly text: string; readonly value: number | null; readonly unit: string } | null;
  readonly sharedWith: string | null;
  readonly subStepOf: string | null;
  readonly output: string | null;
};

/** An internal procedure: the steps in order, and the total the decision states. */
export type InternalProcedure = {
  readonly id: string;
  readonly province: string;
  readonly agencyCode: string;
  readonly decision: { readonly number: string; readonly date: string };
  readonly field: string;
  readonly procedureCodes: readonly string[];
  readonly name: string;
  readonly circumstance: string | null;
  readonly steps: readonly InternalStep[];
  readonly statedTotals: readonly { readonly label: string; readonly text: string }[];
  readonly statedTotalHours: number | null;
};
