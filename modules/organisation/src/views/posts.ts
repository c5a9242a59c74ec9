// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import { type Role, roles } from '@motcua/kernel';

/** An agency with the roles held there, for the whole agency or in one of its units. */
export type PostsOfAgency = { readonly agency: string; readonly name: string; readonly posts: readonly { readonly role: Role; readonly unit: string | null }[] };

type Row = { agency: string; name: string; role: string | null; unit: string | null };

const isRole = (text: string | null): text is Role => roles.some((role) => role === text);

function grouped(rows: readonly Row[]): readonly PostsOfAgency[] {
  const found = new Map<string, { agency: string; name: string; posts: { role: Role; unit: string | null }[] }>();
  for (const { agency, name, role, unit } of rows) {
    const known = found.get(agency) ?? { agency, name, posts: [] };
    if (isRole(role)) known.posts.push({ role, unit });
    found.set(agency, known);
  }
  return [...found.values()];
}

/** Which roles are held at agencies on a day; an agency without anybody is there, with no post. `shops`: every one-stop shop instead. */
export async function postsOn(db: Db, day: string, asked: { readonly agencies: readonly string[] } | 'shops'): Promise<readonly PostsOfAgency[]> {
  const which = asked === 'shops' ? sql`exists (select from organisation.one_stop_shop s where s.agency_code = a.code)` : sql`a.code = any(${[...asked.agencies]})`;
  const { rows } = await sql<Row>`select distinct a.code as agency, a.name, p.role, p.unit_code as unit from organisation.agency a
    left join organisation.posting p on p.agency_code = a.code and p.valid_from <= ${day} and (p.valid_until is null or p.valid_until > ${day})
    where ${which} order by a.code`.execute(db);
  return grouped(rows);
}
