// SPDX-License-Identifier: EUPL-1.2
import type { CoApplicantState } from '../contract.ts';

/** What one of several applicants said of a draft; `sha256` names the content he said it of. */
export type Said = { readonly answer: 'confirmed' | 'declined' | null; readonly sha256: string | null; readonly hasMandate: boolean };

/** Where one of several applicants stands towards the content as it is now. A mandate stands in for who has not answered, never for who declined. */
export function stateOf({ answer, sha256, hasMandate }: Said, present: string): CoApplicantState {
  if (answer === 'declined') return 'declined';
  if (answer === 'confirmed' && sha256 === present) return 'confirmed';
  if (hasMandate) return 'mandate';
  return answer === 'confirmed' ? 'changed' : 'waiting';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a content that are not as they were: by name, the answers of the e-form one by one («answers.request»). */
export function partsChanged(before: unknown, now: unknown, prefix = ''): readonly string[] {
  if (!isRecord(before) || !isRecord(now)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted().flatMap((name) => {
    const [one, other] = [before[name], now[name]];
    if (name === 'answers' && prefix === '') return partsChanged(one, other, 'answers.');
    return isSame(one, other) ? [] : [`${prefix}${name}`];
  });
}

/** Whether two JSON values are the same, whatever the order of their members; what is missing is as null. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, at) => isSame(value, other[at]));
  if (isRecord(one) && isRecord(other)) return [...Object.keys(one), ...Object.keys(other)].every((name) => isSame(one[name], other[name]));
  return (one ?? null) === (other ?? null);
}
