// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';
import type { OriginalPlace } from '../contract.ts';
import type { Dossier } from '../model.ts';

/** A paper in custody as the projection keeps it; `since` is an ISO 8601 instant. */
export type OriginalRow = {
  readonly no: number; readonly name: string; readonly place: OriginalPlace; readonly agency: string; readonly detail: string | null; readonly since: string; readonly who: string;
  readonly last: { readonly place: OriginalPlace; readonly agency: string; readonly who: string } | null;
};

/** What the projection keeps of the papers of a dossier. */
export const originalRows = ({ papers, originals = [] }: Pick<Dossier, 'papers' | 'originals'>): readonly OriginalRow[] => originals.toSorted((a, b) => a.no - b.no).map(({ no, place, since, by, last }) => ({
  no, name: papers.find((paper) => paper.no === no)?.name ?? '', place: place.kind, agency: place.agency, detail: place.detail, since, who: by.name,
  last: last === null ? null : { place: last.place.kind, agency: last.place.agency, who: last.by.name },
}));

/** The papers of a dossier as one text for its row; null: none was taken into custody. */
export const originalsText = (dossier: Pick<Dossier, 'papers' | 'originals'>): string | null => (dossier.originals === undefined ? null : JSON.stringify(originalRows(dossier)));

type Asked = { readonly agencies: readonly string[]; readonly place: OriginalPlace | undefined; readonly limit: number };

/** What some agencies answer for, lost papers first, then the longest where they are; and how many at each place. What went back to the applicant is left out unless asked for. */
export async function originalsAt(db: Db, { agencies, place, limit }: Asked): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly rows: readonly (OriginalRow & { readonly code: string })[] }> {
  if (agencies.length === 0) return { counts: {}, rows: [] };
  const held = sql`dossiers.dossier d cross join lateral jsonb_array_elements(d.originals::jsonb) as o(paper)
    where d.originals is not null and (${sql.join(agencies.map((agency) => sql`d.originals::jsonb @> ${JSON.stringify([{ agency }])}::jsonb`), sql` or `)}) and o.paper ->> 'agency' in (${sql.join(agencies)})`;
  const { rows } = await sql<{ code: string; paper: OriginalRow }>`select d.code, o.paper from ${held} and ${place === undefined ? sql`o.paper ->> 'place' <> 'applicant'` : sql`o.paper ->> 'place' = ${place}`}
    order by (o.paper ->> 'place' = 'lost') desc, o.paper ->> 'since', d.code, (o.paper ->> 'no')::int limit ${limit}`.execute(db);
  const { rows: counted } = await sql<{ place: string; count: number }>`select o.paper ->> 'place' as place, count(*)::int as count from ${held} group by 1`.execute(db);
  return { counts: Object.fromEntries(counted.map(({ place: where, count }) => [where, count])), rows: rows.map(({ code, paper }) => ({ ...paper, code })) };
}
