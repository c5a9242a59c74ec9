// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { TravelRule } from '../rules/paper-travel.ts';

/** Which digitised papers still go, on a day. @param day - ISO 8601 */
export async function travelRulesOn(db: Db, day: string): Promise<readonly TravelRule[]> {
  const { rows } = await sql<TravelRule>`select kind_code as kind, procedure_code as procedure, travels from dossiers.paper_travel_rule where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 5000`.execute(db);
  return rows;
}

/** Whether papers are handed over and received only by who can sign, on a day. @param day - ISO 8601 */
export async function mustSignHandOver(db: Db, day: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ signing: string }>`select signing from dossiers.hand_over_signing_rule where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 1`.execute(db);
  return row?.signing === 'required';
}
