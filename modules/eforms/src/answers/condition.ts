// SPDX-License-Identifier: EUPL-1.2
import type { Answers, Condition } from '../model.ts';

/** Whether something was answered: no empty text, no empty list, no unticked box. */
export function isFilled(answer: unknown): boolean {
  if (answer === undefined || answer === null || answer === '' || answer === false) return false;
  return !Array.isArray(answer) || answer.length > 0;
}

const holdsOne = (answer: unknown, wanted: string | number | boolean): boolean =>
  Array.isArray(answer) ? answer.includes(wanted) : answer === wanted;

/** Whether a condition holds. Of a list of choices, one that fits is enough. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = answers[condition.field];
  if ('filled' in condition) return isFilled(answer) === condition.filled;
  if ('is' in condition) return holdsOne(answer, condition.is);
  return condition.in.some((wanted) => holdsOne(answer, wanted));
}
