// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { countedBefore, workingDayFrom } from '../calendar/lookup.ts';
import { dayMinutes } from '../calendar/minutes.ts';
import { pauseWords } from './explain-hours.ts';
import { firstDay, lastDayOfTerm } from './owed.ts';
import type { Replay } from './replay.ts';
import { type Piece, restOf } from './timeline.ts';

type Said = Pick<Piece, 'counted' | 'rule' | 'text'>;

const closingInPause: Said = { counted: false, rule: 'closing-in-pause', text: 'Hạn rơi vào lúc tạm dừng: trả vào giờ đóng cửa kế tiếp' };

/** Days of a pause that a day count leaves out: after the day it began, up to the day it ended. */
function pausedOn(replay: Replay, day: number): Said | null {
  for (const [from, to] of replay.pauses) {
    if (day <= Math.floor(from / dayMinutes) || day > Math.floor(to / dayMinutes)) continue;
    // A pause that ends at midnight leaves out the day that begins then.
    const words = pauseWords(replay.stops, Math.min(day * dayMinutes, to - 1));
    return words === null ? null : { counted: false, ...words };
  }
  return null;
}

/** Why a day is no day to count; null when it is one. */
function uncountable(calendar: CompiledCalendar, day: number): Said | null {
  if (calendar.shiftsOf(day).length === 0) return { counted: false, ...restOf(calendar, day) };
  return countedBefore(calendar, day + 1) === countedBefore(calendar, day) ? { counted: false, rule: 'outage', text: 'Sự cố hệ thống cả ngày, không tính' } : null;
}

/** A count by day, whole days at a time; working days are numbered. */
export function daysExplained(calendar: CompiledCalendar, replay: Replay, end: number): readonly Piece[] {
  const { count, effective, pauses } = replay;
  const received = Math.floor(effective / dayMinutes);
  const first = firstDay(count, received);
  const last = count.unit === 'working-day' ? Infinity : lastDayOfTerm(calendar, count, { received, pauses });
  // Empty, and left out when the pieces are joined, where the first day counts.
  const pieces: Piece[] = [{ from: effective, to: first * dayMinutes, counted: false, rule: 'first-day-not-counted', text: 'Không tính ngày nhận hồ sơ' }];
  let number = 0;
  for (let day = first; day * dayMinutes < end; day += 1) {
    const said = saidOf(calendar, replay, { day, last, number });
    if (said.counted) number += 1;
    const from = Math.max(day * dayMinutes, effective);
    pieces.push({ from, to: Math.min((day + 1) * dayMinutes, end), ...said });
  }
  return pieces;
}

function saidOf(
  calendar: CompiledCalendar, replay: Replay, { day, last, number }: { readonly day: number; readonly last: number; readonly number: number },
): Said {
  const { count } = replay;
  const paused = pausedOn(replay, day);
  if (paused !== null) return paused;
  const inside = number < count.value;
  if (count.unit === 'working-day') {
    const not = uncountable(calendar, day);
    if (not !== null) return not;
    return inside ? { counted: true, rule: 'working-day', text: `Ngày làm việc thứ ${number + 1} trong ${count.value}` } : closingInPause;
  }
  // A stop that begins on the day on which a last day of rest would have rolled moves the last day, though every day was counted already.
  if (day <= last && (count.unit === 'month' || inside)) {
    return count.unit === 'month' ? { counted: true, rule: 'month-term', text: `Trong thời hạn ${count.value} tháng` }
      : { counted: true, rule: 'calendar-day', text: `Tính ngày thứ ${number + 1} trong ${count.value}` };
  }
  if (calendar.shiftsOf(day).length === 0) return { counted: false, ...restOf(calendar, day) };
  return workingDayFrom(calendar, last + 1) === day && calendar.shiftsOf(last).length === 0
    ? { counted: false, rule: 'rolled-to-working-day', text: 'Ngày cuối là ngày nghỉ: trả vào ngày làm việc kế tiếp' } : closingInPause;
}
