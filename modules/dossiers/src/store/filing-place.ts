// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/**
 * Whether a procedure may be filed at any one-stop shop of the province on a day (phi địa giới). Where no row is in force nothing forbids it.
 *
 * @legal nd-118-2025/d20
 */
export async function mayFileAnywhere(db: Db, { procedure, day }: { readonly procedure: string; readonly day: string }): Promise<boolean> {
  const { rows: [row] } = await sql<{ anywhere: boolean }>`select anywhere from dossiers.filing_place_rule where valid_from <= ${day} and (procedure_code is null or procedure_code = ${procedure})
    order by procedure_code nulls last, valid_from desc limit 1`.execute(db);
  return row?.anywhere ?? true;
}
