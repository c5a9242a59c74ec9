// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** What people went through with dossiers of a procedure accepted in [from, until): counts, and means a dossier. Null: nothing to tell from. */
export type ProcedureExperience = {
  readonly accepted: number; readonly decided: number; readonly counter: number; readonly online: number; readonly post: number; readonly halfDays: number | null;
  /** Papers handed in with the filing. */
  readonly papers: number | null;
  /** Filing, each supplement, collecting at a counter. */
  readonly contacts: number | null;
};

// Means need no more; the ledger of a busy procedure is long.
const mostRead = 2000;

/** How dossiers of a procedure went, from the ledger: days are calendar days from acceptance to the result. Parts of linked groups are not counted. */
export async function experienceOf(db: Db, { procedure, from, until }: { readonly procedure: string; readonly from: string; readonly until: string }): Promise<ProcedureExperience> {
  const { rows: [row] } = await sql<ProcedureExperience>`
    with taken as (
      select id, channel, (accepted_at at time zone 'Asia/Ho_Chi_Minh')::date as accepted_on, (decided_at at time zone 'Asia/Ho_Chi_Minh')::date as decided_on from dossiers.dossier
      where procedure_code = ${procedure} and parent_id is null and accepted_at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and accepted_at < ${until}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'),
    recent as (select id from taken where decided_on is not null order by accepted_on desc, id limit ${mostRead}),
    lived as (
      select max(case when e.type = 'submitted' then jsonb_array_length(e.data -> 'papers') end) as papers,
        count(*) filter (where e.type in ('submitted', 'supplemented') or (e.type = 'returned' and e.data ->> 'way' = 'counter')) as contacts
      from recent r join dossiers.event e on e.dossier_id = r.id group by r.id)
    select count(*)::int as accepted, count(decided_on)::int as decided, (count(*) filter (where channel in ('counter', 'kiosk')))::int as counter, (count(*) filter (where channel in ('online', 'national-portal')))::int as online,
      (count(*) filter (where channel = 'post'))::int as post, (percentile_disc(0.5) within group (order by decided_on - accepted_on))::int as "halfDays",
      (select round(avg(papers), 1)::float8 from lived) as papers, (select round(avg(contacts), 1)::float8 from lived) as contacts
    from taken`.execute(db);
  return row ?? { accepted: 0, decided: 0, counter: 0, online: 0, post: 0, halfDays: null, papers: null, contacts: null };
}
