// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { PostingList } from '../contract.ts';

type Lines = Pick<PostingList, 'postings' | 'absences'>;

/** Who is posted at an agency now or later, and who is absent now or soon. */
export async function postingsAt(db: Db, agency: string, day: string): Promise<Lines> {
  const posted = await sql<Omit<Lines['postings'][number], 'officer' | 'backup'> & { officer_id: string; officer_name: string; backup_id: string | null; backup_name: string | null }>`
    select p.id, p.officer_id, o.name as officer_name, o.title, p.role, p.agency_code as agency, a.name as "agencyName", p.unit_code as unit, h.name as "homeAgencyName", s.name as "seatName", p.procedures, p.backup_id, b.name as backup_name,
      p.document_number as "documentNumber", p.valid_from as "from", p.valid_until - 1 as through, (select max(x.last_day) from organisation.absence x where x.officer_id = p.officer_id and x.first_day <= ${day} and x.last_day >= ${day}) as "absentThrough"
    from organisation.posting p join organisation.officer o on o.id = p.officer_id join organisation.agency a on a.code = p.agency_code
      left join organisation.agency h on h.code = p.home_agency_code left join organisation.officer b on b.id = p.backup_id left join organisation.agency s on s.code = p.seat_agency_code
    where p.agency_code = ${agency} and (p.valid_until is null or p.valid_until > ${day}) order by o.name, p.role limit 500`.execute(db);
  const absent = await sql<Omit<Lines['absences'][number], 'officer'> & { officer_id: string; officer_name: string }>`
    select x.id, x.officer_id, o.name as officer_name, x.first_day as "from", x.last_day as through, x.reason, x.first_day <= ${day} as now
    from organisation.absence x join organisation.officer o on o.id = x.officer_id
    where x.last_day >= ${day} and x.officer_id in (select officer_id from organisation.posting where agency_code = ${agency}) order by x.first_day limit 200`.execute(db);
  return {
    postings: posted.rows.map(({ officer_id, officer_name, backup_id, backup_name, ...row }) => ({ ...row, officer: { id: officer_id, name: officer_name }, backup: backup_id === null || backup_name === null ? null : { id: backup_id, name: backup_name } })),
    absences: absent.rows.map(({ officer_id, officer_name, ...row }) => ({ ...row, officer: { id: officer_id, name: officer_name } })),
  };
}

/** The last day of absence of those of some officers who are absent on a day. */
export async function absentOn(db: Db, officers: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
  if (officers.length === 0) return new Map();
  const { rows } = await sql<{ id: string; until: string }>`select officer_id as id, max(last_day)::text as until from organisation.absence where officer_id = any(${[...officers]}::uuid[]) and first_day <= ${day} and last_day >= ${day} group by officer_id`.execute(db);
  return new Map(rows.map(({ id, until }) => [id, until]));
}

/** The agencies an absent officer is posted at: whose head may end the absence. */
export async function agenciesOfAbsence(db: Db, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ agency: string }>`select distinct p.agency_code as agency from organisation.absence x join organisation.posting p on p.officer_id = x.officer_id where x.id = ${id}`.execute(db);
  return rows.map(({ agency }) => agency);
}
