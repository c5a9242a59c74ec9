// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { officeZone } from '@motcua/kernel';

/** From this hour of the offices on, the work of the night before the day may be done. */
const firstHour = 1;
/** Whoever began work so long ago and did not end it fell; hours. */
const givenUpAfter = 6;

/** The day for which a night's work is due at a moment: the day of the offices, from one o'clock on; before that the day before. */
export function nightOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(officeZone).subtract({ hours: firstHour }).toPlainDate();
}

/**
 * Does work once a night (việc ban đêm), on one machine of several; a server that was off at night does it when it is back. Work that fails is done again after six hours, or the next night.
 *
 * @param about - `work` names it; `at` is now
 * @returns whether it was done by this call
 */
export async function onceANight(db: Db, { work, at }: { readonly work: string; readonly at: Temporal.Instant }, task: () => Promise<unknown>): Promise<boolean> {
  const [day, now, givenUp] = [nightOf(at).toString(), at.toString(), at.subtract({ hours: givenUpAfter }).toString()];
  const { rows } = await sql`insert into documents.night_work as n (work, day, begun_at) values (${work}, ${day}, ${now})
    on conflict (work, day) do update set begun_at = excluded.begun_at where n.ended_at is null and n.begun_at < ${givenUp}::timestamptz returning 1`.execute(db);
  if (rows.length === 0) return false;
  await task();
  await sql`update documents.night_work set ended_at = ${now} where work = ${work} and day = ${day}`.execute(db);
  return true;
}
