// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { DigitisingRule } from '../rules/must-digitise.ts';

/** What a page costs that its owner asks to have digitised, and by which rule; 0 where no row is in force. @param day - ISO 8601 */
export async function digitisingFeeOn(db: Db, day: string): Promise<{ readonly pageVnd: number; readonly basis: string }> {
  const { rows: [row] } = await sql<{ pageVnd: string; basis: string }>`select page_vnd::text as "pageVnd", legal as basis from dossiers.digitising_fee where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 1`.execute(db);
  return row === undefined ? { pageVnd: 0, basis: '' } : { pageVnd: Number(row.pageVnd), basis: row.basis };
}

/** The province's rows on what must be digitised in force on a day. @param day - ISO 8601 */
export async function digitisingRulesOn(db: Db, day: string): Promise<readonly DigitisingRule[]> {
  const { rows } = await sql<DigitisingRule>`select kind_code as kind, procedure_code as procedure, class, legal as basis from dossiers.digitising_rule where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 5000`.execute(db);
  return rows;
}
