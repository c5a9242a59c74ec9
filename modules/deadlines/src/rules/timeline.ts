// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { parseDay, weekdayOf } from '../calendar/minutes.ts';
import type { ExplanationRule } from '../model.ts';

/** A stretch of an explanation in local minutes; `text` is left to the end where it depends on the whole stretch. */
export type Piece = { readonly from: number; readonly to: number; readonly counted: boolean; readonly rule: ExplanationRule; readonly text: string };

/** Why a day is no working day: its published name, or the weekly rest. */
export function restOf(calendar: CompiledCalendar, day: number): { readonly rule: 'weekly-rest' | 'day-off'; readonly text: string } {
  const number = calendar.base + day;
  const date = datesOff(calendar).get(number);
  if (date === undefined) return { rule: 'weekly-rest', text: weekdayOf(number) >= 5 ? 'Nghỉ cuối tuần' : 'Ngày cơ quan không làm việc' };
  return { rule: 'day-off', text: date === '' ? 'Ngày nghỉ theo lịch làm việc của cơ quan' : `Nghỉ lễ: ${date}` };
}

const named = new WeakMap<CompiledCalendar, ReadonlyMap<number, string>>();

function datesOff(calendar: CompiledCalendar): ReadonlyMap<number, string> {
  const before = named.get(calendar);
  if (before !== undefined) return before;
  const { daysOff } = calendar.calendar;
  const names = 'dayNames' in calendar.calendar ? calendar.calendar.dayNames : {};
  const made = new Map(daysOff.map((date) => [parseDay(date), names[date] ?? ''] as const));
  named.set(calendar, made);
  return made;
}

/** Joins neighbours that say the same, cuts everything at `end`, and drops what is empty. */
export function joined(pieces: readonly Piece[], end: number): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const to = Math.min(piece.to, end);
    const last = out.at(-1);
    if (piece.from >= to) continue;
    if (last?.rule === piece.rule && last.text === piece.text) out[out.length - 1] = { ...last, to };
    else out.push({ ...piece, to });
  }
  return out;
}
