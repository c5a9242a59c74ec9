// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** Which decision destroyed what a dossier held, and the ISO instant; null when nobody did. */
export async function destroyedBy(db: Db, id: string): Promise<{ readonly decision: string; readonly at: string } | null> {
  const { rows: [row] } = await sql<{ decision: string; at: Temporal.Instant }>`select why as decision, at from dossiers.redaction where dossier_id = ${id} order by seq limit 1`.execute(db);
  return row === undefined ? null : { decision: row.decision, at: row.at.toString() };
}
