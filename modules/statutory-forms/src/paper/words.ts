// SPDX-License-Identifier: EUPL-1.2
import { officeZone } from '@motcua/kernel';

const two = (value: number): string => String(value).padStart(2, '0');

const local = (at: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(officeZone);

// Decree 30/2020: days under 10 and the months January and February take a leading zero, so that no figure can be put before them.
const dayWords = ({ day, month, year }: Temporal.ZonedDateTime): string =>
  `ngày ${two(day)} tháng ${month < 3 ? two(month) : String(month)} năm ${String(year)}`;

/** «15 giờ 20 phút, ngày 30 tháng 11 năm 2026» */
export function momentWords(at: string): string {
  const moment = local(at);
  return `${two(moment.hour)} giờ ${two(moment.minute)} phút, ${dayWords(moment)}`;
}

/** «Tân An, ngày 05 tháng 02 năm 2026»; dots when the day is not known yet. */
export function placeAndDayWords(place: string, at: string | null): string {
  return `${place}, ${at === null ? 'ngày …… tháng …… năm ………' : dayWords(local(at))}`;
}

/** The day of issue in words: «ngày 26 tháng 11 năm 2026». */
export const issueDayWords = (at: string): string => dayWords(local(at));

/** «15:20 30/11/2026», for tables. */
export function momentFigures(at: string): string {
  const { hour, minute, day, month, year } = local(at);
  return `${two(hour)}:${two(minute)} ${two(day)}/${two(month)}/${String(year)}`;
}

/** A text on as few lines as its length asks for, broken between words into lines of nearly equal length. */
export function balancedLines(text: string, widest: number): readonly string[] {
  const count = Math.ceil(text.length / widest);
  const lines: string[] = [];
  let rest = text;
  for (let left = count; left > 1; left -= 1) {
    const aim = rest.length / left;
    const blanks = [...rest.matchAll(/ /gu)].map(({ index }) => index);
    const [first, ...others] = blanks;
    if (first === undefined) break;
    const cut = others.reduce((best, next) => (Math.abs(next - aim) <= Math.abs(best - aim) ? next : best), first);
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut + 1);
  }
  return [...lines, rest];
}
