// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** A version as its publication left it. `publishedBy` null: it came from the national database. */
export type PublishedVersion = {
  readonly code: string; readonly name: string; readonly version: number; readonly type: string; readonly decision: string | null; readonly decisionDay: string | null;
  readonly validFrom: string; readonly enteredOn: string; readonly publishedBy: string | null;
  /** It was there when the catalogue was first filled: nobody knows since when. */
  readonly isFirst: boolean;
};

/** Versions whose decision is dated `since` or later, newest decision first; only of procedures handled here when `handled`. */
export async function versionsPublished(db: Db, { since, handled }: { readonly since: string; readonly handled: boolean }): Promise<readonly PublishedVersion[]> {
  const { rows } = await sql<PublishedVersion>`
    select v.code, v.content ->> 'name' as name, v.version, v.content ->> 'type' as type, v.decision_number as decision, v.decision_date as "decisionDay", v.valid_from as "validFrom",
      (v.imported_at at time zone 'Asia/Ho_Chi_Minh')::date as "enteredOn", v.published_by as "publishedBy", v.open_start as "isFirst"
    from catalogue.procedure_version v where v.decision_date >= ${since}
      and (${handled} = false or exists (select from catalogue.handling h where h.procedure_code = v.code))
    order by v.decision_date desc, v.code, v.version desc limit 5000`.execute(db);
  return rows;
}

/** What became of the catalogue: a procedure that is new, changed or abolished, on the day it took effect. */
export type CatalogueChange = { readonly kind: 'new' | 'changed' | 'abolished'; readonly code: string; readonly name: string; readonly version: number; readonly day: string; readonly decision: string | null };

/** The changes that take effect in [from, until); what was there when the catalogue was first filled is no change. */
export async function catalogueChanges(db: Db, { from, until }: { readonly from: string; readonly until: string }): Promise<readonly CatalogueChange[]> {
  const { rows } = await sql<CatalogueChange>`
    select case when v.version = 1 then 'new' else 'changed' end as kind, v.code, v.content ->> 'name' as name, v.version, v.valid_from as day, v.decision_number as decision
      from catalogue.procedure_version v where not v.open_start and (v.valid_until is null or v.valid_until > v.valid_from) and v.valid_from >= ${from} and v.valid_from < ${until}
    union all
    select 'abolished', a.code, v.content ->> 'name', a.version, a.valid_until, a.decision_number
      from catalogue.abolition a join catalogue.procedure_version v on v.code = a.code and v.version = a.version where a.valid_until >= ${from} and a.valid_until < ${until}
    order by day desc, code limit 5000`.execute(db);
  return rows;
}

/** A day on which procedures begin or end to count, by one decision: the first of them by code, and how many. `first`: there since the catalogue was first filled. */
export type DayOfEffect = { readonly day: string; readonly kind: CatalogueChange['kind'] | 'first'; readonly decision: string | null; readonly count: number; readonly procedures: readonly { readonly code: string; readonly name: string }[] };

/** The days in [from, until) that are known, newest first: what was imported at first counts from the day of its decision. Ten procedures of each day and decision are named. */
export async function daysOfEffect(db: Db, { from, until }: { readonly from: string; readonly until: string }): Promise<readonly DayOfEffect[]> {
  const { rows } = await sql<DayOfEffect>`
    with change as (
      select case when v.open_start then 'first' when v.version = 1 then 'new' else 'changed' end as kind, v.code, v.content ->> 'name' as name, v.valid_from as day, v.decision_number as decision
        from catalogue.procedure_version v where v.valid_from >= ${from} and v.valid_from < ${until}
          and (v.valid_until is null or v.valid_until > v.valid_from) and (not v.open_start or v.decision_date = v.valid_from)
      union all
      select 'abolished', a.code, v.content ->> 'name', a.valid_until, a.decision_number
        from catalogue.abolition a join catalogue.procedure_version v on v.code = a.code and v.version = a.version where a.valid_until >= ${from} and a.valid_until < ${until})
    select day, kind, decision, count(*)::int as count, (array_agg(jsonb_build_object('code', code, 'name', name) order by code))[1:10] as procedures
    from change group by day, kind, decision order by day desc, kind, decision limit 2000`.execute(db);
  return rows;
}

/** By which decision each procedure counts on a day, and since when; `validFrom` null: it was there before the catalogue was first filled. */
export async function decisionsOn(db: Db, day: string): Promise<ReadonlyMap<string, { readonly decision: string | null; readonly validFrom: string | null }>> {
  const { rows } = await sql<{ code: string; decision: string | null; validFrom: string | null }>`
    select v.code, v.decision_number as decision, case when v.open_start then null else v.valid_from end as "validFrom"
    from catalogue.in_force(${day}) p join catalogue.procedure_version v on v.code = p.code and v.version = p.version`.execute(db);
  return new Map(rows.map(({ code, ...row }) => [code, row]));
}
