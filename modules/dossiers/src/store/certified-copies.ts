// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** Whether the result of a procedure is a certified copy that day, and for how many months one counts; null: it is no copy. @param day - ISO 8601 */
export async function certifiedCopyOn(db: Db, procedure: string, day: string): Promise<{ readonly validMonths: number | null } | null> {
  const { rows: [row] } = await sql<{ months: number | null }>`select valid_months as months from dossiers.certified_copy_rule where procedure_code = ${procedure} and valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 1`.execute(db);
  return row === undefined ? null : { validMonths: row.months };
}
