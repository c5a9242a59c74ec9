// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { RegisterCode } from '../rules/enterprise-view.ts';

/** What the codes of the business register mean on a day, the newest rows first. @param day - ISO 8601 */
export async function registerCodesOn(db: Db, day: string): Promise<readonly RegisterCode[]> {
  const { rows } = await sql<RegisterCode>`select list_name as list, code, words, standing from dossiers.register_code where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by valid_from desc limit 2000`.execute(db);
  return rows;
}
