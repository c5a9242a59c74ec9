// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** One name under which the dossiers of an identity number stand. `codes`: the newest of them, ten at most; `agencies`: where they were received. */
export type OwnerName = { readonly owner: string; readonly name: string; readonly codes: readonly string[]; readonly agencies: readonly string[] };

const most = 500;
const shown = sql`(array_agg(code order by submitted_at desc))[1:10] as codes, array_agg(distinct receiving_agency) as agencies`;

/** Numbers that stand under several names among the dossiers of some agencies; null: every agency. Names that differ in case or spacing only are one. */
export async function ownersOfSeveralNames(db: Db, agencies: readonly string[] | null): Promise<readonly OwnerName[]> {
  const { rows } = await sql<OwnerName>`
    with scoped as (select personal_id as owner, min(applicant_name) as name, lower(regexp_replace(applicant_name, '\\s+', ' ', 'g')) as same, ${shown} from dossiers.dossier
      where ${agencies === null ? sql`true` : sql`receiving_agency = any(${[...agencies]}::text[])`} group by 1, 3),
    several as (select owner from scoped group by owner having count(*) > 1 order by owner limit ${most})
    select owner, name, codes, agencies from scoped where owner in (select owner from several) order by owner, name`.execute(db);
  return rows;
}

/** Under which names some identity numbers stand, among the dossiers of some agencies; null: every agency. Served by dossier_by_applicant. */
export async function namesUnder(db: Db, owners: readonly string[], agencies: readonly string[] | null): Promise<readonly OwnerName[]> {
  if (owners.length === 0) return [];
  const { rows } = await sql<OwnerName>`select personal_id as owner, min(applicant_name) as name, ${shown} from dossiers.dossier
    where personal_id = any(${[...owners]}::text[]) and ${agencies === null ? sql`true` : sql`receiving_agency = any(${[...agencies]}::text[])`} group by 1, lower(regexp_replace(applicant_name, '\\s+', ' ', 'g')) order by 1, 2`.execute(db);
  return rows;
}

/** Owners whose number can be none of a person or organisation, among the dossiers of some agencies; null: every agency. */
export async function ownersOfOddNumbers(db: Db, agencies: readonly string[] | null): Promise<readonly OwnerName[]> {
  const { rows } = await sql<OwnerName>`select personal_id as owner, min(applicant_name) as name, ${shown} from dossiers.dossier
    where personal_id !~ '^(0[0-8]\\d|09[0-6])\\d{9}$' and personal_id !~ '^\\d{10}(-\\d{3})?$' and ${agencies === null ? sql`true` : sql`receiving_agency = any(${[...agencies]}::text[])`} group by 1, lower(regexp_replace(applicant_name, '\\s+', ' ', 'g')) order by 1, 2 limit ${most}`.execute(db);
  return rows;
}
