// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** What the clock of the database's machine says. */
export async function databaseClock(db: Db): Promise<Temporal.Instant> {
  const { rows } = await sql<{ milliseconds: string }>`select floor(extract(epoch from clock_timestamp()) * 1000)::text as milliseconds`.execute(db);
  return Temporal.Instant.fromEpochMilliseconds(Number(rows[0]?.milliseconds ?? 0));
}
