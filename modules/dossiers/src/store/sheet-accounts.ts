// SPDX-License-Identifier: EUPL-1.2
import { type Db, sql } from '@motcua/db-kit';

/** Figures of one series at one agency in a span of time: left at its beginning, what happened in it, left at its end. A sheet spoiled after it was used counts as spoiled. */
export type SheetFigures = { readonly agency: string; readonly series: string; readonly before: number; readonly received: number; readonly used: number; readonly spoiled: number; readonly left: number };

type Span = { readonly agencies: readonly string[]; readonly from: string; readonly until: string };

/** The figures of every series some agencies ever received. @param span - instants, ISO 8601; `until` is outside */
export async function sheetFigures(db: Db, { agencies, from, until }: Span): Promise<readonly SheetFigures[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<SheetFigures>`
    with fate as (
      select s.agency, s.series, d.at as came, c.at as used, x.at as spoiled from dossiers.security_sheet s join dossiers.security_sheet_delivery d on d.id = s.delivery_id
      left join dossiers.security_sheet_use u on u.series = s.series and u.number = s.number left join dossiers.printed_copy c on c.id = u.copy_id
      left join dossiers.security_sheet_spoilage x on x.series = s.series and x.number = s.number
      where s.agency = any(${[...agencies]}::text[]) and d.at < ${until}::timestamptz),
    seen as (
      select agency, series, came, case when spoiled < ${until}::timestamptz then spoiled when used < ${until}::timestamptz then used end as ended, spoiled < ${until}::timestamptz as "isSpoiled" from fate)
    select agency, series, count(*) filter (where came < ${from}::timestamptz and (ended is null or ended >= ${from}::timestamptz))::int as before, count(*) filter (where came >= ${from}::timestamptz)::int as received,
      count(*) filter (where ended >= ${from}::timestamptz and "isSpoiled" is not true)::int as used, count(*) filter (where ended >= ${from}::timestamptz and "isSpoiled")::int as spoiled, count(*) filter (where ended is null)::int as left
    from seen group by agency, series order by agency, series`.execute(db);
  return rows;
}

/** A line of the log of sheets; `about`: the note they came by, who they went to, the dossier, the reason. */
export type SheetLogRow = { readonly at: Temporal.Instant; readonly kind: 'received' | 'given' | 'back' | 'used' | 'spoiled' | 'counted'; readonly series: string; readonly first: number; readonly last: number; readonly digits: number; readonly count: number; readonly who: string; readonly about: string };

const mostShown = 100;

/** The newest lines about the sheets of some agencies. */
export async function sheetLog(db: Db, agencies: readonly string[]): Promise<readonly SheetLogRow[]> {
  if (agencies.length === 0) return [];
  const at = sql`any(${[...agencies]}::text[])`;
  const { rows } = await sql<SheetLogRow>`
    select at, 'received' as kind, series, first, last, digits, last - first + 1 as count, officer_name as who, document as about from dossiers.security_sheet_delivery where agency = ${at}
    union all select h.at, case when h.to_id is null then 'back' else 'given' end, h.series, h.first, h.last, d.digits, h.last - h.first + 1, h.officer_name, coalesce(h.to_name, '') from dossiers.security_sheet_hand_out h join dossiers.security_sheet s on s.series = h.series and s.number = h.first join dossiers.security_sheet_delivery d on d.id = s.delivery_id where h.agency = ${at}
    union all select c.at, 'used', u.series, u.number, u.number, d.digits, 1, c.officer_name, c.dossier_code from dossiers.printed_copy c join dossiers.security_sheet_use u on u.copy_id = c.id join dossiers.security_sheet s on s.series = u.series and s.number = u.number join dossiers.security_sheet_delivery d on d.id = s.delivery_id where c.agency = ${at}
    union all select x.at, 'spoiled', x.series, x.number, x.number, d.digits, 1, x.officer_name, x.reason from dossiers.security_sheet_spoilage x join dossiers.security_sheet s on s.series = x.series and s.number = x.number join dossiers.security_sheet_delivery d on d.id = s.delivery_id where s.agency = ${at}
    union all select at, 'counted', series, 0, 0, 0, counted, officer_name, coalesce(note, '') from dossiers.security_sheet_count where agency = ${at}
    order by at desc, kind, series, first limit ${mostShown}`.execute(db);
  return rows;
}

/** The last count by hand of each series. */
export async function lastCounts(db: Db, agencies: readonly string[]): Promise<readonly { readonly agency: string; readonly series: string; readonly at: Temporal.Instant; readonly who: string; readonly expected: number; readonly counted: number; readonly note: string | null }[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<{ agency: string; series: string; at: Temporal.Instant; who: string; expected: number; counted: number; note: string | null }>`
    select distinct on (agency, series) agency, series, at, officer_name as who, expected, counted, note from dossiers.security_sheet_count where agency = any(${[...agencies]}::text[]) order by agency, series, at desc`.execute(db);
  return rows;
}
