// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Officer, type Posting, type Role, roles } from '@motcua/kernel';
import type { AgencyOption } from '../contract.ts';
import { type AgencyKind, organisationDb } from '../store/tables.ts';

/** An agency as other modules see it. */
export type Agency = {
  readonly code: string; readonly name: string; readonly shortName: string | null; readonly parentCode: string | null; readonly kind: AgencyKind;
  readonly placeCode: string | null; readonly phone: string | null; readonly address: string | null; readonly demonstration: boolean;
};

const agencyColumns = ['code', 'name', 'short_name as shortName', 'parent_code as parentCode', 'kind', 'place_code as placeCode', 'phone', 'address', 'demonstration'] as const;

/** The agency of a code; undefined when none carries it. */
export async function findAgency(db: Db, code: string): Promise<Agency | undefined> {
  return organisationDb(db).selectFrom('organisation.agency').select(agencyColumns).where('code', '=', code).executeTakeFirst();
}

/** Names of agencies by code, in one question; a code nobody carries names itself. */
export async function agencyNames(db: Db, codes: Iterable<string>): Promise<(code: string) => string> {
  const asked = [...new Set(codes)];
  const rows = asked.length === 0 ? [] : await organisationDb(db).selectFrom('organisation.agency').select(['code', 'name']).where('code', 'in', asked).execute();
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/** The agency and all above it, nearest first: the order in which dated settings are looked up. */
export async function agencyLine(db: Db, code: string): Promise<readonly Agency[]> {
  return organisationDb(db).withRecursive('line', (line) => line
    .selectFrom('organisation.agency').selectAll().select((row) => row.lit(0).as('depth')).where('code', '=', code)
    .unionAll(line.selectFrom('organisation.agency as a').innerJoin('line as l', 'l.parent_code', 'a.code').selectAll('a')
      .select((row) => row('l.depth', '+', row.lit(1)).$castTo<0>().as('depth'))))
    .selectFrom('line').select(agencyColumns).orderBy('depth').execute();
}

/** The agencies an installation works for: those under the root, with their one-stop shops. */
export async function agenciesUnder(db: Db, root: string): Promise<readonly AgencyOption[]> {
  const rows = await organisationDb(db).selectFrom('organisation.agency as a').leftJoin('organisation.one_stop_shop as s', 's.agency_code', 'a.code')
    .select(['a.code', 'a.name', 'a.kind', 'a.phone', 'a.address', 's.agency_code as shop'])
    .where((where) => where.or([where('a.code', '=', root), where('a.parent_code', '=', root)])).orderBy('a.code').execute();
  return rows.map(({ shop, ...agency }) => ({ ...agency, oneStopShop: shop !== null }));
}

/** A unit (phòng) of an agency by code; undefined when there is none. */
export async function divisionsOf(db: Db, agency: string): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return organisationDb(db).selectFrom('organisation.division').select(['code', 'name']).where('agency_code', '=', agency).orderBy('code').execute();
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);

type OfficerLine = {
  id: string; name: string; title: string; role: string | null; agency: string | null; unit: string | null; procedures: string[] | null; seat: string | null; absent_id: string | null; absent_name: string | null; absent_until: string | null;
};

const postingOf = ({ role, agency, unit, procedures, seat, absent_id: id, absent_name: name, absent_until: until }: OfficerLine): readonly Posting[] => (role === null || agency === null || !isRole(role) ? [] : [{
  role, agency, unit, ...(procedures === null ? {} : { procedures }), ...(seat === null ? {} : { seat }), ...(id === null || name === null || until === null ? {} : { insteadOf: { id, name, until } }),
}]);

/** The officer with the postings in force on a day, and those of colleagues absent that day whose back-up the officer is; undefined when the login is unknown or has ended. */
export async function findOfficer(db: Db, key: { readonly login: string } | { readonly id: string }, day: string): Promise<(Officer & { readonly title: string }) | undefined> {
  // One statement: every request of an officer asks this.
  const { rows } = await sql<OfficerLine>`
    select o.id, o.name, o.title, p.role, p.agency_code as agency, p.unit_code as unit, p.procedures, p.seat_agency_code as seat, p.absent_id, p.absent_name, p.absent_until
    from organisation.officer o left join lateral (
      select role, agency_code, unit_code, procedures, seat_agency_code, valid_from, valid_until, null::uuid as absent_id, null::text as absent_name, null::date as absent_until from organisation.posting where officer_id = o.id
      union all
      select b.role, b.agency_code, b.unit_code, b.procedures, b.seat_agency_code, b.valid_from, b.valid_until, a.officer_id, w.name, a.last_day from organisation.posting b
        join organisation.absence a on a.officer_id = b.officer_id and a.first_day <= ${day} and a.last_day >= ${day} join organisation.officer w on w.id = b.officer_id
      where b.backup_id = o.id) p on p.valid_from <= ${day} and (p.valid_until is null or p.valid_until > ${day})
    where ${'login' in key ? sql`o.login = ${key.login}` : sql`o.id = ${key.id}`} and (o.valid_until is null or o.valid_until > ${day})
    order by p.absent_id nulls first, p.agency_code, p.role`.execute(db);
  const [officer] = rows;
  return officer === undefined ? undefined : { kind: 'officer', id: officer.id, name: officer.name, title: officer.title, postings: rows.flatMap(postingOf) };
}

/** Officers who hold a role at an agency on a day (for assigning, and for names on papers). */
export async function officersWith(db: Db, asked: { readonly agency: string; readonly role: Role; readonly day: string }):
Promise<readonly { readonly id: string; readonly name: string; readonly title: string; readonly unit: string | null }[]> {
  return organisationDb(db).selectFrom('organisation.posting as p').innerJoin('organisation.officer as o', 'o.id', 'p.officer_id')
    .select(['o.id', 'o.name', 'o.title', 'p.unit_code as unit'])
    .where('p.agency_code', '=', asked.agency).where('p.role', '=', asked.role).where('p.valid_from', '<=', asked.day)
    .where((where) => where.or([where('p.valid_until', 'is', null), where('p.valid_until', '>', asked.day)])).orderBy('o.login').execute();
}

/** The one-stop shop of an agency; undefined when it has none. */
export async function findOneStopShop(db: Db, agency: string): Promise<{ readonly name: string; readonly address: string; readonly phone: string; readonly takesAllOfProvince: boolean } | undefined> {
  return organisationDb(db).selectFrom('organisation.one_stop_shop').select(['name', 'address', 'phone', 'takes_all_of_province as takesAllOfProvince'])
    .where('agency_code', '=', agency).executeTakeFirst();
}

/** The one-stop shop that takes in dossiers for an agency: its own, else the province's centre beside it. */
export async function shopServing(db: Db, agency: string): Promise<string | undefined> {
  const from = organisationDb(db);
  const own = await from.selectFrom('organisation.one_stop_shop').select('agency_code').where('agency_code', '=', agency).executeTakeFirst();
  if (own !== undefined) return own.agency_code;
  const beside = await from.selectFrom('organisation.agency as a').innerJoin('organisation.agency as b', 'b.parent_code', 'a.parent_code').innerJoin('organisation.one_stop_shop as s', 's.agency_code', 'b.code')
    .select('s.agency_code').where('a.code', '=', agency).where('s.takes_all_of_province', '=', true).where('b.kind', '=', 'centre').executeTakeFirst();
  return beside?.agency_code;
}
