// SPDX-License-Identifier: EUPL-1.2
import { type Db, inTransaction } from '@motcua/db-kit';
import { cleanText } from '@motcua/kernel';
import { z } from 'zod';
import { parseDay, weekdayOf } from '../calendar/minutes.ts';
import { weekdays } from '../model.ts';
import { type CalendarDayRow, storeDays } from './calendar-acts.ts';
import { type CalendarStatus, deadlinesDb } from './tables.ts';

const Status = z.enum(['official', 'announced', 'computed', 'projected']);
const Year = z.object({ year: z.number().int(), status: Status, source: z.string(), days_off: z.array(z.unknown()), working_saturdays: z.array(z.unknown()) });
const File = z.object({ years: z.array(z.unknown()) });
const DayOff = z.object({
  date: z.iso.date(), weekday: z.string(), name: z.string(), kind: z.enum(['STATUTORY', 'COMPENSATION', 'SWAPPED_OFF']), status: Status.optional(),
});
const SwappedIn = z.object({ date: z.iso.date(), weekday: z.string(), instead_of: z.iso.date() });

export type HolidayImport = { readonly taken: number; readonly refused: readonly { readonly reason: string; readonly record: unknown }[] };
type Taking = { readonly rows: CalendarDayRow[]; readonly refused: { reason: string; record: unknown }[] };
type Known = { readonly year: number; readonly status: CalendarStatus; readonly source: string };

const reasons = { STATUTORY: 'statutory', COMPENSATION: 'compensation', SWAPPED_OFF: 'swapped' } as const;
const weekdayName = (date: string): (typeof weekdays)[number] => weekdays[weekdayOf(parseDay(date))] ?? 'mon';

function misdated(date: string, weekday: string, { year }: Known): string | null {
  if (!date.startsWith(String(year))) return `ngày ${date} không thuộc năm ${year}`;
  return weekdayName(date) === weekday.toLowerCase() ? null : `ngày ${date} không phải ${weekday}`;
}

function takeDayOff(record: unknown, known: Known, into: Taking): void {
  const read = DayOff.safeParse(record);
  const wrong = read.success ? misdated(read.data.date, read.data.weekday, known) : 'không đọc được ngày nghỉ';
  if (!read.success || wrong !== null) { into.refused.push({ reason: wrong ?? '', record }); return; }
  const { date, name, kind, status } = read.data;
  into.rows.push({
    scope: 'VN', day: date, kind: 'off', asWeekday: null, name: cleanText(name), reason: reasons[kind],
    status: status ?? known.status, decision: cleanText(known.source),
  });
}

function takeSwappedIn(record: unknown, known: Known, into: Taking): void {
  const read = SwappedIn.safeParse(record);
  const wrong = read.success ? misdated(read.data.date, read.data.weekday, known) : 'không đọc được ngày làm bù';
  if (!read.success || wrong !== null) { into.refused.push({ reason: wrong ?? '', record }); return; }
  const { date, instead_of: insteadOf } = read.data;
  into.rows.push({
    scope: 'VN', day: date, kind: 'working', asWeekday: weekdayName(insteadOf), name: `Làm bù cho ngày ${insteadOf}`,
    reason: 'swapped', status: known.status, decision: cleanText(known.source),
  });
}

function takeYear(record: unknown, into: Taking): Known | null {
  const read = Year.safeParse(record);
  if (!read.success) { into.refused.push({ reason: 'không đọc được năm', record }); return null; }
  const { year, status, source, days_off: daysOff, working_saturdays: swappedIn } = read.data;
  const known = { year, status, source };
  const before = into.refused.length;
  for (const day of daysOff) takeDayOff(day, known, into);
  for (const day of swappedIn) takeSwappedIn(day, known, into);
  // A year with an unreadable day is not published: deadlines counted in it would be guessed.
  return into.refused.length === before ? known : null;
}

/**
 * Takes the published holidays (lịch nghỉ lễ, format of data/holidays) into the calendar of the whole country, scope `VN`.
 * Running it again changes nothing. A year with a record that cannot be taken is not published as covered.
 *
 * @returns how many days were taken, and each refused record with a Vietnamese reason
 * @legal blld-2019/holidays
 */
export async function importHolidays(db: Db, json: unknown): Promise<HolidayImport> {
  const into: Taking = { rows: [], refused: [] };
  const file = File.safeParse(json);
  if (!file.success) return { taken: 0, refused: [{ reason: 'tệp không có danh sách năm (years)', record: null }] };
  const years = file.data.years.map((year) => takeYear(year, into)).filter((year) => year !== null);
  const rows = [...new Map(into.rows.map((row) => [row.day, row])).values()];
  await inTransaction(db, async (tx) => {
    await storeDays(tx, rows);
    if (years.length === 0) return;
    await deadlinesDb(tx).insertInto('deadlines.published_year').values(years.map((year) => ({ scope: 'VN', ...year })))
      .onConflict((conflict) => conflict.columns(['scope', 'year']).doUpdateSet((row) => ({
        status: row.ref('excluded.status'), source: row.ref('excluded.source'),
      }))).execute();
  });
  return { taken: rows.length, refused: into.refused };
}
