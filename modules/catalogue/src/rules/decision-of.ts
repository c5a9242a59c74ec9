// SPDX-License-Identifier: EUPL-1.2
import type { Procedure } from '../model.ts';

/** Whether a text is a day (YYYY-MM-DD) that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** The publishing decision a record states; null when its number or its day is missing. */
export function decisionOf({ decision: { number, date } }: Procedure): { readonly number: string; readonly date: string } | null {
  return number !== null && number !== '' && date !== null && isDay(date) ? { number, date } : null;
}
