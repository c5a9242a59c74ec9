// SPDX-License-Identifier: EUPL-1.2

/** Why a paper is digitised: result of an earlier procedure, output of an agency that takes part, ordered by the law of its field, needed by the agency; or only when its owner asks. */
export const digitisingClasses = ['earlier-result', 'participating-output', 'sector-law', 'agency-need', 'on-request'] as const;
export type DigitisingClass = (typeof digitisingClasses)[number];

/** A row of the province's list; `procedure` null: wherever the kind is asked for. */
export type DigitisingRule = { readonly kind: string; readonly procedure: string | null; readonly class: DigitisingClass; readonly basis: string };

/** Whether a paper must be digitised, why, and by which rule. */
export type DigitisingDuty = { readonly class: DigitisingClass; readonly basis: string };

type Asked = {
  /** The kind the component was confirmed to be; null: nobody said. `procedure`: which procedure issues it. */
  readonly kind: { readonly code: string; readonly procedure: string | null } | null;
  readonly procedure: string;
  /** Procedures solved as parts of the same linked group. */
  readonly parts: readonly string[];
};

/** Codes of the standard list that are codes of results in the national database. */
const isResult = (code: string): boolean => /^KQ\./u.test(code);

/**
 * Bắt buộc số hóa hay không: a row of the province first, its own for the procedure before the one for all; else what the standard list says: a result of a procedure must be digitised, other papers when somebody asks.
 *
 * @param rules - those in force on the day
 * @param basis - the article that orders results to be digitised, in words
 * @legal nd-118-2025/d19k2
 */
export function dutyOf({ kind, procedure, parts }: Asked, rules: readonly DigitisingRule[], basis: string): DigitisingDuty {
  if (kind === null) return { class: 'on-request', basis: '' };
  const own = rules.filter((rule) => rule.kind === kind.code && (rule.procedure === null || rule.procedure === procedure));
  const rule = own.find((one) => one.procedure !== null) ?? own[0];
  if (rule !== undefined) return { class: rule.class, basis: rule.basis };
  if (kind.procedure !== null && kind.procedure !== procedure && parts.includes(kind.procedure)) return { class: 'participating-output', basis };
  return kind.procedure !== null || isResult(kind.code) ? { class: 'earlier-result', basis } : { class: 'on-request', basis: '' };
}
