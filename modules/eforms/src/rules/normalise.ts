// SPDX-License-Identifier: EUPL-1.2
import type { Answers, EformDefinition } from '../model.ts';

/**
 * Answers as they were meant: clean text, plain digits, ISO dates, numbers as numbers. What cannot be read stays as typed, for `validateAnswers` to name.
 * Unknown fields are left out.
 */
export function normaliseAnswers(_definition: EformDefinition, _answers: Answers): Answers {
  throw new Error('not built yet');
}
