// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { dayMinutes } from '../calendar/minutes.ts';
import type { WaitKind } from '../model.ts';
import type { Replay, Stop } from './replay.ts';
import { type Piece, restOf } from './timeline.ts';
import { durationWords, workingTimeWords } from './words.ts';

type Said = Pick<Piece, 'rule' | 'text'>;

const waitsInOrder = ['supplement', 'payment', 'identity'] as const;

const waitSaid: Readonly<Record<WaitKind, Said>> = {
  supplement: { rule: 'paused-for-supplement', text: 'Tạm dừng, chờ bổ sung hồ sơ' },
  payment: { rule: 'paused-for-payment', text: 'Tạm dừng, chờ nộp phí, lệ phí, nghĩa vụ tài chính' },
  identity: { rule: 'paused-for-identity', text: 'Tạm dừng, chờ xác nhận định danh' },
};

/** What a pause is called while its clock stands; null where none is open. Where several are, the first that holds. */
export function pauseWords(stops: readonly Stop[], minute: number): Said | null {
  const open = new Set(stops.filter(({ from, to }) => from <= minute && (to === null || minute < to)).map(({ why }) => why));
  const [first] = waitsInOrder.filter((why) => open.has(why));
  return first === undefined ? null : waitSaid[first];
}

function cutsOfDay(calendar: CompiledCalendar, stops: readonly Stop[], midnight: number): readonly number[] {
  const cuts = new Set([midnight, midnight + dayMinutes]);
  const add = (minute: number): void => { if (minute > midnight && minute < midnight + dayMinutes) cuts.add(minute); };
  for (const [from, to] of calendar.shiftsOf(midnight / dayMinutes)) { add(midnight + from); add(midnight + to); }
  for (const [from, to] of calendar.outages) { add(from); add(to); }
  for (const { from, to } of stops) { add(from); if (to !== null) add(to); }
  return [...cuts].sort((a, b) => a - b);
}

function whyNot(calendar: CompiledCalendar, stops: readonly Stop[], from: number): Said | null {
  const day = Math.floor(from / dayMinutes);
  const pause = pauseWords(stops, from);
  if (pause !== null) return pause;
  const shifts = calendar.shiftsOf(day);
  if (shifts.length === 0) return restOf(calendar, day);
  const time = from - day * dayMinutes;
  if (!shifts.some(([opens, closes]) => opens <= time && time < closes)) return { rule: 'outside-hours', text: 'Ngoài giờ làm việc' };
  const out = calendar.outages.some(([start, end]) => start <= from && from < end);
  return out ? { rule: 'outage', text: 'Sự cố hệ thống đã công bố, không tính' } : null;
}

/** A count by hour, minute by minute: working stretches with what has been counted so far, and what lies between. */
export function hoursExplained(calendar: CompiledCalendar, replay: Replay, end: number): readonly Piece[] {
  const { stops, effective, count } = replay;
  const sumWords = count.unit === 'working-hour' ? durationWords : (minutes: number): string => workingTimeWords(minutes, count.hoursPerDay);
  const pieces: Piece[] = [];
  let sum = 0;
  for (let midnight = Math.floor(effective / dayMinutes) * dayMinutes; midnight < end; midnight += dayMinutes) {
    const cuts = cutsOfDay(calendar, stops, midnight);
    for (let at = 0; at + 1 < cuts.length; at += 1) {
      const from = Math.max(cuts[at] ?? 0, effective);
      const to = Math.min(cuts[at + 1] ?? 0, end);
      if (from >= to) continue;
      const why = whyNot(calendar, stops, from);
      sum += why === null ? to - from : 0;
      const text = `Tính ${durationWords(to - from)}; đã tính ${sumWords(sum)}`;
      pieces.push(why === null ? { from, to, counted: true, rule: 'working-time', text } : { from, to, counted: false, ...why });
    }
  }
  return pieces;
}
