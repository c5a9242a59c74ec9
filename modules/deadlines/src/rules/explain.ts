// SPDX-License-Identifier: EUPL-1.2
import type { CompiledCalendar } from '../calendar/compile.ts';
import { gap } from '../calendar/lookup.ts';
import { dayMinutes, instantText, zoneMinutes } from '../calendar/minutes.ts';
import type { ExplanationItem, ExplanationRule } from '../model.ts';
import { daysExplained } from './explain-days.ts';
import { hoursExplained } from './explain-hours.ts';
import { countsByHour } from './owed.ts';
import { movedOn } from './receipt.ts';
import { type Replay, stopped } from './replay.ts';
import { joined, type Piece, restOf } from './timeline.ts';
import { minuteWords } from './words.ts';

function receiptPieces(calendar: CompiledCalendar, { received, effective, receipt }: Replay): readonly Piece[] {
  if (effective === received) return [];
  const day = Math.floor(received / dayMinutes);
  const time = received - day * dayMinutes;
  const counts = `nên tính từ ${minuteWords(calendar.base, effective)}`;
  const at = minuteWords(calendar.base, received);
  const said = (rule: ExplanationRule, why: string): readonly Piece[] =>
    [{ from: received, to: effective, counted: false, rule, text: `Nhận lúc ${at}, ${why} ${counts}` }];
  if (Math.floor(effective / dayMinutes) === day) {
    const isOpen = calendar.shiftsOf(day).some(([from, to]) => from <= time && time < to);
    return said('received-before-opening', isOpen ? 'trước giờ bắt đầu tính trong ngày' : 'ngoài giờ làm việc');
  }
  switch (movedOn(calendar, receipt, { day, time })) {
    case 'day-off': return said('received-on-day-off', `ngày nghỉ (${restOf(calendar, day).text})`);
    case 'after-hours': return said('received-after-hours', 'sau giờ làm việc');
    case 'last-hour': return said('received-in-last-hour', 'trong giờ làm việc cuối của ngày');
    case 'cutoff': case null: return said('received-after-cutoff', 'sau giờ nhận');
  }
}

function givenUpPieces(replay: Replay): readonly Piece[] {
  return replay.givenUp.flatMap(({ received, askedAt, suppliedAt }): readonly Piece[] => [
    { from: received, to: askedAt, counted: false, rule: 'restarted', text: 'Bỏ phần đã tính: bổ sung xong thì tính lại từ đầu' },
    { from: askedAt, to: suppliedAt, counted: false, rule: 'waiting-for-supplement', text: 'Chờ bổ sung hồ sơ' },
  ]);
}

function marks(calendar: CompiledCalendar, replay: Replay): readonly Piece[] {
  const pieces: Piece[] = [];
  const mark = (at: number, rule: ExplanationRule, text: string): void => { pieces.push({ from: at, to: at, counted: false, rule, text }); };
  if (replay.extendedAt !== null) mark(replay.extendedAt, 'extended', `Gia hạn một lần lúc ${minuteWords(calendar.base, replay.extendedAt)}`);
  if (replay.missedAt !== null) mark(replay.missedAt, 'missed', 'Đã đến hạn trả: việc xảy ra từ lúc này không làm thay đổi ngày hẹn');
  if (replay.owed === stopped) {
    const since = minuteWords(calendar.base, replay.stoppedSince);
    mark(Math.max(replay.stoppedSince, replay.received), 'stopped', `Đồng hồ dừng từ ${since}: chưa có ngày hẹn trả`);
  }
  return pieces;
}

/** The ordered intervals behind an answer, each with its rule and a Vietnamese sentence; nothing when the calendar has a gap. */
export function explainReplay(calendar: CompiledCalendar, replay: Replay): readonly ExplanationItem[] {
  if (replay.owed === gap) return [];
  const end = replay.owed === stopped ? Math.max(replay.stoppedSince, replay.received) : replay.owed;
  const known = replay.effective !== gap;
  const counted = !known ? [] : countsByHour(replay.count) ? hoursExplained(calendar, replay, end) : daysExplained(calendar, replay, end);
  const pieces = [...givenUpPieces(replay), ...joined([...(known ? receiptPieces(calendar, replay) : []), ...counted], end)];
  const all = [...pieces, ...marks(calendar, replay)].map((piece, at) => ({ piece, at }));
  // Marks are points in time and stand after the stretch that ends there.
  all.sort((a, b) => a.piece.from - b.piece.from || a.piece.to - b.piece.to || a.at - b.at);
  const origin = calendar.base * dayMinutes - zoneMinutes;
  return all.map(({ piece: { from, to, counted: isCounted, rule, text } }) =>
    ({ from: instantText(from + origin), to: instantText(to + origin), counted: isCounted, rule, text }));
}
