// SPDX-License-Identifier: EUPL-1.2
import type { DeadlineAnswer, DeadlineCase } from '../model.ts';

/** Answers one parsed JSON case of the contract deadline-cases; anything may come in. */
export function answerCase(input: unknown): DeadlineAnswer {
  throw new Error(`not built yet: ${typeof input}`);
}

/** Answers one line: JSON text in, JSON text out. */
export function answerLine(line: string): string {
  return JSON.stringify(answerCase(line));
}

/** Answers a case that is valid already. */
export function computeDeadline(asked: DeadlineCase): DeadlineAnswer {
  throw new Error(`not built yet: ${asked.id}`);
}
