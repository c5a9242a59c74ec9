// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { OriginalGapKind } from '../contract.ts';
import type { OriginalRow } from './originals.ts';

export type OriginalGapRow = OriginalRow & { readonly code: string; readonly kind: OriginalGapKind; readonly until: Temporal.Instant | null };

type Asked = { readonly agencies: readonly string[] | 'all'; readonly now: Temporal.Instant; readonly endedBefore: Temporal.Instant | null; readonly limit: number };

const heldOrSentBy = (agencies: readonly string[]) => sql`(${sql.join(agencies.flatMap((agency) => [sql`d.originals::jsonb @> ${JSON.stringify([{ agency }])}::jsonb`, sql`d.originals::jsonb @> ${JSON.stringify([{ last: { agency } }])}::jsonb`]), sql` or `)})
  and (o.paper ->> 'agency' in (${sql.join([...agencies])}) or (o.paper ->> 'place' in ('way', 'lost') and o.paper -> 'last' ->> 'agency' in (${sql.join([...agencies])})))`;

/**
 * Papers nobody may leave where they are: lost; on their way past the time their note was due; of a dossier that ended before `endedBefore` and neither back with the applicant nor kept for good.
 * Lost ones first, then the longest. `until`: by when they should have come, or when the dossier ended. Served by dossier_originals; null for `endedBefore`: no row rules it.
 */
export async function originalGapRows(db: Db, { agencies, now, endedBefore, limit }: Asked): Promise<readonly OriginalGapRow[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<{ code: string; paper: OriginalRow; kind: OriginalGapKind; until: Temporal.Instant | null }>`
    select code, paper, kind, until from (
      select d.code, o.paper, case o.paper ->> 'place' when 'lost' then 'lost' when 'way' then case when d.ended_at is null then 'late-way' else 'not-returned' end else 'not-returned' end as kind,
        case when o.paper ->> 'place' = 'lost' then null when o.paper ->> 'place' = 'way' and d.ended_at is null then due.at else d.ended_at end as until
      from dossiers.dossier d cross join lateral jsonb_array_elements(d.originals::jsonb) as o(paper)
        left join lateral (select (e.data ->> 'dueAt')::timestamptz as at from dossiers.event e where o.paper ->> 'place' = 'way' and e.dossier_id = d.id and e.type = 'papers-sent' order by e.seq desc limit 1) due on true
      where d.originals is not null and ${agencies === 'all' ? sql`true` : heldOrSentBy(agencies)}
        and (o.paper ->> 'place' = 'lost' or (o.paper ->> 'place' = 'way' and d.ended_at is null) or (o.paper ->> 'place' not in ('lost', 'applicant', 'file') and d.ended_at < ${endedBefore?.toString() ?? null}::timestamptz))
    ) gap where kind <> 'late-way' or until < ${now.toString()}::timestamptz
    order by (kind = 'lost') desc, coalesce(until, (paper ->> 'since')::timestamptz), code, (paper ->> 'no')::int limit ${limit}`.execute(db);
  return rows.map(({ code, paper, kind, until }) => ({ ...paper, code, kind, until }));
}
