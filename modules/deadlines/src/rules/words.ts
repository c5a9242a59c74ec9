// SPDX-License-Identifier: EUPL-1.2
import { civilDate, dayMinutes, timeText, weekdayOf } from '../calendar/minutes.ts';

const names = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** «thứ Năm 19/11» of a day number. */
function dayWords(number: number): string {
  const { month, day } = civilDate(number);
  return `${names[weekdayOf(number)] ?? ''} ${day}/${month}`;
}

/** «15:40 thứ Năm 19/11» of a local minute counted from day number `base`. */
export function minuteWords(base: number, minute: number): string {
  const day = Math.floor(minute / dayMinutes);
  return `${timeText(minute - day * dayMinutes)} ${dayWords(base + day)}`;
}

/** «3 giờ 10 phút» */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/** «1 ngày 3 giờ 10 phút» with `hoursPerDay` working hours a day. */
export function workingTimeWords(minutes: number, hoursPerDay: number): string {
  const perDay = Math.max(1, Math.round(hoursPerDay * 60));
  const days = Math.floor(minutes / perDay);
  const rest = minutes - days * perDay;
  if (days === 0) return durationWords(rest);
  return rest === 0 ? `${days} ngày` : `${days} ngày ${durationWords(rest)}`;
}
