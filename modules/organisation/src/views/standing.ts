// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** What an agency of the installation has on a day: shop, counters, roles held, heads, seal. */
export type AgencyStanding = {
  readonly agency: string; readonly name: string; readonly hasShop: boolean; readonly counters: number; readonly roles: readonly string[];
  readonly heads: readonly { readonly id: string; readonly name: string }[]; readonly leaders: readonly { readonly id: string; readonly name: string }[]; readonly hasSeal: boolean;
};

/** The agencies under the root with what they have on a day, in one question. */
export async function standings(db: Db, root: string, day: string): Promise<readonly AgencyStanding[]> {
  const inForce = sql`valid_from <= ${day} and (valid_until is null or valid_until > ${day})`;
  const { rows } = await sql<AgencyStanding>`
    select a.code as agency, a.name, exists (select from organisation.one_stop_shop s where s.agency_code = a.code) as "hasShop",
      (select count(*)::int from organisation.counter c where c.agency_code = a.code) as counters,
      coalesce((select array_agg(distinct role) from organisation.posting where agency_code = a.code and ${inForce}), '{}') as roles,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.name)) from (select officer_id from organisation.headship where agency_code = a.code and ${inForce}) h join organisation.officer o on o.id = h.officer_id), '[]') as heads,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.name)) from (select officer_id from organisation.posting where agency_code = a.code and role = 'leader' and ${inForce}) p join organisation.officer o on o.id = p.officer_id), '[]') as leaders,
      exists (select from organisation.seal s where s.agency_code = a.code and s.kind = 'main' and s.valid_from <= ${day} and (s.valid_through is null or s.valid_through >= ${day})) as "hasSeal"
    from organisation.agency a where a.code = ${root} or a.parent_code = ${root} order by a.code`.execute(db);
  return rows;
}
