// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** How long dossiers of a procedure took, in days of the calendar from acceptance to the result: a finding, no promise. */
export type ObservedDurations = { readonly dossiers: number; readonly halfDays: number; readonly mostDays: number };

// Fewer say more about the dossiers than about the procedure.
const fewest = 30;

/** The median and the 90th percentile of the dossiers decided in the twelve months before `until`; null under thirty of them. Parts of linked groups are not counted. */
export async function observedDurations(db: Db, procedure: string, until: Temporal.Instant): Promise<ObservedDurations | null> {
  const since = until.toZonedDateTimeISO('UTC').subtract({ months: 12 }).toInstant();
  const { rows: [row] } = await sql<{ dossiers: number; half: number | null; most: number | null }>`
    select count(*)::int as dossiers, percentile_disc(0.5) within group (order by days)::int as half, percentile_disc(0.9) within group (order by days)::int as most
    from (select (decided_at at time zone 'Asia/Ho_Chi_Minh')::date - (accepted_at at time zone 'Asia/Ho_Chi_Minh')::date as days from dossiers.dossier
      where procedure_code = ${procedure} and parent_id is null and accepted_at is not null and decided_at >= ${since.toString()} and decided_at < ${until.toString()}) taken`.execute(db);
  return row === undefined || row.dossiers < fewest || row.half === null || row.most === null ? null : { dossiers: row.dossiers, halfDays: row.half, mostDays: row.most };
}
